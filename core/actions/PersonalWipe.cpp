// SPDX-License-Identifier: GPL-3.0-or-later
#include "actions/PersonalWipe.h"

#include "actions/PersonalFiles.h"
#include "local/DurableFile.h"
#include "local/RemovedFolder.h"
#include "local/SealedCache.h"
#include "local/StoreSeal.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLockFile>

#include <algorithm>

namespace Holdfast {

namespace {

constexpr QLatin1String serverField("server");
constexpr QLatin1String usernameField("username");
constexpr QLatin1String uploadsField("uploads"); // what stays; there once it is known
constexpr QLatin1String remarksField("remarks");
constexpr QLatin1String inInboxField("inInbox");

QJsonObject readMark(const QString &folder)
{
    QFile file(folder + PersonalFiles::wipeMarkFile);
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
}

tl::unexpected<Failure> notRemoved(const QString &detail)
{
    return fail(FailureKind::Unreachable,
                PersonalWipe::tr("Not all of your data could be removed from this computer. The next start of Holdfast "
                                 "tries again."),
                detail);
}

Unsent unsentIn(const QJsonObject &mark)
{
    Unsent unsent;
    for (const QJsonValue &upload : mark.value(uploadsField).toArray())
        unsent.uploads.append(upload.toString());
    unsent.remarks = mark.value(remarksField).toInteger();
    unsent.inInbox = mark.value(inInboxField).toInteger();
    return unsent;
}

} // namespace

QList<PersonalWipe::Person> PersonalWipe::unfinished(const QString &profile)
{
    QList<Person> persons;
    for (const QString &folder : QDir(profile).entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        const QJsonObject mark = readMark(profile + QLatin1Char('/') + folder);
        if (!mark.isEmpty())
            persons.append({QUrl(mark.value(serverField).toString()), mark.value(usernameField).toString()});
    }
    return persons;
}

bool PersonalWipe::isSealingOver(const QString &folder)
{
    return readMark(folder).contains(uploadsField);
}

PersonalWipe::PersonalWipe(const QString &profile, Person person)
    : m_folder(PersonalFiles::folderOf(profile, person.server, person.username))
    , m_person(std::move(person))
{
}

bool PersonalWipe::hasData() const
{
    return QFile::exists(m_folder);
}

Done PersonalWipe::mark() const
{
    return readMark(m_folder).isEmpty() ? writeMark(std::nullopt) : Done();
}

Done PersonalWipe::writeMark(const std::optional<Unsent> &unsent) const
{
    QJsonObject mark{{serverField, m_person.server.toString(QUrl::RemoveUserInfo)}, {usernameField, m_person.username}};
    if (unsent) {
        mark.insert(uploadsField, QJsonArray::fromStringList(unsent->uploads));
        mark.insert(remarksField, unsent->remarks);
        mark.insert(inInboxField, unsent->inInbox);
    }
    if (const Done written = writeDurably(m_folder + PersonalFiles::wipeMarkFile, QJsonDocument(mark).toJson());
        !written)
        return fail(written.error().kind,
                    tr("Your data could not be removed from this computer, because its disk can't be written."),
                    written.error().detail);
    return {};
}

Result<PersonalWipe::Left> PersonalWipe::run(const Keys &keys, Locked locked) const
{
    QLockFile lock(m_folder + PersonalFiles::lockFile);
    lock.setStaleLockTime(0);
    if (!lock.tryLock(0))
        return fail(FailureKind::Conflict, tr("Another program of Holdfast uses your data on this computer, so nothing "
                                              "was removed. Close it and sign out again."));
    Result<PersonalFiles::Opening> opening = PersonalFiles::keyThatOpens(m_folder, keys.kept);
    if (!opening)
        return fail(opening.error());
    Left left;
    const bool noKeyOpens = opening->isSealed && !opening->key && !keys.isKeyringAway;
    left.hasGivenUp = noKeyOpens && locked == Locked::GivenUp;
    left.isLocked = noKeyOpens && !left.hasGivenUp;
    if (left.hasGivenUp)
        if (const Done given = giveUp(); !given)
            return fail(given.error());
    if (!opening->isSealed && !keys.kept.empty())
        opening->key = keys.kept.front().clone();
    left.isSealed = opening->key.has_value();
    auto cache = SealedCache::open(m_folder + PersonalFiles::cacheFolder,
                                   left.isSealed ? std::move(*opening->key) : SecretKey::random());
    if (!cache)
        return fail(cache.error());
    if (left.isLocked && PersonalFiles::isDatabaseSealed(**cache)) {
        left.unsent.uploads = (*cache)->waitingNames();
        left.unsent.uploads.removeIf([](const QString &name) { return PersonalFiles::isDatabase(name); });
        return left;
    }
    Result<Unsent> unsent = reduceDatabase(**cache, left.isSealed);
    if (!unsent)
        return fail(unsent.error());
    if (const Done removed = removeRecordings(**cache, *unsent); !removed)
        return fail(removed.error());
    for (const QLatin1String name : {PersonalFiles::filtersFile, PersonalFiles::personFile}) {
        QFile file(m_folder + name);
        if (file.exists() && !file.remove())
            return notRemoved(file.errorString());
    }
    left.unsent = std::move(*unsent);
    left.isLocked = left.isLocked && !left.unsent.isNothing();
    return left;
}

/// Recordings that wait are sent from their original files then. The database last: it tells that there is something.
Done PersonalWipe::giveUp() const
{
    if (const Done removed = removeFolder(m_folder + PersonalFiles::cacheFolder); !removed)
        return notRemoved(removed.error().detail);
    const QString database = m_folder + PersonalFiles::databaseFile;
    return QFile::exists(database) ? StoreSeal::giveUp(database) : Done();
}

Result<Unsent> PersonalWipe::reduceDatabase(SealedCache &cache, bool canSeal) const
{
    const QString database = m_folder + PersonalFiles::databaseFile;
    if (PersonalFiles::isDatabaseSealed(cache)) {
        if (isSealingOver(m_folder)) { // so far another time had come
            const Done removed = PersonalFiles::removeDatabase(m_folder);
            return removed ? Result<Unsent>(unsentIn(readMark(m_folder))) : fail(removed.error());
        }
        if (const Done opened = openEarlier(cache, canSeal); !opened)
            return fail(opened.error());
    }
    if (!QFile::exists(database))
        return Unsent();
    Result<Unsent> unsent = keepOnlyUnsent(database);
    if (!unsent)
        return unsent;
    Done done;
    if (unsent->isNothing()) {
        done = PersonalFiles::removeDatabase(m_folder);
    } else if (canSeal) {
        done = writeMark(*unsent);
        done = done ? PersonalFiles::sealDatabase(m_folder, cache) : done;
    }
    return done ? unsent : fail(done.error());
}

/// What an earlier wipe sealed, back in its place: only there can be seen what of it has to stay.
Done PersonalWipe::openEarlier(SealedCache &cache, bool canSeal) const
{
    if (canSeal) {
        const Done restored = PersonalFiles::restoreDatabase(m_folder, cache);
        if (restored && !PersonalFiles::isDatabaseSealed(cache))
            return {};
        if (!restored && restored.error().kind == FailureKind::Corrupt) // nobody has its key any more
            return PersonalFiles::removeSealed(cache);
    }
    QFile wipeMark(m_folder + PersonalFiles::wipeMarkFile);
    if (!wipeMark.remove())
        return notRemoved(wipeMark.errorString());
    return fail(FailureKind::Conflict,
                tr("Something of yours that is not stored yet lies sealed on this computer since an earlier sign-out, "
                   "and can't be opened now, so nothing was removed. Sign in again with the keyring open, so that it "
                   "is sent, and then remove your data."));
}

Done PersonalWipe::removeRecordings(SealedCache &cache, const Unsent &unsent) const
{
    if (const auto cleared = cache.copies().clear(); !cleared)
        return fail(cleared.error());
    for (const QString &name : cache.waitingNames()) {
        if (unsent.uploads.contains(name) || PersonalFiles::isDatabase(name))
            continue;
        if (Done removed = cache.remove(name); !removed)
            return removed;
    }
    if (const Done removed = removeFolder(m_folder + PersonalFiles::cachesOfOneStart); !removed)
        return notRemoved(removed.error().detail);
    return {};
}

qsizetype PersonalWipe::withoutCopy(const Unsent &unsent) const
{
    return std::ranges::count_if(unsent.uploads, [this](const QString &name) {
        return !SealedCache::hasWaiting(m_folder + PersonalFiles::cacheFolder, name);
    });
}

Done PersonalWipe::finish(const Left &left) const
{
    QFile wipeMark(m_folder + PersonalFiles::wipeMarkFile);
    if (left.isNothing()) {
        if (const Done removed = removeFolder(m_folder); !removed)
            return notRemoved(removed.error().detail);
    } else if (!wipeMark.remove()) {
        return notRemoved(wipeMark.errorString());
    }
    return {};
}

} // namespace Holdfast
