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
    if (m_usedBytes.fetch_add(bytes) + bytes <= m_limitBytes)
        return std::make_unique<Share>(*this, bytes);
    m_usedBytes.fetch_sub(bytes);
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
