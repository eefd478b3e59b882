// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "actions/Session.h"
#include "contract/Json.h"
#include "keychain/Keychain.h"

#include <QFuture>

namespace Holdfast {

/// Gives a session whose sign-in has ended another one of the same person; all that was under way in it goes on. UI
/// thread.
class GoOnSignedIn : public QObject
{
    Q_OBJECT
public:
    /// profile: the folder of all local data. All outlive it.
    GoOnSignedIn(ApiClient &api, Keychain &keychain, QString profile, QObject *parent = nullptr);

    static bool isSamePerson(const Session &open, const QUrl &server, const User &user);

    /// What the person may do now stands in the session before the token counts. A keyring that does not take the
    /// token is no failure: Session::keyringProblem says so.
    QFuture<Result<std::shared_ptr<Session>>> run(const std::shared_ptr<Session> &open, const SignedIn &signedIn);

private:
    ApiClient &m_api;
    Keychain &m_keychain;
    QString m_profile;
};

} // namespace Holdfast
