// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "access/Gate.h"
#include "access/Tickets.h"
#include "access/TokenMint.h"
#include "api/AccessLog.h"
#include "api/DataFolder.h"

namespace Holdfast {

/// What begins, renews and ends the time for which somebody is signed in. Any thread.
class Sessions
{
public:
    Sessions(DataFolder &data, Gate &gate, Tickets &tickets, const TokenMint &mint, Clock clock);

    /// The answer that hands out a new token, with a browser's cookies. `issuedAt` is the token's; null: now.
    struct Opened
    {
        Http::Reply reply;
        TokenClaims claims;
    };
    Opened open(const User &user, bool secure, const QDateTime &issuedAt = {}) const;

    /// Another token for the one that came, which ends: 200 once that is on the disk.
    void renew(const Caller &caller, const AuditEntry &entry, bool secure, const Http::Responder &responder);
    /// The token counts no more from this moment, and neither do its tickets; 204 once that is on the disk.
    void end(const Caller &caller, const AuditEntry &entry, bool secure, const Http::Responder &responder);

private:
    Eventual<Done> revoke(const Caller &caller, const AuditEntry &entry);

    DataFolder &m_data;
    Gate &m_gate;
    Tickets &m_tickets;
    const TokenMint &m_mint;
    Clock m_clock;
};

} // namespace Holdfast
