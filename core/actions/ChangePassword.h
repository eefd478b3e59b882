// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "actions/Session.h"
#include "keychain/Keychain.h"
#include "sync/PasswordCalls.h"

namespace Holdfast {

/// Changes the password of whoever is signed in, and keeps the new sign-in where the old one was kept. UI thread; goes
/// before the ApiClient.
class ChangePassword : public QObject
{
    Q_OBJECT
public:
    ChangePassword(ApiClient &api, Keychain &keychain, QObject *parent = nullptr);

    struct Changed
    {
        QString sentence; ///< what the person should know of this computer; often empty
    };
    /// Malformed where the new one is too short or too long; Forbidden where `current` is not the password.
    QFuture<Result<Changed>> run(const std::shared_ptr<Session> &session, const QByteArray &current,
                                 const QByteArray &wanted);

private:
    ApiClient &m_api;
    Keychain &m_keychain;
};

} // namespace Holdfast
