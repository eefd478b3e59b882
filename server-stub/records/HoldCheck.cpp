// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/HoldCheck.h"

#include "sqlite/Query.h"
#include "sqlite/Steps.h"

namespace Holdfast {

QString HoldFault::sentence() const
{
    switch (kind) {
    case Kind::NotMarked:
        return QStringLiteral("hold %1: it stands over recording %2, and does not hold it")
            .arg(hold.value)
            .arg(recording.value);
    case Kind::Gone:
        return QStringLiteral("hold %1: it stands over recording %2, which is not there any more")
            .arg(hold.value)
            .arg(recording.value);
    case Kind::Fewer:
        return QStringLiteral("hold %1: it was placed on %2 recordings more than it holds")
            .arg(hold.value)
            .arg(recordings);
    case Kind::LeftOut:
        return QStringLiteral("hold %1: it does not hold %2 of the recordings that it is for; the first is recording "
                              "%3")
            .arg(hold.value)
            .arg(recordings)
            .arg(recording.value);
    case Kind::WithoutRule:
        return QStringLiteral("hold %1: it includes what comes later, and its rule is missing").arg(hold.value);
    case Kind::HeldByNone:
        return QStringLiteral("recording %1: it is marked as held, and no hold stands over it").arg(recording.value);
    }
    Q_UNREACHABLE();
}

Done HoldCheck::each(const Tell &tell)
{
    return inOrder([&] { return eachPlain(tell); }, [&] { return ofRules(tell); }, [&] { return ofRecordings(tell); });
}

Done HoldCheck::eachPlain(const Tell &tell)
{
    return inOrder([&] { return ofOneRecording(tell); }, [&] { return ofCounts(tell); });
}

Done HoldCheck::ofOneRecording(const Tell &tell)
{
    Query query(m_database,
                "SELECT h.id, h.recording_id, r.id IS NULL FROM holds h LEFT JOIN recordings r ON r.id = h.recording_id"
                " WHERE h.scope = 'recording' AND h.released_at IS NULL"
                " AND NOT EXISTS (SELECT 1 FROM held_recordings s WHERE s.recording_id = h.recording_id"
                " AND s.hold_id = h.id) ORDER BY h.id");
    return query.each([&] {
        const auto kind = query.number(2) != 0 ? HoldFault::Kind::Gone : HoldFault::Kind::NotMarked;
        tell({kind, {query.number(0)}, {query.number(1)}, 1});
    });
}

Done HoldCheck::ofCounts(const Tell &tell)
{
    Query query(m_database,
                "SELECT id, recording_count - held, lost FROM (SELECT h.id AS id, h.recording_count AS recording_count,"
                " (SELECT count(*) FROM held_recordings s WHERE s.hold_id = h.id) AS held,"
                " h.includes_later = 1 AND NOT EXISTS (SELECT 1 FROM hold_rules q WHERE q.hold_id = h.id) AS lost"
                " FROM holds h WHERE h.scope <> 'recording' AND h.state = 'active')"
                " WHERE recording_count > held OR lost ORDER BY id");
    return query.each([&] {
        if (query.number(1) > 0)
            tell({HoldFault::Kind::Fewer, {query.number(0)}, {}, query.number(1)});
        if (query.number(2) != 0)
            tell({HoldFault::Kind::WithoutRule, {query.number(0)}, {}, 0});
    });
}

/// What was there when the hold was placed is what leftovers are of; what came later is the rule's, too.
Done HoldCheck::ofRules(const Tell &tell)
{
    Query query(m_database,
                "SELECT hold_id, min(recording_id), count(DISTINCT recording_id) FROM ("
                "SELECT l.hold_id AS hold_id, l.recording_id AS recording_id FROM hold_leftovers l"
                " WHERE EXISTS (SELECT 1 FROM holds h WHERE h.id = l.hold_id AND h.state = 'active')"
                " UNION ALL SELECT q.hold_id, r.id"
                " FROM hold_rules q CROSS JOIN holds p ON p.id = q.hold_id CROSS JOIN recordings r"
                " WHERE q.includes_later = 1 AND p.state = 'active' AND r.uploaded_at > p.placed_at"
                " AND NOT EXISTS (SELECT 1 FROM held_recordings s WHERE s.recording_id = r.id AND s.hold_id = p.id)"
                " AND EXISTS (SELECT 1 FROM hold_matches m WHERE m.recording_id = r.id AND m.hold_id = p.id))"
                " GROUP BY hold_id ORDER BY hold_id");
    return query.each([&] { tell({HoldFault::Kind::LeftOut, {query.number(0)}, {query.number(1)}, query.number(2)}); });
}

/// What a hold that was released has not let go yet is still marked.
Done HoldCheck::ofRecordings(const Tell &tell)
{
    Query query(m_database,
                "SELECT r.id FROM recordings r WHERE r.compliance_hold = 1 AND NOT EXISTS"
                " (SELECT 1 FROM held_recordings s CROSS JOIN holds h ON h.id = s.hold_id WHERE s.recording_id = r.id"
                " AND (h.released_at IS NULL OR h.state = 'releasing')) ORDER BY r.id");
    return query.each([&] { tell({HoldFault::Kind::HeldByNone, {}, {query.number(0)}, 1}); });
}

} // namespace Holdfast
