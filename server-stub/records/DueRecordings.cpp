// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/DueRecordings.h"

#include "records/RetentionSql.h"

namespace Holdfast {

/// FROM and WHERE of those that are old enough to be looked at.
SqlClause DueRecordings::candidates(const QDateTime &by, std::optional<UserId> agent) const
{
    SqlClause clause{" FROM recordings r WHERE r.uploaded_at <= ?", {latestUploadDue(m_rules, by)}};
    if (agent)
        clause.add(" AND r.agent_id = ?", agent->value);
    return clause;
}

Result<DueRecordings::Totals> DueRecordings::totals(const QDateTime &by, std::optional<UserId> agent)
{
    SqlClause clause{"SELECT count(*) FILTER (WHERE NOT held), coalesce(sum(file_size) FILTER (WHERE NOT held), 0),"
                     " count(*) FILTER (WHERE held) FROM (SELECT r.file_size, r.compliance_hold AS held, "};
    clause.add(retentionUntil(m_rules));
    clause.add(" AS until");
    clause.add(candidates(by, agent));
    clause.add(") WHERE until <= ?", by.toMSecsSinceEpoch());
    Totals totals;
    Query query(m_database, clause.sql);
    clause.bindTo(query);
    const Done done = query.each([&] { totals = {query.number(0), query.number(1), query.number(2)}; });
    if (!done)
        return fail(done.error());
    return totals;
}

Result<QList<RecordingPlace>> DueRecordings::walk(const QDateTime &by, const std::optional<RecordingPlace> &after,
                                                  int limit)
{
    SqlClause clause{"SELECT r.uploaded_at, r.id"};
    clause.add(candidates(by, std::nullopt));
    if (after)
        clause.add(" AND (r.uploaded_at, r.id) > (?, ?)", after->key, after->id.value);
    clause.add(" AND r.compliance_hold = 0 AND ");
    clause.add(retentionUntil(m_rules));
    clause.add(" <= ? ORDER BY r.uploaded_at, r.id LIMIT ?", by.toMSecsSinceEpoch(), qint64{limit});
    QList<RecordingPlace> places;
    Query query(m_database, clause.sql);
    clause.bindTo(query);
    if (const Done done = query.each([&] { places.append(RecordingPlace{query.number(0), {query.number(1)}}); }); !done)
        return fail(done.error());
    return places;
}

Result<QList<Recording>> DueRecordings::page(const QDateTime &by, std::optional<UserId> agent,
                                             const std::optional<RecordingPlace> &after, int limit)
{
    SqlClause ids{"SELECT id FROM (SELECT r.id AS id, "};
    ids.add(retentionUntil(m_rules));
    ids.add(" AS until");
    ids.add(candidates(by, agent));
    // The limit keeps SQLite from reckoning each date as often as it is named.
    ids.add(" AND r.compliance_hold = 0 LIMIT -1) WHERE until <= ?", by.toMSecsSinceEpoch());
    if (after)
        ids.add(" AND (until, id) > (?, ?)", after->key, after->id.value);
    ids.add(" ORDER BY until, id LIMIT ?", qint64{limit});
    Result<QList<Recording>> recordings = Recordings(m_database).inTheOrderOf(ids);
    if (!recordings)
        return fail(recordings.error());
    for (Recording &recording : *recordings)
        recording = withRetention(std::move(recording), m_rules);
    return recordings;
}

} // namespace Holdfast
