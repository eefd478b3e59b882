// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/OutboxPush.h"

#include "sync/Backoff.h"

#include <algorithm>

namespace Holdfast {

namespace {

constexpr std::chrono::milliseconds shortestPause{1'000};
constexpr std::chrono::milliseconds longestPause{5 * 60'000};

} // namespace

OutboxPush::OutboxPush(Clock clock, Randomness randomness, int sideBySide)
    : m_clock(std::move(clock))
    , m_randomness(std::move(randomness))
    , m_sideBySide(sideBySide)
{
}

void OutboxPush::setWaiting(const QList<QUuid> &uploadIds)
{
    m_waiting = uploadIds;
    m_pauses.removeIf(
        [this](const auto &pause) { return !m_waiting.contains(pause.key()) && !m_underWay.contains(pause.key()); });
}

void OutboxPush::setOnline(bool online)
{
    m_online = online;
}

std::optional<QUuid> OutboxPush::next() const
{
    if (m_underWay.size() >= (m_online ? m_sideBySide : 1))
        return std::nullopt;
    const QDateTime now = m_clock();
    for (const QUuid &id : m_waiting) {
        if (!m_underWay.contains(id) && leftOf(id, now) == std::chrono::milliseconds::zero())
            return id;
    }
    return std::nullopt;
}

std::optional<std::chrono::milliseconds> OutboxPush::pause() const
{
    if (m_underWay.size() >= (m_online ? m_sideBySide : 1))
        return std::nullopt;
    const QDateTime now = m_clock();
    std::optional<std::chrono::milliseconds> shortest;
    for (const QUuid &id : m_waiting) {
        if (m_underWay.contains(id))
            continue;
        const auto left = leftOf(id, now);
        shortest = shortest ? std::min(*shortest, left) : left;
    }
    return shortest;
}

std::chrono::milliseconds OutboxPush::leftOf(const Pause &pause, const QDateTime &now)
{
    const std::chrono::milliseconds gone(pause.since.msecsTo(now));
    const bool isOver = gone < std::chrono::milliseconds::zero() || gone >= pause.length;
    return isOver ? std::chrono::milliseconds::zero() : pause.length - gone;
}

std::chrono::milliseconds OutboxPush::leftOf(QUuid uploadId, const QDateTime &now) const
{
    const auto pause = m_pauses.constFind(uploadId);
    return pause == m_pauses.cend() ? std::chrono::milliseconds::zero() : leftOf(*pause, now);
}

void OutboxPush::started(QUuid uploadId)
{
    m_underWay.append(uploadId);
}

void OutboxPush::finished(QUuid uploadId)
{
    m_underWay.removeOne(uploadId);
    m_waiting.removeOne(uploadId);
    m_pauses.remove(uploadId);
}

AfterFailure OutboxPush::failed(QUuid uploadId, const Failure &failure)
{
    const AfterFailure after = afterFailure(failure.kind);
    m_underWay.removeOne(uploadId);
    switch (after) {
    case AfterFailure::TryLater: {
        Pause &pause = m_pauses[uploadId];
        const auto shortened = pauseAfter(++pause.failures, shortestPause, longestPause, m_randomness());
        const auto asked = std::chrono::milliseconds(failure.retryAfter.value_or(std::chrono::seconds(0)));
        pause.since = m_clock();
        pause.length = std::max(shortened, asked);
        break;
    }
    case AfterFailure::AwaitSignIn:
        break;
    case AfterFailure::Park:
        finished(uploadId);
        break;
    }
    return after;
}

void OutboxPush::hurry(QUuid uploadId)
{
    m_pauses.remove(uploadId);
}

void OutboxPush::hurryAll()
{
    m_pauses.clear();
}

std::optional<QDateTime> OutboxPush::dueAt(QUuid uploadId) const
{
    const QDateTime now = m_clock();
    const auto left = leftOf(uploadId, now);
    return left > std::chrono::milliseconds::zero() ? std::optional(now.addMSecs(left.count())) : std::nullopt;
}

bool OutboxPush::isUnderWay(QUuid uploadId) const
{
    return m_underWay.contains(uploadId);
}

} // namespace Holdfast
