// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/DataFolder.h"
#include "domain/Clock.h"
#include "records/HoldProgress.h"

#include <condition_variable>
#include <mutex>
#include <thread>

namespace Holdfast {

/// Marks what holds over a great many recordings hold, and lets go of it again, portion by portion in the background:
/// what a portion marks is looked for beside the writer, so that others wait for no more than one portion. Goes on
/// where the last start was killed. look() may be called from any thread.
class HoldWork
{
public:
    /// Marking one costs about half a millisecond: so many keep others waiting for about a twentieth of a second.
    static constexpr int portion = 100;

    HoldWork(DataFolder &data, Clock clock);
    ~HoldWork();

    /// At a start, and when a hold was placed or released.
    void look();
    /// Returns when nothing is under way any more. In the thread that made it.
    void stop();

private:
    void run();
    bool waitForWork();
    Result<bool> step(); ///< false: nothing is left
    Done place(HoldId hold, const std::optional<RecordingPlace> &reached);
    Done release(HoldId hold);

    DataFolder &m_data;
    Clock m_clock;
    std::mutex m_mutex;
    std::condition_variable m_woken;
    bool m_looks = false; ///< somebody asked since the last time that nothing was left
    bool m_stopped = false;
    std::thread m_thread; // last: it uses the others
};

} // namespace Holdfast
