// SPDX-License-Identifier: GPL-3.0-or-later
#include "local/StoreSeal.h"

#include "crypto/Mac.h"
#include "crypto/ShortSeal.h"
#include "sqlite/Query.h"
#include "sqlite/Steps.h"

#include <QCoreApplication>

#include <array>
#include <memory>

namespace Holdfast::StoreSeal {

namespace {

constexpr QByteArrayView context("local store");

struct Column
{
    const char *table;
    const char *name;
};

/// All that are bound as Sealed.
constexpr std::array columns{Column{"recordings", "notes"}, Column{"recordings", "remote"},
                             Column{"annotations", "text"}, Column{"drafts", "text"},
                             Column{"drafts", "base"},      Column{"drafts", "theirs"},
                             Column{"drafts", "sent"},      Column{"recordings", "disposition"}};

TextSeal sealWith(const SecretKey &key)
{
    const auto shared = std::make_shared<SecretKey>(key.clone());
    return {[shared](const QString &text) -> Result<QByteArray> { return sealShort(text.toUtf8(), *shared, context); },
            [shared](const QByteArray &sealed) -> Result<QString> {
                if (const std::optional<QByteArray> text = openShort(sealed, *shared, context))
                    return QString::fromUtf8(*text);
                return fail(FailureKind::Corrupt,
                            QCoreApplication::translate("Holdfast::StoreSeal",
                                                        "What this computer keeps of a recording is damaged. The "
                                                        "server still has what it had."));
            }};
}

Result<std::optional<QByteArray>> canaryOf(Database &database)
{
    Query query(database, "SELECT canary FROM sealing");
    const Result<bool> row = query.step();
    if (!row)
        return fail(row.error());
    return *row ? std::optional(query.bytes(0)) : std::nullopt;
}

Done keepCanary(Database &database, const SecretKey &key)
{
    return Query(database, "INSERT OR REPLACE INTO sealing (id, canary) VALUES (1, ?)")
        .bind(sealShort("canary", key, context))
        .run();
}

struct Text
{
    QString key;
    QString text;
};

/// Some of those that are not sealed yet, so that memory does not grow with their number.
Result<QList<Text>> someTexts(Database &database, const QByteArray &key, const Column &column)
{
    const QByteArray name = column.name;
    Query query(database, "SELECT " + key + ", " + name + " FROM " + column.table + " WHERE typeof(" + name +
                              ") = 'text' AND " + name + " <> '' LIMIT 500");
    QList<Text> texts;
    if (const Done read = query.each([&] { texts.append({query.text(0), query.text(1)}); }); !read)
        return fail(read.error());
    return texts;
}

Done sealColumn(Database &database, const Column &column)
{
    const QByteArray table = column.table;
    const QByteArray key = table == "drafts" ? QByteArray("recording || '/' || field") : QByteArray("rowid");
    const QByteArray update = "UPDATE " + table + " SET " + column.name + " = ? WHERE " + key + " = ?";
    for (;;) {
        const Result<QList<Text>> texts = someTexts(database, key, column);
        if (!texts)
            return fail(texts.error());
        if (texts->isEmpty())
            return {};
        for (const Text &text : *texts)
            if (Done sealed = Query(database, update).bind(Sealed(text.text), text.key).run(); !sealed)
                return sealed;
    }
}

Done sealAll(Database &database, const SecretKey &key)
{
    const Done sealed = inTransaction(
        database,
        [&]() -> Done {
            for (const Column &column : columns)
                if (Done done = sealColumn(database, column); !done)
                    return done;
            return {};
        },
        [&] { return keepCanary(database, key); });
    // What lay there as text is overwritten in the file; the log must not show it either.
    return sealed ? Query(database, "PRAGMA wal_checkpoint(TRUNCATE)").run() : sealed;
}

} // namespace

SecretKey textKey(const SecretKey &cacheKey)
{
    QByteArray bytes = hmacSha256(cacheKey.bytes(), context);
    SecretKey key = std::move(*SecretKey::fromBytes(bytes));
    bytes.fill('\0');
    return key;
}

Result<Outcome> apply(Database &database, const std::optional<SecretKey> &key)
{
    const Result<std::optional<QByteArray>> canary = canaryOf(database);
    if (!canary)
        return fail(canary.error());
    if (*canary && !(key && opens(**canary, *key)))
        return fail(FailureKind::NotSignedIn,
                    QCoreApplication::translate("Holdfast::StoreSeal",
                                                "What is kept on this computer is sealed with a key in its keyring."));
    if (!key)
        return Outcome::Plain;
    database.sealTexts(sealWith(*key));
    if (*canary)
        return Outcome::Open;
    const Done done = sealAll(database, *key);
    return done ? Result<Outcome>(Outcome::Open) : fail(done.error());
}

Result<std::optional<QByteArray>> canaryIn(const QString &databasePath)
{
    auto database = Database::open(databasePath, Durability::Full);
    if (!database)
        return fail(database.error());
    const Result<qint64> isKnown =
        Query(**database, "SELECT count(*) FROM sqlite_master WHERE name = 'sealing'").oneNumber();
    if (!isKnown)
        return fail(isKnown.error());
    return *isKnown > 0 ? canaryOf(**database) : Result<std::optional<QByteArray>>(std::nullopt);
}

bool opens(const QByteArray &canary, const SecretKey &textKey)
{
    return openShort(canary, textKey, context).has_value();
}

Done giveUp(const QString &databasePath)
{
    auto database = Database::open(databasePath, Durability::Full);
    if (!database)
        return fail(database.error());
    const auto run = [&database](const char *sql) { return Query(**database, sql).run(); };
    return inTransaction(
        **database, [&] { return run("DELETE FROM annotations"); }, [&] { return run("DELETE FROM drafts"); },
        [&] { return run("DELETE FROM recordings WHERE recording_id NOT NULL"); },
        [&] { return run("UPDATE recordings SET notes = '', disposition = ''"); },
        [&] { return run("DELETE FROM gone_recordings"); }, [&] { return run("UPDATE following SET cursor = NULL"); },
        [&] { return run("DELETE FROM sealing"); });
}

} // namespace Holdfast::StoreSeal
