// SPDX-License-Identifier: GPL-3.0-or-later
#include "sqlite/Snapshot.h"

#include "sqlite/DatabaseState.h"
#include "sqlite/Query.h"

#include <utility>

namespace Holdfast {

Snapshot::Snapshot(Database &database)
    : m_database(&database)
{
}

Snapshot::Snapshot(Snapshot &&other) noexcept
    : m_database(std::exchange(other.m_database, nullptr))
{
}

Snapshot::~Snapshot()
{
    // Nothing was written. But a connection that goes on reading it would never see anything new.
    if (m_database && !Query(*m_database, "RELEASE snapshot").run())
        m_database->state().isLeftOpen = true;
}

Result<Snapshot> Snapshot::begin(Database &database)
{
    if (Done begun = Query(database, "SAVEPOINT snapshot").run(); !begun)
        return fail(begun.error());
    return Snapshot(database);
}

} // namespace Holdfast
