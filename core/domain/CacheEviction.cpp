// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/CacheEviction.h"

#include <algorithm>

namespace Holdfast {

qint64 diskReserve(const DiskSpace &disk)
{
    return std::min(disk.total / 20, qint64(1) << 30);
}

qint64 bytesToFree(qint64 kept, qint64 coming, const CacheLimits &limits, const DiskSpace &disk)
{
    const qint64 tooMany = kept + coming - limits.bytes;
    const qint64 tooFull = disk.total > 0 ? diskReserve(disk) - (disk.available - coming) : 0;
    return std::max({tooMany, tooFull, qint64(0)});
}

QList<CachedFile> filesToDrop(QList<CachedFile> files, qint64 bytes, std::chrono::days unused, const QDateTime &now,
                              const std::function<bool(const QString &)> &isHeld)
{
    for (CachedFile &file : files)
        file.usedAt = std::min(file.usedAt, now);
    std::ranges::sort(files, [](const CachedFile &a, const CachedFile &b) {
        return a.usedAt != b.usedAt ? a.usedAt < b.usedAt : a.name < b.name;
    });
    const QDateTime expired = now.addDays(-unused.count());
    QList<CachedFile> dropped;
    qint64 freed = 0;
    for (const CachedFile &file : std::as_const(files)) {
        if (file.usedAt >= expired && freed >= bytes)
            break;
        if (isHeld(file.name))
            continue;
        freed += file.size;
        dropped.append(file);
    }
    return dropped;
}

} // namespace Holdfast
