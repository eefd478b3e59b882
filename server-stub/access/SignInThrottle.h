// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QHash>
#include <QHostAddress>
#include <QMutex>
#include <QString>

#include <chrono>
#include <optional>

namespace Holdfast {

/// Slows down guessing: after a few failures of one account from one address each further attempt waits, twice as long
/// each time. Kept in memory, for a bounded number of accounts and addresses. Any thread.
class SignInThrottle
{
public:
    static constexpr int freeAttempts = 5;
    static constexpr std::chrono::seconds longestWait{15 * 60};
    static constexpr qsizetype mostEntries = 10'000;

    /// Counts an attempt as failed until it is said to have succeeded, so that attempts side by side count too. Answers
    /// how long to wait where this one may not be made.
    std::optional<std::chrono::seconds> begin(const QString &account, const QHostAddress &address,
                                              const QDateTime &now);
    void succeeded(const QString &account, const QHostAddress &address);

    /// For an attempt that was never decided (the server was too busy).
    void undecided(const QString &account, const QHostAddress &address);

private:
    using Key = std::pair<QString, QHostAddress>;
    struct Failures
    {
        int count = 0;
        QDateTime last;
    };
    static std::chrono::seconds waitAfter(int failures);
    void forgetOld(const QDateTime &now);

    QMutex m_mutex;
    QHash<Key, Failures> m_failures;
};

} // namespace Holdfast
