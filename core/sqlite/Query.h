// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sqlite/Database.h"

#include <QVariant>

namespace Holdfast {

/// One statement, prepared once per connection and kept. A failure is returned, never passed over.
/// Use: Query q(db, "SELECT …"); q.bind(a, b); auto more = q.step(); while (more && *more) { q.value(0) …; more =
/// q.step(); }
class Query
{
public:
    Query(Database &database, const char *sql);
    ~Query();

    /// Binds the placeholders `?` in order. A null QVariant or an empty optional binds NULL.
    template <class... Values> Query &bind(const Values &...values)
    {
        (add(toVariant(values)), ...);
        return *this;
    }

    /// Runs the statement the first time, and moves to the next row: true where there is one.
    Result<bool> step();
    /// Runs a statement that answers no rows. Conflict where a constraint refuses, StorageFull where the disk is
    /// full, Unreachable for the rest.
    Done run();

    QVariant value(int column) const;
    qint64 number(int column) const;
    QString text(int column) const;
    QByteArray bytes(int column) const;
    bool isNull(int column) const;
    qint64 insertedId() const;
    qint64 changedRows() const;

private:
    template <class T> static QVariant toVariant(const T &value) { return QVariant::fromValue(value); }
    template <class T> static QVariant toVariant(const std::optional<T> &value)
    {
        return value ? QVariant::fromValue(*value) : QVariant();
    }
    void add(QVariant value);

    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace Holdfast
