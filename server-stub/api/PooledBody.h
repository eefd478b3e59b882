// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Result.h"
#include "http/Reply.h"

#include <QThreadPool>

#include <memory>

namespace Holdfast {

/// A body that is made in the threads of a pool, a piece ahead of its reader and only as fast as that one takes it:
/// nothing waits in a thread, and nothing grows. Whoever made the pool waits for it before it goes.
class PooledBody : public Http::GrowingBody
{
public:
    /// Called in one thread of the pool at a time; goes with the body, or after its last call.
    class Maker
    {
    public:
        virtual ~Maker() = default;
        /// The next bytes, 256 KiB at most; empty when that was all.
        virtual Result<QByteArray> next() = 0;
    };

    PooledBody(QThreadPool &pool, std::unique_ptr<Maker> maker);
    ~PooledBody() override;

    Piece take() override;
    void whenMore(std::function<void()> call) override;

private:
    struct State;
    static void make(const std::shared_ptr<State> &state);

    QThreadPool &m_pool;
    const std::shared_ptr<State> m_state;
};

} // namespace Holdfast
