// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/ChangeFeed.h"

#include "api/FailureReply.h"
#include "api/QueryFields.h"
#include "contract/Routes.h"

#include <QJsonArray>

#include <algorithm>
#include <limits>

namespace Holdfast {

namespace {

constexpr int usualChanges = 500;
constexpr std::chrono::milliseconds restTime{50}; // between rounds: a burst of changes is told at once

Http::Reply replyOf(const Result<ChangePages::Page> &page)
{
    return page ? Http::Reply::json(200, QJsonDocument(page->json())) : failureReply(page.error());
}

} // namespace

ChangeFeed::ChangeFeed(DataFolder &data, const Gate &gate, const RecordingLookup &recordings,
                       std::function<void()> committed)
    : m_writes(data.writes())
    , m_gate(gate)
    , m_pages(data, recordings)
{
    m_writes.setCommitted([this, committed = std::move(committed)] {
        committed();
        {
            const std::scoped_lock lock(m_mutex);
            if (m_waiting.empty())
                return;
            m_changed = true;
        }
        m_woken.notify_one();
    });
    m_thread = std::thread([this] { run(); });
}

ChangeFeed::~ChangeFeed()
{
    stop();
}

void ChangeFeed::stop()
{
    m_writes.setCommitted(nullptr);
    {
        const std::scoped_lock lock(m_mutex);
        m_stopped = true;
    }
    m_woken.notify_one();
    if (m_thread.joinable())
        m_thread.join();
}

void ChangeFeed::addTo(Http::Router &router, const Http::Gate &gate)
{
    router.add("GET", Routes::changes, gate, [this](const Http::Request &request, const Http::Responder &responder) {
        answer(request, responder);
        return nullptr;
    });
}

void ChangeFeed::answer(const Http::Request &request, const Http::Responder &responder)
{
    QueryFields query(request);
    const auto cursor = query.number(QLatin1String("cursor"), 0, std::numeric_limits<qint64>::max());
    const auto limit = query.number(QLatin1String("limit"), 1, ChangePages::mostChanges);
    const auto seconds = query.number(QLatin1String("wait"), 0, longestWait);
    if (const auto failure = query.failure())
        return responder.reply(failureReply(*failure));
    const Result<qint64> newest = m_pages.newest();
    if (!newest)
        return responder.reply(failureReply(newest.error()));
    if (!cursor) // where to begin
        return responder.reply(replyOf(ChangePages::Page{*newest, {}, false}));
    if (*cursor > *newest)
        return responder.reply(Http::Reply::message(
            410, QStringLiteral("This server never gave out that cursor; it may have been restored from a backup. "
                                "Read everything anew.")));
    Waiting waiting{*cursor,
                    static_cast<int>(limit.value_or(usualChanges)),
                    Gate::callerOf(request),
                    responder,
                    std::chrono::steady_clock::now() + std::chrono::seconds(seconds.value_or(0)),
                    *newest};
    if (!isAnswered(waiting, seconds.value_or(0) == 0))
        wait(std::move(waiting));
}

void ChangeFeed::wait(Waiting waiting)
{
    {
        const std::scoped_lock lock(m_mutex);
        if (!m_stopped && m_waiting.size() < mostWaiting) {
            m_waiting.push_back(std::move(waiting));
            m_changed = true; // something may have been committed since it looked
            m_woken.notify_one();
            return;
        }
    }
    isAnswered(waiting, true);
}

/// Answers where there is something to tell, where it is the last time, and where the caller no longer counts.
bool ChangeFeed::isAnswered(const Waiting &waiting, bool last) const
{
    const Result<Caller> caller = m_gate.again(waiting.caller);
    if (!caller) {
        waiting.responder.reply(failureReply(caller.error()));
        return true;
    }
    const Result<ChangePages::Page> page = m_pages.after(waiting.cursor, waiting.limit, *caller);
    if (page && page->changes.isEmpty() && !last)
        return false;
    waiting.responder.reply(replyOf(page));
    return true;
}

/// Waits for a commit, the end of somebody's time or the end of all.
std::vector<ChangeFeed::Waiting> ChangeFeed::nextRound(std::unique_lock<std::mutex> &lock)
{
    const auto isDue = [this] { return m_changed || m_stopped; };
    const auto first = std::min_element(m_waiting.begin(), m_waiting.end(),
                                        [](const Waiting &a, const Waiting &b) { return a.until < b.until; });
    if (first == m_waiting.end()) {
        m_woken.wait(lock, isDue);
    } else {
        const auto until = first->until;
        m_woken.wait_until(lock, until, isDue);
    }
    m_changed = false;
    return std::exchange(m_waiting, {});
}

/// Most commits are entries in the audit log, which nobody waits for.
std::vector<ChangeFeed::Waiting> ChangeFeed::stillWaiting(std::vector<Waiting> round, bool stopped) const
{
    const Result<qint64> newest = m_pages.newest();
    const auto now = std::chrono::steady_clock::now();
    std::vector<Waiting> left;
    for (Waiting &one : round) {
        const bool last = stopped || one.until <= now || !newest;
        const bool news = newest && one.seen < *newest;
        if ((last || news) && isAnswered(one, last))
            continue;
        one.seen = newest.value_or(one.seen);
        left.push_back(std::move(one));
    }
    return left;
}

void ChangeFeed::run()
{
    std::unique_lock lock(m_mutex);
    for (;;) {
        std::vector<Waiting> round = nextRound(lock);
        const bool stopped = m_stopped;
        lock.unlock();
        std::vector<Waiting> left = stillWaiting(std::move(round), stopped);
        lock.lock();
        m_waiting.insert(m_waiting.end(), std::make_move_iterator(left.begin()), std::make_move_iterator(left.end()));
        if (stopped && m_waiting.empty())
            return;
        m_woken.wait_for(lock, restTime, [this] { return m_stopped; });
    }
}

} // namespace Holdfast
