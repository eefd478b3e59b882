// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/ReleasePreview.h"

#include "records/RetentionSql.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace Holdfast {

namespace {

QString listOf(const QList<HoldId> &holds)
{
    QJsonArray list;
    for (const HoldId hold : holds)
        list.append(hold.value);
    return QString::fromUtf8(QJsonDocument(list).toJson(QJsonDocument::Compact));
}

/// One hold's are found in their order; several are put together first, so that each recording counts once.
SqlClause heldBy(const QList<HoldId> &holds)
{
    SqlClause clause;
    if (holds.size() == 1)
        clause.add("(SELECT recording_id FROM held_recordings WHERE hold_id = ?)", holds.first().value);
    else
        clause.add("(SELECT DISTINCT recording_id FROM held_recordings"
                   " WHERE hold_id IN (SELECT value FROM json_each(?)))",
                   listOf(holds));
    return clause;
}

SqlClause heldElsewhere(const QList<HoldId> &holds)
{
    SqlClause clause;
    clause.add("EXISTS (SELECT 1 FROM standing_holds s WHERE s.recording_id = m.recording_id"
               " AND s.hold_id NOT IN (SELECT value FROM json_each(?)))",
               listOf(holds));
    return clause;
}

} // namespace

Result<ReleasePreview::Totals> ReleasePreview::totals(const QList<HoldId> &holds, const QDateTime &now)
{
    SqlClause clause{"SELECT count(*) FILTER (WHERE NOT stays), sum(file_size) FILTER (WHERE NOT stays),"
                     " count(*) FILTER (WHERE stays), count(*) FILTER (WHERE NOT stays AND until <= ?),"
                     " sum(file_size) FILTER (WHERE NOT stays AND until <= ?) FROM (SELECT r.file_size, ",
                     {now.toMSecsSinceEpoch(), now.toMSecsSinceEpoch()}};
    clause.add(heldElsewhere(holds));
    clause.add(" AS stays, ");
    clause.add(retentionUntil(m_rules, QByteArray::number(now.toMSecsSinceEpoch())));
    clause.add(" AS until FROM ");
    clause.add(heldBy(holds));
    clause.add(" m CROSS JOIN recordings r ON r.id = m.recording_id)");
    Totals totals;
    Query placing(m_database, "SELECT count(*) FROM holds WHERE state = 'placing'"
                              " AND id IN (SELECT value FROM json_each(?))");
    const Result<qint64> beingPlaced = placing.bind(listOf(holds)).oneNumber();
    if (!beingPlaced)
        return fail(beingPlaced.error());
    Query query(m_database, clause.sql);
    clause.bindTo(query);
    const Done done = query.each([&] {
        totals = {query.number(0), query.number(1), query.number(2),
                  query.number(3), query.number(4), *beingPlaced > 0};
    });
    if (!done)
        return fail(done.error());
    return totals;
}

Result<QList<ReleasePreview::Freed>> ReleasePreview::page(const QList<HoldId> &holds, RecordingId after, int limit,
                                                          const QDateTime &now)
{
    SqlClause ids{"SELECT m.recording_id AS id FROM "};
    ids.add(heldBy(holds));
    ids.add(" m WHERE m.recording_id > ? AND NOT ", after.value);
    ids.add(heldElsewhere(holds));
    ids.add(" ORDER BY m.recording_id LIMIT ?", qint64{limit});
    const Result<QList<Recording>> recordings = Recordings(m_database).inTheOrderOf(ids);
    if (!recordings)
        return fail(recordings.error());
    QList<Freed> freed;
    for (const Recording &recording : *recordings) {
        Recording released = recording;
        released.complianceHold = false;
        released.holdReleasedAt = now;
        freed.append({recording, retentionVerdict(released, {}, m_rules, now)});
    }
    return freed;
}

} // namespace Holdfast
