// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/StorageQuota.h"

#include <algorithm>

namespace Holdfast {

StorageQuota::StorageQuota(qint64 limitBytes, qint64 usedBytes, DiskRoom diskRoom, qint64 diskReserveBytes)
    : m_limitBytes(limitBytes)
    , m_diskRoom(std::move(diskRoom))
    , m_diskReserveBytes(diskReserveBytes)
    , m_usedBytes(usedBytes)
{
}

std::optional<qint64> StorageQuota::diskRoomBytes() const
{
    // What arrives counts whole, however much of it is on the disk by now: a resumable upload is written a second time
    // when it is complete.
    const std::optional<qint64> room = m_diskRoom ? m_diskRoom() : std::nullopt;
    return room ? std::optional(std::max<qint64>(*room - m_arrivingBytes - m_diskReserveBytes, 0)) : std::nullopt;
}

Result<std::unique_ptr<StorageQuota::Share>> StorageQuota::reserve(qint64 bytes)
{
    if (const std::optional<qint64> room = diskRoomBytes(); room && (*room == 0 || *room < bytes))
        return fail(FailureKind::StorageFull,
                    QStringLiteral("The server's disk is nearly full. Nothing was stored; ask an administrator for "
                                   "more room."));
    // Not added first and taken back: what does not fit must not keep out, for that moment, what does.
    for (qint64 used = m_usedBytes; used + bytes <= m_limitBytes;)
        if (m_usedBytes.compare_exchange_weak(used, used + bytes))
            return std::make_unique<Share>(*this, bytes);
    return fail(FailureKind::StorageFull,
                QStringLiteral("The server has used the room it was given. Nothing was stored; ask an administrator "
                               "for more."));
}

void StorageQuota::giveBack(qint64 bytes)
{
    m_usedBytes.fetch_sub(bytes);
}

StorageQuota::Share::Share(StorageQuota &of, qint64 bytes)
    : m_of(of)
    , m_bytes(bytes)
{
    m_of.m_arrivingBytes.fetch_add(m_bytes);
}

StorageQuota::Share::~Share()
{
    m_of.m_usedBytes.fetch_sub(m_bytes);
    m_of.m_arrivingBytes.fetch_sub(m_bytes);
}

void StorageQuota::Share::keep(qint64 bytes)
{
    m_of.m_usedBytes.fetch_add(bytes);
}

} // namespace Holdfast
