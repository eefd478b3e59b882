// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "actions/AttachRecordings.h"

#include <QAbstractTableModel>

namespace Holdfast {

enum class AttachColumn { Name, Kind, Length, Size, Remark };
inline constexpr int attachColumns = 5;

/// The files somebody wants to attach, each with what was found out about it. UI thread.
class AttachModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    using QAbstractTableModel::QAbstractTableModel;

    void add(const QList<Inspected> &files); ///< a path that is there already is taken anew
    void replace(const QList<Inspected> &files);
    void remove(int row);
    const QList<Inspected> &files() const { return m_files; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    static QVariant cell(const Inspected &file, AttachColumn column, int role);
    static QString text(const Inspected &file, AttachColumn column);

    QList<Inspected> m_files;
};

} // namespace Holdfast
