// SPDX-License-Identifier: GPL-3.0-or-later
#include "access/TokenMint.h"

#include "access/TokenSignature.h"
#include "crypto/Mac.h"
#include "domain/Limits.h"

#include <QJsonDocument>
#include <QMutexLocker>

#include <algorithm>
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

QByteArray csrfTokenOf(const SecretKey &key, const QByteArray &tokenId)
{
    return hmacSha256(key.bytes(), "csrf\n" + tokenId).toHex();
}

QDateTime lastIssueOf(const QDateTime &replacedAt)
{
    return replacedAt.addSecs(TokenMint::replacingTakes.count());
}

bool stillCounts(const MintKey &key, const QDateTime &now)
{
    return !key.replacedAt || now < lastIssueOf(*key.replacedAt).addSecs(qint64{tokenHours} * 3600);
}

bool mayHaveIssued(const MintKey &key, const QDateTime &issuedAt)
{
    return !key.replacedAt || issuedAt <= lastIssueOf(*key.replacedAt);
}

} // namespace

TokenMint::TokenMint(SecretKey key, QByteArray keyId)
{
    std::map<QByteArray, MintKey> all;
    all.emplace(keyId, MintKey{std::move(key), std::nullopt});
    setKeys(std::move(all), keyId);
}

void TokenMint::setKeys(std::map<QByteArray, MintKey> all, const QByteArray &signingKeyId)
{
    auto keys = std::make_shared<const Keys>(Keys{std::move(all), signingKeyId});
    const QMutexLocker lock(&m_mutex);
    m_keys = std::move(keys);
}

std::shared_ptr<const TokenMint::Keys> TokenMint::keys() const
{
    const QMutexLocker lock(&m_mutex);
    return m_keys;
}

QByteArray TokenMint::issue(const TokenClaims &claims) const
{
    const std::shared_ptr<const Keys> held = keys();
    const QJsonObject header{{QLatin1String("alg"), QLatin1String("HS256")},
                             {QLatin1String("typ"), QLatin1String("JWT")},
                             {QLatin1String("kid"), QString::fromLatin1(held->signingId)}};
    const QJsonObject payload{{QLatin1String("sub"), QString::number(claims.user.value)},
                              {QLatin1String("role"), roleName(claims.role)},
                              {QLatin1String("jti"), QString::fromLatin1(claims.tokenId)},
                              {QLatin1String("iat"), fineSeconds(claims.issuedAt)},
                              {QLatin1String("exp"), claims.expiresAt.toSecsSinceEpoch()}};
    return signToken(header, QJsonDocument(payload).toJson(QJsonDocument::Compact),
                     held->all.at(held->signingId).key.bytes());
}

std::optional<TokenClaims> TokenMint::verify(QByteArrayView token, const QDateTime &now) const
{
    std::optional<SignedToken> held;
    const MintKey *by = nullptr;
    const std::shared_ptr<const Keys> known = keys();
    for (const auto &[id, key] : known->all) // not the one that it names: what it says counts once it is verified
        if (auto verified = verifyToken(token, key.key.bytes());
            verified && verified->header.value(QLatin1String("kid")) == QJsonValue(QString::fromLatin1(id))) {
            held = std::move(verified);
            by = &key;
        }
    if (!held)
        return std::nullopt;
    const QJsonObject payload = QJsonDocument::fromJson(held->payload).object();
    const auto issuedAt = fineTimeOf(payload.value(QLatin1String("iat")));
    const auto expiresAt = timeOf(payload.value(QLatin1String("exp")));
    const auto role = roleFromName(payload.value(QLatin1String("role")).toString());
    const UserId user{payload.value(QLatin1String("sub")).toString().toLongLong()};
    const QByteArray tokenId = payload.value(QLatin1String("jti")).toString().toLatin1();
    if (!issuedAt || !expiresAt || now >= *expiresAt || !role || !user.isValid() || tokenId.isEmpty())
        return std::nullopt;
    if (!stillCounts(*by, now) || !mayHaveIssued(*by, *issuedAt))
        return std::nullopt;
    // A new password ends what was issued up to this millisecond, and its own token is of the next.
    return TokenClaims{user, *role, tokenId, std::min(*issuedAt, now.addMSecs(1)), *expiresAt};
}

QByteArray TokenMint::csrfToken(const QByteArray &tokenId) const
{
    const std::shared_ptr<const Keys> held = keys();
    return csrfTokenOf(held->all.at(held->signingId).key, tokenId);
}

bool TokenMint::isCsrfToken(QByteArrayView text, const QByteArray &tokenId, const QDateTime &now) const
{
    const std::shared_ptr<const Keys> held = keys();
    bool isOne = false;
    for (const auto &[id, key] : held->all)
        isOne = (equalInConstantTime(text, csrfTokenOf(key.key, tokenId)) && stillCounts(key, now)) || isOne;
    return isOne;
}

} // namespace Holdfast
