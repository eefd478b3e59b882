// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/HoldProgress.h"

#include "domain/Hold.h"
#include "sqlite/Query.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace Holdfast {

namespace {

QString listOf(const QList<qint64> &numbers)
{
    QJsonArray list;
    for (const qint64 number : numbers)
        list.append(number);
    return QString::fromUtf8(QJsonDocument(list).toJson(QJsonDocument::Compact));
}

Result<bool> isInState(Database &database, HoldId hold, HoldState state)
{
    Query query(database, "SELECT 1 FROM holds WHERE id = ? AND state = ?");
    return query.bind(hold, holdStateName(state)).step();
}

Done setState(Database &database, HoldId hold, HoldState state)
{
    Query query(database, "UPDATE holds SET state = ? WHERE id = ?");
    return query.bind(holdStateName(state), hold).run();
}

/// Some of what it is to be placed on and was passed over, since somebody else moved how far it came.
Done markLeftovers(Database &database, HoldId hold)
{
    constexpr int most = 100;
    Query query(database, "INSERT INTO held_recordings (recording_id, hold_id)"
                          " SELECT DISTINCT recording_id, hold_id FROM hold_leftovers WHERE hold_id = ? LIMIT ?");
    return query.bind(hold, most).run();
}

Result<bool> isHeldBy(Database &database, HoldId hold, const RecordingPlace &place)
{
    Query query(database, "SELECT 1 FROM held_recordings s CROSS JOIN recordings r ON r.id = s.recording_id"
                          " WHERE s.hold_id = ? AND s.recording_id = ? AND r.uploaded_at = ?");
    return query.bind(hold, place.id, place.key).step();
}

} // namespace

Result<std::optional<HoldProgress::Step>> HoldProgress::next()
{
    std::optional<Step> step;
    Query query(m_database, "SELECT id, state = 'placing', reached_time, reached_id FROM holds"
                            " WHERE state IN ('placing', 'releasing') ORDER BY id LIMIT 1");
    const Done done = query.each([&] {
        step = Step{{query.number(0)}, query.number(1) != 0, std::nullopt};
        if (!query.isNull(2) && !query.isNull(3))
            step->reached = RecordingPlace{query.number(2), {query.number(3)}};
    });
    if (!done)
        return fail(done.error());
    return step;
}

Done HoldProgress::mark(HoldId hold, const QList<RecordingPlace> &found)
{
    const Result<bool> placing = isInState(m_database, hold, HoldState::Placing);
    if (!placing || !*placing)
        return placing.map([](bool) {});
    if (found.isEmpty()) {
        const Done done = setState(m_database, hold, HoldState::Active);
        if (!done && done.error().kind == FailureKind::Conflict)
            return markLeftovers(m_database, hold);
        if (!done)
            return done;
        Query over(m_database, "DELETE FROM hold_rules WHERE hold_id = ? AND includes_later = 0");
        return over.bind(hold).run();
    }
    QList<qint64> ids;
    for (const RecordingPlace &place : found)
        ids.append(place.id.value);
    // What was deleted since it was found could be deleted because the rule was not for it any more.
    Query query(m_database, "INSERT INTO held_recordings (recording_id, hold_id) SELECT j.value, h.id FROM holds h "
                            "CROSS JOIN json_each(?) j"
                            " WHERE h.id = ? AND EXISTS (SELECT 1 FROM recordings r WHERE r.id = j.value)"
                            " AND NOT EXISTS (SELECT 1 FROM held_recordings m WHERE m.recording_id = j.value"
                            " AND m.hold_id = h.id)");
    if (Done done = query.bind(listOf(ids), hold).run(); !done)
        return done;
    for (auto last = found.crbegin(); last != found.crend(); ++last) {
        const Result<bool> held = isHeldBy(m_database, hold, *last);
        if (!held)
            return fail(held.error());
        if (!*held)
            continue;
        Query reached(m_database, "UPDATE holds SET reached_time = ?, reached_id = ? WHERE id = ?");
        return reached.bind(last->key, last->id, hold).run();
    }
    return {};
}

Result<bool> HoldProgress::letGo(HoldId hold, int most)
{
    const Result<bool> releasing = isInState(m_database, hold, HoldState::Releasing);
    if (!releasing)
        return releasing;
    if (!*releasing)
        return true;
    QList<qint64> ids;
    Query query(m_database, "SELECT recording_id FROM held_recordings WHERE hold_id = ? AND recording_id >"
                            " (SELECT coalesce(reached_id, 0) FROM holds WHERE id = ?) ORDER BY recording_id LIMIT ?");
    query.bind(hold, hold, most);
    if (Done done = query.each([&] { ids.append(query.number(0)); }); !done)
        return fail(done.error());
    if (!ids.isEmpty()) {
        // The latest of its holds counts, whichever of them comes here last.
        Query free(m_database,
                   "UPDATE recordings SET compliance_hold = 0, revision = revision + 1, hold_released_at ="
                   " (SELECT max(h.released_at) FROM held_recordings m CROSS JOIN holds h ON h.id = m.hold_id"
                   " WHERE m.recording_id = recordings.id)"
                   " WHERE id IN (SELECT value FROM json_each(?)) AND compliance_hold = 1"
                   " AND NOT EXISTS (SELECT 1 FROM standing_holds s WHERE s.recording_id = recordings.id)");
        if (Done done = free.bind(listOf(ids)).run(); !done)
            return fail(done.error());
        Query reached(m_database, "UPDATE holds SET reached_id = ? WHERE id = ?");
        if (Done done = reached.bind(ids.last(), hold).run(); !done)
            return fail(done.error());
    }
    if (ids.size() == most)
        return false;
    if (Done done = setState(m_database, hold, HoldState::Released); !done)
        return fail(done.error());
    return true;
}

} // namespace Holdfast
