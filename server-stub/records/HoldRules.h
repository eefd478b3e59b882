// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Ids.h"
#include "records/RecordingFilter.h"
#include "sqlite/Database.h"

namespace Holdfast {

/// What holds over leads and searches look for, as rows that the database's own triggers ask (009-holds.sql): so what
/// is stored, moved or changed comes under a hold in the transaction that does it, whoever it is that writes. A rule
/// finds what RecordingSearch finds by the same filter. In the connection's thread; writes inside WriteQueue.
class HoldRules
{
public:
    explicit HoldRules(Database &database)
        : m_database(database)
    {
    }

    Done add(HoldId hold, const RecordingFilter &filter, bool includesLater);
    Done remove(HoldId hold); ///< of one that was released, or that has reached all and takes nothing that comes later

private:
    Database &m_database;
};

} // namespace Holdfast
