// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <atomic>
#include <memory>

namespace Holdfast {

/// How much may be kept (HOLDFAST_QUOTA_GB), counting what is arriving at this moment. Any thread.
class StorageQuota
{
public:
    class Share;

    StorageQuota(qint64 limitBytes, qint64 usedBytes);

    /// Room for a recording that is about to arrive; null where there is none.
    std::unique_ptr<Share> reserve(qint64 bytes);
    void giveBack(qint64 bytes); ///< a recording was deleted

private:
    const qint64 m_limitBytes;
    std::atomic<qint64> m_usedBytes;
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
