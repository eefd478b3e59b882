// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <chrono>
#include <functional>

namespace Holdfast {

/// How the change feed is followed: how long a call waits, how much comes at once, and when to try again.
struct PullPace
{
    std::chrono::seconds wait{25}; ///< shorter than what proxies take for a dead connection
    std::chrono::milliseconds shortestPause{1'000};
    std::chrono::milliseconds longestPause{30'000};
    int changes = 100; ///< at once into the store: one short transaction; a page of the feed
    int leads = 500;   ///< a page when everything is read anew
    int recordings = 100;

    /// After so many failures in a row: growing, and shortened by up to half so that many clients do not come back at
    /// once. 0 ≤ random < 1.
    std::chrono::milliseconds pauseAfter(int failures, double random) const
    {
        const auto full = std::min(longestPause, shortestPause * (1 << std::clamp(failures - 1, 0, 10)));
        return std::chrono::milliseconds(
            static_cast<long long>(static_cast<double>(full.count()) * (1.0 - random / 2)));
    }
};

} // namespace Holdfast
