// SPDX-License-Identifier: GPL-3.0-or-later
#include "actions/PersonalSecrets.h"

#include "actions/PersonalFiles.h"
#include "actions/SecretNames.h"
#include "crypto/Random.h"
#include "domain/WhenFinished.h"
#include "local/DurableFile.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>
#include <QSysInfo>

#include <memory>

namespace Holdfast {

namespace {

constexpr qsizetype nameBytes = 16;
const QString tokenName = QStringLiteral("token");
constexpr qint64 mostNameFileBytes = 64 * 1024;

bool isName(const QByteArray &text)
{
    return text.size() == 2 * nameBytes && QByteArray::fromHex(text).toHex() == text;
}

/// Tells a folder from its copies, on this computer and on others.
QByteArray markOf(const QString &folder, const QByteArray &name)
{
    const QByteArray place = QFileInfo(folder).canonicalFilePath().toUtf8();
    const QByteArray what = QSysInfo::machineUniqueId() + '\n' + place + '\n' + name;
    return QCryptographicHash::hash(what, QCryptographicHash::Sha256).toHex();
}

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Holdfast::PersonalSecrets)
};

struct Search
{
    QList<PersonalSecrets::Place> left;
    QList<PersonalSecrets::Found> found;
    std::function<void(const PersonalSecrets::Finds &)> then;
};

void searchOn(const std::shared_ptr<Search> &search, QObject *context)
{
    if (search->left.isEmpty())
        return search->then(search->found);
    const PersonalSecrets::Place place = search->left.takeFirst();
    whenFinished(place.keychain->read(place.name), context, [=](const Result<QByteArray> &secret) {
        if (secret)
            search->found.append({place, *secret});
        else if (secret.error().kind != FailureKind::NotFound)
            return search->then(fail(secret.error()));
        searchOn(search, context);
    });
}

void removeAll(QList<PersonalSecrets::Place> places, QObject *context, const Done &sofar,
               const std::function<void(const Done &)> &then)
{
    if (places.isEmpty())
        return then(sofar);
    const PersonalSecrets::Place place = places.takeFirst();
    whenFinished(place.keychain->remove(place.name), context,
                 [=](const Done &removed) { removeAll(places, context, sofar ? removed : sofar, then); });
}

} // namespace

PersonalSecrets::PersonalSecrets(Keychain &keychain, const QString &profile, const QUrl &server,
                                 const QString &username)
    : m_keychain(&keychain)
    , m_folder(PersonalFiles::folderOf(profile, server, username))
    , m_person(secretName("", server, username))
{
}

void PersonalSecrets::tryKeyring(QObject *context, const std::function<void(const Done &)> &then) const
{
    const QString name = QStringLiteral("canary") + m_person + QLatin1Char('#') +
                         QString::fromLatin1(randomBytes(nameBytes).toHex()); // others may be trying it just now
    const QByteArray canary = randomBytes(nameBytes).toHex();
    whenFinished(m_keychain->write(name, canary), context, [=, keychain = m_keychain](const Done &written) {
        if (!written)
            return then(written);
        whenFinished(keychain->read(name), context, [=](const Result<QByteArray> &back) {
            Done outcome;
            if (!back)
                outcome = fail(back.error());
            else if (*back != canary)
                outcome = fail(FailureKind::Corrupt, Words::tr("It does not give back what it took."));
            whenFinished(keychain->remove(name), context, [=](const Done &) { then(outcome); });
        });
    });
}

/// The file has a line for each name, the newest first: the name and the mark of the folder that it is for. Older
/// versions wrote a name alone, which copies may share.
PersonalSecrets::Names PersonalSecrets::names() const
{
    QFile file(m_folder + PersonalFiles::keyringNameFile);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    Names names;
    for (const QByteArray &line : file.read(mostNameFileBytes).split('\n')) {
        const QList<QByteArray> words = line.simplified().split(' ');
        if (!isName(words.first()))
            continue;
        const QString name = QString::fromLatin1(words.first());
        if (names.own.isEmpty() && words.value(1) == markOf(m_folder, words.first()))
            names.own = name;
        else
            (words.size() == 1 ? names.unmarked : names.ofOthers).append(name);
    }
    return names;
}

Done PersonalSecrets::makeName() const
{
    if (hasName())
        return {};
    QFile file(m_folder + PersonalFiles::keyringNameFile);
    QByteArray before;
    if (file.exists()) {
        if (!file.open(QIODevice::ReadOnly))
            return fail(FailureKind::Unreachable,
                        Words::tr("The folder for your data on this computer can't be read: %1").arg(m_folder),
                        file.errorString());
        before = file.read(mostNameFileBytes);
        file.close();
    }
    const QByteArray name = randomBytes(nameBytes).toHex();
    return writeDurably(file.fileName(), name + ' ' + markOf(m_folder, name) + '\n' + before);
}

QList<PersonalSecrets::Place> PersonalSecrets::places(const QString &what) const
{
    QList<Place> places;
    const QString older = what + m_person;
    const auto [own, unmarked, ofOthers] = names();
    const auto append = [&](const QStringList &names) {
        for (const QString &name : names)
            places.append({m_keychain, older + QLatin1Char('#') + name});
    };
    if (!own.isEmpty())
        append({own});
    append(unmarked);
    places.append({m_keychain, older});
    if (what != tokenName)
        append(ofOthers);
    if (Keychain *ofOlderPrograms = m_keychain->ofOlderPrograms())
        places.append({ofOlderPrograms, older});
    return places;
}

PersonalSecrets::Place PersonalSecrets::place(const QString &what) const
{
    return places(what).constFirst();
}

void PersonalSecrets::find(const QString &what, QObject *context, const std::function<void(const Finds &)> &then) const
{
    searchOn(std::make_shared<Search>(Search{places(what), {}, then}), context);
}

void PersonalSecrets::forgetToken(QObject *context, const std::function<void(const Done &)> &then) const
{
    removeAll(places(tokenName), context, {}, then);
}

} // namespace Holdfast
