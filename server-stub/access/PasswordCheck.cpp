// SPDX-License-Identifier: GPL-3.0-or-later
#include "access/PasswordCheck.h"

#include "crypto/Random.h"

#include <QPromise>

#include <memory>
#include <new>

namespace Holdfast {

namespace {

template <class T> QFuture<Result<T>> ready(Result<T> result)
{
    QPromise<Result<T>> promise;
    promise.start();
    promise.addResult(std::move(result));
    promise.finish();
    return promise.future();
}

} // namespace

PasswordCheck::PasswordCheck(PasswordCost cost)
    : m_cost(cost)
    , m_hashOfNobody(hashPassword(randomBytes(16).toHex(), cost))
{
    m_pool.setMaxThreadCount(atOnce);
}

PasswordCheck::~PasswordCheck()
{
    waitForDone();
}

void PasswordCheck::waitForDone()
{
    m_pool.waitForDone();
}

template <class T, class Work> QFuture<Result<T>> PasswordCheck::run(Work work)
{
    if (m_underWay.fetch_add(1) >= atOnce + mostWaiting) {
        m_underWay.fetch_sub(1);
        Failure busy{FailureKind::Throttled,
                     QStringLiteral("Too many people are signing in at this moment. Try again in a few seconds."),
                     {},
                     std::chrono::seconds(5)};
        return ready<T>(fail(std::move(busy)));
    }
    auto promise = std::make_shared<QPromise<Result<T>>>();
    promise->start();
    QFuture<Result<T>> future = promise->future();
    m_pool.start([this, promise, work = std::move(work)] {
        try {
            promise->addResult(Result<T>(work()));
        } catch (const std::bad_alloc &) {
            promise->addResult(Result<T>(
                fail(FailureKind::Unreachable,
                     QStringLiteral("The server has no memory to check a password at this moment. Try again later."))));
        }
        m_underWay.fetch_sub(1);
        promise->finish();
    });
    return future;
}

QFuture<Result<bool>> PasswordCheck::matches(std::optional<QByteArray> hash, QByteArray password)
{
    const bool known = hash.has_value();
    return run<bool>([known, hash = hash.value_or(m_hashOfNobody), password = std::move(password)] {
        const bool same = verifyPassword(hash, password);
        return known && same;
    });
}

QFuture<Result<QByteArray>> PasswordCheck::hash(QByteArray password)
{
    return run<QByteArray>([cost = m_cost, password = std::move(password)] { return hashPassword(password, cost); });
}

} // namespace Holdfast
