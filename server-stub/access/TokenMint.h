// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "crypto/SecretKey.h"
#include "domain/Ids.h"
#include "domain/Role.h"

#include <QByteArray>
#include <QDateTime>
#include <QMutex>

#include <map>
#include <memory>
#include <optional>

namespace Holdfast {

/// What a token of ours says: who signed in, and until when that counts.
struct TokenClaims
{
    UserId user;
    Role role = Role::Agent; ///< at sign-in; the user's row decides what counts now
    QByteArray tokenId;      ///< `jti`: what a sign-out revokes
    QDateTime issuedAt;
    QDateTime expiresAt;

    friend bool operator==(const TokenClaims &, const TokenClaims &) = default;
};

/// Makes and reads the tokens of this server: one algorithm, one key that signs, and those before it whose tokens have
/// not ended. Any thread.
class TokenMint
{
public:
    TokenMint(SecretKey key, QByteArray keyId);

    /// From now on: the key that signs is one of all.
    void setKeys(std::map<QByteArray, SecretKey> all, const QByteArray &signingKeyId);

    QByteArray issue(const TokenClaims &claims) const;

    /// None for a token of another key or form, or one that has expired; why is nobody's business.
    std::optional<TokenClaims> verify(QByteArrayView token, const QDateTime &now) const;

    /// What a browser must repeat beside its cookie, bound to the token of that id. It signs nothing else: what a token
    /// signs never begins like it.
    QByteArray csrfToken(const QByteArray &tokenId) const;
    bool isCsrfToken(QByteArrayView text, const QByteArray &tokenId) const; ///< also of a key before

private:
    struct Keys
    {
        std::map<QByteArray, SecretKey> all; // by key id
        QByteArray signingId;
    };
    std::shared_ptr<const Keys> keys() const;

    mutable QMutex m_mutex;
    std::shared_ptr<const Keys> m_keys;
};

} // namespace Holdfast
