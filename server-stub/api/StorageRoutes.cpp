// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/StorageRoutes.h"

#include "api/DeedGuard.h"
#include "api/FailureReply.h"
#include "api/QueryFields.h"
#include "contract/Routes.h"
#include "contract/StorageJson.h"
#include "records/PolicyUsages.h"
#include "records/StorageDays.h"
#include "sqlite/Snapshot.h"

#include <QJsonDocument>
#include <QTimeZone>

namespace Holdfast {

StorageRoutes::StorageRoutes(DataFolder &data, AccessLog &log, const RecordingLookup &recordings,
                             const StorageQuota &quota, Clock clock)
    : m_data(data)
    , m_log(log)
    , m_recordings(recordings)
    , m_quota(quota)
    , m_clock(std::move(clock))
{
    m_pool.setMaxThreadCount(1); // one look at millions at a time is enough work
}

StorageRoutes::~StorageRoutes()
{
    m_pool.waitForDone();
}

void StorageRoutes::addTo(Http::Router &router, const Http::Gate &gate)
{
    router.add("GET", Routes::storageStats, gate,
               onlyFor(Deed::SeeStorage, m_log, QStringLiteral("storage"), QStringLiteral("view storage statistics"),
                       [this](const Http::Request &, const Http::Responder &responder) {
                           const Result<Http::Reply> reply = stats();
                           responder.reply(reply ? *reply : failureReply(reply.error()));
                           return nullptr;
                       }));
    router.add("GET", Routes::storageUsage, gate,
               onlyFor(Deed::SeeStorage, m_log, QStringLiteral("storage"), QStringLiteral("view storage statistics"),
                       [this](const Http::Request &request, const Http::Responder &responder) {
                           return usage(request, responder);
                       }));
}

std::unique_ptr<Http::BodySink> StorageRoutes::usage(const Http::Request &request, const Http::Responder &responder)
{
    QueryFields query(request);
    const QString by = query.text(QLatin1String("by")).value_or(QStringLiteral("campaign"));
    if (by != QLatin1String("campaign") && by != QLatin1String("policy"))
        query.refuse(QStringLiteral("by"), QStringLiteral("must be campaign or policy"));
    const auto answer = [responder](const Result<Http::Reply> &reply) {
        responder.reply(reply ? *reply : failureReply(reply.error()));
    };
    if (const auto failure = query.failure())
        answer(fail(*failure));
    else if (by == QLatin1String("policy"))
        m_pool.start([this, answer] { answer(usageByPolicy()); });
    else
        answer(usageByCampaign());
    return nullptr;
}

Result<Http::Reply> StorageRoutes::usageByPolicy() const
{
    const Result<Database *> database = m_data.connections().ofThisThread();
    if (!database)
        return fail(database.error());
    const Result<Snapshot> snapshot = Snapshot::begin(**database);
    if (!snapshot)
        return fail(snapshot.error());
    const Result<RetentionRules> rules = m_recordings.rules(**database);
    const auto usages = rules ? policyUsages(**database, *rules, m_clock(), storageSoonDays) : fail(rules.error());
    if (!usages)
        return fail(usages.error());
    return Http::Reply::json(200, QJsonDocument(toJson(*usages)));
}

Result<Http::Reply> StorageRoutes::usageByCampaign() const
{
    const Result<Database *> database = m_data.connections().ofThisThread();
    if (!database)
        return fail(database.error());
    const auto usages = StorageDays(**database).byCampaign();
    if (!usages)
        return fail(usages.error());
    return Http::Reply::json(200, QJsonDocument(toJson(*usages)));
}

Result<Http::Reply> StorageRoutes::stats() const
{
    const Result<Database *> database = m_data.connections().ofThisThread();
    if (!database)
        return fail(database.error());
    StorageDays storage(**database);
    const QDateTime now = m_clock();
    const Result<StorageDays::Totals> totals = storage.totals();
    const Result<QList<StorageDay>> days = storage.since(now.date().addDays(-storageHistoryDays));
    const Result<int> warned = storage.warnedLevel();
    if (!totals || !days)
        return fail(totals ? days.error() : totals.error());
    if (!warned)
        return fail(warned.error());
    StorageReport report;
    report.files = totals->files;
    report.bytes = totals->bytes;
    report.quotaBytes = m_quota.limitBytes();
    report.quotaPercent = quotaPercent(totals->bytes, report.quotaBytes);
    report.diskRoomBytes = m_quota.diskRoomBytes();
    if (*warned > 0)
        report.warned = *warned;
    report.history = storageHistory(totals->files, totals->bytes, now.date(), totals->firstDay, *days);
    const qint64 most =
        report.diskRoomBytes ? std::min(report.quotaBytes, totals->bytes + *report.diskRoomBytes) : report.quotaBytes;
    report.daysUntilFull = daysUntilFull(report.history, most);
    if (report.daysUntilFull)
        report.fullOn = now.date().addDays(*report.daysUntilFull);
    return Http::Reply::json(200, QJsonDocument(toJson(report, now)));
}

} // namespace Holdfast
