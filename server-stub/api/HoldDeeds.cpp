// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/HoldDeeds.h"

#include "api/HoldWork.h"
#include "contract/HoldJson.h"
#include "records/Changes.h"
#include "records/Holds.h"
#include "records/RecordingSearch.h"
#include "records/ReleaseRequests.h"

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

Result<ReleaseRequest> decideRelease(Database &database, AuditEntry entry, ReleaseRequestId id,
                                     ReleaseRequestState decision)
{
    ReleaseRequests requests(database);
    const Result<ReleaseRequest> before = requests.byId(id);
    if (!before)
        return before;
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
