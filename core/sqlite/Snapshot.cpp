// SPDX-License-Identifier: GPL-3.0-or-later
#include "sqlite/Snapshot.h"

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
    // Where this fails, SQLite has ended it by itself. Nothing was written.
    if (m_database)
        static_cast<void>(Query(*m_database, "RELEASE snapshot").run());
}

Result<Snapshot> Snapshot::begin(Database &database)
{
    if (Done begun = Query(database, "SAVEPOINT snapshot").run(); !begun)
        return fail(begun.error());
    return Snapshot(database);
}

} // namespace Holdfast
