// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/CallAnalysis.h"
#include "domain/Ids.h"
#include "sqlite/Database.h"

#include <QDateTime>
#include <QList>

namespace Holdfast {

/// What was heard of the recordings, and of which nothing was heard yet. A recording's revision does not change by it:
/// what a person read of it before is not outdated. In the connection's thread; writes inside WriteQueue.
class CallAnalyses
{
public:
    explicit CallAnalyses(Database &database)
        : m_database(database)
    {
    }

    /// Those that are to be heard, the newest first.
    Result<QList<RecordingId>> pending(int most);
    Result<bool> isPending(RecordingId id);

    /// The analysis and its change; nothing where there is no such recording, or no longer one that is pending.
    Done keep(RecordingId id, const CallAnalysis &analysis, const QDateTime &now);
    /// It can't be heard: it is pending no more.
    Done giveUp(RecordingId id);

private:
    Database &m_database;
};

} // namespace Holdfast
