// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/StorageStats.h"

#include <QHash>

#include <algorithm>
#include <limits>

namespace Holdfast {

QList<StorageUsage> storageHistory(qint64 filesNow, qint64 bytesNow, const QDate &today, const QDate &first,
                                   const QList<StorageDay> &days)
{
    QHash<QDate, StorageDay> byDate;
    for (const StorageDay &day : days)
        byDate.insert(day.date, day);
    QList<StorageUsage> history;
    for (QDate date = today; history.size() < storageHistoryDays; date = date.addDays(-1)) {
        if (date < today && (!first.isValid() || date < first))
            break;
        const StorageDay day = byDate.value(date);
        history.append({date, filesNow, bytesNow, day.filesAdded, day.filesDeleted});
        filesNow += day.filesDeleted - day.filesAdded;
        bytesNow += day.bytesDeleted - day.bytesAdded;
    }
    return history;
}

std::optional<qint64> daysUntilFull(const QList<StorageUsage> &history, qint64 quotaBytes)
{
    if (history.isEmpty())
        return std::nullopt;
    const qint64 left = quotaBytes - history.first().totalBytes;
    if (left <= 0)
        return 0;
    const qint64 days = history.size() - 1;
    const qint64 growth = history.first().totalBytes - history.last().totalBytes; // the sum of the differences
    if (days == 0 || growth <= 0)
        return std::nullopt;
    const double until = static_cast<double>(left) * static_cast<double>(days) / static_cast<double>(growth);
    constexpr double longestForecast = 365.0 * 1000; // beyond it nobody plans, and dates end
    return until <= longestForecast ? std::optional(static_cast<qint64>(until)) : std::nullopt;
}

double quotaPercent(qint64 bytes, qint64 quotaBytes)
{
    if (quotaBytes <= 0)
        return 100;
    constexpr qint64 hundredths = 10'000;
    for (constexpr qint64 most = std::numeric_limits<qint64>::max() / hundredths; bytes > most; bytes /= 2)
        quotaBytes = std::max<qint64>(quotaBytes / 2, 1);
    return static_cast<double>(bytes * hundredths / quotaBytes) / 100;
}

StorageLevel storageLevel(double quotaPercent)
{
    if (quotaPercent >= storageNearlyFull)
        return StorageLevel::NearlyFull;
    return quotaPercent >= storageShort ? StorageLevel::Short : StorageLevel::Enough;
}

} // namespace Holdfast
