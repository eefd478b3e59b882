// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "access/Gate.h"
#include "api/ChangePages.h"
#include "http/Router.h"

#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace Holdfast {

/// GET /api/changes: what changed since a cursor, at once, or as soon as something does within `wait` seconds. Those
/// who wait cost no thread each: one of the feed's own looks for them after each commit. Any thread; destruction
/// answers those who wait.
class ChangeFeed
{
public:
    static constexpr int longestWait = 60; // seconds
    static constexpr size_t mostWaiting = 2000;

    /// `committed` is called after each commit besides, in the writer's thread; brief.
    ChangeFeed(
        DataFolder &data, const Gate &gate, const RecordingLookup &recordings, std::function<void()> committed = [] {});
    ~ChangeFeed();

    void addTo(Http::Router &router, const Http::Gate &gate);

    /// Returns when all who wait are answered; whoever comes later is answered at once. In the thread that made it.
    void stop();

private:
    struct Waiting
    {
        qint64 cursor = 0;
        int limit = 0;
        Caller caller;
        Http::Responder responder;
        std::chrono::steady_clock::time_point until;
        qint64 seen = 0; ///< the newest change when it was last looked at
    };
    void answer(const Http::Request &request, const Http::Responder &responder);
    void wait(Waiting waiting);
    void run();
    std::vector<Waiting> nextRound(std::unique_lock<std::mutex> &lock);
    std::vector<Waiting> stillWaiting(std::vector<Waiting> round, bool stopped) const;
    bool isAnswered(const Waiting &waiting, bool last) const;

    WriteQueue &m_writes;
    const Gate &m_gate;
    ChangePages m_pages;
    std::mutex m_mutex;
    std::condition_variable m_woken;
    std::vector<Waiting> m_waiting;
    bool m_changed = false; ///< since the last round
    bool m_stopped = false;
    std::thread m_thread; // last: it uses the others
};

} // namespace Holdfast
