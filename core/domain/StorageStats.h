// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QList>

#include <optional>

namespace Holdfast {

/// What came and went on one day, in UTC; bytes are plain.
struct StorageDay
{
    QDate date;
    qint64 filesAdded = 0;
    qint64 bytesAdded = 0;
    qint64 filesDeleted = 0;
    qint64 bytesDeleted = 0;

    friend bool operator==(const StorageDay &, const StorageDay &) = default;
};

/// What there was at the end of a day.
struct StorageUsage
{
    QDate date;
    qint64 totalFiles = 0;
    qint64 totalBytes = 0;
    qint64 added = 0; ///< recordings
    qint64 deleted = 0;

    friend bool operator==(const StorageUsage &, const StorageUsage &) = default;
};

inline constexpr int storageHistoryDays = 30;

/// What an administrator is told of the server's room; bytes are plain.
struct StorageReport
{
    qint64 files = 0;
    qint64 bytes = 0;
    qint64 quotaBytes = 0;
    double quotaPercent = 0;
    std::optional<qint64> diskRoomBytes; ///< what recordings may still take of the server's disk; none: it can't tell
    std::optional<int> warned;           ///< up to which part of the quota was warned of, in hundredths
    QList<StorageUsage> history;         ///< newest first
    std::optional<qint64> daysUntilFull;
    std::optional<QDate> fullOn;
};

/// How near the quota is, by the shares from which people are warned.
enum class StorageLevel { Enough, Short, NearlyFull };
inline constexpr double storageShort = 80;      ///< percent of the quota
inline constexpr double storageNearlyFull = 90; ///< percent of the quota
StorageLevel storageLevel(double quotaPercent);

/// How much of the quota is used, in percent, cut off after two decimals and not rounded: it says 80 where four fifths
/// are used, and not before. 100 where there is no quota. Pure.
double quotaPercent(qint64 bytes, qint64 quotaBytes);

/// One entry a day, newest first, from `today` back to the first day that something came (`first`; none: today alone),
/// at most storageHistoryDays. `days` are those on which something came or went, in any order. Pure.
QList<StorageUsage> storageHistory(qint64 filesNow, qint64 bytesNow, const QDate &today, const QDate &first,
                                   const QList<StorageDay> &days);

/// In how many whole days the quota is used up, if it grows on as it did over the history: the mean of its day-to-day
/// differences. None where there are fewer than two days or it does not grow within a thousand years; 0 where it is
/// full. Pure.
std::optional<qint64> daysUntilFull(const QList<StorageUsage> &history, qint64 quotaBytes);

} // namespace Holdfast
