// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/StorageRoutes.h"

#include "api/DeedGuard.h"
#include "api/FailureReply.h"
#include "api/QueryFields.h"
#include "contract/Json.h"
#include "contract/Routes.h"
#include "records/PolicyUsages.h"
#include "records/StorageDays.h"
#include "sqlite/Snapshot.h"

#include <QJsonArray>
#include <QTimeZone>

#include <cmath>

namespace Holdfast {

namespace {

double toHundredths(double value)
{
    return std::round(value * 100) / 100;
}

double gigabytes(qint64 bytes) // of 2^30, as the contract has it
{
    return toHundredths(static_cast<double>(bytes) / (1LL << 30));
}

/// A day that is over was written down at its last second; today is told of as it is now. Its number counts days.
QJsonObject toJson(const StorageUsage &usage, const QDateTime &now)
{
    const QDateTime end(usage.date, QTime(23, 59, 59), Qt::UTC);
    return {{QLatin1String("id"), QDate(1970, 1, 1).daysTo(usage.date)},
            {QLatin1String("date"), usage.date.toString(Qt::ISODate)},
            {QLatin1String("totalFiles"), usage.totalFiles},
            {QLatin1String("totalSizeBytes"), usage.totalBytes},
            {QLatin1String("recordingsAdded"), usage.added},
            {QLatin1String("recordingsDeleted"), usage.deleted},
            {QLatin1String("createdAt"), isoTime(std::min(end, now))}};
}

QJsonObject toJson(const StorageDays::CampaignUsage &usage)
{
    const bool isNamed = usage.campaignId.has_value();
    return {{QLatin1String("campaignId"), isNamed ? QJsonValue(usage.campaignId->value) : QJsonValue::Null},
            {QLatin1String("campaignName"), isNamed ? QJsonValue(usage.campaignName) : QJsonValue::Null},
            {QLatin1String("totalFiles"), usage.files},
            {QLatin1String("totalSizeBytes"), usage.bytes}};
}

constexpr int soonDays = 30;

QJsonObject toJson(const PolicyUsage &usage, int fallbackDays)
{
    const bool isNamed = usage.policy.has_value();
    return {{QLatin1String("policyId"), isNamed ? QJsonValue(usage.policy->id.value) : QJsonValue::Null},
            {QLatin1String("policyName"), isNamed ? usage.policy->name : QStringLiteral("DEFAULT_RETENTION_DAYS")},
            {QLatin1String("retentionDays"), isNamed ? usage.policy->retentionDays : fallbackDays},
            {QLatin1String("totalFiles"), usage.files},
            {QLatin1String("totalSizeBytes"), usage.bytes},
            {QLatin1String("dueFiles"), usage.dueFiles},
            {QLatin1String("dueSizeBytes"), usage.dueBytes},
            {QLatin1String("dueIn30DaysFiles"), usage.soonFiles},
            {QLatin1String("dueIn30DaysSizeBytes"), usage.soonBytes}};
}

} // namespace

StorageRoutes::StorageRoutes(DataFolder &data, AccessLog &log, const RecordingLookup &recordings, qint64 quotaBytes,
                             Clock clock)
    : m_data(data)
    , m_log(log)
    , m_recordings(recordings)
    , m_quotaBytes(quotaBytes)
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
    const auto usages = rules ? policyUsages(**database, *rules, m_clock(), soonDays) : fail(rules.error());
    if (!usages)
        return fail(usages.error());
    QJsonArray policies;
    for (const PolicyUsage &one : *usages)
        policies.append(toJson(one, rules->fallbackDays));
    return Http::Reply::json(200, QJsonDocument(QJsonObject{{QLatin1String("policies"), policies}}));
}

Result<Http::Reply> StorageRoutes::usageByCampaign() const
{
    const Result<Database *> database = m_data.connections().ofThisThread();
    if (!database)
        return fail(database.error());
    const auto usages = StorageDays(**database).byCampaign();
    if (!usages)
        return fail(usages.error());
    QJsonArray campaigns;
    for (const StorageDays::CampaignUsage &one : *usages)
        campaigns.append(toJson(one));
    return Http::Reply::json(200, QJsonDocument(QJsonObject{{QLatin1String("campaigns"), campaigns}}));
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
    const QList<StorageUsage> history =
        storageHistory(totals->files, totals->bytes, now.date(), totals->firstDay, *days);

    QJsonArray dailyUsage;
    for (const StorageUsage &usage : history)
        dailyUsage.append(toJson(usage, now));
    const auto untilFull = daysUntilFull(history, m_quotaBytes);
    const auto orNull = [&](const QJsonValue &value) { return untilFull ? value : QJsonValue(QJsonValue::Null); };
    const QJsonObject stats{
        {QLatin1String("totalFiles"), totals->files},
        {QLatin1String("totalSizeBytes"), totals->bytes},
        {QLatin1String("totalSizeGB"), gigabytes(totals->bytes)},
        {QLatin1String("quotaGB"), gigabytes(m_quotaBytes)},
        {QLatin1String("quotaPercentage"),
         m_quotaBytes > 0 ? toHundredths(100.0 * static_cast<double>(totals->bytes) / static_cast<double>(m_quotaBytes))
                          : 100.0},
        {QLatin1String("warningLevel"), *warned > 0 ? QJsonValue(*warned) : QJsonValue(QJsonValue::Null)},
        {QLatin1String("dailyUsage"), dailyUsage},
        {QLatin1String("daysUntilFull"), orNull(untilFull.value_or(0))},
        {QLatin1String("projectedFullDate"), orNull(now.date().addDays(untilFull.value_or(0)).toString(Qt::ISODate))}};
    return Http::Reply::json(200, QJsonDocument(stats));
}

} // namespace Holdfast
