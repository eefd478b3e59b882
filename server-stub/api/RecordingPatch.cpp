// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/RecordingPatch.h"

#include "access/Gate.h"
#include "api/FailureReply.h"
#include "api/JsonBody.h"
#include "api/RecordingRequest.h"
#include "api/Revision.h"
#include "contract/Json.h"
#include "contract/RecordingChangeJson.h"
#include "contract/RecordingJson.h"
#include "contract/Routes.h"
#include "domain/Deed.h"
#include "domain/Limits.h"
#include "records/Changes.h"
#include "records/RecordingEdit.h"

namespace Holdfast {

namespace {

constexpr qint64 longestBody = qint64{maxNotesLength} * 6 + 4096; // every character escaped

/// What was and what is. Of the notes only how long they were: what they say goes with the recording, and an entry
/// stays.
QJsonObject differenceOf(const Recording &before, const Recording &after)
{
    QJsonObject difference;
    const auto note = [&difference](QLatin1String field, const QJsonValue &was, const QJsonValue &is) {
        if (was != is)
            difference.insert(field, QJsonObject{{QLatin1String("before"), was}, {QLatin1String("after"), is}});
    };
    note(QLatin1String("disposition"), before.disposition, after.disposition);
    note(QLatin1String("callDate"), isoTime(before.callDate), isoTime(after.callDate));
    note(QLatin1String("leadId"), before.leadId.value, after.leadId.value);
    const auto channel = [](const Recording &recording) {
        const std::optional<int> number = channelNumber(recording.agentChannel);
        return number ? QJsonValue(*number) : QJsonValue();
    };
    note(QLatin1String("agentChannel"), channel(before), channel(after));
    if (before.notes != after.notes)
        difference.insert(QLatin1String("notes"), QJsonObject{{QLatin1String("charactersBefore"), before.notes.size()},
                                                              {QLatin1String("charactersAfter"), after.notes.size()}});
    return difference;
}

Done patch(Database &database, AuditEntry entry, const RecordingChange &change, const RevisionCondition &condition)
{
    Recordings recordings(database);
    const Result<std::optional<Recording>> before = recordings.byId(entry.recordingId);
    if (!before)
        return fail(before.error());
    if (!*before)
        return fail(FailureKind::NotFound, QStringLiteral("Recording not found"));
    if (!condition.holdsFor((*before)->revision))
        return fail(FailureKind::Outdated,
                    QStringLiteral("The recording is at revision %1 by now. Nothing was changed; get it anew.")
                        .arg((*before)->revision));
    const Result<bool> changed = editRecording(database, **before, change);
    if (!changed)
        return fail(changed.error());
    if (!*changed)
        return {};
    const Result<std::optional<Recording>> after = recordings.byId(entry.recordingId);
    if (!after)
        return fail(after.error());
    entry.detail = differenceOf(**before, **after);
    if (Done noted = Audit(database).append(entry); !noted)
        return noted;
    return Changes(database).append(QStringLiteral("recording"), entry.recordingId.value, entry.at, (*before)->agentId);
}

} // namespace

RecordingPatch::RecordingPatch(DataFolder &data, AccessLog &log, const RecordingLookup &recordings)
    : m_data(data)
    , m_log(log)
    , m_recordings(recordings)
{
}

void RecordingPatch::addTo(Http::Router &router, const Http::Gate &gate)
{
    router.add(
        "PATCH", Routes::recording, gate,
        [this](const Http::Request &request, const Http::Responder &responder) { return change(request, responder); });
}

std::unique_ptr<Http::BodySink> RecordingPatch::change(const Http::Request &request, const Http::Responder &responder)
{
    const auto asked = std::make_shared<RecordingRequest>(request, m_recordings, m_log, QStringLiteral("change"));
    if (!asked->recording) {
        asked->refuse(responder);
        return nullptr;
    }
    const auto condition = ifMatchOf(request.headers);
    if (!condition) {
        responder.reply(Http::Reply::message(
            428, QStringLiteral("Say in If-Match which revision you know, as ETag gave it. Nothing was changed.")));
        return nullptr;
    }
    const bool everything = may(Gate::callerOf(request).user.role, Deed::AnnotateAnyRecording);
    return collectJson(
        request, responder, longestBody,
        [this, asked, condition = *condition, everything](const QJsonObject &body, const Http::Responder &answer) {
            const Result<RecordingChange> change = recordingChangeFromJson(body);
            if (!change)
                return answer.reply(failureReply(change.error()));
            if ((change->callDate || change->leadId) && !everything) {
                asked->recording =
                    fail(FailureKind::Forbidden,
                         QStringLiteral("User does not have permission to change a recording's lead or date"));
                return asked->refuse(answer);
            }
            m_data.writes()
                .submit<void>([entry = asked->entry, change = *change, condition](Database &database) {
                    return patch(database, entry, change, condition);
                })
                .then([this, id = asked->recording->id, answer](const Done &done) {
                    const Result<Recording> after = done ? m_recordings.stored(id) : fail(done.error());
                    if (!after)
                        return answer.reply(failureReply(after.error()));
                    Http::Reply reply = Http::Reply::json(200, jsonText(*after));
                    reply.headers.set("ETag", revisionTag(after->revision));
                    answer.reply(std::move(reply));
                });
        });
}

} // namespace Holdfast
