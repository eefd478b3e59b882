// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "actions/SaveCopy.h"
#include "actions/SignIn.h"
#include "ctl/CtlCommand.h"
#include "keychain/DesktopKeychain.h"

#include <QObject>

namespace Holdfast {

/// One command from beginning to end: signs in (with the kept sign-in, else with the password), does it, signs out
/// again where the sign-in could not be kept.
class Ctl : public QObject
{
    Q_OBJECT
public:
    Ctl(const CtlOptions &options, Console &console, QObject *parent = nullptr);
    ~Ctl() override;

    void start();
    void stop(); ///< ends cleanly what goes on: a watch, an import

Q_SIGNALS:
    void finished(int exitCode);

private:
    void signInWithPassword(const SignIn::Known &who);
    bool waitsForTheServer(const Failure &failure);
    void signedIn(const Result<std::shared_ptr<Session>> &session);
    void run();
    void run(std::unique_ptr<CtlCommand> command);
    void end(bool allDone);
    void end(const Failure &failure);

    void login();
    void leads();
    void importLeads();
    void list();
    void get();
    void download();
    void upload();
    void uploadByNames();
    void upload(std::optional<LeadId> lead, const QStringList &paths);
    void send();
    void watch();
    void evidence();
    void logout(const SignIn::Known &who);
    void audit();

    qint64 numberAsked() const; ///< the first argument, where that is one
    void showRecordings(LeadId lead);
    void showWaiting(LeadId lead);
    void show(const QList<LocalRecording> &recordings);
    void showRecording(const Recording &recording);
    void save(const Recording &recording, const QString &file);

    CtlOptions m_options;
    Console &m_console;
    ApiClient m_api;
    std::unique_ptr<DesktopKeychain> m_keychain;
    SignIn m_signIn;
    std::shared_ptr<Session> m_session; ///< before what refers to it
    std::unique_ptr<QObject> m_action;  ///< the one that runs
    QString m_said;                     ///< why a watch has not begun yet
};

} // namespace Holdfast
