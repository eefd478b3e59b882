// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/StorageJson.h"

#include "contract/Json.h"
#include "contract/JsonFields.h"

#include <algorithm>
#include <cmath>

namespace Holdfast {

namespace {

constexpr double bytesInGigabyte = 1LL << 30;
const QString fallbackName = QStringLiteral("DEFAULT_RETENTION_DAYS"); // of what no policy decides about

double toHundredths(double value)
{
    return std::round(value * 100) / 100;
}

double gigabytes(qint64 bytes) // of 2^30, as the contract has it
{
    return toHundredths(static_cast<double>(bytes) / bytesInGigabyte);
}

QDate dateIn(JsonFields &fields, QLatin1String name)
{
    const QDate date = QDate::fromString(fields.text(name), Qt::ISODate);
    if (!date.isValid())
        fields.refuse(name, QStringLiteral("a day such as 2026-01-15"));
    return date;
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

StorageUsage usageFrom(JsonFields &fields)
{
    StorageUsage usage;
    usage.date = dateIn(fields, QLatin1String("date"));
    usage.totalFiles = fields.number(QLatin1String("totalFiles"));
    usage.totalBytes = fields.number(QLatin1String("totalSizeBytes"));
    usage.added = fields.number(QLatin1String("recordingsAdded"));
    usage.deleted = fields.number(QLatin1String("recordingsDeleted"));
    return usage;
}

QJsonObject toJson(const CampaignUsage &usage)
{
    const bool isNamed = usage.campaignId.has_value();
    return {{QLatin1String("campaignId"), isNamed ? QJsonValue(usage.campaignId->value) : QJsonValue::Null},
            {QLatin1String("campaignName"), isNamed ? QJsonValue(usage.campaignName) : QJsonValue::Null},
            {QLatin1String("totalFiles"), usage.files},
            {QLatin1String("totalSizeBytes"), usage.bytes}};
}

CampaignUsage campaignUsageFrom(JsonFields &fields)
{
    CampaignUsage usage;
    if (const auto id = fields.positiveOrNull(QLatin1String("campaignId")))
        usage.campaignId = CampaignId{*id};
    usage.campaignName = fields.textOrNull(QLatin1String("campaignName"));
    usage.files = fields.number(QLatin1String("totalFiles"));
    usage.bytes = fields.number(QLatin1String("totalSizeBytes"));
    return usage;
}

QJsonObject toJson(const PolicyUsage &usage)
{
    const bool isNamed = usage.policyId.has_value();
    return {{QLatin1String("policyId"), isNamed ? QJsonValue(usage.policyId->value) : QJsonValue::Null},
            {QLatin1String("policyName"), isNamed ? usage.policyName : fallbackName},
            {QLatin1String("retentionDays"), usage.retentionDays},
            {QLatin1String("totalFiles"), usage.files},
            {QLatin1String("totalSizeBytes"), usage.bytes},
            {QLatin1String("dueFiles"), usage.dueFiles},
            {QLatin1String("dueSizeBytes"), usage.dueBytes},
            {QLatin1String("dueIn30DaysFiles"), usage.soonFiles},
            {QLatin1String("dueIn30DaysSizeBytes"), usage.soonBytes}};
}

PolicyUsage policyUsageFrom(JsonFields &fields)
{
    PolicyUsage usage;
    const QString name = fields.text(QLatin1String("policyName"));
    if (const auto id = fields.positiveOrNull(QLatin1String("policyId"))) {
        usage.policyId = PolicyId{*id};
        usage.policyName = name;
    }
    usage.retentionDays = fields.number(QLatin1String("retentionDays"));
    usage.files = fields.number(QLatin1String("totalFiles"));
    usage.bytes = fields.number(QLatin1String("totalSizeBytes"));
    usage.dueFiles = fields.number(QLatin1String("dueFiles"));
    usage.dueBytes = fields.number(QLatin1String("dueSizeBytes"));
    usage.soonFiles = fields.number(QLatin1String("dueIn30DaysFiles"));
    usage.soonBytes = fields.number(QLatin1String("dueIn30DaysSizeBytes"));
    return usage;
}

template <class Usage> QJsonObject listed(QLatin1String name, const QList<Usage> &usages)
{
    QJsonArray array;
    for (const Usage &usage : usages)
        array.append(toJson(usage));
    return {{name, array}};
}

template <class Usage, class Read>
Result<QList<Usage>> readListed(const QJsonObject &json, QLatin1String name, Read readOne)
{
    JsonFields fields(json);
    QList<Usage> usages;
    for (const QJsonValue &one : fields.list(name)) {
        JsonFields of(one.toObject(), name + QLatin1Char('.'));
        usages.append(readOne(of));
        fields.adopt(of);
    }
    if (fields.failure())
        return fail(*fields.failure());
    return usages;
}

} // namespace

QJsonObject toJson(const StorageReport &report, const QDateTime &now)
{
    QJsonArray days;
    for (const StorageUsage &usage : report.history)
        days.append(toJson(usage, now));
    return {
        {QLatin1String("totalFiles"), report.files},
        {QLatin1String("totalSizeBytes"), report.bytes},
        {QLatin1String("totalSizeGB"), gigabytes(report.bytes)},
        {QLatin1String("quotaGB"), gigabytes(report.quotaBytes)},
        {QLatin1String("quotaPercentage"), toHundredths(report.quotaPercent)},
        {QLatin1String("diskRoomBytes"), report.diskRoomBytes ? QJsonValue(*report.diskRoomBytes) : QJsonValue::Null},
        {QLatin1String("warningLevel"), report.warned ? QJsonValue(*report.warned) : QJsonValue::Null},
        {QLatin1String("dailyUsage"), days},
        {QLatin1String("daysUntilFull"), report.daysUntilFull ? QJsonValue(*report.daysUntilFull) : QJsonValue::Null},
        {QLatin1String("projectedFullDate"),
         report.fullOn ? QJsonValue(report.fullOn->toString(Qt::ISODate)) : QJsonValue::Null}};
}

Result<StorageReport> storageReportFromJson(const QJsonObject &json)
{
    JsonFields fields(json);
    StorageReport report;
    report.files = fields.number(QLatin1String("totalFiles"));
    report.bytes = fields.number(QLatin1String("totalSizeBytes"));
    report.quotaBytes = std::llround(fields.fraction(QLatin1String("quotaGB")) * bytesInGigabyte);
    report.quotaPercent = fields.fraction(QLatin1String("quotaPercentage"));
    if (const auto warned = fields.numberOrNull(QLatin1String("warningLevel")))
        report.warned = static_cast<int>(*warned);
    report.diskRoomBytes = fields.numberOrNull(QLatin1String("diskRoomBytes"));
    report.daysUntilFull = fields.numberOrNull(QLatin1String("daysUntilFull"));
    if (!fields.isNull(QLatin1String("projectedFullDate")))
        report.fullOn = dateIn(fields, QLatin1String("projectedFullDate"));
    for (const QJsonValue &day : fields.list(QLatin1String("dailyUsage"))) {
        JsonFields of(day.toObject(), QStringLiteral("dailyUsage."));
        report.history.append(usageFrom(of));
        fields.adopt(of);
    }
    if (fields.failure())
        return fail(*fields.failure());
    return report;
}

QJsonObject toJson(const QList<CampaignUsage> &usages)
{
    return listed(QLatin1String("campaigns"), usages);
}

QJsonObject toJson(const QList<PolicyUsage> &usages)
{
    return listed(QLatin1String("policies"), usages);
}

Result<QList<CampaignUsage>> campaignUsagesFromJson(const QJsonObject &json)
{
    return readListed<CampaignUsage>(json, QLatin1String("campaigns"), campaignUsageFrom);
}

Result<QList<PolicyUsage>> policyUsagesFromJson(const QJsonObject &json)
{
    return readListed<PolicyUsage>(json, QLatin1String("policies"), policyUsageFrom);
}

} // namespace Holdfast
