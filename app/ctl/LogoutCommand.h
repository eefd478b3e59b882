// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "actions/SignIn.h"
#include "ctl/CtlCommand.h"

namespace Holdfast {

/// Signs out, and takes the local data away where that is asked for. Says what stays on this computer, and where.
class LogoutCommand : public CtlCommand
{
    Q_OBJECT
public:
    /// session: none for somebody who is signed out already; then there is only the local data.
    LogoutCommand(SignIn &signIn, SignIn::Known who, std::shared_ptr<Session> session, Console &console,
                  const CtlOptions &options, QObject *parent = nullptr);

    void run() override;

private:
    void signOut();
    void wipe();
    void sayWhatStays(const QString &sentence, bool isLocked);
    void sayWhereElse();

    SignIn &m_signIn;
    SignIn::Known m_who;
    std::shared_ptr<Session> m_session;
};

} // namespace Holdfast
