// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "keychain/Keychain.h"

#include <QList>
#include <QObject>
#include <QStringList>
#include <QUrl>

#include <functional>

namespace Holdfast {

/// What the keyring keeps for one person's folder: the sign-in ("token") and the key of all that is sealed there
/// ("cache"). It is written under a name that this folder alone has, so that profiles do not take each other's away; a
/// copy of the folder finds the name marked for another place and gets one of its own. It is found under such earlier
/// names and those of older versions too; what lies there stays, because another profile may need it. A value; answers
/// come in the context's thread, unless the context has gone.
class PersonalSecrets
{
public:
    struct Place
    {
        Keychain *keychain = nullptr;
        QString name;
        friend bool operator==(const Place &, const Place &) = default;
    };
    struct Found
    {
        Place place;
        QByteArray secret;
    };
    using Finds = Result<QList<Found>>;

    PersonalSecrets(Keychain &keychain, const QString &profile, const QUrl &server, const QString &username);

    /// A read can't tell a locked keyring from a missing entry, so something is written, read and removed.
    void tryKeyring(QObject *context, const std::function<void(const Done &)> &then) const;

    /// Gives the folder its name in the keyring, where it has none yet. Whoever calls holds the folder's lock.
    Done makeName() const;
    bool hasName() const { return !names().own.isEmpty(); }
    /// Where it is written: under the folder's own name, or as older versions did where it has none.
    Place place(const QString &what) const;
    /// All there is, in the order of place() and older ones; a failure where the keyring is away. The sign-in of the
    /// folder that this one is a copy of is not among it: whoever signed out here would end it there.
    void find(const QString &what, QObject *context, const std::function<void(const Finds &)> &then) const;
    /// Under the names of older versions too: a sign-in is of no use to others once it has ended.
    void forgetToken(QObject *context, const std::function<void(const Done &)> &then) const;

private:
    struct Names
    {
        QString own;          ///< empty where there is none
        QStringList unmarked; ///< of an older version, which did not say for which folder
        QStringList ofOthers; ///< of the folder that this one is a copy of, or at the place where it was before
    };
    Names names() const;
    QList<Place> places(const QString &what) const;

    Keychain *m_keychain;
    QString m_folder;
    QString m_person; ///< user@server
};

} // namespace Holdfast
