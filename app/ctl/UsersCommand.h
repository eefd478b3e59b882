// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ctl/Console.h"
#include "ctl/CtlOptions.h"
#include "sync/UserCalls.h"

#include <QObject>

namespace Holdfast {

/// What a command does with the people who sign in: list, add, change, set a password, disable, enable.
class UsersCommand : public QObject
{
    Q_OBJECT
public:
    UsersCommand(ApiClient &api, Console &console, const CtlOptions &options, QObject *parent = nullptr);

    void run();

Q_SIGNALS:
    void finished(bool allDone);

private:
    void list();
    void add();
    using Change = std::function<QFuture<Result<UserAccount>>(const UserAccount &)>;
    void changeNamed(const Change &change); ///< the one that the command names
    QFuture<Result<UserAccount>> setNameAndRole(const UserAccount &account);
    void show(const Result<UserAccount> &account);
    void end(const Failure &failure);

    UserCalls m_calls;
    Console &m_console;
    CtlOptions m_options;
};

} // namespace Holdfast
