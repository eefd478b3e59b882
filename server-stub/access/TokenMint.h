// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "crypto/SecretKey.h"
#include "domain/Ids.h"
#include "domain/Role.h"

#include <QByteArray>
#include <QDateTime>
#include <QMutex>

#include <chrono>
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

/// A key that tokens are verified with.
struct MintKey
{
    SecretKey key;
    std::optional<QDateTime> replacedAt; ///< none: it signs
};

/// Makes and reads the tokens of this server: one algorithm, one key that signs, and those before it whose tokens have
/// not ended. A key that was replaced may be in wrong hands: it counts for what was issued before, and for no longer
/// than such a token lasts. Any thread.
class TokenMint
{
public:
    TokenMint(SecretKey key, QByteArray keyId);

    /// How much later than its key was replaced a token may have been issued: by a sign-in at that moment.
    static constexpr std::chrono::seconds replacingTakes{5};

    /// From now on: the key that signs is one of all, and no other than those verifies anything.
    void setKeys(std::map<QByteArray, MintKey> all, const QByteArray &signingKeyId);

    QByteArray issue(const TokenClaims &claims) const;

    /// None for a token of another key or form, or one that has expired; why is nobody's business. It was issued within
    /// this millisecond or the next at the latest, whatever it says: what is opened with it must end with all from
    /// before, even where it says tomorrow.
    std::optional<TokenClaims> verify(QByteArrayView token, const QDateTime &now) const;

    /// What a browser must repeat beside its cookie, bound to the token of that id. It signs nothing else: what a token
    /// signs never begins like it.
    QByteArray csrfToken(const QByteArray &tokenId) const;
    /// Also of a key before, as long as that counts.
    bool isCsrfToken(QByteArrayView text, const QByteArray &tokenId, const QDateTime &now) const;

private:
    struct Keys
    {
        std::map<QByteArray, MintKey> all; // by key id
        QByteArray signingId;
    };
    std::shared_ptr<const Keys> keys() const;

    mutable QMutex m_mutex;
    std::shared_ptr<const Keys> m_keys;
};

} // namespace Holdfast
