// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ctl/CtlCommand.h"
#include "sync/UserCalls.h"

namespace Holdfast {

/// What a command does with the people who sign in: list, add, change, set a password, disable, enable.
class UsersCommand : public CtlCommand
{
    Q_OBJECT
public:
    UsersCommand(ApiClient &api, Console &console, const CtlOptions &options, QObject *parent = nullptr);

    void run() override;

private:
    void list();
    void add();
    using Change = std::function<QFuture<Result<UserAccount>>(const UserAccount &)>;
    void changeNamed(const Change &change); ///< the one that the command names
    QFuture<Result<UserAccount>> setNameAndRole(const UserAccount &account);
    void showOne(const UserAccount &account);

    UserCalls m_calls;
};

} // namespace Holdfast
