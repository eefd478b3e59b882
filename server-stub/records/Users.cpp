// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/Users.h"

#include "records/ChangedOne.h"

#include <algorithm>

namespace Holdfast {

namespace {

const QByteArray accountColumns = "SELECT id, username, full_name, role, password_hash, disabled, created_at,"
                                  " tokens_from, revision FROM users";

Account accountOf(const Query &query)
{
    Account account;
    account.user.id = {query.number(0)};
    account.user.username = query.text(1);
    account.user.fullName = query.text(2);
    account.user.role = roleFromName(query.text(3)).value_or(Role::Agent);
    account.passwordHash = query.bytes(4);
    account.disabled = query.number(5) != 0;
    account.createdAt = query.time(6);
    account.tokensFrom = query.time(7);
    account.revision = query.number(8);
    return account;
}

Result<std::optional<Account>> one(Query &query)
{
    const Result<bool> row = query.step();
    if (!row)
        return fail(row.error());
    return *row ? std::optional(accountOf(query)) : std::nullopt;
}

} // namespace

Result<std::optional<Account>> Users::byName(const QString &username)
{
    Query query(m_database, accountColumns + " WHERE username = ?");
    query.bind(username);
    Result<std::optional<Account>> account = one(query);
    if (!account || *account)
        return account;
    const Result<std::optional<QString>> written = nameLike(username);
    if (!written)
        return fail(written.error());
    return *written && **written != username ? byName(**written) : account;
}

/// SQLite knows the two cases of A to Z alone: for a name with other letters, all of them are gone through.
Result<std::optional<QString>> Users::nameLike(const QString &username)
{
    const auto isPlain = [](QChar c) { return c.unicode() < 128; };
    std::optional<QString> found;
    if (std::all_of(username.begin(), username.end(), isPlain))
        return found;
    const auto folded = [](const QString &name) {
        return name.normalized(QString::NormalizationForm_KC).toCaseFolded();
    };
    const QString wanted = folded(username);
    Query query(m_database, "SELECT username FROM users");
    const Done done = query.each([&] {
        if (folded(query.text(0)) == wanted)
            found = query.text(0);
    });
    if (!done)
        return fail(done.error());
    return found;
}

Result<std::optional<Account>> Users::byId(UserId id)
{
    Query query(m_database, accountColumns + " WHERE id = ?");
    query.bind(id);
    return one(query);
}

Result<QList<Account>> Users::all()
{
    QList<Account> accounts;
    Query query(m_database, accountColumns + " ORDER BY full_name, id");
    if (Done done = query.each([&] { accounts.append(accountOf(query)); }); !done)
        return fail(done.error());
    return accounts;
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
    const auto taken = [](const QString &name) {
        return fail(FailureKind::Conflict, QStringLiteral("A user named %1 already exists.").arg(name));
    };
    const Result<std::optional<QString>> alike = nameLike(user.username);
    if (!alike)
        return fail(alike.error());
    if (*alike)
        return taken(**alike);
    Query query(m_database,
                "INSERT INTO users (username, full_name, role, password_hash, created_at) VALUES (?, ?, ?, ?, ?)");
    query.bind(user.username, user.fullName, roleName(user.role), passwordHash, now);
    if (Done done = query.run(); !done) {
        if (done.error().kind == FailureKind::Conflict)
            return taken(user.username);
        return fail(done.error());
    }
    return UserId{query.insertedId()};
}

Done Users::change(const User &user, bool disabled)
{
    Query query(m_database, "UPDATE users SET full_name = ?, role = ?, disabled = ? WHERE id = ?");
    if (Done done = changedOne(query.bind(user.fullName, roleName(user.role), disabled, user.id),
                               QStringLiteral("User not found"));
        !done)
        return done;
    Query admin(m_database, "SELECT 1 FROM users WHERE role = 'admin' AND disabled = 0");
    const Result<bool> isLeft = admin.step();
    if (!isLeft)
        return fail(isLeft.error());
    if (!*isLeft)
        return fail(FailureKind::Conflict,
                    QStringLiteral("This is the last admin who can sign in. Make somebody else an admin first."));
    return {};
}

Done Users::endTokens(const QDateTime &tokensFrom)
{
    Query query(m_database, "UPDATE users SET tokens_from = max(tokens_from, ?)");
    return query.bind(tokensFrom).run();
}

Done Users::endTokensOf(UserId id, const QDateTime &tokensFrom)
{
    Query query(m_database, "UPDATE users SET tokens_from = max(tokens_from, ?) WHERE id = ?");
    return changedOne(query.bind(tokensFrom, id), QStringLiteral("User not found"));
}

Done Users::setPassword(UserId id, const QByteArray &passwordHash, const QDateTime &tokensFrom)
{
    Query query(m_database, "UPDATE users SET password_hash = ?, tokens_from = ? WHERE id = ?");
    return changedOne(query.bind(passwordHash, tokensFrom, id), QStringLiteral("User not found"));
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
