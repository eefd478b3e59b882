// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/User.h"
#include "sqlite/Database.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>

#include <optional>

namespace Holdfast {

/// A user with what only the server knows of it.
struct Account
{
    User user;
    QByteArray passwordHash;
    bool disabled = false;
    QDateTime createdAt;
    qint64 revision = 1;
    QDateTime tokensFrom; ///< tokens that were issued before count no more
};

/// The people who sign in, and the tokens that were signed out. In the connection's thread; writes inside WriteQueue.
class Users
{
public:
    explicit Users(Database &database)
        : m_database(database)
    {
    }

    Result<std::optional<Account>> byName(const QString &username); ///< in any case of letters
    Result<std::optional<Account>> byId(UserId id);
    Result<QList<Account>> all(); ///< by full name
    Result<qint64> count();
    /// Conflict where the name is taken, in whatever case of letters.
    Result<UserId> add(const User &user, const QByteArray &passwordHash, const QDateTime &now);
    /// Full name, role and whether it is disabled; the username stays. NotFound where there is none, Conflict where no
    /// admin who may sign in would be left.
    Done change(const User &user, bool disabled);
    /// Ends every token of that user that was issued before `tokensFrom`.
    Done endTokensOf(UserId id, const QDateTime &tokensFrom);
    /// Ends every token, of everybody, that was issued before `tokensFrom`.
    Done endTokens(const QDateTime &tokensFrom);
    /// Ends every token that was issued before `tokensFrom`.
    Done setPassword(UserId id, const QByteArray &passwordHash, const QDateTime &tokensFrom);

    Result<bool> isRevoked(const QByteArray &tokenId);
    /// Until its end, after which it counts for nothing anyway; forgets those that have ended before `now`.
    Done revoke(const QByteArray &tokenId, const QDateTime &expiresAt, const QDateTime &now);

private:
    Result<std::optional<QString>> nameLike(const QString &username); ///< as it is written there

    Database &m_database;
};

} // namespace Holdfast
