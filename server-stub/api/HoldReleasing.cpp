// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/HoldReleasing.h"

#include "access/Gate.h"
#include "api/DeedGuard.h"
#include "api/FailureReply.h"
#include "api/HoldDeeds.h"
#include "api/JsonBody.h"
#include "api/QueryFields.h"
#include "api/ReleasePreviewJson.h"
#include "api/WholeNumber.h"
#include "contract/FailureStatus.h"
#include "contract/HoldJson.h"
#include "contract/Routes.h"
#include "records/ReleaseRequests.h"
#include "sqlite/Snapshot.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace Holdfast {

namespace {

constexpr qint64 longestBody = 64 * 1024; // a thousand ids and a reason
constexpr int mostRequests = 1000;

qint64 idOf(const Http::Request &request)
{
    return wholeNumber(request.captures.value(QStringLiteral("id"))).value_or(0);
}

/// 200 for what was released, 202 for what waits for a second person.
int statusOf(const LetGo &letGo)
{
    return letGo.request ? 202 : 200;
}

QJsonObject outcomeOf(HoldId id, const Result<LetGo> &letGo)
{
    QJsonObject outcome{{QLatin1String("holdId"), id.value},
                        {QLatin1String("status"), letGo ? statusOf(*letGo) : statusOf(letGo.error().kind)}};
    if (!letGo)
        outcome.insert(QLatin1String("message"), letGo.error().message);
    else if (letGo->request)
        outcome.insert(QLatin1String("requestId"), letGo->request->id.value);
    return outcome;
}

Result<ReleaseRequests::Filter> requestFilterOf(const Http::Request &request)
{
    QueryFields query(request);
    ReleaseRequests::Filter filter;
    if (const auto state = query.text(QLatin1String("state"))) {
        filter.state = releaseRequestStateFromName(*state);
        if (!filter.state)
            query.refuse(QStringLiteral("state"),
                         QStringLiteral("must be open, approved, refused, withdrawn or lapsed"));
    }
    if (const auto hold = query.positive(QLatin1String("holdId")))
        filter.hold = HoldId{*hold};
    if (const auto before = query.positive(QLatin1String("before")))
        filter.before = ReleaseRequestId{*before};
    filter.limit = static_cast<int>(query.number(QLatin1String("limit"), 1, mostRequests).value_or(filter.limit));
    if (const auto failure = query.failure())
        return fail(*failure);
    return filter;
}

} // namespace

HoldReleasing::HoldReleasing(DataFolder &data, AccessLog &log, const RecordingLookup &recordings, HoldWork &work,
                             Clock clock, bool needsTwo)
    : m_data(data)
    , m_log(log)
    , m_recordings(recordings)
    , m_work(work)
    , m_clock(std::move(clock))
    , m_needsTwo(needsTwo)
{
    m_pool.setMaxThreadCount(1); // one preview of millions at a time is enough work
}

HoldReleasing::~HoldReleasing()
{
    m_pool.waitForDone();
}

void HoldReleasing::addTo(Http::Router &router, const Http::Gate &gate)
{
    const auto add = [&](const char *method, QLatin1String route, Http::Handler handler) {
        router.add(method, route, gate,
                   onlyFor(Deed::ReleaseHold, m_log, QStringLiteral("holds"),
                           QStringLiteral("release compliance holds"), std::move(handler)));
    };
    using Sink = std::unique_ptr<Http::BodySink>;
    add("POST", Routes::holdRelease,
        [this](const Http::Request &request, const Http::Responder &responder) { return one(request, responder); });
    add("POST", Routes::holdsRelease,
        [this](const Http::Request &request, const Http::Responder &responder) { return many(request, responder); });
    add("POST", Routes::holdsReleasePreview,
        [this](const Http::Request &request, const Http::Responder &responder) { return preview(request, responder); });
    add("GET", Routes::releaseRequests, [this](const Http::Request &request, const Http::Responder &responder) -> Sink {
        requests(request, responder);
        return nullptr;
    });
    const auto addDecision = [&](QLatin1String route, const QString &action, ReleaseRequestState decision) {
        add("POST", route,
            [this, action, decision](const Http::Request &request, const Http::Responder &responder) -> Sink {
                decide(request, responder, action, decision);
                return nullptr;
            });
    };
    addDecision(Routes::releaseRequestApproval, QStringLiteral("hold-release-approve"), ReleaseRequestState::Approved);
    addDecision(Routes::releaseRequestRefusal, QStringLiteral("hold-release-refuse"), ReleaseRequestState::Refused);
    addDecision(Routes::releaseRequestWithdrawal, QStringLiteral("hold-release-withdraw"),
                ReleaseRequestState::Withdrawn);
}

std::unique_ptr<Http::BodySink> HoldReleasing::one(const Http::Request &request, const Http::Responder &responder)
{
    const AuditEntry entry = m_log.entry(Gate::callerOf(request), QStringLiteral("hold-release"));
    return collectJson(
        request, responder, longestBody,
        [this, entry, id = HoldId{idOf(request)}](const QJsonObject &body, const Http::Responder &answer) {
            const Result<QString> reason = reasonFromJson(body);
            if (!reason)
                return answer.reply(failureReply(reason.error()));
            m_data.writes()
                .submit<LetGo>([entry, id, why = *reason, two = m_needsTwo](Database &database) {
                    return letGoOf(database, entry, id, why, two);
                })
                .then([this, answer](const Result<LetGo> &letGo) {
                    if (!letGo)
                        return answer.reply(failureReply(letGo.error()));
                    m_work.look();
                    answer.reply(Http::Reply::json(
                        statusOf(*letGo),
                        QJsonDocument(letGo->request ? toJson(*letGo->request) : toJson(letGo->hold))));
                });
        });
}

std::unique_ptr<Http::BodySink> HoldReleasing::many(const Http::Request &request, const Http::Responder &responder)
{
    const AuditEntry entry = m_log.entry(Gate::callerOf(request), QStringLiteral("hold-release"));
    return collectJson(request, responder, longestBody,
                       [this, entry](const QJsonObject &body, const Http::Responder &answer) {
                           const Result<ReleaseOrder> order = releaseOrderFromJson(body);
                           if (!order)
                               return answer.reply(failureReply(order.error()));
                           m_data.writes()
                               .submit<QJsonArray>([entry, order = *order,
                                                    two = m_needsTwo](Database &database) -> Result<QJsonArray> {
                                   QJsonArray outcomes;
                                   for (const HoldId id : order.holdIds) {
                                       const Result<LetGo> letGo = letGoOf(database, entry, id, order.reason, two);
                                       if (!letGo && letGo.error().kind != FailureKind::NotFound &&
                                           letGo.error().kind != FailureKind::Conflict)
                                           return fail(letGo.error()); // all or none, but for what concerns one alone
                                       outcomes.append(outcomeOf(id, letGo));
                                   }
                                   return outcomes;
                               })
                               .then([this, answer](const Result<QJsonArray> &outcomes) {
                                   if (!outcomes)
                                       return answer.reply(failureReply(outcomes.error()));
                                   m_work.look();
                                   answer.reply(Http::Reply::json(200, QJsonDocument(*outcomes)));
                               });
                       });
}

std::unique_ptr<Http::BodySink> HoldReleasing::preview(const Http::Request &request, const Http::Responder &responder)
{
    const AuditEntry entry = m_log.entry(Gate::callerOf(request), QStringLiteral("hold-release-preview"));
    return collectJson(request, responder, longestBody,
                       [this, entry](const QJsonObject &body, const Http::Responder &answer) {
                           const Result<PreviewOrder> order = previewOrderFromJson(body);
                           if (!order)
                               return answer.reply(failureReply(order.error()));
                           m_pool.start([this, entry, order = *order, answer] {
                               const Http::Reply reply = previewReply(order);
                               m_log.thenReply(entry, answer, reply);
                           });
                       });
}

Http::Reply HoldReleasing::previewReply(const PreviewOrder &order) const
{
    const Result<Database *> database = m_data.connections().ofThisThread();
    if (!database)
        return failureReply(database.error());
    const Result<Snapshot> snapshot = Snapshot::begin(**database);
    if (!snapshot)
        return failureReply(snapshot.error());
    const Result<QJsonObject> json = previewJson(**database, m_recordings.rules(**database), order, m_clock());
    return json ? Http::Reply::json(200, QJsonDocument(*json)) : failureReply(json.error());
}

void HoldReleasing::requests(const Http::Request &request, const Http::Responder &responder)
{
    const Result<ReleaseRequests::Filter> filter = requestFilterOf(request);
    if (!filter)
        return responder.reply(failureReply(filter.error()));
    const Result<Database *> database = m_data.connections().ofThisThread();
    const Result<QList<ReleaseRequest>> found =
        database ? ReleaseRequests(**database).find(*filter) : fail(database.error());
    if (!found)
        return responder.reply(failureReply(found.error()));
    QJsonArray array;
    for (const ReleaseRequest &one : *found)
        array.append(toJson(one));
    responder.reply(Http::Reply::json(200, QJsonDocument(array)));
}

void HoldReleasing::decide(const Http::Request &request, const Http::Responder &responder, const QString &action,
                           ReleaseRequestState decision)
{
    const AuditEntry entry = m_log.entry(Gate::callerOf(request), action);
    m_data.writes()
        .submit<ReleaseRequest>([entry, id = ReleaseRequestId{idOf(request)}, decision](Database &database) {
            return decideRelease(database, entry, id, decision);
        })
        .then([this, entry, responder](const Result<ReleaseRequest> &decided) {
            if (decided) {
                m_work.look();
                return responder.reply(Http::Reply::json(200, QJsonDocument(toJson(*decided))));
            }
            if (decided.error().kind != FailureKind::Forbidden)
                return responder.reply(failureReply(decided.error()));
            AuditEntry refused = entry;
            refused.outcome = AuditOutcome::Refused;
            m_log.thenReply(refused, responder, failureReply(decided.error()));
        });
}

} // namespace Holdfast
