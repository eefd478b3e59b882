// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/Users.h"

#include "sqlite/Query.h"

namespace Holdfast {

Result<std::optional<Account>> Users::one(Query &query)
{
    const Result<bool> row = query.step();
    if (!row)
        return fail(row.error());
    if (!*row)
        return std::optional<Account>();
    Account account;
    account.user.id = {query.number(0)};
    account.user.username = query.text(1);
    account.user.fullName = query.text(2);
    account.user.role = roleFromName(query.text(3)).value_or(Role::Agent);
    account.passwordHash = query.bytes(4);
    account.disabled = query.number(5) != 0;
    return std::optional(account);
}

Result<std::optional<Account>> Users::byName(const QString &username)
{
    Query query(m_database,
                "SELECT id, username, full_name, role, password_hash, disabled FROM users WHERE username = ?");
    query.bind(username);
    return one(query);
}

Result<std::optional<Account>> Users::byId(UserId id)
{
    Query query(m_database, "SELECT id, username, full_name, role, password_hash, disabled FROM users WHERE id = ?");
    query.bind(id);
    return one(query);
}

Result<qint64> Users::count()
{
    qint64 count = 0;
    Query query(m_database, "SELECT count(*) FROM users");
    if (Done done = query.each([&] { count = query.number(0); }); !done)
        return fail(done.error());
    return count;
}

Result<UserId> Users::add(const User &user, const QByteArray &passwordHash, const QDateTime &now)
{
    Query query(m_database,
                "INSERT INTO users (username, full_name, role, password_hash, created_at) VALUES (?, ?, ?, ?, ?)");
    query.bind(user.username, user.fullName, roleName(user.role), passwordHash, now);
    if (Done done = query.run(); !done) {
        if (done.error().kind == FailureKind::Conflict)
            return fail(FailureKind::Conflict, QStringLiteral("A user named %1 already exists.").arg(user.username));
        return fail(done.error());
    }
    return UserId{query.insertedId()};
}

Result<bool> Users::isRevoked(const QByteArray &tokenId)
{
    Query query(m_database, "SELECT 1 FROM revoked_tokens WHERE token_id = ?");
    query.bind(tokenId);
    return query.step();
}

Done Users::revoke(const QByteArray &tokenId, const QDateTime &expiresAt, const QDateTime &now)
{
    Query ended(m_database, "DELETE FROM revoked_tokens WHERE expires_at < ?");
    if (Done done = ended.bind(now).run(); !done)
        return done;
    Query query(m_database, "INSERT OR IGNORE INTO revoked_tokens (token_id, expires_at) VALUES (?, ?)");
    return query.bind(tokenId, expiresAt).run();
}

} // namespace Holdfast
