// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "access/Caller.h"
#include "access/TokenMint.h"
#include "domain/Clock.h"
#include "http/Router.h"
#include "records/ThreadConnections.h"

#include <QReadWriteLock>
#include <QSet>

namespace Holdfast {

/// Lets a request in with the Caller it came from, or answers 401. The user's row is read each time: a role that
/// changes, an account that is disabled and a sign-out count from the next request on. Any thread.
class Gate
{
public:
    Gate(ThreadConnections &connections, const TokenMint &mint, Clock clock);

    std::optional<Http::Reply> check(Http::Request &request) const;

    /// A sign-out counts from this moment, also while it is being written down and where it can't be. Forgotten with
    /// the gate; let go of it once it is on the disk.
    void shut(const QByteArray &tokenId);
    void letGo(const QByteArray &tokenId);

    /// Who passed; only for requests that did.
    static Caller callerOf(const Http::Request &request);

private:
    bool isShut(const QByteArray &tokenId) const;

    ThreadConnections &m_connections;
    const TokenMint &m_mint;
    Clock m_clock;
    mutable QReadWriteLock m_lock;
    QSet<QByteArray> m_shut; // tokens whose sign-out is not on the disk
};

} // namespace Holdfast
