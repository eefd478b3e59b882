// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <cstdint>

namespace Holdfast::Testing {

/// What the disk of a child process does at the calls that are counted.
enum class DiskFault : std::int32_t {
    None,
    Kill,     ///< the process ends there, as by kill -9
    KillTorn, ///< it ends there with half of what it was writing on the disk
    Full,     ///< no room: ENOSPC where something would grow
    Short,    ///< half of it is written, as the system may do at any time
    Broken,   ///< EIO whatever was to change
    Unread,   ///< EIO at what is read; counts the reads
};

/// Shared between a test and the process whose disk it breaks. Calls count from 1; those from `from` to before `until`
/// go wrong.
struct BreakingDiskControl
{
    std::atomic<std::int64_t> changes;
    std::atomic<std::int64_t> reads;
    std::atomic<std::int64_t> from;
    std::atomic<std::int64_t> until;
    std::atomic<std::int64_t> broken; ///< calls that went wrong
    std::atomic<DiskFault> fault;
};

static_assert(std::atomic<std::int64_t>::is_always_lock_free && std::atomic<DiskFault>::is_always_lock_free);

} // namespace Holdfast::Testing
