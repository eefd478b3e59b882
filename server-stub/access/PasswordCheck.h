// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "crypto/PasswordHash.h"
#include "domain/Eventual.h"
#include "domain/Result.h"

#include <QThreadPool>

#include <atomic>
#include <optional>

namespace Holdfast {

/// Compares passwords in a thread of its own: a comparison takes much memory and time by design, so one runs at a time
/// and only some wait; the next is told to come back. Any thread; ends by finishing what waits.
class PasswordCheck
{
public:
    static constexpr int atOnce = 1;
    static constexpr int mostWaiting = 32;

    /// Slow: draws up the hash that stands for users who do not exist. Throws std::bad_alloc without memory for it.
    explicit PasswordCheck(PasswordCost cost);
    ~PasswordCheck();

    /// Whether the password is the one of the hash; false, in the same time, where there is no hash. Throttled where
    /// too many wait already, Unreachable where there is no memory for it.
    Eventual<Result<bool>> matches(std::optional<QByteArray> hash, QByteArray password);

    /// For a new user or a new password; the same pool and the same failures.
    Eventual<Result<QByteArray>> hash(QByteArray password);

    void waitForDone(); ///< for those whose continuations are under way, before they go

private:
    template <class T, class Work> Eventual<Result<T>> run(Work work);

    PasswordCost m_cost;
    QByteArray m_hashOfNobody;
    std::atomic_int m_underWay = 0;
    QThreadPool m_pool;
};

} // namespace Holdfast
