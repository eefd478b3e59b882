// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/KeyChanges.h"

#include "api/Log.h"
#include "domain/Limits.h"
#include "records/Users.h"
#include "records/WrappedRows.h"
#include "records/WrappingKeys.h"

#include <algorithm>

namespace Holdfast {

namespace {

tl::unexpected<Failure> stillNeeded(const WrappedCounts &counts, const QString &id)
{
    QStringList uses;
    for (auto kind = counts.cbegin(); kind != counts.cend(); ++kind)
        if (const qint64 howMany = kind->value(id); howMany > 0)
            uses.append(QStringLiteral("%1 %2").arg(howMany).arg(kind.key()));
    return fail(
        FailureKind::Conflict,
        QStringLiteral("The key-encryption key \"%1\" is still needed, by %2. Nothing was changed; rotate first, "
                       "and wait until the rotation has ended.")
            .arg(id, uses.isEmpty() ? QStringLiteral("what came at this moment") : uses.join(QStringLiteral(" and "))));
}

/// Quick, for any number of rows.
Done checkUnused(Database &database, const QString &id, const WrappedCounts &counts)
{
    for (const auto &rows : allWrappedRows()) {
        const auto left = rows->under(database, id, {}, 1);
        if (!left)
            return fail(left.error());
        if (!left->isEmpty())
            return stillNeeded(counts, id);
    }
    return {};
}

Result<WrappingKey> keyOf(Database &database, const QString &id)
{
    const Result<QList<WrappingKey>> keys = WrappingKeys(database).all();
    if (!keys)
        return fail(keys.error());
    const auto key = std::find_if(keys->begin(), keys->end(), [&](const WrappingKey &one) { return one.id == id; });
    if (key == keys->end() || key->retiredAt)
        return fail(FailureKind::NotFound, QStringLiteral("There is no such key-encryption key."));
    return *key;
}

/// Answers the keys that count from now on.
Result<QList<TokenKeyRow>> replaceTokenKey(Database &database, const QByteArray &next, bool endAtOnce,
                                           const AuditEntry &who)
{
    TokenKeyRows rows(database);
    Done done = rows.replace(next, who.at);
    if (done && endAtOnce)
        done = rows.removeReplaced();
    if (done && endAtOnce)
        done = Users(database).endTokens(who.at);
    if (done)
        done = Audit(database).append(who);
    return done ? rows.all() : fail(done.error());
}

} // namespace

Result<QString> retireKey(DataFolder &data, const QString &id, AuditEntry who)
{
    if (id.startsWith(QStringLiteral("outside-")))
        return fail(FailureKind::Conflict,
                    QStringLiteral("The key-encryption key \"%1\" comes from outside and is not ours to remove. Once "
                                   "nothing is sealed under it, take its file out of HOLDFAST_OLD_KEK_FILES.")
                        .arg(id));
    who.action = QStringLiteral("key-retire");
    who.detail.insert(QLatin1String("keyId"), id);
    const Result<Database *> reader = data.connections().ofThisThread();
    const Result<WrappedCounts> counted = reader ? countWrapped(**reader) : fail(reader.error());
    if (!counted)
        return fail(counted.error());
    const Done retired = data.writes()
                             .submit<void>([id, who, counts = *counted](Database &database) -> Done {
                                 if (const Result<WrappingKey> key = keyOf(database, id); !key)
                                     return fail(key.error());
                                 if (Done unused = checkUnused(database, id, counts); !unused)
                                     return unused;
                                 if (Done gone = WrappingKeys(database).retire(id, who.at); !gone)
                                     return gone;
                                 return Audit(database).append(who);
                             })
                             .result();
    if (!retired)
        return fail(retired.error());
    const QString backups =
        QStringLiteral("Backups of the database from before now still need it: keep the copy of it that was made with "
                       "them, or make a new backup and discard the older ones.");
    if (const Done gone = data.keys().discard(id); !gone) {
        qCWarning(logApi).noquote() << "the file of a retired key goes at the next start:" << gone.error().message
                                    << gone.error().detail;
        return QStringLiteral("The key-encryption key \"%1\" is retired; its file could not be removed now and goes at "
                              "the next start. %2")
            .arg(id, backups);
    }
    return QStringLiteral("The key-encryption key \"%1\" is retired and its file is removed. %2").arg(id, backups);
}

Result<QString> rotateTokenKey(DataFolder &data, OldTokens old, AuditEntry who, TokenMint *mint)
{
    TokenKeys &tokens = data.keys().tokens();
    const Result<QByteArray> next = tokens.make();
    if (!next)
        return fail(next.error());
    const bool endAtOnce = old == OldTokens::EndAtOnce;
    who.action = QStringLiteral("token-key-rotate");
    who.detail.insert(QLatin1String("keyId"), QString::fromLatin1(*next));
    who.detail.insert(QLatin1String("endSessions"), endAtOnce);
    const auto rows = data.writes()
                          .submit<QList<TokenKeyRow>>([next = *next, endAtOnce, who](Database &database) {
                              return replaceTokenKey(database, next, endAtOnce, who);
                          })
                          .result();
    if (!rows) // the new one signs nothing, and goes at the next start unless it was written down all the same
        return fail(rows.error());
    if (const Done used = tokens.use(*next); !used)
        return fail(used.error());
    if (mint)
        giveTokenKeys(*mint, tokens, *rows);
    if (!endAtOnce)
        return QStringLiteral("Tokens are signed with a new key. Those from before count until they end, within "
                              "%1 hours.")
            .arg(tokenHours);
    const QString ended =
        QStringLiteral("Tokens are signed with a new key. Everybody is signed out and signs in anew.");
    bool areGone = true;
    for (const QByteArray &id : tokens.ids())
        if (const Done gone = id == *next ? Done() : tokens.discard(id); !gone) {
            areGone = false;
            qCWarning(logApi).noquote() << "the file of a token key that was ended goes at the next start:"
                                        << gone.error().message << gone.error().detail;
        }
    return areGone ? ended
                   : ended + QStringLiteral(" The key before counts no more, but its file could not be removed now; it "
                                            "goes at the next start.");
}

void giveTokenKeys(TokenMint &mint, const TokenKeys &keys, const QList<TokenKeyRow> &rows)
{
    const QByteArray signing = keys.current().id;
    std::map<QByteArray, MintKey> counting;
    for (auto &[id, key] : keys.all()) {
        const auto row = std::find_if(rows.begin(), rows.end(), [&](const TokenKeyRow &one) { return one.id == id; });
        if (id == signing)
            counting.emplace(id, MintKey{key.clone(), std::nullopt});
        else if (row != rows.end() && row->replacedAt)
            counting.emplace(id, MintKey{key.clone(), row->replacedAt});
    }
    mint.setKeys(std::move(counting), signing);
}

} // namespace Holdfast
