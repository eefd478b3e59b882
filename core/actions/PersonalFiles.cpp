// SPDX-License-Identifier: GPL-3.0-or-later
#include "actions/PersonalFiles.h"

#include "local/DurableFile.h"
#include "local/SealedCache.h"
#include "local/StoreSeal.h"
#include "local/UnsentRows.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QFile>

#include <array>
#include <functional>

namespace Holdfast::PersonalFiles {

namespace {

const QString nameOfSealed = QStringLiteral("unsent"); // in the cache
constexpr QLatin1String restored("/local.sqlite.restored");

QString tr(const char *text)
{
    return QCoreApplication::translate("Holdfast::PersonalFiles", text);
}

tl::unexpected<Failure> notRestored(const QString &detail)
{
    return fail(FailureKind::Unreachable,
                tr("What you did here before and is not stored yet can't be written to this computer's disk. It is "
                   "still here, sealed. Make room and sign in again."),
                detail);
}

Done unseal(SealedCache &cache, const QString &path)
{
    const auto from = cache.get(nameOfSealed);
    if (!from)
        return fail(from.error());
    const QString beside = path + QStringLiteral(".part");
    QFile to(beside);
    if (!to.open(QIODevice::WriteOnly | QIODevice::Truncate, QFile::ReadOwner | QFile::WriteOwner))
        return notRestored(to.errorString());
    std::array<char, 64 * 1024> buffer;
    for (;;) {
        const qint64 got = (*from)->read(buffer.data(), buffer.size());
        if (got < 0)
            return notRestored((*from)->errorString());
        if (got == 0)
            break;
        if (to.write(buffer.data(), got) != got)
            return notRestored(to.errorString());
    }
    if (const Done named = syncAndRename(to, path); !named)
        return notRestored(named.error().detail);
    return {};
}

/// What one of them opens, or that none does.
Result<Opening> openedBy(const std::vector<SecretKey> &keys,
                         const std::function<Result<bool>(const SecretKey &)> &opens)
{
    for (const SecretKey &key : keys) {
        const Result<bool> isOpen = opens(key);
        if (!isOpen)
            return fail(isOpen.error());
        if (*isOpen)
            return Opening{true, key.clone()};
    }
    return Opening{true, std::nullopt};
}

} // namespace

QString folderOf(const QString &profile, const QUrl &server, const QString &username)
{
    const QByteArray who = server.adjusted(QUrl::StripTrailingSlash).toEncoded() + '\n' + username.toUtf8();
    const QByteArray hash = QCryptographicHash::hash(who, QCryptographicHash::Sha256).toHex().first(32);
    return profile + QLatin1Char('/') + QString::fromLatin1(hash);
}

bool isDatabaseSealed(const SealedCache &cache)
{
    return cache.has(nameOfSealed);
}

bool hasSealedDatabase(const QString &folder)
{
    return SealedCache::hasWaiting(folder + cacheFolder, nameOfSealed);
}

Done removeSealed(SealedCache &cache)
{
    return cache.remove(nameOfSealed);
}

bool isDatabase(const QString &nameInCache)
{
    return nameInCache == nameOfSealed;
}

Result<Opening> keyThatOpens(const QString &folder, const std::vector<SecretKey> &keys)
{
    for (const QLatin1String name : {databaseFile, restored}) {
        if (!QFile::exists(folder + name))
            continue;
        const auto canary = StoreSeal::canaryIn(folder + name);
        if (!canary)
            return fail(canary.error());
        if (*canary)
            return openedBy(keys,
                            [&](const SecretKey &key) { return StoreSeal::opens(**canary, StoreSeal::textKey(key)); });
    }
    if (!hasSealedDatabase(folder))
        return Opening();
    return openedBy(keys, [&](const SecretKey &key) -> Result<bool> {
        const auto cache = SealedCache::open(folder + cacheFolder, key.clone());
        if (!cache)
            return fail(cache.error());
        const auto file = (*cache)->get(nameOfSealed);
        if (!file && file.error().kind != FailureKind::Corrupt)
            return fail(file.error());
        return file.has_value();
    });
}

Done sealDatabase(const QString &folder, SealedCache &cache)
{
    QFile file(folder + databaseFile);
    if (!file.open(QIODevice::ReadOnly))
        return fail(FailureKind::Unreachable, tr("What is not stored yet can't be read."), file.errorString());
    if (const auto sealed = cache.putWaiting(nameOfSealed, file); !sealed)
        return fail(sealed.error());
    file.close();
    return removeDatabase(folder);
}

/// The sealed one goes only when the other is whole beside its place, and the other takes its place only then: so each
/// moment tells how far it has come.
Done restoreDatabase(const QString &folder, SealedCache &cache)
{
    if (isDatabaseSealed(cache)) {
        if (QFile::exists(folder + databaseFile)) {
            const Result<Unsent> unsent = countUnsent(folder + databaseFile);
            if (!unsent)
                return fail(unsent.error());
            if (!unsent->uploads.isEmpty() || unsent->remarks > 0)
                return {};
        }
        if (Done unsealed = unseal(cache, folder + restored); !unsealed)
            return unsealed;
        if (Done removed = removeDatabase(folder); !removed)
            return removed;
        if (Done removed = cache.remove(nameOfSealed); !removed)
            return removed;
    }
    if (QFile::exists(folder + restored) && !QFile::rename(folder + restored, folder + databaseFile))
        return notRestored(folder);
    return {};
}

Done removeDatabase(const QString &folder)
{
    for (const char *ending : {"", "-wal", "-shm"}) {
        QFile file(folder + databaseFile + QLatin1String(ending));
        if (file.exists() && !file.remove())
            return fail(FailureKind::Unreachable, tr("What is known of leads can't be removed from this computer."),
                        file.errorString());
    }
    return {};
}

} // namespace Holdfast::PersonalFiles
