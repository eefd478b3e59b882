// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/HoldWork.h"

#include "api/Log.h"
#include "api/RecordingQuery.h"
#include "records/Changes.h"
#include "records/Holds.h"
#include "records/RecordingSearch.h"

namespace Holdfast {

namespace {

constexpr std::chrono::seconds restAfterFailure{5};

/// Supervisors see it; nobody else.
Done tell(Database &database, HoldId hold, const QDateTime &at)
{
    return Changes(database).append(QStringLiteral("hold"), hold.value, at, UserId{});
}

} // namespace

HoldWork::HoldWork(DataFolder &data, Clock clock)
    : m_data(data)
    , m_clock(std::move(clock))
    , m_thread([this] { run(); })
{
}

HoldWork::~HoldWork()
{
    stop();
}

void HoldWork::stop()
{
    {
        const std::scoped_lock lock(m_mutex);
        m_stopped = true;
    }
    m_woken.notify_one();
    if (m_thread.joinable())
        m_thread.join();
}

void HoldWork::look()
{
    {
        const std::scoped_lock lock(m_mutex);
        m_looks = true;
    }
    m_woken.notify_one();
}

bool HoldWork::waitForWork()
{
    std::unique_lock lock(m_mutex);
    m_woken.wait(lock, [this] { return m_looks || m_stopped; });
    m_looks = false;
    return !m_stopped;
}

void HoldWork::run()
{
    while (waitForWork()) {
        for (Result<bool> goesOn = true; goesOn && *goesOn;) {
            {
                const std::scoped_lock lock(m_mutex);
                if (m_stopped)
                    return;
            }
            goesOn = step();
            if (goesOn)
                continue;
            qCWarning(logApi).noquote() << "marking what holds hold rests for a while; nothing of it can be deleted:"
                                        << goesOn.error().message << goesOn.error().detail;
            std::unique_lock lock(m_mutex);
            if (m_woken.wait_for(lock, restAfterFailure, [this] { return m_stopped; }))
                return;
            goesOn = true;
        }
    }
}

Result<bool> HoldWork::step()
{
    const Result<Database *> database = m_data.connections().ofThisThread();
    if (!database)
        return fail(database.error());
    const Result<std::optional<HoldProgress::Step>> step = HoldProgress(**database).next();
    if (!step)
        return fail(step.error());
    if (!*step)
        return false;
    const Done done = (*step)->placing ? place((*step)->hold, (*step)->reached) : release((*step)->hold);
    if (!done)
        return fail(done.error());
    return true;
}

Done HoldWork::place(HoldId id, const std::optional<RecordingPlace> &reached)
{
    const Result<Database *> database = m_data.connections().ofThisThread();
    const Result<Hold> hold = database ? Holds(**database).byId(id) : fail(database.error());
    Result<RecordingFilter> filter = hold ? filterOf(*hold) : fail(hold.error());
    if (!filter)
        return fail(filter.error());
    filter->after = reached;
    filter->limit = portion;
    const Result<QList<RecordingPlace>> found = RecordingSearch::walk(**database, *filter);
    if (!found)
        return fail(found.error());
    return m_data.writes()
        .submit<void>([id, places = *found, at = m_clock()](Database &writer) -> Done {
            if (Done marked = HoldProgress(writer).mark(id, places); !marked)
                return marked;
            return tell(writer, id, at);
        })
        .result();
}

Done HoldWork::release(HoldId id)
{
    return m_data.writes()
        .submit<void>([id, at = m_clock()](Database &writer) -> Done {
            if (const Result<bool> last = HoldProgress(writer).letGo(id, portion); !last)
                return fail(last.error());
            return tell(writer, id, at);
        })
        .result();
}

} // namespace Holdfast
