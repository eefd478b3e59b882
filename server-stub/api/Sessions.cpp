// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/Sessions.h"

#include "access/SessionCookie.h"
#include "api/FailureReply.h"
#include "contract/Json.h"
#include "crypto/Random.h"
#include "domain/Limits.h"
#include "records/Users.h"

namespace Holdfast {

namespace {

constexpr qint64 sessionSeconds = qint64{tokenHours} * 3600;

} // namespace

Sessions::Sessions(DataFolder &data, Gate &gate, Tickets &tickets, const TokenMint &mint, Clock clock)
    : m_data(data)
    , m_gate(gate)
    , m_tickets(tickets)
    , m_mint(mint)
    , m_clock(std::move(clock))
{
}

Sessions::Opened Sessions::open(const User &user, bool secure, const QDateTime &issuedAt) const
{
    const QDateTime from = issuedAt.isValid() ? issuedAt : m_clock();
    const TokenClaims claims{user.id, user.role, randomBytes(16).toHex(), from, from.addSecs(sessionSeconds)};
    const SignedIn signedIn{m_mint.issue(claims), claims.expiresAt, user};
    Http::Reply reply = Http::Reply::json(200, QJsonDocument(toJson(signedIn)));
    SessionCookie::set(reply.headers, signedIn.token, m_mint.csrfToken(claims.tokenId), sessionSeconds, secure);
    return {std::move(reply), claims};
}

Eventual<Done> Sessions::revoke(const Caller &caller, const AuditEntry &entry)
{
    m_gate.shut(caller.tokenId);
    return m_data.writes()
        .submit<void>([caller, entry](Database &database) -> Done {
            if (const Done revoked = Users(database).revoke(caller.tokenId, caller.tokenExpiresAt, entry.at); !revoked)
                return revoked;
            return Audit(database).append(entry);
        })
        .then([this, tokenId = caller.tokenId](const Done &done) -> Done {
            if (done) {
                m_gate.letGo(tokenId);
                return done;
            }
            Failure unwritten = done.error();
            unwritten.message =
                QStringLiteral("The token no longer works, but that could not be written down: it would "
                               "work again if the server were started anew before the token ends.");
            return fail(unwritten);
        });
}

void Sessions::renew(const Caller &caller, const AuditEntry &entry, bool secure, const Http::Responder &responder)
{
    Opened next = open(caller.user, secure);
    m_tickets.follow(caller.tokenId,
                     {caller.user.id, next.claims.tokenId, next.claims.issuedAt, next.claims.expiresAt});
    revoke(caller, entry).then([responder, reply = std::move(next.reply)](const Done &done) {
        responder.reply(done ? reply : failureReply(done.error()));
    });
}

void Sessions::end(const Caller &caller, const AuditEntry &entry, bool secure, const Http::Responder &responder)
{
    m_tickets.forget(caller.tokenId);
    revoke(caller, entry).then([responder, secure](const Done &done) {
        Http::Reply reply = done ? Http::Reply::empty(204) : failureReply(done.error());
        SessionCookie::clear(reply.headers, secure);
        responder.reply(std::move(reply));
    });
}

} // namespace Holdfast
