// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/CacheEviction.h"
#include "domain/Result.h"

namespace Holdfast {

/// What stays on this computer of what the server has, for the person who set it.
struct CacheRules
{
    static constexpr int leastGigabytes = 1;
    static constexpr int mostGigabytes = 1000;
    static constexpr int leastDays = 1;
    static constexpr int mostDays = 3650;

    int gigabytes = 5; ///< of 2^30 bytes
    int unusedDays = 30;
    bool wipeAtSignOut = false;
    QString file; ///< that keeps them; empty: none does

    static CacheRules load(const QString &profile); ///< the usual ones for what was not set there, or can't be
    Done save() const;                              ///< where they were loaded from

    CacheLimits limits() const;

    friend bool operator==(const CacheRules &, const CacheRules &) = default;
};

} // namespace Holdfast
