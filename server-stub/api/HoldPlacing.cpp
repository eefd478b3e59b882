// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/HoldPlacing.h"

#include "access/Gate.h"
#include "api/DeedGuard.h"
#include "api/FailureReply.h"
#include "api/HoldDeeds.h"
#include "api/JsonBody.h"
#include "api/RecordingQuery.h"
#include "api/WholeNumber.h"
#include "contract/FailureStatus.h"
#include "contract/HoldJson.h"
#include "contract/Routes.h"
#include "records/Holds.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace Holdfast {

namespace {

constexpr qint64 longestBody = 64 * 1024; // a thousand ids and a reason
constexpr int mostHolds = 1000;

Result<HoldFilter> holdFilterOf(const Http::Request &request)
{
    QueryFields query(request);
    HoldFilter filter;
    if (const auto matter = query.positive(QLatin1String("matterId")))
        filter.matter = MatterId{*matter};
    if (const auto recording = query.positive(QLatin1String("recordingId")))
        filter.recording = RecordingId{*recording};
    if (const auto lead = query.positive(QLatin1String("leadId")))
        filter.lead = LeadId{*lead};
    filter.stands = query.truth(QLatin1String("stands"));
    if (const auto before = query.positive(QLatin1String("before")))
        filter.before = HoldId{*before};
    filter.limit = static_cast<int>(query.number(QLatin1String("limit"), 1, mostHolds).value_or(filter.limit));
    if (const auto failure = query.failure())
        return fail(*failure);
    return filter;
}

Hold holdOf(const HoldRequest &request, const AuditEntry &entry)
{
    Hold hold;
    hold.matterId = request.matterId;
    hold.scope = request.scope;
    if (request.scope == HoldScope::Recording)
        hold.recordingId = request.recordingIds.first();
    if (request.scope == HoldScope::Lead)
        hold.leadId = request.leadId;
    hold.search = request.search;
    hold.includesLater = request.includesLater;
    hold.reason = request.reason;
    hold.placedBy = entry.userId;
    hold.placedAt = entry.at;
    return hold;
}

QJsonObject outcomeOf(RecordingId id, const Result<Hold> &hold)
{
    QJsonObject outcome{{QLatin1String("recordingId"), id.value},
                        {QLatin1String("status"), hold ? 201 : statusOf(hold.error().kind)}};
    if (hold)
        outcome.insert(QLatin1String("holdId"), hold->id.value);
    else
        outcome.insert(QLatin1String("message"), hold.error().message);
    return outcome;
}

/// What concerns one of many alone, and is no reason to hold none.
bool isOfOneAlone(const Failure &failure)
{
    return failure.kind == FailureKind::NotFound || failure.kind == FailureKind::Conflict;
}

} // namespace

HoldPlacing::HoldPlacing(DataFolder &data, AccessLog &log, HoldWork &work)
    : m_data(data)
    , m_log(log)
    , m_work(work)
{
}

void HoldPlacing::addTo(Http::Router &router, const Http::Gate &gate)
{
    const auto guarded = [this](Http::Handler handler) {
        return onlyFor(Deed::PlaceHold, m_log, QStringLiteral("holds"), QStringLiteral("manage compliance holds"),
                       std::move(handler));
    };
    router.add("GET", Routes::holds, gate,
               guarded([this](const Http::Request &request, const Http::Responder &responder) {
                   list(request, responder);
                   return nullptr;
               }));
    router.add("GET", Routes::hold, gate,
               guarded([this](const Http::Request &request, const Http::Responder &responder) {
                   one(request, responder);
                   return nullptr;
               }));
    router.add("POST", Routes::holds, gate,
               guarded([this](const Http::Request &request, const Http::Responder &responder) {
                   return place(request, responder);
               }));
}

void HoldPlacing::list(const Http::Request &request, const Http::Responder &responder)
{
    const Result<HoldFilter> filter = holdFilterOf(request);
    if (!filter)
        return responder.reply(failureReply(filter.error()));
    const Result<Database *> database = m_data.connections().ofThisThread();
    const Result<QList<Hold>> holds = database ? Holds(**database).find(*filter) : fail(database.error());
    if (!holds)
        return responder.reply(failureReply(holds.error()));
    QJsonArray array;
    for (const Hold &hold : *holds)
        array.append(toJson(hold));
    responder.reply(Http::Reply::json(200, QJsonDocument(array)));
}

void HoldPlacing::one(const Http::Request &request, const Http::Responder &responder)
{
    const HoldId id{wholeNumber(request.captures.value(QStringLiteral("id"))).value_or(0)};
    const Result<Database *> database = m_data.connections().ofThisThread();
    const Result<Hold> hold = database ? Holds(**database).byId(id) : fail(database.error());
    responder.reply(hold ? Http::Reply::json(200, QJsonDocument(toJson(*hold))) : failureReply(hold.error()));
}

std::unique_ptr<Http::BodySink> HoldPlacing::place(const Http::Request &request, const Http::Responder &responder)
{
    const AuditEntry entry = m_log.entry(Gate::callerOf(request), QStringLiteral("hold-place"));
    return collectJson(request, responder, longestBody,
                       [this, entry](const QJsonObject &body, const Http::Responder &answer) {
                           const Result<HoldRequest> asked = holdRequestFromJson(body);
                           if (!asked)
                               return answer.reply(failureReply(asked.error()));
                           if (asked->asksForMany)
                               placeMany(entry, *asked, answer);
                           else
                               placeOne(entry, holdOf(*asked, entry), answer);
                       });
}

void HoldPlacing::placeOne(const AuditEntry &entry, const Hold &hold, const Http::Responder &answer)
{
    std::optional<RecordingFilter> filter;
    if (hold.scope != HoldScope::Recording) {
        const Result<RecordingFilter> found = filterOf(hold);
        if (!found)
            return answer.reply(failureReply(found.error()));
        filter = *found;
    }
    m_data.writes()
        .submit<Hold>([entry, hold, filter](Database &database) { return placeHold(database, entry, hold, filter); })
        .then([this, answer](const Result<Hold> &placed) {
            if (!placed)
                return answer.reply(failureReply(placed.error()));
            m_work.look();
            Http::Reply reply = Http::Reply::json(201, QJsonDocument(toJson(*placed)));
            reply.headers.set("Location",
                              QByteArray(Routes::holds.latin1()) + '/' + QByteArray::number(placed->id.value));
            answer.reply(std::move(reply));
        });
}

void HoldPlacing::placeMany(const AuditEntry &entry, const HoldRequest &request, const Http::Responder &answer)
{
    m_data.writes()
        .submit<QJsonArray>([entry, request](Database &database) -> Result<QJsonArray> {
            QJsonArray outcomes;
            Hold hold = holdOf(request, entry);
            for (const RecordingId id : request.recordingIds) {
                hold.recordingId = id;
                const Result<Hold> placed = placeHold(database, entry, hold);
                if (!placed && !isOfOneAlone(placed.error()))
                    return fail(placed.error());
                outcomes.append(outcomeOf(id, placed));
            }
            return outcomes;
        })
        .then([answer](const Result<QJsonArray> &outcomes) {
            answer.reply(outcomes ? Http::Reply::json(200, QJsonDocument(*outcomes)) : failureReply(outcomes.error()));
        });
}

} // namespace Holdfast
