// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/PooledBody.h"

#include "api/Log.h"

#include <mutex>
#include <utility>

namespace Holdfast {

struct PooledBody::State
{
    std::unique_ptr<Maker> maker; ///< the one job's that is under way
    std::mutex mutex;             ///< of all below
    Piece ready;                  ///< NotYet: there is none
    std::function<void()> more;
    bool isBeingMade = false;
    bool isGone = false;
};

PooledBody::PooledBody(QThreadPool &pool, std::unique_ptr<Maker> maker)
    : m_pool(pool)
    , m_state(std::make_shared<State>())
{
    m_state->maker = std::move(maker);
}

PooledBody::~PooledBody()
{
    const std::scoped_lock lock(m_state->mutex);
    m_state->isGone = true;
    m_state->more = nullptr;
}

void PooledBody::whenMore(std::function<void()> call)
{
    const std::scoped_lock lock(m_state->mutex);
    m_state->more = std::move(call);
}

Http::GrowingBody::Piece PooledBody::take()
{
    const std::scoped_lock lock(m_state->mutex);
    const bool isOver = m_state->ready.state == Piece::State::Whole || m_state->ready.state == Piece::State::Broken;
    if (isOver)
        return m_state->ready;
    if (!m_state->isBeingMade) {
        m_state->isBeingMade = true;
        m_pool.start([state = m_state] { make(state); });
    }
    return std::exchange(m_state->ready, {});
}

void PooledBody::make(const std::shared_ptr<State> &state)
{
    {
        const std::scoped_lock lock(state->mutex);
        if (state->isGone)
            return;
    }
    const Result<QByteArray> bytes = state->maker->next();
    if (!bytes)
        qCWarning(logApi).noquote() << "an answer broke off:" << bytes.error().message << bytes.error().detail;
    const std::scoped_lock lock(state->mutex);
    state->isBeingMade = false;
    if (!bytes)
        state->ready = {Piece::State::Broken, {}};
    else
        state->ready = {bytes->isEmpty() ? Piece::State::Whole : Piece::State::Bytes, *bytes};
    if (state->more) // under the lock, so that it is not called when the body is gone
        state->more();
}

} // namespace Holdfast
