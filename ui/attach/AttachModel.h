// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "actions/AttachRecordings.h"

#include <QAbstractTableModel>
#include <QSet>

namespace Holdfast {

enum class AttachColumn { Send, Name, Lead, Call, Kind, Length, Size, Remark };
inline constexpr int attachColumns = 8;

/// The files somebody wants to attach, each with what was found out about it, and whether it is to go. What its lead
/// has already, or gets from a file before it, goes only where the person says so. UI thread.
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
    /// Those were to go; of them only the refused ones stay, each with its problem.
    void keepUnsent(const QList<Inspected> &sent, const QList<Inspected> &refused);
    void remove(int row);
    void choose(int row, bool goes);
    const QList<Inspected> &files() const { return m_files; }
    bool goes(int row) const;   ///< it can be attached, and is to be
    bool isTwin(int row) const; ///< of what that lead has already, or gets from a file before it

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void replace(const QList<Inspected> &files);
    void findTwins();
    QVariant cell(int row, AttachColumn column, int role) const;
    QString text(int row, AttachColumn column) const;
    QString remark(int row) const;
    QString leadText(const Inspected &file) const;
    void setLeads();

    std::optional<Lead> m_lead;
    bool m_byName;
    QList<Inspected> m_files;
    QHash<QString, bool> m_chosen; ///< by path, where the person said so
    QSet<int> m_twins;             ///< rows
};

} // namespace Holdfast
