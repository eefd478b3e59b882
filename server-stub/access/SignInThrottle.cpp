// SPDX-License-Identifier: GPL-3.0-or-later
#include "access/SignInThrottle.h"

#include <QMutexLocker>

#include <algorithm>

namespace Holdfast {

namespace {

/// Usernames are kept as short as the longest that exists, so that a guess can't cost memory.
QString shortened(const QString &account)
{
    return account.left(128).toCaseFolded();
}

} // namespace

std::chrono::seconds SignInThrottle::waitAfter(int failures)
{
    if (failures < freeAttempts)
        return std::chrono::seconds(0);
    const int doublings = std::min(failures - freeAttempts, 16);
    return std::min(std::chrono::seconds(1LL << doublings), longestWait);
}

std::optional<std::chrono::seconds> SignInThrottle::begin(const QString &account, const QHostAddress &address,
                                                          const QDateTime &now)
{
    const QMutexLocker lock(&m_mutex);
    const Key key(shortened(account), address);
    if (!m_failures.contains(key))
        forgetOld(now);
    Failures &failures = m_failures[key];
    if (failures.last.isValid() && failures.last.secsTo(now) >= longestWait.count())
        failures = {};
    if (failures.last.isValid()) {
        const std::chrono::milliseconds wait = waitAfter(failures.count);
        const std::chrono::milliseconds passed(std::max<qint64>(0, failures.last.msecsTo(now)));
        if (passed < wait)
            return std::chrono::ceil<std::chrono::seconds>(wait - passed);
    }
    ++failures.count;
    failures.last = now;
    return std::nullopt;
}

void SignInThrottle::succeeded(const QString &account, const QHostAddress &address)
{
    const QMutexLocker lock(&m_mutex);
    m_failures.remove(Key(shortened(account), address));
}

void SignInThrottle::undecided(const QString &account, const QHostAddress &address)
{
    const QMutexLocker lock(&m_mutex);
    const auto found = m_failures.find(Key(shortened(account), address));
    if (found != m_failures.end() && --found->count <= 0)
        m_failures.erase(found);
}

void SignInThrottle::forgetOld(const QDateTime &now)
{
    if (m_failures.size() < mostEntries)
        return;
    m_failures.removeIf([&](auto entry) { return entry->last.secsTo(now) >= longestWait.count(); });
    while (m_failures.size() >= mostEntries) {
        const auto oldest = std::min_element(m_failures.begin(), m_failures.end(),
                                             [](const Failures &a, const Failures &b) { return a.last < b.last; });
        m_failures.erase(oldest);
    }
}

} // namespace Holdfast
