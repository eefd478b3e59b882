// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/Holds.h"

#include "records/HoldProgress.h"
#include "records/HoldRules.h"
#include "records/Leads.h"
#include "records/Matters.h"
#include "records/Recordings.h"
#include "records/SchemaCheck.h"
#include "records/SqlClause.h"
#include "records/Users.h"

#include <QJsonDocument>

namespace Holdfast {

namespace {

const QByteArray holdColumns =
    "SELECT h.id, h.matter_id, coalesce(m.name, ''), h.scope, h.recording_id, h.lead_id, h.search, h.includes_later, "
    "h.reason,"
    " h.placed_by, coalesce(p.full_name, ''), h.placed_at, h.state, h.recording_count, h.released_by,"
    " coalesce(r.full_name, ''), h.released_at, h.release_reason"
    " FROM holds h LEFT JOIN matters m ON m.id = h.matter_id LEFT JOIN users p ON p.id = h.placed_by"
    " LEFT JOIN users r ON r.id = h.released_by";

template <class Id> std::optional<Id> idOrNone(const Query &query, int column)
{
    return query.isNull(column) ? std::nullopt : std::optional(Id{query.number(column)});
}

Hold holdOf(const Query &query)
{
    Hold hold;
    hold.id = {query.number(0)};
    hold.matterId = {query.number(1)};
    hold.matterName = query.text(2);
    hold.scope = holdScopeFromName(query.text(3)).value_or(HoldScope::Recording);
    hold.recordingId = idOrNone<RecordingId>(query, 4);
    hold.leadId = idOrNone<LeadId>(query, 5);
    hold.search = QJsonDocument::fromJson(query.text(6).toUtf8()).object();
    hold.includesLater = query.number(7) != 0;
    hold.reason = query.text(8);
    hold.placedBy = idOrNone<UserId>(query, 9);
    hold.placedByName = query.text(10);
    hold.placedAt = query.time(11);
    hold.state = holdStateFromName(query.text(12)).value_or(HoldState::Active);
    hold.recordingCount = query.number(13);
    hold.releasedBy = idOrNone<UserId>(query, 14);
    hold.releasedByName = query.text(15);
    if (!query.isNull(16))
        hold.releasedAt = query.time(16);
    hold.releaseReason = query.text(17);
    return hold;
}

QString searchText(const Hold &hold)
{
    if (hold.scope != HoldScope::Search)
        return {};
    return QString::fromUtf8(QJsonDocument(hold.search).toJson(QJsonDocument::Compact));
}

} // namespace

Result<QList<Hold>> Holds::find(const HoldFilter &filter)
{
    SqlClause clause{holdColumns + " WHERE 1"};
    if (filter.recording)
        clause.add(" AND h.id IN (SELECT hold_id FROM held_recordings WHERE recording_id = ?)",
                   filter.recording->value);
    if (filter.matter)
        clause.add(" AND h.matter_id = ?", filter.matter->value);
    if (filter.lead)
        clause.add(" AND h.lead_id = ?", filter.lead->value);
    if (filter.stands)
        clause.add(*filter.stands ? " AND h.released_at IS NULL" : " AND h.released_at IS NOT NULL");
    if (filter.before)
        clause.add(" AND h.id < ?", filter.before->value);
    clause.add(" ORDER BY h.id DESC LIMIT ?", qint64{filter.limit});
    QList<Hold> holds;
    Query query(m_database, clause.sql);
    clause.bindTo(query);
    if (Done done = query.each([&] { holds.append(holdOf(query)); }); !done)
        return fail(done.error());
    return holds;
}

Result<Hold> Holds::byId(HoldId id)
{
    Query query(m_database, holdColumns + " WHERE h.id = ?");
    const Result<bool> row = query.bind(id).step();
    if (!row)
        return fail(row.error());
    return *row ? Result<Hold>(holdOf(query)) : fail(FailureKind::NotFound, QStringLiteral("Hold not found"));
}

Result<std::optional<Hold>> Holds::standing(RecordingId recording, MatterId matter)
{
    std::optional<Hold> hold;
    Query query(m_database, holdColumns + " WHERE h.recording_id = ? AND h.matter_id = ? AND h.released_at IS NULL");
    query.bind(recording, matter);
    if (Done done = query.each([&] { hold = holdOf(query); }); !done)
        return fail(done.error());
    return hold;
}

Done Holds::checkMatter(MatterId matter)
{
    const Result<Matter> found = Matters(m_database).byId(matter);
    if (!found && found.error().kind == FailureKind::NotFound)
        return fail(FailureKind::Malformed, QStringLiteral("matterId names no matter. Nothing was held."));
    if (!found)
        return fail(found.error());
    if (found->closedAt)
        return fail(
            FailureKind::Conflict,
            QStringLiteral("The matter \"%1\" is closed. Nothing was held; open it again first.").arg(found->name));
    return {};
}

Result<HoldId> Holds::insert(const Hold &hold)
{
    if (Done guarded = SchemaCheck(m_database).checkTriggers(); !guarded)
        return fail(guarded.error());
    Query query(m_database,
                "INSERT INTO holds (matter_id, scope, recording_id, lead_id, search, includes_later, reason,"
                " placed_by, placed_at, state) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    query.bind(hold.matterId, holdScopeName(hold.scope), hold.recordingId, hold.leadId, searchText(hold),
               hold.includesLater, hold.reason, hold.placedBy, hold.placedAt,
               holdStateName(hold.scope == HoldScope::Recording ? HoldState::Active : HoldState::Placing));
    if (Done done = query.run(); !done)
        return fail(done.error());
    return HoldId{query.insertedId()};
}

Result<HoldId> Holds::placeOnRecording(const Hold &hold)
{
    const RecordingId recording = hold.recordingId.value_or(RecordingId{});
    Query there(m_database, "SELECT 1 FROM recordings WHERE id = ?");
    const Result<bool> isThere = there.bind(recording).step();
    if (!isThere)
        return fail(isThere.error());
    if (!*isThere)
        return fail(FailureKind::NotFound, QStringLiteral("Recording not found"));
    if (Done checked = checkMatter(hold.matterId); !checked)
        return fail(checked.error());
    const Result<std::optional<Hold>> before = standing(recording, hold.matterId);
    if (!before)
        return fail(before.error());
    if (*before)
        return fail(FailureKind::Conflict,
                    QStringLiteral("Hold %1 for the matter \"%2\" already exists on this recording")
                        .arg((*before)->id.value)
                        .arg((*before)->matterName));
    const Result<HoldId> id = insert(hold);
    if (!id)
        return id;
    Query query(m_database, "INSERT INTO held_recordings (recording_id, hold_id) VALUES (?, ?)");
    if (Done done = query.bind(recording, *id).run(); !done)
        return fail(done.error());
    if (Done held = makeSureOf(recording); !held)
        return fail(held.error());
    return id;
}

Done Holds::makeSureOf(RecordingId recording)
{
    Query mark(m_database, "UPDATE recordings SET compliance_hold = 1, revision = revision + 1"
                           " WHERE id = ? AND compliance_hold = 0"
                           " AND EXISTS (SELECT 1 FROM standing_holds s WHERE s.recording_id = recordings.id)");
    if (Done marked = mark.bind(recording).run(); !marked)
        return marked;
    Query query(m_database, "SELECT count(*) FROM recordings r CROSS JOIN standing_holds s ON s.recording_id = r.id"
                            " WHERE r.id = ? AND r.compliance_hold = 1");
    const Result<qint64> held = query.bind(recording).oneNumber();
    if (!held)
        return fail(held.error());
    return *held > 0 ? Done()
                     : fail(FailureKind::Internal,
                            QStringLiteral("The recording could not be put under compliance hold, for the database was "
                                           "changed by somebody else than the server. Nothing was changed now. Start "
                                           "the server anew, which mends that, and try again."));
}

Result<HoldId> Holds::placeRule(const Hold &hold, const RecordingFilter &filter)
{
    if (Done checked = checkMatter(hold.matterId); !checked)
        return fail(checked.error());
    if (hold.leadId) {
        const Result<std::optional<Lead>> lead = Leads(m_database).byId(*hold.leadId);
        if (!lead)
            return fail(lead.error());
        if (!*lead)
            return fail(FailureKind::Malformed, QStringLiteral("leadId names no lead. Nothing was held."));
    }
    const Result<HoldId> id = insert(hold);
    if (!id)
        return id;
    if (Done done = HoldRules(m_database).add(*id, filter, hold.includesLater); !done)
        return fail(done.error());
    return id;
}

Result<Hold> Holds::asReleased(HoldId id, UserId by, const QDateTime &at, const QString &reason)
{
    Result<Hold> hold = byId(id);
    if (!hold)
        return hold;
    if (!hold->stands())
        return fail(FailureKind::Conflict, QStringLiteral("Hold %1 was released before").arg(id.value));
    const Result<std::optional<Account>> account = Users(m_database).byId(by);
    if (!account)
        return fail(account.error());
    hold->state = hold->scope == HoldScope::Recording ? HoldState::Released : HoldState::Releasing;
    hold->releasedBy = by;
    hold->releasedByName = *account ? (*account)->user.fullName : QString();
    hold->releasedAt = at;
    hold->releaseReason = reason;
    return hold;
}

Done Holds::release(HoldId id, UserId by, const QDateTime &at, const QString &reason)
{
    const Result<Hold> hold = asReleased(id, by, at, reason);
    if (!hold)
        return fail(hold.error());
    Query query(m_database, "UPDATE holds SET state = 'releasing', released_by = ?, released_at = ?,"
                            " release_reason = ?, reached_time = NULL, reached_id = NULL WHERE id = ?");
    // A Conflict would concern one of many alone, and leave its entry in the log.
    if (Done done = query.bind(by, at, reason, id).run(); !done)
        return done.error().kind != FailureKind::Conflict
                   ? done
                   : fail(FailureKind::Internal,
                          QStringLiteral("The database refused to release hold %1. Nothing was changed.").arg(id.value),
                          done.error().detail);
    Query requests(m_database, "UPDATE hold_release_requests SET state = 'lapsed', decided_at = ?"
                               " WHERE hold_id = ? AND state = 'open'");
    if (Done done = requests.bind(at, id).run(); !done)
        return done;
    if (Done done = HoldRules(m_database).remove(id); !done)
        return done;
    if (hold->scope != HoldScope::Recording)
        return {};
    return HoldProgress(m_database).letGo(id, 2).map([](bool) {});
}

} // namespace Holdfast
