// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QHostAddress>

#include <chrono>
#include <condition_variable>
#include <mutex>

namespace Holdfast::Http {

/// How many connections there are, in all and of each address. From any thread.
class Tally
{
public:
    /// perAddress 0: no limit of its own.
    Tally(int connections, int perAddress);

    /// Counts one that was accepted. False where there are so many that not even a refusal can be sent; then it is not
    /// counted and leave() not to be called.
    bool enter();
    /// Once its address is known: true where it may be served, false where it is to be told to come back later.
    bool admit(const QHostAddress &address);
    void leave(const QHostAddress &address, bool admitted);
    int present(); ///< at this moment
    /// False where the time ran out first. Blocks.
    bool waitUntilEmpty(std::chrono::milliseconds time);

private:
    const int m_connections;
    const int m_perAddress;
    std::mutex m_mutex;
    std::condition_variable m_left;
    int m_present = 0;
    int m_admitted = 0;
    QHash<QHostAddress, int> m_admittedOf;
};

} // namespace Holdfast::Http
