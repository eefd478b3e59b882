// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "access/Caller.h"
#include "domain/Clock.h"
#include "http/Router.h"

#include <QHash>
#include <QMutex>

#include <array>

namespace Holdfast {

/// The recommended limits of recording-api.md, for each user: 60 searches, 30 downloads and 10 changes of policies a
/// minute, in a burst or evenly. An evidence pack counts as a download, the preview of a policy as a search. A switch;
/// off by default. Any thread.
class RateLimits
{
public:
    RateLimits(bool enforced, Clock clock);

    /// 429 with Retry-After for one too many; none for what may pass. After the gate: it asks for the caller.
    std::optional<Http::Reply> check(const Http::Request &request);

private:
    enum Kind { Search, Download, PolicyChange, Kinds };
    static std::optional<Kind> kindOf(const Http::Request &request);

    struct Bucket
    {
        double tokens = 0;
        QDateTime filledAt; ///< null: full
    };
    const bool m_enforced;
    Clock m_clock;
    QMutex m_mutex;
    QHash<UserId, std::array<Bucket, Kinds>> m_buckets; // grows with the users alone
};

} // namespace Holdfast
