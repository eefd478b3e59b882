// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "access/Caller.h"
#include "access/TokenMint.h"
#include "domain/Clock.h"
#include "http/Router.h"
#include "records/ThreadConnections.h"

namespace Holdfast {

/// Lets a request in with the Caller it came from, or answers 401. The user's row is read each time: a role that
/// changes, an account that is disabled and a sign-out count from the next request on. Any thread.
class Gate
{
public:
    Gate(ThreadConnections &connections, const TokenMint &mint, Clock clock);

    std::optional<Http::Reply> check(Http::Request &request) const;

    /// Who passed; only for requests that did.
    static Caller callerOf(const Http::Request &request);

private:
    ThreadConnections &m_connections;
    const TokenMint &m_mint;
    Clock m_clock;
};

} // namespace Holdfast
