// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/RetentionSweep.h"
#include "records/RecordingFilter.h"
#include "sqlite/Database.h"

#include <QList>

namespace Holdfast {

/// The recordings that a sweep counted and has not told of yet: it takes none that is not among them. In the
/// connection's thread; writes inside WriteQueue.
class SweepCandidates
{
public:
    explicit SweepCandidates(Database &database)
        : m_database(database)
    {
    }

    /// By the recordings' numbers, behind `after`.
    Result<QList<RecordingId>> next(SweepId id, RecordingId after, int limit);
    /// A sweep that came to its end before it told of all of them; invalid: there is none.
    Result<SweepId> leftOver();

    Done add(SweepId id, const QList<RecordingPlace> &places); ///< NotFound where it is not counting any more
    /// The recording is told of, in the transaction that does. Cancelled where it was not among them.
    Done take(SweepId id, RecordingId recording);
    Result<bool> forget(SweepId id, int limit); ///< so many of them; false: there were none

private:
    Database &m_database;
};

} // namespace Holdfast
