// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QList>
#include <QString>

#include <chrono>
#include <functional>

namespace Holdfast {

/// How much is kept on this computer of what the server has too, and for how long after its last use.
struct CacheLimits
{
    qint64 bytes = qint64(5) << 30;
    std::chrono::days unused{30};

    friend bool operator==(const CacheLimits &, const CacheLimits &) = default;
};

/// Bytes, for a program that is no administrator's.
struct DiskSpace
{
    qint64 available = 0;
    qint64 total = 0;
};

struct CachedFile
{
    QString name;
    qint64 size = 0;
    QDateTime usedAt; ///< a time to come counts as now
};

/// What is left free on the disk for everything else: the lesser of 5 % of it and 1 GiB.
qint64 diskReserve(const DiskSpace &disk);

/// How many bytes must go so that `kept` bytes and `coming` more stay within the limits, and the disk keeps its reserve
/// when `coming` more are written; 0 where that is so already. A disk of no size is not known, and asks for nothing.
qint64 bytesToFree(qint64 kept, qint64 coming, const CacheLimits &limits, const DiskSpace &disk);

/// Which of these files go, the longest unused first: all that were not used for that long, and of the others as few
/// as free so many bytes, in that order; never one that is held.
QList<CachedFile> filesToDrop(QList<CachedFile> files, qint64 bytes, std::chrono::days unused, const QDateTime &now,
                              const std::function<bool(const QString &name)> &isHeld);

} // namespace Holdfast
