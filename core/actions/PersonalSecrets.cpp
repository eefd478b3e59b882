// SPDX-License-Identifier: GPL-3.0-or-later
#include "actions/PersonalSecrets.h"

#include "actions/PersonalFiles.h"
#include "actions/SecretNames.h"
#include "crypto/Random.h"
#include "domain/WhenFinished.h"
#include "local/DurableFile.h"

#include <QCoreApplication>
#include <QFile>

#include <memory>

namespace Holdfast {

namespace {

constexpr qsizetype nameBytes = 16;

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

QString PersonalSecrets::ownName() const
{
    QFile file(m_folder + PersonalFiles::keyringNameFile);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QByteArray name = file.read(2 * nameBytes);
    return QByteArray::fromHex(name).size() == nameBytes ? QString::fromLatin1(name) : QString();
}

Done PersonalSecrets::makeName() const
{
    if (!ownName().isEmpty())
        return {};
    return writeDurably(m_folder + PersonalFiles::keyringNameFile, randomBytes(nameBytes).toHex());
}

QList<PersonalSecrets::Place> PersonalSecrets::places(const QString &what) const
{
    QList<Place> places;
    const QString older = what + m_person;
    if (const QString own = ownName(); !own.isEmpty())
        places.append({m_keychain, older + QLatin1Char('#') + own});
    places.append({m_keychain, older});
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
    removeAll(places(QStringLiteral("token")), context, {}, then);
}

} // namespace Holdfast
