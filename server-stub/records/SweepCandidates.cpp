// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/SweepCandidates.h"

#include "records/ChangedOne.h"

namespace Holdfast {

Result<QList<RecordingId>> SweepCandidates::next(SweepId id, RecordingId after, int limit)
{
    QList<RecordingId> recordings;
    Query query(m_database, "SELECT recording_id FROM retention_sweep_candidates"
                            " WHERE sweep_id = ? AND recording_id > ? ORDER BY recording_id LIMIT ?");
    query.bind(id, after, limit);
    if (const Done done = query.each([&] { recordings.append(RecordingId{query.number(0)}); }); !done)
        return fail(done.error());
    return recordings;
}

Result<SweepId> SweepCandidates::leftOver()
{
    // One is under way at a time, and it is the youngest: whatever is left over is of the oldest.
    SweepId id;
    Query query(m_database, "SELECT id FROM retention_sweeps WHERE ended_at IS NOT NULL"
                            " AND id = (SELECT min(sweep_id) FROM retention_sweep_candidates)");
    if (const Done done = query.each([&] { id = {query.number(0)}; }); !done)
        return fail(done.error());
    return id;
}

Done SweepCandidates::add(SweepId id, const QList<RecordingPlace> &places)
{
    for (const RecordingPlace &place : places) {
        Query query(m_database, "INSERT INTO retention_sweep_candidates (sweep_id, recording_id)"
                                " SELECT id, ? FROM retention_sweeps WHERE id = ? AND state = 'counting'");
        query.bind(place.id, id);
        if (Done added = changedOne(query, QStringLiteral("The retention sweep is not counting any more")); !added)
            return added;
    }
    return {};
}

Done SweepCandidates::take(SweepId id, RecordingId recording)
{
    Query query(m_database, "DELETE FROM retention_sweep_candidates WHERE sweep_id = ? AND recording_id = ?");
    if (Done done = query.bind(id, recording).run(); !done)
        return done;
    if (query.changedRows() != 1)
        return fail(FailureKind::Cancelled, QStringLiteral("The retention sweep may not take this one"));
    return {};
}

Result<bool> SweepCandidates::forget(SweepId id, int limit)
{
    Query query(m_database, "DELETE FROM retention_sweep_candidates WHERE sweep_id = ? AND recording_id IN"
                            " (SELECT recording_id FROM retention_sweep_candidates WHERE sweep_id = ? LIMIT ?)");
    if (const Done done = query.bind(id, id, limit).run(); !done)
        return fail(done.error());
    return query.changedRows() > 0;
}

} // namespace Holdfast
