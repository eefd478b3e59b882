// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "access/Caller.h"
#include "access/Tickets.h"
#include "access/TokenMint.h"
#include "domain/Clock.h"
#include "http/Router.h"
#include "records/ThreadConnections.h"
#include "records/Users.h"
#include "sqlite/ReadCache.h"

#include <QReadWriteLock>
#include <QSet>

namespace Holdfast {

/// Lets a request in with the Caller it came from, or answers 401. The user's row is read anew after each commit: a
/// role that changes, an account that is disabled and a sign-out count from the next request on. Any thread.
class Gate
{
public:
    Gate(ThreadConnections &connections, const WriteQueue &writes, const TokenMint &mint, Tickets &tickets,
         Clock clock);

    /// By the token in the Authorization field.
    std::optional<Http::Reply> check(Http::Request &request) const;
    /// By `ticket` in the query where there is one, for the recording that the path names; else by the token.
    std::optional<Http::Reply> checkTicket(Http::Request &request) const;
    /// By the token in the Authorization field or in a browser's cookie; `changes` asks for the CSRF token besides.
    enum class Asks { Reads, Changes };
    std::optional<Http::Reply> checkBrowser(Http::Request &request, Asks asks) const;

    /// The caller as it counts now, for what is answered long after it was asked. NotSignedIn where it no longer does,
    /// Unreachable where that can't be told at this moment.
    Result<Caller> again(const Caller &caller) const;

    /// A sign-out counts from this moment, also while it is being written down and where it can't be. Forgotten with
    /// the gate; let go of it once it is on the disk.
    void shut(const QByteArray &tokenId);
    void letGo(const QByteArray &tokenId);

    /// Who passed; only for requests that did.
    static Caller callerOf(const Http::Request &request);

private:
    /// What the database says of a token.
    struct Standing
    {
        std::optional<Account> account; ///< none: its user is gone
        bool revoked = false;
    };
    Result<Standing> standingOf(const TokenClaims &claims) const;
    bool isShut(const QByteArray &tokenId) const;
    std::optional<Http::Reply> admit(Http::Request &request, const QByteArray &token) const;
    std::optional<Http::Reply> admit(Http::Request &request, const TokenClaims &claims) const;

    ThreadConnections &m_connections;
    const TokenMint &m_mint;
    Tickets &m_tickets;
    Clock m_clock;
    mutable ReadCache<QByteArray, Standing> m_standings; // by token id
    mutable QReadWriteLock m_lock;
    QSet<QByteArray> m_shut; // tokens whose sign-out is not on the disk
};

} // namespace Holdfast
