// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/PasswordCommand.h"

#include "ctl/PasswordSource.h"

namespace Holdfast {

PasswordCommand::PasswordCommand(SignIn &signIn, std::shared_ptr<Session> session, Console &console,
                                 const CtlOptions &options, QObject *parent)
    : CtlCommand(console, options, parent)
    , m_signIn(signIn)
    , m_session(std::move(session))
{
}

void PasswordCommand::run()
{
    const QString name = m_session->account;
    const Result<QString> current = readPassword(options().passwordFile, name);
    const Result<QByteArray> wanted =
        current ? readNewPassword(options().newPasswordFile, name) : Result<QByteArray>(fail(current.error()));
    if (!wanted)
        return refuse(wanted.error());
    answered(m_signIn.changePassword(m_session, current->toUtf8(), *wanted),
             [this, name](const ChangePassword::Changed &changed) {
                 console().line(
                     tr("The password of %1 is changed. All other sign-ins with that name have ended.").arg(name));
                 if (!changed.sentence.isEmpty())
                     console().problem(changed.sentence);
                 Q_EMIT finished(true);
             });
}

} // namespace Holdfast
