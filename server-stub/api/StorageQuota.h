// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Result.h"

#include <atomic>
#include <functional>
#include <memory>
#include <optional>

namespace Holdfast {

/// How much may be kept (HOLDFAST_QUOTA_GB), counting what is arriving at this moment, and no more than leaves the disk
/// some room (HOLDFAST_DISK_RESERVE_MB): without it nobody could sign in any more, for that is written down too, and so
/// nobody could delete anything. Any thread.
class StorageQuota
{
public:
    class Share;

    /// What is free on the disk, asked each time; none where that can't be told, and then it does not count.
    using DiskRoom = std::function<std::optional<qint64>()>;

    StorageQuota(qint64 limitBytes, qint64 usedBytes, DiskRoom diskRoom = {}, qint64 diskReserveBytes = 0);

    /// Room for a recording that is about to arrive; StorageFull where there is none.
    Result<std::unique_ptr<Share>> reserve(qint64 bytes);
    void giveBack(qint64 bytes); ///< a recording was deleted

    qint64 limitBytes() const { return m_limitBytes; }
    /// What recordings may still take of the disk, whatever the quota says; from 0 on, none where that can't be told.
    std::optional<qint64> diskRoomBytes() const;

private:
    const qint64 m_limitBytes;
    const DiskRoom m_diskRoom;
    const qint64 m_diskReserveBytes;
    std::atomic<qint64> m_usedBytes;
    std::atomic<qint64> m_arrivingBytes = 0;
};

/// Gives its room back when it goes, unless it was kept.
class StorageQuota::Share
{
public:
    Share(StorageQuota &of, qint64 bytes);
    ~Share();
    Share(const Share &) = delete;
    Share &operator=(const Share &) = delete;

    void keep(qint64 bytes); ///< the recording is stored, and was that large in the end

private:
    StorageQuota &m_of;
    qint64 m_bytes;
};

} // namespace Holdfast
