// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "crypto/SecretKey.h"
#include "domain/Ids.h"
#include "domain/Role.h"

#include <QByteArray>
#include <QDateTime>

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

/// Makes and reads the tokens of this server: one algorithm, one key. Immutable; any thread.
class TokenMint
{
public:
    TokenMint(SecretKey key, QByteArray keyId);

    QByteArray issue(const TokenClaims &claims) const;

    /// None for a token of another key or form, or one that has expired; why is nobody's business.
    std::optional<TokenClaims> verify(QByteArrayView token, const QDateTime &now) const;

    /// What a browser must repeat beside its cookie, bound to the token of that id. It signs nothing else: what a token
    /// signs never begins like it.
    QByteArray csrfToken(const QByteArray &tokenId) const;

private:
    SecretKey m_key;
    QByteArray m_keyId;
};

} // namespace Holdfast
