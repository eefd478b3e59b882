// SPDX-License-Identifier: GPL-3.0-or-later
#include "sqlite/WriteQueue.h"

#include "sqlite/DatabaseState.h"
#include "sqlite/Transaction.h"

#include <atomic>
#include <condition_variable>
#include <mutex>
#include <thread>
#include <vector>

namespace Holdfast {

namespace {

constexpr size_t largestGroup = 256;

} // namespace

struct WriteQueue::State
{
    std::mutex mutex;
    std::condition_variable changed;
    std::vector<Write> waiting;
    bool ending = false;
    std::function<void()> committed;
    std::atomic<quint64> commits = 0;
    GroupWork groupWork;
    std::thread thread;

    void run(const QString &path, const StatementGate &gate, const std::function<void(const Done &)> &started);
    std::vector<Write> nextGroup();
    void tellCommitted();
    Done runTogether(Database &database, std::vector<Write> &group);
};

/// The whole group in one transaction, each write in a savepoint. Fails as a whole where SQLite gave the
/// transaction up (a full disk, say) or the commit failed.
Done WriteQueue::State::runTogether(Database &database, std::vector<Write> &group)
{
    Result<Transaction> transaction = Transaction::begin(database);
    if (!transaction)
        return fail(transaction.error());
    if (Done done = groupWork.begun ? groupWork.begun(database) : Done(); !done)
        return done;
    for (Write &write : group) {
        if (Done done = database.state().execute(QStringLiteral("SAVEPOINT write")); !done)
            return done;
        const Done wrote = write.run(database);
        if (!wrote && !database.state().execute(QStringLiteral("ROLLBACK TO write")))
            return wrote;
        if (Done done = database.state().execute(QStringLiteral("RELEASE write")); !done)
            return done;
    }
    if (Done done = groupWork.ending ? groupWork.ending(database) : Done(); !done)
        return done;
    const Done done = transaction->commit();
    if (done)
        ++commits;
    return done;
}

WriteQueue::WriteQueue(std::unique_ptr<State> state)
    : m_state(std::move(state))
{
}

WriteQueue::~WriteQueue()
{
    {
        const std::scoped_lock lock(m_state->mutex);
        m_state->ending = true;
    }
    m_state->changed.notify_all();
    if (m_state->thread.joinable())
        m_state->thread.join();
}

Result<std::unique_ptr<WriteQueue>> WriteQueue::start(const QString &path, const StatementGate &gate,
                                                      GroupWork groupWork)
{
    std::unique_ptr<WriteQueue> queue(new WriteQueue(std::make_unique<State>()));
    State *state = queue->m_state.get();
    state->groupWork = std::move(groupWork);
    const Eventual<Done>::Source started;
    state->thread = std::thread([state, path, gate, started] {
        state->run(path, gate, [&started](const Done &opened) { started.give(opened); });
    });
    if (Done opened = started.value().result(); !opened)
        return fail(opened.error());
    return queue;
}

void WriteQueue::setCommitted(std::function<void()> committed)
{
    const std::scoped_lock lock(m_state->mutex);
    m_state->committed = std::move(committed);
}

quint64 WriteQueue::commits() const
{
    return m_state->commits;
}

void WriteQueue::enqueue(Write write)
{
    {
        const std::scoped_lock lock(m_state->mutex);
        m_state->waiting.push_back(std::move(write));
    }
    m_state->changed.notify_one();
}

std::vector<WriteQueue::Write> WriteQueue::State::nextGroup()
{
    std::unique_lock lock(mutex);
    changed.wait(lock, [this] { return ending || !waiting.empty(); });
    if (waiting.size() <= largestGroup)
        return std::exchange(waiting, {});
    const auto end = waiting.begin() + largestGroup;
    std::vector<Write> group(std::make_move_iterator(waiting.begin()), std::make_move_iterator(end));
    waiting.erase(waiting.begin(), end);
    return group;
}

void WriteQueue::State::tellCommitted()
{
    const std::scoped_lock lock(mutex);
    if (committed)
        committed();
}

void WriteQueue::State::run(const QString &path, const StatementGate &gate,
                            const std::function<void(const Done &)> &started)
{
    Result<std::unique_ptr<Database>> database = Database::open(path, Durability::Full, gate);
    started(database ? Done() : fail(database.error()));
    if (!database)
        return;
    for (std::vector<Write> group = nextGroup(); !group.empty(); group = nextGroup()) {
        if (const Done together = runTogether(**database, group); together || group.size() == 1) {
            for (const Write &write : group)
                write.finished(together);
            if (together)
                tellCommitted();
            continue;
        }
        // One that needs more than there is must not take the others with it: each for itself.
        for (Write &write : group) {
            std::vector<Write> alone{write};
            write.finished(runTogether(**database, alone));
        }
        tellCommitted();
    }
}

} // namespace Holdfast
