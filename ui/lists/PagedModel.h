// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Failure.h"

#include <QAbstractTableModel>
#include <QDateTime>

#include <optional>

namespace Holdfast {

/// How a column of a table is laid.
struct ColumnLook
{
    int least = 80;        ///< device-independent pixels
    double share = 0;      ///< of what is left beyond the least of all
    bool isNumber = false; ///< digits of one width, at the trailing edge
    bool mayGo = false;    ///< gives way where there is no room
};

/// What a table needs to know of rows that a server hands out page by page; PagedRows has them. No more than mostRows
/// are kept, whatever there is. UI thread.
class PagedModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Role {
        IdRole = Qt::UserRole, ///< qint64: what stays the same of a row that is read anew
    };
    static constexpr int pageRows = 100;
    static constexpr int mostRows = 2000;

    using QAbstractTableModel::QAbstractTableModel;

    virtual void readAnew() = 0; ///< from the first row on; what is here stays until the answer has come
    void goOn();                 ///< what failed before is tried again; nothing where nothing did
    virtual ColumnLook look(int column) const = 0;

    bool isAsking() const { return m_isAsking; }
    bool isCut() const { return m_hasMore && rowCount() >= mostRows; } ///< there are more than are kept
    bool isBeyondFirstPage() const { return rowCount() > pageRows; }
    const std::optional<Failure> &failure() const { return m_failure; } ///< of the last time that it was asked
    QDateTime readAt() const { return m_readAt; }                       ///< invalid before the first answer

    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

Q_SIGNALS:
    void asked(); ///< and not answered yet
    void came();
    void failed(const Holdfast::Failure &failure);

protected:
    virtual void fetchNext() = 0;

    bool m_isAsking = false;
    bool m_hasMore = false;
    std::optional<Failure> m_failure;
    QDateTime m_readAt;
};

} // namespace Holdfast
