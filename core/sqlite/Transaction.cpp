// SPDX-License-Identifier: GPL-3.0-or-later
#include "sqlite/Transaction.h"

#include "sqlite/DatabaseState.h"

#include <utility>

namespace Holdfast {

Transaction::Transaction(Database &database)
    : m_database(&database)
{
}

Transaction::Transaction(Transaction &&other) noexcept
    : m_database(std::exchange(other.m_database, nullptr))
{
}

Transaction::~Transaction()
{
    // SQLite has rolled back by itself where this fails: there is nothing left to undo.
    if (m_database)
        static_cast<void>(m_database->state().execute(QStringLiteral("ROLLBACK")));
}

Result<Transaction> Transaction::begin(Database &database)
{
    if (Done begun = database.state().execute(QStringLiteral("BEGIN IMMEDIATE")); !begun)
        return fail(begun.error());
    return Transaction(database);
}

Done Transaction::commit()
{
    Done committed = m_database->state().execute(QStringLiteral("COMMIT"));
    if (committed)
        m_database = nullptr;
    return committed;
}

} // namespace Holdfast
