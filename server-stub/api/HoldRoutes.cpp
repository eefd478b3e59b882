// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/HoldRoutes.h"

#include "access/Gate.h"
#include "api/FailureReply.h"
#include "api/JsonBody.h"
#include "api/RecordingRequest.h"
#include "contract/FailureStatus.h"
#include "contract/Json.h"
#include "contract/JsonFields.h"
#include "contract/RecordingJson.h"
#include "contract/Routes.h"
#include "domain/Deed.h"
#include "records/Changes.h"

#include <QJsonArray>

namespace Holdfast {

namespace {

constexpr qint64 longestHoldBody = 64 * 1024; // a thousand ids and a reason
constexpr qsizetype mostIds = 1000;
constexpr qsizetype longestReason = 1000;

/// What a request asks for; the reason goes to the audit log.
struct HoldOrder
{
    bool complianceHold = false;
    QString reason;
    QString matter; ///< the case it is placed for, by its name
};

HoldOrder readOrder(JsonFields &fields)
{
    HoldOrder order;
    order.complianceHold = fields.truth(QLatin1String("complianceHold"));
    order.reason = fields.textOrNull(QLatin1String("reason"));
    order.matter = fields.textOrNull(QLatin1String("matter"));
    if (order.reason.size() > longestReason)
        fields.refuse(QLatin1String("reason"), QStringLiteral("at most %1 characters").arg(longestReason));
    if (order.matter.size() > longestReason)
        fields.refuse(QLatin1String("matter"), QStringLiteral("at most %1 characters").arg(longestReason));
    return order;
}

Failure mayNotHold()
{
    return {FailureKind::Forbidden, QStringLiteral("User does not have permission to change compliance holds"), {}, {}};
}

Done order(Database &database, AuditEntry entry, const HoldOrder &order)
{
    Recordings recordings(database);
    const Result<std::optional<Recording>> before = recordings.byId(entry.recordingId);
    if (!before)
        return fail(before.error());
    if (!*before)
        return fail(FailureKind::NotFound, QStringLiteral("Recording not found"));
    if (Done set = recordings.setHold(entry.recordingId, order.complianceHold); !set)
        return set;
    entry.leadId = (*before)->leadId;
    entry.detail = {{QLatin1String("before"), (*before)->complianceHold},
                    {QLatin1String("after"), order.complianceHold}};
    if (!order.reason.isEmpty())
        entry.detail.insert(QLatin1String("reason"), order.reason);
    if (!order.matter.isEmpty())
        entry.detail.insert(QLatin1String("matter"), order.matter);
    if (Done noted = Audit(database).append(entry); !noted)
        return noted;
    return Changes(database).append(QStringLiteral("recording"), entry.recordingId.value, entry.at, (*before)->agentId);
}

Result<QList<RecordingId>> readIds(JsonFields &fields)
{
    const QJsonArray list = fields.list(QLatin1String("ids"));
    if (list.isEmpty() || list.size() > mostIds)
        fields.refuse(QLatin1String("ids"), QStringLiteral("a list of 1 to %1 numbers").arg(mostIds));
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
QJsonObject outcomeOf(RecordingId id, const Done &done, bool complianceHold)
{
    QJsonObject outcome{{QLatin1String("id"), id.value},
                        {QLatin1String("status"), done ? 200 : statusOf(done.error().kind)}};
    if (done)
        outcome.insert(QLatin1String("complianceHold"), complianceHold);
    else
        outcome.insert(QLatin1String("message"), done.error().message);
    return outcome;
}

} // namespace

HoldRoutes::HoldRoutes(DataFolder &data, AccessLog &log, const RecordingLookup &recordings)
    : m_data(data)
    , m_log(log)
    , m_recordings(recordings)
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
    return collectJson(
        request, responder, longestHoldBody,
        [this, entry = asked.entry](const QJsonObject &body, const Http::Responder &answer) {
            JsonFields fields(body);
            const HoldOrder wanted = readOrder(fields);
            if (fields.failure())
                return answer.reply(failureReply(*fields.failure()));
            m_data.writes()
                .submit<void>([entry, wanted](Database &database) { return order(database, entry, wanted); })
                .then([this, id = entry.recordingId, answer](const Done &done) {
                    const Result<Recording> after = done ? m_recordings.stored(id) : fail(done.error());
                    answer.reply(after ? Http::Reply::json(200, jsonText(*after)) : failureReply(after.error()));
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
    return collectJson(
        request, responder, longestHoldBody, [this, entry](const QJsonObject &body, const Http::Responder &answer) {
            JsonFields fields(body);
            const HoldOrder wanted = readOrder(fields);
            const Result<QList<RecordingId>> ids = readIds(fields);
            if (!ids)
                return answer.reply(failureReply(ids.error()));
            m_data.writes()
                .submit<QJsonArray>([entry, wanted, ids = *ids](Database &database) -> Result<QJsonArray> {
                    QJsonArray outcomes;
                    for (const RecordingId id : ids) {
                        AuditEntry own = entry;
                        own.recordingId = id;
                        const Done done = order(database, own, wanted);
                        if (!done && done.error().kind != FailureKind::NotFound)
                            return fail(done.error()); // all or none, but for those that are not there
                        outcomes.append(outcomeOf(id, done, wanted.complianceHold));
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
