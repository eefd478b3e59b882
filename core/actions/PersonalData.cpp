// SPDX-License-Identifier: GPL-3.0-or-later
#include "actions/PersonalData.h"

#include "contract/Json.h"
#include "local/RecordingKey.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QJsonDocument>
#include <QRandomGenerator>
#include <QSaveFile>

namespace Holdfast {

namespace {

/// Whether a sealed file is of a recording that the store knows; what is no recording's sound is.
Result<bool> isKnown(const QString &name, const LocalStore &store)
{
    if (const QUuid uploadId = QUuid::fromString(name); !uploadId.isNull()) {
        const auto known = store.find(uploadId);
        if (known)
            return true;
        return known.error().kind == FailureKind::NotFound ? Result<bool>(false) : fail(known.error());
    }
    const RecordingId id{name.sliced(1).toLongLong()};
    if (!id.isValid() || name != nameInCache(id))
        return true;
    const auto known = store.findStored(id);
    return known ? Result<bool>(known->has_value()) : fail(known.error());
}

/// A crash between sealing a file and noting it leaves a sealed file that nobody knows; so does what came from the
/// server just when its recording went from here.
Done removeForgotten(SealedCache &cache, const LocalStore &store)
{
    for (const QString &name : cache.names()) {
        const Result<bool> known = isKnown(name, store);
        if (!known)
            return fail(known.error());
        if (*known)
            continue;
        if (const Done removed = cache.remove(name); !removed)
            return removed;
    }
    return {};
}

Done removeAll(SealedCache &cache)
{
    for (const QString &name : cache.names())
        if (const Done removed = cache.remove(name); !removed)
            return removed;
    return {};
}

} // namespace

PersonalData::PersonalData(const QString &profile, const QUrl &server, const QString &username)
    : m_server(server)
{
    const QByteArray who = server.adjusted(QUrl::StripTrailingSlash).toEncoded() + '\n' + username.toUtf8();
    const QByteArray hash = QCryptographicHash::hash(who, QCryptographicHash::Sha256).toHex().first(32);
    m_folder = profile + QLatin1Char('/') + QString::fromLatin1(hash);
}

/// What lies in it, leads' names and notes among it, is for this person alone.
bool PersonalData::makeFolder() const
{
    return QDir().mkpath(m_folder) &&
           QFile::setPermissions(m_folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
}

Done PersonalData::keepUser(const User &user) const
{
    QSaveFile file(m_folder + QStringLiteral("/person.json"));
    const bool kept = makeFolder() && file.open(QIODevice::WriteOnly) &&
                      file.write(QJsonDocument(toJson(user)).toJson()) > 0 && file.commit();
    if (!kept)
        return fail(FailureKind::Unreachable,
                    tr("The folder for your data on this computer can't be written: %1").arg(m_folder),
                    file.errorString());
    return {};
}

std::optional<User> PersonalData::user() const
{
    QFile file(m_folder + QStringLiteral("/person.json"));
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    const auto user = userFromJson(QJsonDocument::fromJson(file.readAll()).object());
    return user ? std::optional(*user) : std::nullopt;
}

Result<std::shared_ptr<Session>> PersonalData::open(ApiClient &api, const Clock &clock, SecretKey cacheKey,
                                                    bool keyKept) const
{
    auto session = std::make_shared<Session>();
    session->server = m_server;
    session->user = user().value_or(User());
    session->lock = std::make_unique<QLockFile>(m_folder + QStringLiteral("/lock"));
    session->lock->setStaleLockTime(0);
    // A program that was killed while it made the file leaves one that names nobody, and so would never be stale. Only
    // one that nobody holds any more can be removed.
    if (!session->lock->tryLock(0) && !(session->lock->removeStaleLockFile() && session->lock->tryLock(0)))
        return fail(FailureKind::Conflict, tr("Holdfast is open already for this person on this computer. Use that "
                                              "window, or close it first."));
    auto store = LocalStore::open(m_folder + QStringLiteral("/local.sqlite"));
    if (!store)
        return fail(store.error());
    const QString cacheFolder = keyKept ? QStringLiteral("/cache") : QStringLiteral("/cache-of-this-start");
    auto cache = SealedCache::open(m_folder + cacheFolder, std::move(cacheKey));
    if (!cache)
        return fail(cache.error());
    const Done tidied = keyKept ? removeForgotten(**cache, **store) : removeAll(**cache);
    if (!tidied)
        return fail(tidied.error());
    session->store = std::move(*store);
    session->cache = std::move(*cache);
    const auto randomness = [] { return QRandomGenerator::global()->generateDouble(); };
    session->sync = std::make_unique<SyncLoop>(api, *session->store, session->cache, OutboxPush(clock, randomness));
    return session;
}

} // namespace Holdfast
