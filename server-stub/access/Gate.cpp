// SPDX-License-Identifier: GPL-3.0-or-later
#include "access/Gate.h"

#include "access/SessionCookie.h"

#include <QLoggingCategory>

namespace Holdfast {

namespace {

Q_LOGGING_CATEGORY(gateLog, "holdfast.access", QtWarningMsg)

constexpr qsizetype mostStandings = 1000;

Http::Reply notSignedIn(const QString &message)
{
    Http::Reply reply = Http::Reply::message(401, message);
    reply.headers.set("WWW-Authenticate", "Bearer");
    return reply;
}

QString noToken()
{
    return QStringLiteral("Invalid or expired token");
}

QString cannotTell()
{
    return QStringLiteral("The server can't check who you are at this moment. Try again.");
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

Gate::Gate(ThreadConnections &connections, const WriteQueue &writes, const TokenMint &mint, Tickets &tickets,
           Clock clock)
    : m_connections(connections)
    , m_mint(mint)
    , m_tickets(tickets)
    , m_clock(std::move(clock))
    , m_standings(writes, mostStandings)
{
}

std::optional<Http::Reply> Gate::check(Http::Request &request) const
{
    if (!request.headers.has("Authorization"))
        return notSignedIn(QStringLiteral("Missing authorization header"));
    return admit(request, bearerToken(request.headers.value("Authorization")));
}

std::optional<Http::Reply> Gate::checkTicket(Http::Request &request) const
{
    const auto ticket = request.queryValue(u"ticket");
    if (!ticket)
        return check(request);
    const RecordingId recording{request.captures.value(QStringLiteral("id")).toLongLong()};
    const auto holder = m_tickets.use(ticket->toUtf8(), recording, m_clock());
    if (!holder)
        return notSignedIn(QStringLiteral("Invalid or expired ticket"));
    TokenClaims claims;
    claims.user = holder->user;
    claims.tokenId = holder->tokenId;
    claims.issuedAt = holder->tokenIssuedAt;
    claims.expiresAt = holder->endsAt;
    return admit(request, claims);
}

std::optional<Http::Reply> Gate::checkBrowser(Http::Request &request, Asks asks) const
{
    if (auto refused = request.headers.has("Authorization") ? check(request)
                                                            : admit(request, SessionCookie::tokenOf(request.headers)))
        return refused;
    if (asks == Asks::Changes &&
        !m_mint.isCsrfToken(SessionCookie::csrfOf(request.headers), callerOf(request).tokenId, m_clock()))
        return Http::Reply::message(403, QStringLiteral("CSRF token missing or incorrect"));
    return std::nullopt;
}

std::optional<Http::Reply> Gate::admit(Http::Request &request, const QByteArray &token) const
{
    const auto claims = m_mint.verify(token, m_clock());
    return claims ? admit(request, *claims) : notSignedIn(noToken());
}

std::optional<Http::Reply> Gate::admit(Http::Request &request, const TokenClaims &claims) const
{
    if (isShut(claims.tokenId))
        return notSignedIn(noToken());
    const Result<Standing> standing = m_standings.get(claims.tokenId, [this, &claims] { return standingOf(claims); });
    if (!standing) {
        qCWarning(gateLog).noquote() << "a caller can't be checked:" << standing.error().message
                                     << standing.error().detail;
        return Http::Reply::message(503, cannotTell());
    }
    const std::optional<Account> &account = standing->account;
    if (!account || account->disabled || standing->revoked)
        return notSignedIn(noToken());
    if (claims.issuedAt < account->tokensFrom)
        return notSignedIn(noToken());
    request.caller = Caller{account->user, claims.tokenId, claims.issuedAt, claims.expiresAt, request.peer};
    return std::nullopt;
}

Result<Gate::Standing> Gate::standingOf(const TokenClaims &claims) const
{
    const Result<Database *> database = m_connections.ofThisThread();
    if (!database)
        return fail(database.error());
    Users users(**database);
    const Result<std::optional<Account>> account = users.byId(claims.user);
    if (!account)
        return fail(account.error());
    const Result<bool> revoked = users.isRevoked(claims.tokenId);
    if (!revoked)
        return fail(revoked.error());
    return Standing{*account, *revoked};
}

Result<Caller> Gate::again(const Caller &caller) const
{
    Http::Request request;
    request.peer = caller.address;
    TokenClaims claims;
    claims.user = caller.user.id;
    claims.tokenId = caller.tokenId;
    claims.issuedAt = caller.tokenIssuedAt;
    claims.expiresAt = caller.tokenExpiresAt;
    if (m_clock() >= caller.tokenExpiresAt)
        return fail(FailureKind::NotSignedIn, noToken());
    const std::optional<Http::Reply> refused = admit(request, claims);
    if (!refused)
        return callerOf(request);
    return refused->status == 401 ? fail(FailureKind::NotSignedIn, noToken())
                                  : fail(FailureKind::Unreachable, cannotTell());
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
