// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "upkeep/RetentionSweeper.h"

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <thread>

namespace Holdfast {

/// The thread in which sweeps run: it looks at the clock once a minute, and at once when asked. Any thread.
class RetentionSweeping
{
public:
    static constexpr std::chrono::minutes looksEvery{1};

    /// isStopped is this class's own.
    explicit RetentionSweeping(RetentionSweeper::Surroundings surroundings);
    ~RetentionSweeping();

    void look(); ///< a sweep was begun, or got its yes, or was left by the last start
    /// Returns after the portion that is under way; what is left goes on at the next start. In the thread that made it.
    void stop();

private:
    void run();
    bool waitForWork(); ///< false: stopped

    RetentionSweeper::Surroundings m_surroundings;
    std::mutex m_mutex;
    std::condition_variable m_woken;
    bool m_looks = false;
    bool m_isStopped = false;
    std::thread m_thread; // last: it uses the others
};

} // namespace Holdfast
