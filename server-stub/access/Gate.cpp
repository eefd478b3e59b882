// SPDX-License-Identifier: GPL-3.0-or-later
#include "access/Gate.h"

#include "records/Users.h"

namespace Holdfast {

namespace {

Http::Reply notSignedIn(const QString &message)
{
    Http::Reply reply = Http::Reply::message(401, message);
    reply.headers.set("WWW-Authenticate", "Bearer");
    return reply;
}

Http::Reply cannotTell()
{
    return Http::Reply::message(503, QStringLiteral("The server can't check who you are at this moment. Try again."));
}

/// The token of "Bearer TOKEN"; empty for a field of another form.
QByteArray bearerToken(const QByteArray &field)
{
    constexpr QByteArrayView scheme("Bearer ");
    const QByteArrayView view(field);
    if (view.size() <= scheme.size() || view.first(scheme.size()).compare(scheme, Qt::CaseInsensitive) != 0)
        return {};
    return field.mid(scheme.size()).trimmed();
}

} // namespace

Gate::Gate(ThreadConnections &connections, const TokenMint &mint, Clock clock)
    : m_connections(connections)
    , m_mint(mint)
    , m_clock(std::move(clock))
{
}

std::optional<Http::Reply> Gate::check(Http::Request &request) const
{
    const QString refused = QStringLiteral("Invalid or expired token");
    if (!request.headers.has("Authorization"))
        return notSignedIn(QStringLiteral("Missing authorization header"));
    const auto claims = m_mint.verify(bearerToken(request.headers.value("Authorization")), m_clock());
    if (!claims)
        return notSignedIn(refused);

    if (isShut(claims->tokenId))
        return notSignedIn(refused);
    const Result<Database *> database = m_connections.ofThisThread();
    if (!database)
        return cannotTell();
    Users users(**database);
    const Result<std::optional<Account>> account = users.byId(claims->user);
    const Result<bool> revoked = users.isRevoked(claims->tokenId);
    if (!account || !revoked)
        return cannotTell();
    if (!account->has_value() || (*account)->disabled || *revoked)
        return notSignedIn(refused);
    request.caller = Caller{(*account)->user, claims->tokenId, claims->expiresAt, request.peer};
    return std::nullopt;
}

void Gate::shut(const QByteArray &tokenId)
{
    const QWriteLocker lock(&m_lock);
    m_shut.insert(tokenId);
}

void Gate::letGo(const QByteArray &tokenId)
{
    const QWriteLocker lock(&m_lock);
    m_shut.remove(tokenId);
}

bool Gate::isShut(const QByteArray &tokenId) const
{
    const QReadLocker lock(&m_lock);
    return m_shut.contains(tokenId);
}

Caller Gate::callerOf(const Http::Request &request)
{
    return std::any_cast<Caller>(request.caller);
}

} // namespace Holdfast
