// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Eventual.h"
#include "sqlite/Database.h"

#include <functional>
#include <memory>
#include <optional>

namespace Holdfast {

/// What a WriteQueue does besides in the transaction of each group, in the writer's thread; a failure fails the group.
/// Where a group is tried again this is too, so it keeps nothing that it can't find out to be outdated.
struct GroupWork
{
    std::function<Done(Database &)> begun;  ///< before the first write; null: nothing
    std::function<Done(Database &)> ending; ///< after the last, before the commit; null: nothing
};

/// The one writer of a database: a thread of its own with its own connection, which runs what is asked in order and
/// commits in groups, so that many small writes share one disk sync. A write's answer is given once its group is
/// committed and synced. A write whose own statements fail fails alone; where a group can't be committed, each of it is
/// tried again for itself, so a write may run twice and keeps nothing outside the database. submit may be called from
/// any thread. Ends by finishing what was submitted.
class WriteQueue
{
public:
    static Result<std::unique_ptr<WriteQueue>> start(const QString &path, const StatementGate &gate = {},
                                                     GroupWork groupWork = {});
    ~WriteQueue();

    /// Called in the writer's thread after each group that was committed; brief, and submits nothing. When this
    /// returns, the one before is not called any more. Null: none.
    void setCommitted(std::function<void()> committed);

    /// How many groups were committed since the start. What was read after a call still holds while the next one gives
    /// the same number: it has grown before a write's answer is given. Any thread.
    quint64 commits() const;

    template <class T> Eventual<Result<T>> submit(std::function<Result<T>(Database &)> write)
    {
        const typename Eventual<Result<T>>::Source source;
        auto answer = std::make_shared<std::optional<Result<T>>>();
        enqueue({[write = std::move(write), answer](Database &database) -> Done {
                     answer->emplace(write(database));
                     return answer->value() ? Done() : fail(answer->value().error());
                 },
                 [source, answer](const Done &committed) {
                     source.give(committed ? std::move(answer->value()) : Result<T>(fail(committed.error())));
                 }});
        return source.value();
    }

private:
    struct Write
    {
        std::function<Done(Database &)> run;
        std::function<void(const Done &)> finished; ///< called in the writer's thread
    };
    struct State;
    explicit WriteQueue(std::unique_ptr<State> state);
    void enqueue(Write write);

    std::unique_ptr<State> m_state;
};

} // namespace Holdfast
