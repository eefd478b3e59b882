// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/HoldDeeds.h"

#include "api/HoldWork.h"
#include "contract/HoldJson.h"
#include "domain/Deed.h"
#include "records/Changes.h"
#include "records/Holds.h"
#include "records/RecordingSearch.h"
#include "records/ReleaseRequests.h"
#include "records/Users.h"

namespace Holdfast {

namespace {

/// A hold concerns those alone who see everything; that its recordings are marked is told of each of them.
Done note(Database &database, AuditEntry &entry, const Hold &hold)
{
    entry.detail.insert(QLatin1String("holdId"), hold.id.value);
    entry.detail.insert(QLatin1String("matter"), hold.matterName);
    entry.recordingId = hold.recordingId.value_or(RecordingId{});
    entry.leadId = hold.leadId.value_or(LeadId{});
    if (hold.recordingId) {
        const Result<std::optional<Recording>> recording = Recordings(database).byId(*hold.recordingId);
        if (!recording)
            return fail(recording.error());
        if (*recording)
            entry.leadId = (*recording)->leadId;
    }
    if (Done noted = Audit(database).append(entry); !noted)
        return noted;
    return Changes(database).append(QStringLiteral("hold"), hold.id.value, entry.at, UserId{});
}

/// A lead's recordings lie together: a first portion of them is found at once, and most leads have no second.
Done markFirst(Database &database, HoldId id, RecordingFilter filter)
{
    filter.limit = HoldWork::portion;
    const Result<QList<RecordingPlace>> found = RecordingSearch::walk(database, filter);
    if (!found)
        return fail(found.error());
    HoldProgress progress(database);
    if (Done marked = found->isEmpty() ? Done() : progress.mark(id, *found); !marked)
        return marked;
    return found->size() < filter.limit ? progress.mark(id, {}) : Done();
}

/// As the database has it now: a token may have been looked at before the user was disabled.
Result<bool> mayRelease(Database &database, UserId user)
{
    const Result<std::optional<Account>> account = Users(database).byId(user);
    if (!account)
        return fail(account.error());
    return *account && !(*account)->disabled && may((*account)->user.role, Deed::ReleaseHold);
}

Done lapse(Database &database, AuditEntry entry, const ReleaseRequest &request)
{
    ReleaseRequests requests(database);
    if (Done lapsed = requests.lapse(request.id, entry.at); !lapsed)
        return lapsed;
    const Result<ReleaseRequest> after = requests.byId(request.id);
    const Result<Hold> hold = after ? Holds(database).byId(after->holdId) : fail(after.error());
    if (!hold)
        return fail(hold.error());
    entry.action = QStringLiteral("hold-release-lapse");
    entry.detail = {{QLatin1String("before"), toJson(request)}, {QLatin1String("after"), toJson(*after)}};
    return note(database, entry, *hold);
}

/// A request that nobody may decide any more stands in no other's way.
Done lapseDead(Database &database, const AuditEntry &entry, HoldId hold)
{
    const Result<QList<ReleaseRequest>> open =
        ReleaseRequests(database).find({ReleaseRequestState::Open, hold, std::nullopt, 1});
    if (!open)
        return fail(open.error());
    for (const ReleaseRequest &request : *open) {
        const Result<bool> still = mayRelease(database, request.askedBy);
        if (!still)
            return fail(still.error());
        if (Done lapsed = *still ? Done() : lapse(database, entry, request); !lapsed)
            return lapsed;
    }
    return {};
}

/// Withdrawing is for whoever asked, approving and refusing for another.
Done checkBothMay(Database &database, const ReleaseRequest &request, UserId decides)
{
    const Result<bool> askerMay = mayRelease(database, request.askedBy);
    const Result<bool> deciderMay = mayRelease(database, decides);
    if (!askerMay || !deciderMay)
        return fail(askerMay ? deciderMay.error() : askerMay.error());
    if (!*askerMay)
        return fail(FailureKind::Conflict, QStringLiteral("%1, who asked for this release, may not release holds any "
                                                          "more, so it can't be decided. Ask for the release anew.")
                                               .arg(request.askedByName));
    return *deciderMay ? Done()
                       : fail(FailureKind::Conflict,
                              QStringLiteral("You may not release holds any more. Nothing was decided."));
}

} // namespace

Result<Hold> placeHold(Database &database, AuditEntry entry, const Hold &wanted,
                       const std::optional<RecordingFilter> &filter)
{
    Holds holds(database);
    const Result<HoldId> id = filter ? holds.placeRule(wanted, *filter) : holds.placeOnRecording(wanted);
    if (!id)
        return fail(id.error());
    if (wanted.scope == HoldScope::Lead && filter)
        if (Done marked = markFirst(database, *id, *filter); !marked)
            return fail(marked.error());
    const Result<Hold> placed = holds.byId(*id);
    if (!placed)
        return placed;
    entry.detail.insert(QLatin1String("before"), QJsonValue(QJsonValue::Null));
    entry.detail.insert(QLatin1String("after"), toJson(*placed));
    if (Done noted = note(database, entry, *placed); !noted)
        return fail(noted.error());
    return placed;
}

Result<LetGo> letGoOf(Database &database, AuditEntry entry, HoldId id, const QString &reason, bool needsTwo)
{
    Holds holds(database);
    const Result<Hold> before = holds.byId(id);
    if (!before)
        return fail(before.error());
    LetGo letGo;
    if (needsTwo) {
        ReleaseRequests requests(database);
        if (Done lapsed = lapseDead(database, entry, id); !lapsed)
            return fail(lapsed.error());
        const Result<ReleaseRequestId> asked = requests.ask(id, entry.userId, entry.at, reason);
        const Result<ReleaseRequest> request = asked ? requests.byId(*asked) : fail(asked.error());
        if (!request)
            return fail(request.error());
        letGo.request = *request;
        entry.action = QStringLiteral("hold-release-ask");
        entry.detail.insert(QLatin1String("request"), toJson(*request));
    }
    const Result<Hold> after = needsTwo ? before : holds.asReleased(id, entry.userId, entry.at, reason);
    if (!after)
        return fail(after.error());
    letGo.hold = *after;
    if (!needsTwo) {
        entry.detail.insert(QLatin1String("before"), toJson(*before));
        entry.detail.insert(QLatin1String("after"), toJson(*after));
    }
    if (Done noted = note(database, entry, *after); !noted)
        return fail(noted.error());
    if (!needsTwo)
        if (Done released = holds.release(id, entry.userId, entry.at, reason); !released)
            return fail(released.error());
    return letGo;
}

Done lapseRequestsOf(Database &database, const AuditEntry &entry, UserId user)
{
    const Result<bool> still = mayRelease(database, user);
    if (!still || *still)
        return still.map([](bool) {});
    const Result<QList<ReleaseRequest>> open = ReleaseRequests(database).openOf(user);
    if (!open)
        return fail(open.error());
    for (const ReleaseRequest &request : *open)
        if (Done lapsed = lapse(database, entry, request); !lapsed)
            return lapsed;
    return {};
}

Result<ReleaseRequest> decideRelease(Database &database, AuditEntry entry, ReleaseRequestId id,
                                     ReleaseRequestState decision)
{
    ReleaseRequests requests(database);
    const Result<ReleaseRequest> before = requests.byId(id);
    if (!before)
        return before;
    if (before->state == ReleaseRequestState::Open)
        if (Done checked = checkBothMay(database, *before, entry.userId); !checked)
            return fail(checked.error());
    if (Done decided = requests.decide(id, decision, entry.userId, entry.at); !decided)
        return fail(decided.error());
    const Result<ReleaseRequest> after = requests.byId(id);
    const Result<Hold> hold = after ? Holds(database).byId(after->holdId) : fail(after.error());
    if (!hold)
        return fail(hold.error());
    entry.detail.insert(QLatin1String("before"), toJson(*before));
    entry.detail.insert(QLatin1String("after"), toJson(*after));
    if (Done noted = note(database, entry, *hold); !noted)
        return fail(noted.error());
    if (decision == ReleaseRequestState::Approved)
        if (Done released = Holds(database).release(hold->id, entry.userId, entry.at, after->reason); !released)
            return fail(released.error());
    return after;
}

} // namespace Holdfast
