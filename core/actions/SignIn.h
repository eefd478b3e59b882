// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "actions/ChangePassword.h"
#include "actions/GoOnSignedIn.h"
#include "actions/PersonalSecrets.h"
#include "actions/Session.h"
#include "actions/WipeLocalData.h"
#include "keychain/Keychain.h"

namespace Holdfast {

/// Signs a person in and out. The token goes to the keychain; where there is none it stays in memory and
/// Session::keyringProblem says so. UI thread.
class SignIn : public QObject
{
    Q_OBJECT
public:
    /// profile: the folder of this person's local data. All must outlive it.
    SignIn(ApiClient &api, Keychain &keychain, Clock clock, QString profile, QObject *parent = nullptr);

    struct Known
    {
        QUrl server;
        QString username;
    };
    Known lastUsed() const; ///< for prefilling; never a secret

    /// open: one that stays in use though its sign-in has ended. The same person gets it back as it is; before anybody
    /// else's token counts, anotherSignsIn() says that it is to be let go of.
    QFuture<Result<std::shared_ptr<Session>>> signIn(const QUrl &server, const QString &username,
                                                     const QString &password, const std::weak_ptr<Session> &open = {});
    /// With the kept token of the last sign-in; NotSignedIn where there is none or it no longer counts. Offline it
    /// opens the local data all the same.
    QFuture<Result<std::shared_ptr<Session>>> resume() { return resume(lastUsed()); }
    QFuture<Result<std::shared_ptr<Session>>> resume(const Known &who);
    QFuture<Result<ChangePassword::Changed>> changePassword(const std::shared_ptr<Session> &session,
                                                            const QByteArray &current, const QByteArray &wanted)
    {
        return m_changePassword.run(session, current, wanted);
    }
    enum class LocalData {
        Stays,
        Goes,        ///< but for what is not stored yet
        GoesIfLocked ///< that too, where it is sealed with a key that the keyring does not hold
    };
    struct SignedOut
    {
        QString sentence;      ///< what the person should know of what is still on this computer; often empty
        bool isLocked = false; ///< something stays that no key in the keyring opens; wipe() can give it up
    };
    /// Ends the token on the server and here. What waits in the outbox stays for the next sign-in. Where the local data
    /// goes, nobody else may use the session any more, and it goes whether or not the server can be reached.
    QFuture<Result<SignedOut>> signOut(std::shared_ptr<Session> session, LocalData data = LocalData::Stays);
    /// The same for somebody who is signed out already.
    QFuture<Result<WipeLocalData::Wiped>> wipe(const Known &who,
                                               PersonalWipe::Locked locked = PersonalWipe::Locked::Stays);

Q_SIGNALS:
    void anotherSignsIn(); ///< than the one whose session is open

private:
    struct Attempt;
    bool goOn(const std::shared_ptr<Attempt> &attempt, const SignedIn &signedIn);
    void checkKeyring(const std::shared_ptr<Attempt> &attempt);
    void logIn(const std::shared_ptr<Attempt> &attempt);
    void askWhoItIs(const std::shared_ptr<Attempt> &attempt);
    void findCacheKey(const std::shared_ptr<Attempt> &attempt);
    void chooseCacheKey(const std::shared_ptr<Attempt> &attempt, const QList<PersonalSecrets::Found> &kept);
    void keepCacheKey(const std::shared_ptr<Attempt> &attempt);
    void keepToken(const std::shared_ptr<Attempt> &attempt);
    void open(const std::shared_ptr<Attempt> &attempt);
    void readToken(const std::shared_ptr<Attempt> &attempt);
    void endToken(const std::shared_ptr<Session> &session, std::function<void(const Done &)> then);

    ApiClient &m_api;
    Keychain &m_keychain;
    Clock m_clock;
    QString m_profile;
    WipeLocalData m_wipe;
    ChangePassword m_changePassword;
    GoOnSignedIn m_goOn;
};

} // namespace Holdfast
