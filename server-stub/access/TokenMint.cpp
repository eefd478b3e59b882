// SPDX-License-Identifier: GPL-3.0-or-later
#include "access/TokenMint.h"

#include "access/TokenSignature.h"
#include "crypto/Mac.h"

#include <QJsonDocument>

#include <cmath>

namespace Holdfast {

namespace {

constexpr qint64 endOfYear9999 = 253'402'300'799;

/// A number of whole seconds that makes a time; none for a text, a fraction or 1e30.
std::optional<QDateTime> timeOf(const QJsonValue &value)
{
    const qint64 seconds = value.toInteger(-1);
    if (seconds < 0 || seconds > endOfYear9999)
        return std::nullopt;
    return QDateTime::fromSecsSinceEpoch(seconds, Qt::UTC);
}

/// When a token was issued is told to the millisecond, as a fraction (RFC 7519 §2, NumericDate): who signs in right
/// after a new password must not be taken for somebody from before.
double fineSeconds(const QDateTime &time)
{
    return static_cast<double>(time.toMSecsSinceEpoch()) / 1000;
}

std::optional<QDateTime> fineTimeOf(const QJsonValue &value)
{
    const double seconds = value.toDouble(-1);
    if (!(seconds >= 0 && seconds <= static_cast<double>(endOfYear9999)))
        return std::nullopt;
    return QDateTime::fromMSecsSinceEpoch(std::llround(seconds * 1000), Qt::UTC);
}

} // namespace

TokenMint::TokenMint(SecretKey key, QByteArray keyId)
    : m_key(std::move(key))
    , m_keyId(std::move(keyId))
{
}

QByteArray TokenMint::issue(const TokenClaims &claims) const
{
    const QJsonObject header{{QLatin1String("alg"), QLatin1String("HS256")},
                             {QLatin1String("typ"), QLatin1String("JWT")},
                             {QLatin1String("kid"), QString::fromLatin1(m_keyId)}};
    const QJsonObject payload{{QLatin1String("sub"), QString::number(claims.user.value)},
                              {QLatin1String("role"), roleName(claims.role)},
                              {QLatin1String("jti"), QString::fromLatin1(claims.tokenId)},
                              {QLatin1String("iat"), fineSeconds(claims.issuedAt)},
                              {QLatin1String("exp"), claims.expiresAt.toSecsSinceEpoch()}};
    return signToken(header, QJsonDocument(payload).toJson(QJsonDocument::Compact), m_key.bytes());
}

std::optional<TokenClaims> TokenMint::verify(QByteArrayView token, const QDateTime &now) const
{
    const auto held = verifyToken(token, m_key.bytes());
    if (!held || held->header.value(QLatin1String("kid")) != QJsonValue(QString::fromLatin1(m_keyId)))
        return std::nullopt;
    const QJsonObject payload = QJsonDocument::fromJson(held->payload).object();
    const auto issuedAt = fineTimeOf(payload.value(QLatin1String("iat")));
    const auto expiresAt = timeOf(payload.value(QLatin1String("exp")));
    const auto role = roleFromName(payload.value(QLatin1String("role")).toString());
    const UserId user{payload.value(QLatin1String("sub")).toString().toLongLong()};
    const QByteArray tokenId = payload.value(QLatin1String("jti")).toString().toLatin1();
    if (!issuedAt || !expiresAt || now >= *expiresAt || !role || !user.isValid() || tokenId.isEmpty())
        return std::nullopt;
    return TokenClaims{user, *role, tokenId, *issuedAt, *expiresAt};
}

QByteArray TokenMint::csrfToken(const QByteArray &tokenId) const
{
    return hmacSha256(m_key.bytes(), "csrf\n" + tokenId).toHex();
}

} // namespace Holdfast
