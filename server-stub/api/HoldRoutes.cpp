// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/HoldRoutes.h"

#include "access/Gate.h"
#include "api/FailureReply.h"
#include "api/JsonBody.h"
#include "api/RecordingHolding.h"
#include "api/RecordingRequest.h"
#include "contract/FailureStatus.h"
#include "contract/Json.h"
#include "contract/JsonFields.h"
#include "contract/RecordingJson.h"
#include "contract/Routes.h"
#include "domain/Deed.h"
#include "domain/Limits.h"

#include <QJsonArray>

namespace Holdfast {

namespace {

constexpr qint64 longestHoldBody = 64 * 1024; // a thousand ids and a reason

RecordingHoldOrder readOrder(JsonFields &fields)
{
    RecordingHoldOrder order;
    order.complianceHold = fields.truth(QLatin1String("complianceHold"));
    order.reason = fields.textOrNull(QLatin1String("reason"));
    order.matter = fields.textOrNull(QLatin1String("matter"));
    if (order.reason.size() > longestReason)
        fields.refuse(QLatin1String("reason"), QStringLiteral("at most %1 characters").arg(longestReason));
    if (order.matter.size() > longestName)
        fields.refuse(QLatin1String("matter"), QStringLiteral("at most %1 characters").arg(longestName));
    return order;
}

Failure mayNotHold()
{
    return {FailureKind::Forbidden, QStringLiteral("User does not have permission to change compliance holds"), {}, {}};
}

Result<QList<RecordingId>> readIds(JsonFields &fields)
{
    const QJsonArray list = fields.list(QLatin1String("ids"));
    if (list.isEmpty() || list.size() > mostHeldAtOnce)
        fields.refuse(QLatin1String("ids"), QStringLiteral("a list of 1 to %1 numbers").arg(mostHeldAtOnce));
    if (fields.failure())
        return fail(*fields.failure());
    QList<RecordingId> ids;
    for (const QJsonValue &value : list) {
        const RecordingId id{value.toInteger(0)};
        if (!id.isValid())
            fields.refuse(QLatin1String("ids"), QStringLiteral("a list of positive whole numbers"));
        else if (!ids.contains(id))
            ids.append(id);
    }
    if (fields.failure())
        return fail(*fields.failure());
    return ids;
}

/// What became of one of many.
QJsonObject outcomeOf(RecordingId id, const Result<HoldOutcome> &ordered)
{
    const int status = !ordered ? statusOf(ordered.error().kind) : ordered->waits ? 202 : 200;
    QJsonObject outcome{{QLatin1String("id"), id.value}, {QLatin1String("status"), status}};
    if (ordered)
        outcome.insert(QLatin1String("complianceHold"), ordered->complianceHold);
    if (!ordered || !ordered->remark.isEmpty())
        outcome.insert(QLatin1String("message"), ordered ? ordered->remark : ordered.error().message);
    return outcome;
}

/// What concerns one of many alone.
bool isOfOneAlone(const Failure &failure)
{
    return failure.kind == FailureKind::NotFound || failure.kind == FailureKind::Conflict;
}

} // namespace

HoldRoutes::HoldRoutes(DataFolder &data, AccessLog &log, const RecordingLookup &recordings, bool releaseNeedsTwo)
    : m_data(data)
    , m_log(log)
    , m_recordings(recordings)
    , m_releaseNeedsTwo(releaseNeedsTwo)
{
}

void HoldRoutes::addTo(Http::Router &router, const Http::Gate &gate)
{
    router.add(
        "PUT", Routes::recordingHold, gate,
        [this](const Http::Request &request, const Http::Responder &responder) { return one(request, responder); });
    router.add(
        "POST", Routes::recordingsHold, gate,
        [this](const Http::Request &request, const Http::Responder &responder) { return many(request, responder); });
}

std::unique_ptr<Http::BodySink> HoldRoutes::one(const Http::Request &request, const Http::Responder &responder)
{
    RecordingRequest asked(request, m_recordings, m_log, QStringLiteral("hold"));
    if (asked.recording && !may(Gate::callerOf(request).user.role, Deed::PlaceHold))
        asked.recording = fail(mayNotHold());
    if (!asked.recording) {
        asked.refuse(responder);
        return nullptr;
    }
    return collectJson(request, responder, longestHoldBody,
                       [this, entry = asked.entry](const QJsonObject &body, const Http::Responder &answer) {
                           JsonFields fields(body);
                           const RecordingHoldOrder wanted = readOrder(fields);
                           if (fields.failure())
                               return answer.reply(failureReply(*fields.failure()));
                           m_data.writes()
                               .submit<HoldOutcome>([entry, wanted, two = m_releaseNeedsTwo](Database &database) {
                                   return holdOrRelease(database, entry, wanted, two);
                               })
                               .then([this, id = entry.recordingId, answer](const Result<HoldOutcome> &ordered) {
                                   const Result<Recording> after =
                                       ordered ? m_recordings.stored(id) : fail(ordered.error());
                                   answer.reply(after ? Http::Reply::json(ordered->waits ? 202 : 200, jsonText(*after))
                                                      : failureReply(after.error()));
                               });
                       });
}

std::unique_ptr<Http::BodySink> HoldRoutes::many(const Http::Request &request, const Http::Responder &responder)
{
    const Caller caller = Gate::callerOf(request);
    const AuditEntry entry = m_log.entry(caller, QStringLiteral("hold"));
    if (!may(caller.user.role, Deed::PlaceHold)) {
        AuditEntry refused = entry;
        refused.outcome = AuditOutcome::Refused;
        m_log.thenReply(refused, responder, failureReply(mayNotHold()));
        return nullptr;
    }
    return collectJson(request, responder, longestHoldBody,
                       [this, entry](const QJsonObject &body, const Http::Responder &answer) {
                           JsonFields fields(body);
                           const RecordingHoldOrder wanted = readOrder(fields);
                           const Result<QList<RecordingId>> ids = readIds(fields);
                           if (!ids)
                               return answer.reply(failureReply(ids.error()));
                           m_data.writes()
                               .submit<QJsonArray>([entry, wanted, ids = *ids,
                                                    two = m_releaseNeedsTwo](Database &database) -> Result<QJsonArray> {
                                   QJsonArray outcomes;
                                   for (const RecordingId id : ids) {
                                       AuditEntry own = entry;
                                       own.recordingId = id;
                                       const Result<HoldOutcome> ordered = holdOrRelease(database, own, wanted, two);
                                       if (!ordered && !isOfOneAlone(ordered.error()))
                                           return fail(ordered.error()); // all or none, but for what concerns one alone
                                       outcomes.append(outcomeOf(id, ordered));
                                   }
                                   return outcomes;
                               })
                               .then([answer](const Result<QJsonArray> &outcomes) {
                                   answer.reply(outcomes ? Http::Reply::json(200, QJsonDocument(*outcomes))
                                                         : failureReply(outcomes.error()));
                               });
                       });
}

} // namespace Holdfast
