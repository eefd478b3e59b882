// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "actions/AttachRecordings.h"

#include <QAbstractTableModel>

namespace Holdfast {

enum class AttachColumn { Name, Lead, Call, Kind, Length, Size, Remark };
inline constexpr int attachColumns = 7;

/// The files somebody wants to attach, each with what was found out about it. UI thread.
class AttachModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    /// For that lead; none: each file for the lead that its name tells.
    explicit AttachModel(std::optional<Lead> lead, QObject *parent = nullptr);

    void fileByName(bool byName); ///< also where there is a lead; a name that tells none goes to that one
    bool filesByName() const { return m_byName; }
    bool someNameTellsAnother() const;
    bool someNameTellsTheDay() const;
    void add(const QList<Inspected> &files); ///< a path that is there already is taken anew
    void replace(const QList<Inspected> &files);
    void remove(int row);
    const QList<Inspected> &files() const { return m_files; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QVariant cell(const Inspected &file, AttachColumn column, int role) const;
    QString text(const Inspected &file, AttachColumn column) const;
    QString leadText(const Inspected &file) const;
    void setLeads();

    std::optional<Lead> m_lead;
    bool m_byName;
    QList<Inspected> m_files;
};

} // namespace Holdfast
