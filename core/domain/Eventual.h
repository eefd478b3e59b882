// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <type_traits>
#include <utility>

namespace Holdfast {

/// A value that another thread gives later. It stands where a continuation is set while that thread may just be
/// finishing: QFuture's, in Qt 6.4, then runs twice, the second time over memory that is gone. Copies share the value.
/// Any thread.
template <class T> class Eventual
{
    struct State
    {
        std::mutex mutex;
        std::condition_variable given;
        std::optional<T> value; ///< given once, and never changed
        std::function<void(const T &)> then;
    };

public:
    /// Who owes the value. Copies owe the same one.
    class Source
    {
    public:
        Eventual value() const { return Eventual(m_state); }
        /// Once.
        void give(T value) const
        {
            std::function<void(const T &)> then;
            {
                const std::scoped_lock lock(m_state->mutex);
                m_state->value.emplace(std::move(value));
                then = std::exchange(m_state->then, nullptr);
            }
            m_state->given.notify_all();
            if (then)
                then(*m_state->value);
        }

    private:
        std::shared_ptr<State> m_state = std::make_shared<State>();
    };

    static Eventual of(T value)
    {
        const Source source;
        source.give(std::move(value));
        return source.value();
    }

    bool isGiven() const
    {
        const std::scoped_lock lock(m_state->mutex);
        return m_state->value.has_value();
    }
    /// Waits for it.
    T result() const
    {
        std::unique_lock lock(m_state->mutex);
        m_state->given.wait(lock, [this] { return m_state->value.has_value(); });
        return *m_state->value;
    }
    /// Calls continuation(value) exactly once: in the thread that gives the value, or here where it is there already.
    /// One continuation for each value. Answers what the continuation does, as another Eventual; nothing for void.
    template <class Continuation> auto then(Continuation continuation) const
    {
        using Answer = std::invoke_result_t<Continuation &, const T &>;
        if constexpr (std::is_void_v<Answer>) {
            whenGiven(std::move(continuation));
        } else {
            const typename Eventual<Answer>::Source source;
            whenGiven([source, continuation = std::move(continuation)](const T &value) mutable {
                source.give(continuation(value));
            });
            return source.value();
        }
    }

private:
    explicit Eventual(std::shared_ptr<State> state)
        : m_state(std::move(state))
    {
    }
    void whenGiven(std::function<void(const T &)> then) const
    {
        {
            const std::scoped_lock lock(m_state->mutex);
            if (!m_state->value) {
                m_state->then = std::move(then);
                return;
            }
        }
        then(*m_state->value);
    }

    std::shared_ptr<State> m_state;
};

} // namespace Holdfast
