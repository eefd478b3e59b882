// SPDX-License-Identifier: GPL-3.0-or-later
#include "access/PasswordCheck.h"

#include "crypto/Random.h"

#include <new>

namespace Holdfast {

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

template <class T, class Work> Eventual<Result<T>> PasswordCheck::run(Work work)
{
    if (m_underWay.fetch_add(1) >= atOnce + mostWaiting) {
        m_underWay.fetch_sub(1);
        Failure busy{FailureKind::Throttled,
                     QStringLiteral("Too many people are signing in at this moment. Try again in a few seconds."),
                     {},
                     std::chrono::seconds(5)};
        return Eventual<Result<T>>::of(fail(std::move(busy)));
    }
    const typename Eventual<Result<T>>::Source answer;
    m_pool.start([this, answer, work = std::move(work)] {
        Result<T> outcome =
            fail(FailureKind::Unreachable,
                 QStringLiteral("The server has no memory to check a password at this moment. Try again later."));
        try {
            outcome = work();
        } catch (const std::bad_alloc &) { // as it says
        }
        m_underWay.fetch_sub(1);
        answer.give(std::move(outcome));
    });
    return answer.value();
}

Eventual<Result<bool>> PasswordCheck::matches(std::optional<QByteArray> hash, QByteArray password)
{
    const bool known = hash.has_value();
    return run<bool>([known, hash = hash.value_or(m_hashOfNobody), password = std::move(password)] {
        const bool same = verifyPassword(hash, password);
        return known && same;
    });
}

Eventual<Result<QByteArray>> PasswordCheck::hash(QByteArray password)
{
    return run<QByteArray>([cost = m_cost, password = std::move(password)] { return hashPassword(password, cost); });
}

} // namespace Holdfast
