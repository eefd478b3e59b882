// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/Backoff.h"

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

    std::chrono::milliseconds pauseAfter(int failures, double random) const
    {
        return Holdfast::pauseAfter(failures, shortestPause, longestPause, random);
    }
};

} // namespace Holdfast
