// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "actions/SignIn.h"
#include "ctl/CtlCommand.h"

namespace Holdfast {

/// Changes the password of whoever is signed in.
class PasswordCommand : public CtlCommand
{
    Q_OBJECT
public:
    PasswordCommand(SignIn &signIn, std::shared_ptr<Session> session, Console &console, const CtlOptions &options,
                    QObject *parent = nullptr);

    void run() override;

private:
    SignIn &m_signIn;
    std::shared_ptr<Session> m_session;
};

} // namespace Holdfast
