// SPDX-License-Identifier: GPL-3.0-or-later
#include "upkeep/RetentionSweeping.h"

#include "upkeep/Log.h"

namespace Holdfast {

RetentionSweeping::RetentionSweeping(RetentionSweeper::Surroundings surroundings)
    : m_surroundings(std::move(surroundings))
{
    m_surroundings.isStopped = [this] {
        const std::scoped_lock lock(m_mutex);
        return m_isStopped;
    };
    m_thread = std::thread([this] { run(); });
}

RetentionSweeping::~RetentionSweeping()
{
    stop();
}

void RetentionSweeping::look()
{
    {
        const std::scoped_lock lock(m_mutex);
        m_looks = true;
    }
    m_woken.notify_one();
}

void RetentionSweeping::stop()
{
    {
        const std::scoped_lock lock(m_mutex);
        m_isStopped = true;
    }
    m_woken.notify_one();
    if (m_thread.joinable())
        m_thread.join();
}

bool RetentionSweeping::waitForWork()
{
    std::unique_lock lock(m_mutex);
    m_woken.wait_for(lock, looksEvery, [this] { return m_looks || m_isStopped; });
    m_looks = false;
    return !m_isStopped;
}

void RetentionSweeping::run()
{
    RetentionSweeper sweeper(m_surroundings);
    while (waitForWork())
        if (const Done done = sweeper.go(); !done)
            qCWarning(logUpkeep).noquote()
                << "a retention sweep rests for a minute; what has run its time stays:" << done.error().message
                << done.error().detail;
}

} // namespace Holdfast
