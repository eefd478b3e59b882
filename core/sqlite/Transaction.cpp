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
    if (!m_database)
        return;
    Database::State &state = m_database->state();
    state.isInTransaction = false;
    // Most often SQLite has rolled back by itself where this fails.
    state.isLeftOpen = !state.execute(QStringLiteral("ROLLBACK")).has_value();
}

Result<Transaction> Transaction::begin(Database &database)
{
    Database::State &state = database.state();
    state.endWhatIsLeftOpen();
    if (Done begun = state.execute(QStringLiteral("BEGIN IMMEDIATE")); !begun)
        return fail(begun.error());
    state.isLeftOpen = false;
    state.isInTransaction = true;
    return Transaction(database);
}

Done Transaction::commit()
{
    Done committed = m_database->state().execute(QStringLiteral("COMMIT"));
    if (committed)
        std::exchange(m_database, nullptr)->state().isInTransaction = false;
    return committed;
}

} // namespace Holdfast
