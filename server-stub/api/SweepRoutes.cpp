// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/SweepRoutes.h"

#include "access/Gate.h"
#include "api/DeedGuard.h"
#include "api/FailureReply.h"
#include "api/JsonBody.h"
#include "api/QueryFields.h"
#include "api/WholeNumber.h"
#include "contract/Routes.h"
#include "contract/SweepJson.h"
#include "records/RetentionSweeps.h"
#include "records/SweepClock.h"
#include "sqlite/Steps.h"

#include <QJsonArray>

namespace Holdfast {

namespace {

constexpr qint64 longestBody = 1024;
constexpr int mostSweeps = 1000;
constexpr int mostLeft = 1000;

SweepId idOf(const Http::Request &request)
{
    return {wholeNumber(request.captures.value(QStringLiteral("id"))).value_or(0)};
}

Http::Reply replyOf(int status, const Result<RetentionSweep> &sweep)
{
    return sweep ? Http::Reply::json(status, QJsonDocument(toJson(*sweep))) : failureReply(sweep.error());
}

/// Begins, and notes who did, or that the clock is right by their word.
Result<SweepId> beginIn(Database &database, AuditEntry entry, const SweepOrder &order)
{
    if (order.clockIsRight)
        if (const Done trusted = SweepClock(database).trust(entry.at); !trusted)
            return fail(trusted.error());
    const Result<SweepId> id = RetentionSweeps(database).begin(entry, order.isDryRun);
    if (!id)
        return id;
    entry.detail = {{QLatin1String("sweepId"), id->value},
                    {QLatin1String("dryRun"), order.isDryRun},
                    {QLatin1String("clockIsRight"), order.clockIsRight}};
    if (const Done noted = Audit(database).append(entry); !noted)
        return fail(noted.error());
    return id;
}

/// A yes is none where the sweep would fail at once.
Done trustsTheClock(Database &database, const QDateTime &now)
{
    const Done checked = SweepClock(database).check(now);
    if (checked || checked.error().kind != FailureKind::Conflict)
        return checked;
    return fail(FailureKind::Conflict,
                QStringLiteral("The server's clock may be wrong, so nothing is deleted and the sweep goes on waiting. "
                               "Set the clock right and say yes again; or, if it is right now, say no to this sweep "
                               "and begin another, saying that the clock is right."));
}

} // namespace

SweepRoutes::SweepRoutes(DataFolder &data, AccessLog &log, RetentionSweeping &sweeping, Settings settings, Clock clock)
    : m_data(data)
    , m_log(log)
    , m_sweeping(sweeping)
    , m_settings(settings)
    , m_clock(std::move(clock))
{
}

void SweepRoutes::addTo(Http::Router &router, const Http::Gate &gate)
{
    const auto add = [&](const char *method, QLatin1String route, Deed deed, const QString &action,
                         Http::Handler handler) {
        router.add(method, route, gate,
                   onlyFor(deed, m_log, action, QStringLiteral("do that with retention sweeps"), std::move(handler)));
    };
    const auto answer = [this](auto makeReply) {
        return [this, makeReply](const Http::Request &request, const Http::Responder &responder) -> Sink {
            responder.reply(makeReply(request));
            return nullptr;
        };
    };
    const QString reads = QStringLiteral("retention-sweeps");
    add("GET", Routes::sweeps, Deed::ManagePolicies, reads,
        answer([this](const Http::Request &request) { return list(request); }));
    add("GET", Routes::sweep, Deed::ManagePolicies, reads,
        answer([this](const Http::Request &request) { return one(request); }));
    add("GET", Routes::sweepStatus, Deed::ManagePolicies, reads,
        answer([this](const Http::Request &) { return status(); }));
    add("POST", Routes::sweeps, Deed::ManagePolicies, QStringLiteral("retention-sweep-begin"),
        [this](const Http::Request &request, const Http::Responder &responder) { return begin(request, responder); });
    add("POST", Routes::sweepApproval, Deed::DecideSweep, QStringLiteral("retention-sweep-approve"),
        [this](const Http::Request &request, const Http::Responder &responder) -> Sink {
            approve(request, responder);
            return nullptr;
        });
    add("POST", Routes::sweepRefusal, Deed::DecideSweep, QStringLiteral("retention-sweep-refuse"),
        [this](const Http::Request &request, const Http::Responder &responder) -> Sink {
            refuse(request, responder);
            return nullptr;
        });
}

Http::Reply SweepRoutes::list(const Http::Request &request) const
{
    QueryFields query(request);
    RetentionSweeps::Page page;
    if (const auto before = query.positive(QLatin1String("before")))
        page.before = SweepId{*before};
    page.limit = static_cast<int>(query.number(QLatin1String("limit"), 1, mostSweeps).value_or(page.limit));
    if (const auto failure = query.failure())
        return failureReply(*failure);
    const Result<Database *> database = m_data.connections().ofThisThread();
    const auto found = database ? RetentionSweeps(**database).find(page) : fail(database.error());
    if (!found)
        return failureReply(found.error());
    QJsonArray array;
    for (const RetentionSweep &sweep : *found)
        array.append(toJson(sweep));
    return Http::Reply::json(200, QJsonDocument(array));
}

/// The report, with what it left, page by page.
Http::Reply SweepRoutes::one(const Http::Request &request) const
{
    QueryFields query(request);
    const RecordingId after{query.number(QLatin1String("after"), 0, std::numeric_limits<qint64>::max()).value_or(0)};
    const auto limit = static_cast<int>(query.number(QLatin1String("limit"), 1, mostLeft).value_or(100));
    if (const auto failure = query.failure())
        return failureReply(*failure);
    const Result<Database *> database = m_data.connections().ofThisThread();
    if (!database)
        return failureReply(database.error());
    const Result<RetentionSweep> sweep = RetentionSweeps(**database).byId(idOf(request));
    if (!sweep)
        return failureReply(sweep.error());
    const Result<QList<SweepLeft>> left = RetentionSweeps(**database).left(sweep->id, after, limit);
    if (!left)
        return failureReply(left.error());
    QJsonObject report = toJson(*sweep);
    QJsonArray array;
    for (const SweepLeft &recording : *left)
        array.append(toJson(recording));
    report.insert(QLatin1String("left"), array);
    return Http::Reply::json(200, QJsonDocument(report));
}

Http::Reply SweepRoutes::status() const
{
    const Result<Database *> database = m_data.connections().ofThisThread();
    if (!database)
        return failureReply(database.error());
    const auto last = RetentionSweeps(**database).newest();
    const auto lastFinished = RetentionSweeps(**database).newestFinished();
    const Result<QDateTime> since = SweepClock(**database).firstSeen();
    if (!last || !lastFinished || !since)
        return failureReply(!last ? last.error() : !lastFinished ? lastFinished.error() : since.error());
    const QDateTime now = m_clock();
    const Done clock = SweepClock(**database).check(now);
    if (!clock && clock.error().kind != FailureKind::Conflict)
        return failureReply(clock.error());
    SweepStatus status;
    status.last = *last;
    status.lastFinished = *lastFinished;
    status.nextAt = latestSweepTime(now, m_settings.hour).addDays(1);
    status.limitPercent = m_settings.limitPercent;
    status.warning = sweepWarning(*last, *lastFinished, since->isValid() ? *since : now, now);
    status.clockDoubt = clock ? QString() : clock.error().message;
    return Http::Reply::json(200, QJsonDocument(toJson(status)));
}

std::unique_ptr<Http::BodySink> SweepRoutes::begin(const Http::Request &request, const Http::Responder &responder)
{
    const Caller caller = Gate::callerOf(request);
    const AuditEntry entry = m_log.entry(caller, QStringLiteral("retention-sweep-begin"));
    return collectJson(
        request, responder, longestBody,
        [this, entry, role = caller.user.role](const QJsonObject &body, const Http::Responder &answer) {
            const Result<SweepOrder> order = sweepOrderFromJson(body);
            if (!order)
                return answer.reply(failureReply(order.error()));
            if (order->clockIsRight && !may(role, Deed::DecideSweep)) {
                AuditEntry refused = entry;
                refused.outcome = AuditOutcome::Refused;
                return m_log.thenReply(
                    refused, answer,
                    refusal(FailureKind::Forbidden, QStringLiteral("Only an admin can say that the clock is right")));
            }
            m_data.writes()
                .submit<RetentionSweep>([entry, order = *order](Database &database) -> Result<RetentionSweep> {
                    const Result<SweepId> id = beginIn(database, entry, order);
                    return id ? RetentionSweeps(database).byId(*id) : fail(id.error());
                })
                .then([this, answer](const Result<RetentionSweep> &begun) {
                    if (begun)
                        m_sweeping.look();
                    answer.reply(replyOf(202, begun));
                });
        });
}

void SweepRoutes::approve(const Http::Request &request, const Http::Responder &responder)
{
    AuditEntry entry = m_log.entry(Gate::callerOf(request), QStringLiteral("retention-sweep-approve"));
    const SweepId id = idOf(request);
    m_data.writes()
        .submit<RetentionSweep>([entry, id](Database &writer) mutable -> Result<RetentionSweep> {
            const Done done = inOrder([&] { return RetentionSweeps(writer).approve(id, entry); },
                                      [&] { return trustsTheClock(writer, entry.at); });
            const Result<RetentionSweep> sweep = done ? RetentionSweeps(writer).byId(id) : fail(done.error());
            if (!sweep)
                return sweep;
            entry.detail = {{QLatin1String("sweepId"), id.value}, {QLatin1String("due"), sweep->due}};
            if (const Done noted = Audit(writer).append(entry); !noted)
                return fail(noted.error());
            return sweep;
        })
        .then([this, responder](const Result<RetentionSweep> &approved) {
            if (approved)
                m_sweeping.look();
            responder.reply(replyOf(200, approved));
        });
}

void SweepRoutes::refuse(const Http::Request &request, const Http::Responder &responder)
{
    AuditEntry entry = m_log.entry(Gate::callerOf(request), QStringLiteral("retention-sweep-refuse"));
    const SweepId id = idOf(request);
    entry.detail = {{QLatin1String("sweepId"), id.value}};
    m_data.writes()
        .submit<RetentionSweep>([entry, id](Database &writer) -> Result<RetentionSweep> {
            if (const Done done = RetentionSweeps(writer).refuse(id, entry); !done)
                return fail(done.error());
            if (const Done noted = Audit(writer).append(entry); !noted)
                return fail(noted.error());
            return RetentionSweeps(writer).byId(id);
        })
        .then([responder](const Result<RetentionSweep> &refused) { responder.reply(replyOf(200, refused)); });
}

} // namespace Holdfast
