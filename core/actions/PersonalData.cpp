// SPDX-License-Identifier: GPL-3.0-or-later
#include "actions/PersonalData.h"

#include "actions/PersonalFiles.h"
#include "actions/PersonalWipe.h"
#include "contract/Json.h"
#include "local/DurableFile.h"
#include "local/RemovedFolder.h"
#include "local/UnsentRows.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>
#include <QRandomGenerator>
#include <QThreadPool>

namespace Holdfast {

namespace {

/// What was to be sent must not count as a copy, and what was sent meanwhile is one. A crash between sealing a file and
/// noting it leaves a sealed file that nobody knows.
Done sortWaiting(SealedCache &cache, const LocalStore &store)
{
    const Result<QStringList> waiting = store.waitingCopies();
    if (!waiting)
        return fail(waiting.error());
    for (const QString &name : *waiting)
        if (Done kept = cache.keepWaiting(name); !kept)
            return kept;
    QStringList others = cache.waitingNames();
    const QSet<QString> inOutbox(waiting->begin(), waiting->end());
    others.removeIf([&](const QString &name) { return inOutbox.contains(name) || PersonalFiles::isDatabase(name); });
    const Result<QStringList> unknown = store.unknownCopies(others);
    if (!unknown)
        return fail(unknown.error());
    for (const QString &name : std::as_const(others)) {
        const Done done = unknown->contains(name) ? cache.remove(name) : cache.keepAsCopy(name);
        if (!done)
            return done;
    }
    return {};
}

/// What a program that ended otherwise has left. Pool thread.
void removeOtherTimes(const QString &folder, const QString &present)
{
    for (const QString &one : QDir(folder).entryList(QDir::Dirs | QDir::Files | QDir::NoDotAndDotDot)) {
        if (one == present)
            continue;
        if (const Done removed = removeFolder(folder + QLatin1Char('/') + one); !removed)
            qWarning("what was sealed for another time stays: %s", qPrintable(removed.error().detail));
    }
}

tl::unexpected<Failure> notLocked(const QLockFile &lock)
{
    if (lock.error() == QLockFile::LockFailedError)
        return fail(FailureKind::Conflict,
                    PersonalData::tr("Holdfast is open already for this person on this computer. Use that "
                                     "window, or close it first."));
    return fail(FailureKind::StorageFull,
                PersonalData::tr("Holdfast can't write to its folder on this computer, so it was not opened; what is "
                                 "kept there is as before. Make room on the disk, and see that you may write to %1.")
                    .arg(QFileInfo(lock.fileName()).path()));
}

/// What was said of it while the copies of that time could be opened is no longer so.
Done sayWhatWaitingTakes(LocalStore &store)
{
    const auto waiting = store.outbox();
    if (!waiting)
        return fail(waiting.error());
    const QString sentence =
        PersonalData::tr("Without a keyring its sealed copy ended with the program. It is sent from "
                         "the original file, if that is still there and unchanged.");
    for (const LocalRecording &recording : *waiting) {
        if (recording.problem == sentence)
            continue;
        if (Done said = store.markProblem(recording.uploadId, sentence, TransferState::Waiting); !said)
            return said;
    }
    return {};
}

} // namespace

PersonalData::PersonalData(const QString &profile, const QUrl &server, const QString &username)
    : m_profile(profile)
    , m_folder(PersonalFiles::folderOf(profile, server, username))
    , m_server(server)
{
}

/// What lies in it, leads' names and notes among it, is for this person alone.
Done PersonalData::makeFolder() const
{
    if (QDir().mkpath(m_folder) &&
        QFile::setPermissions(m_folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner))
        return {};
    return notWritable({});
}

tl::unexpected<Failure> PersonalData::notWritable(const QString &detail) const
{
    return fail(FailureKind::Unreachable,
                tr("The folder for your data on this computer can't be written: %1").arg(m_folder), detail);
}

Result<std::unique_ptr<QLockFile>> PersonalData::lock() const
{
    if (const Done made = makeFolder(); !made)
        return fail(made.error());
    auto lock = std::make_unique<QLockFile>(m_folder + PersonalFiles::lockFile);
    lock->setStaleLockTime(0);
    // A program that was killed while it made the file leaves one that names nobody, and so would never be stale. Only
    // one that nobody holds any more can be removed.
    if (!lock->tryLock(0) && !(lock->removeStaleLockFile() && lock->tryLock(0)))
        return notLocked(*lock);
    return lock;
}

Done PersonalData::keepUser(const User &user) const
{
    if (const Done kept = writeDurably(m_folder + PersonalFiles::personFile, QJsonDocument(toJson(user)).toJson());
        !kept)
        return notWritable(kept.error().detail);
    return {};
}

std::optional<User> PersonalData::user() const
{
    QFile file(m_folder + PersonalFiles::personFile);
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    const auto user = userFromJson(QJsonDocument::fromJson(file.readAll()).object());
    return user ? std::optional(*user) : std::nullopt;
}

/// What waits to be sent can't be opened this time.
void PersonalData::sayWhatIsAway(CacheKey isKept, Session &session)
{
    session.storeProblem =
        isKept == CacheKey::OfThisStart
            ? tr("What was attached and written here before is sealed with a key in the keyring. It is safe, and "
                 "is sent once the keyring can be used again. What you do now is kept until Holdfast is closed.")
            : tr("What was attached and written here before is sealed with a key that the keyring does not hold "
                 "now. It stays as it is, and is sent once the keyring holds that key again. What you do now is "
                 "kept until Holdfast is closed. If nobody has the key any more, remove your data from this "
                 "computer to begin anew.");
    session.isEarlierAway = true;
}

Result<std::unique_ptr<LocalStore>> PersonalData::openStore(const std::optional<SecretKey> &textKey, CacheKey isKept,
                                                            Session &session) const
{
    auto store = LocalStore::open(m_folder + PersonalFiles::databaseFile, textKey);
    if (!store && store.error().kind == FailureKind::NotSignedIn) {
        const Result<Unsent> unsent =
            countUnsent(m_folder + PersonalFiles::databaseFile); // their texts alone are sealed
        if (!unsent)
            return fail(unsent.error());
        if (!unsent->uploads.isEmpty() || unsent->remarks > 0)
            sayWhatIsAway(isKept, session);
        else if (isKept == CacheKey::InsteadOfLost)
            session.storeProblem = tr("Nothing of yours waits here to be sent. To keep what you do here again, remove "
                                      "your data from this computer and sign in anew.");
        return LocalStore::open(QStringLiteral(":memory:"));
    }
    if (!store)
        return store;
    switch ((*store)->sealing()) {
    case StoreSeal::Outcome::Open:
        break;
    case StoreSeal::Outcome::Plain:
        session.storeProblem = tr("What you write is kept on this computer unsealed, readable for your account alone.");
        break;
    }
    return store;
}

Result<std::shared_ptr<Session>> PersonalData::open(ApiClient &api, const Clock &clock, std::unique_ptr<QLockFile> lock,
                                                    SecretKey cacheKey, CacheKey isKept) const
{
    const bool keyKept = isKept == CacheKey::Kept;
    auto session = std::make_shared<Session>();
    session->server = m_server;
    session->user = user().value_or(User());
    session->lock = std::move(lock);
    std::optional<SecretKey> textKey;
    if (keyKept)
        textKey = StoreSeal::textKey(cacheKey);
    auto cache = openCache(clock, std::move(cacheKey), keyKept);
    if (!cache)
        return fail(cache.error());
    const Done restored = restoreWiped(**cache, keyKept);
    if (!restored && restored.error().kind != FailureKind::Corrupt)
        return fail(restored.error());
    auto store = openStore(textKey, isKept, *session);
    if (!store)
        return fail(store.error());
    sayWhatIsSealed(**cache, isKept, !restored, *session);
    if (!keyKept)
        if (const Done said = sayWhatWaitingTakes(**store); !said)
            return fail(said.error());
    if (keyKept && !PersonalFiles::isDatabaseSealed(**cache))
        if (const Done sorted = sortWaiting(**cache, **store); !sorted)
            return fail(sorted.error());
    session->store = std::move(*store);
    session->cache = std::move(*cache);
    const auto randomness = [] { return QRandomGenerator::global()->generateDouble(); };
    session->sync = std::make_unique<SyncLoop>(api, *session->store, session->cache, OutboxPush(clock, randomness));
    session->upkeep =
        std::make_unique<CacheUpkeep>(session->cache, *session->store, *session->sync, CacheRules::load(m_profile));
    return session;
}

/// What a wipe sealed and nobody can open now waits, and that is said for as long as it does.
void PersonalData::sayWhatIsSealed(const SealedCache &cache, CacheKey isKept, bool isKeyLost, Session &session) const
{
    const bool keyKept = isKept == CacheKey::Kept;
    isKeyLost = isKeyLost || (isKept == CacheKey::InsteadOfLost && PersonalFiles::hasSealedDatabase(m_folder));
    QString sentence;
    if (isKeyLost)
        sentence = tr("What was not stored yet at an earlier sign-out lies here sealed with a key that the keyring has "
                      "lost. If you have the original files, attach them again.");
    else if (keyKept && PersonalFiles::isDatabaseSealed(cache))
        sentence = tr("What was not stored yet at an earlier sign-out lies here sealed. It is sent after the next "
                      "sign-in that finds everything else stored.");
    else if (!keyKept && PersonalFiles::hasSealedDatabase(m_folder))
        sentence =
            tr("What was not stored yet at an earlier sign-out lies here sealed with a key in the keyring. It is "
               "safe, and is sent once the keyring can be used again.");
    if (sentence.isEmpty())
        return;
    session.isEarlierAway = true;
    session.storeProblem = QStringList{session.storeProblem, sentence}.join(QLatin1Char(' ')).trimmed();
}

/// Under a key that is not kept: in a folder for this time, and those of other times go.
Result<std::unique_ptr<SealedCache>> PersonalData::openCache(const Clock &clock, SecretKey key, bool keyKept) const
{
    const QString forThisTime = m_folder + PersonalFiles::cachesOfOneStart;
    const QString present = keyKept ? QString() : QUuid::createUuid().toString(QUuid::Id128);
    QThreadPool::globalInstance()->start([forThisTime, present] { removeOtherTimes(forThisTime, present); });
    if (keyKept)
        return SealedCache::open(m_folder + PersonalFiles::cacheFolder, std::move(key), clock);
    return SealedCache::openForThisTime(forThisTime + QLatin1Char('/') + present, std::move(key), clock);
}

/// What a wipe has left is taken up again; one that was not over is over with that.
Done PersonalData::restoreWiped(SealedCache &cache, bool keyKept) const
{
    const QString mark = m_folder + PersonalFiles::wipeMarkFile;
    const bool isMarked = QFile::exists(mark);
    if (isMarked && keyKept && PersonalFiles::isDatabaseSealed(cache) && PersonalWipe::isSealingOver(m_folder))
        if (Done removed = PersonalFiles::removeDatabase(m_folder); !removed)
            return removed;
    if (keyKept)
        if (Done restored = PersonalFiles::restoreDatabase(m_folder, cache); !restored)
            return restored;
    if (isMarked && !QFile::remove(mark))
        return fail(FailureKind::Unreachable,
                    tr("The folder for your data on this computer can't be written: %1").arg(m_folder));
    return {};
}

} // namespace Holdfast
