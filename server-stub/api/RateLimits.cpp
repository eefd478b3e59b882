// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/RateLimits.h"

#include "access/Gate.h"
#include "api/FailureReply.h"

#include <QMutexLocker>

#include <algorithm>
#include <cmath>

namespace Holdfast {

namespace {

constexpr std::array<double, 3> perMinute{60, 30, 10};

} // namespace

RateLimits::RateLimits(bool enforced, Clock clock)
    : m_enforced(enforced)
    , m_clock(std::move(clock))
{
}

std::optional<RateLimits::Kind> RateLimits::kindOf(const Http::Request &request)
{
    const QStringList &path = request.segments;
    const bool reads = request.method == "GET" || request.method == "HEAD";
    if (path.value(1) == QLatin1String("evidence-packs"))
        return Download;
    if (path.value(1) == QLatin1String("retention-policies") && path.value(2) == QLatin1String("preview"))
        return Search; // it changes nothing, and is asked for as one types
    if (path.value(1) == QLatin1String("retention-policies"))
        return reads ? std::nullopt : std::optional(PolicyChange);
    if (!reads)
        return std::nullopt;
    if (path == QStringList{QStringLiteral("api"), QStringLiteral("recordings")})
        return Search;
    if (path.size() == 4 && path[1] == QLatin1String("leads") && path[3] == QLatin1String("recordings"))
        return Search;
    if (path.size() == 4 && path[1] == QLatin1String("recordings") && path[3] == QLatin1String("download"))
        return Download;
    return std::nullopt;
}

std::optional<Http::Reply> RateLimits::check(const Http::Request &request)
{
    const std::optional<Kind> kind = m_enforced ? kindOf(request) : std::nullopt;
    if (!kind)
        return std::nullopt;
    const QDateTime now = m_clock();
    const double most = perMinute[*kind];
    const QMutexLocker lock(&m_mutex);
    Bucket &bucket = m_buckets[Gate::callerOf(request).user.id][*kind];
    const double passed = bucket.filledAt.isValid() ? static_cast<double>(bucket.filledAt.msecsTo(now)) : 60'000.0;
    bucket.tokens = std::min(most, bucket.tokens + std::max(0.0, passed) * most / 60'000);
    bucket.filledAt = now;
    if (bucket.tokens >= 1) {
        bucket.tokens -= 1;
        return std::nullopt;
    }
    const auto wait =
        std::chrono::seconds(std::max<qint64>(1, std::llround(std::ceil((1 - bucket.tokens) * 60 / most))));
    return failureReply(Failure{FailureKind::Throttled,
                                QStringLiteral("That is more than %1 of these a minute. Wait %2 s, then try again.")
                                    .arg(static_cast<int>(most))
                                    .arg(wait.count()),
                                {},
                                wait});
}

} // namespace Holdfast
