// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/UsersCommand.h"

#include "contract/AccountJson.h"
#include "ctl/PasswordSource.h"
#include "domain/Credentials.h"

#include <algorithm>

namespace Holdfast {

namespace {

QStringList rowOf(const UserAccount &account)
{
    return {QString::number(account.user.id.value), account.user.username, roleName(account.user.role),
            account.disabled ? UsersCommand::tr("disabled") : QString(), account.user.fullName};
}

} // namespace

UsersCommand::UsersCommand(ApiClient &api, Console &console, const CtlOptions &options, QObject *parent)
    : CtlCommand(console, options, parent)
    , m_calls(api)
{
}

void UsersCommand::run()
{
    using Command = CtlOptions::Command;
    if (options().command == Command::Users)
        return list();
    if (options().command == Command::AddUser)
        return add();
    if (options().command == Command::ChangeUser)
        return changeNamed([this](const UserAccount &account) { return setNameAndRole(account); });
    if (options().command == Command::SetUserPassword) {
        const Result<QByteArray> password = readNewPassword(options().newPasswordFile, options().arguments.first());
        if (!password)
            return refuse(password.error());
        return changeNamed([this, password = *password](const UserAccount &account) {
            return m_calls.setPassword(account.user.id, password, account.revision);
        });
    }
    changeNamed([this, disables = options().command == Command::DisableUser](const UserAccount &account) {
        return m_calls.setDisabled(account.user.id, disables, account.revision);
    });
}

void UsersCommand::list()
{
    answered(m_calls.all(), [this](const QList<UserAccount> &people) {
        QJsonArray array;
        QList<QStringList> rows;
        for (const UserAccount &account : people) {
            array.append(toJson(account));
            rows.append(rowOf(account));
        }
        show(array, rows);
    });
}

void UsersCommand::add()
{
    NewUser wanted;
    wanted.user.username = options().arguments.first();
    wanted.user.fullName = options().fullName.isEmpty() ? wanted.user.username : options().fullName;
    wanted.user.role = options().role.value_or(Role::Agent);
    if (const Done checked = checkUsername(wanted.user.username); !checked)
        return refuse(checked.error());
    const Result<QByteArray> password = readNewPassword(options().newPasswordFile, wanted.user.username);
    if (!password)
        return refuse(password.error());
    wanted.password = *password;
    answered(m_calls.add(wanted), [this](const UserAccount &account) { showOne(account); });
}

void UsersCommand::changeNamed(const Change &change)
{
    answered(m_calls.all(), [this, change](const QList<UserAccount> &people) {
        const QString name = options().arguments.first();
        const auto found = std::ranges::find_if(people, [&name](const UserAccount &account) {
            return account.user.username.compare(name, Qt::CaseInsensitive) == 0;
        });
        if (found == people.end())
            return refuse({FailureKind::NotFound, tr("There is no user %1.").arg(name), {}, {}});
        answered(change(*found), [this](const UserAccount &account) { showOne(account); });
    });
}

QFuture<Result<UserAccount>> UsersCommand::setNameAndRole(const UserAccount &account)
{
    return m_calls.setNameAndRole(account.user.id,
                                  options().fullName.isEmpty() ? account.user.fullName : options().fullName,
                                  options().role.value_or(account.user.role), account.revision);
}

void UsersCommand::showOne(const UserAccount &account)
{
    show(toJson(account), {rowOf(account)});
}

} // namespace Holdfast
