// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/StorageQuota.h"

namespace Holdfast {

StorageQuota::StorageQuota(qint64 limitBytes, qint64 usedBytes)
    : m_limitBytes(limitBytes)
    , m_usedBytes(usedBytes)
{
}

std::unique_ptr<StorageQuota::Share> StorageQuota::reserve(qint64 bytes)
{
    // Not added first and taken back: what does not fit must not keep out, for that moment, what does.
    for (qint64 used = m_usedBytes; used + bytes <= m_limitBytes;)
        if (m_usedBytes.compare_exchange_weak(used, used + bytes))
            return std::make_unique<Share>(*this, bytes);
    return nullptr;
}

void StorageQuota::giveBack(qint64 bytes)
{
    m_usedBytes.fetch_sub(bytes);
}

StorageQuota::Share::Share(StorageQuota &of, qint64 bytes)
    : m_of(of)
    , m_bytes(bytes)
{
}

StorageQuota::Share::~Share()
{
    m_of.m_usedBytes.fetch_sub(m_bytes);
}

void StorageQuota::Share::keep(qint64 bytes)
{
    m_of.m_usedBytes.fetch_add(bytes);
}

} // namespace Holdfast
