// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/StorageJson.h"

#include "contract/JsonFields.h"

#include <cmath>

namespace Holdfast {

namespace {

constexpr double bytesInGigabyte = 1LL << 30;

QDate dateIn(JsonFields &fields, QLatin1String name)
{
    const QDate date = QDate::fromString(fields.text(name), Qt::ISODate);
    if (!date.isValid())
        fields.refuse(name, QStringLiteral("a day such as 2026-01-15"));
    return date;
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

} // namespace

Result<StorageReport> storageReportFromJson(const QJsonObject &json)
{
    JsonFields fields(json);
    StorageReport report;
    report.files = fields.number(QLatin1String("totalFiles"));
    report.bytes = fields.number(QLatin1String("totalSizeBytes"));
    report.quotaBytes = std::llround(fields.fraction(QLatin1String("quotaGB")) * bytesInGigabyte);
    report.quotaPercent = fields.fraction(QLatin1String("quotaPercentage"));
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

} // namespace Holdfast
