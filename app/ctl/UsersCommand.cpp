// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/UsersCommand.h"

#include "contract/AccountJson.h"
#include "ctl/PasswordSource.h"
#include "domain/Credentials.h"
#include "domain/WhenFinished.h"

#include <algorithm>

namespace Holdfast {

namespace {

QStringList rowOf(const UserAccount &account)
{
    return {QString::number(account.user.id.value), account.user.username, roleName(account.user.role),
            account.disabled ? UsersCommand::tr("disabled") : QString(), account.user.fullName};
}

Result<QByteArray> newPassword(const QString &file, const QString &username)
{
    const Result<QString> typed = readPassword(file, username);
    if (!typed)
        return fail(typed.error());
    if (const Done checked = checkPassword(typed->toUtf8()); !checked)
        return fail(checked.error());
    return typed->toUtf8();
}

} // namespace

UsersCommand::UsersCommand(ApiClient &api, Console &console, const CtlOptions &options, QObject *parent)
    : QObject(parent)
    , m_calls(api)
    , m_console(console)
    , m_options(options)
{
}

void UsersCommand::run()
{
    using Command = CtlOptions::Command;
    if (m_options.command == Command::Users)
        return list();
    if (m_options.command == Command::AddUser)
        return add();
    if (m_options.command == Command::ChangeUser)
        return changeNamed([this](const UserAccount &account) { return setNameAndRole(account); });
    if (m_options.command == Command::SetUserPassword) {
        const Result<QByteArray> password = newPassword(m_options.newPasswordFile, m_options.arguments.first());
        if (!password)
            return end(password.error());
        return changeNamed([this, password = *password](const UserAccount &account) {
            return m_calls.setPassword(account.user.id, password);
        });
    }
    changeNamed([this, disables = m_options.command == Command::DisableUser](const UserAccount &account) {
        return m_calls.setDisabled(account.user.id, disables);
    });
}

void UsersCommand::list()
{
    whenFinished(m_calls.all(), this, [this](const Result<QList<UserAccount>> &people) {
        if (!people)
            return end(people.error());
        QJsonArray array;
        QList<QStringList> rows;
        for (const UserAccount &account : *people) {
            array.append(toJson(account));
            rows.append(rowOf(account));
        }
        m_options.json ? m_console.json(array) : m_console.table(rows);
        Q_EMIT finished(true);
    });
}

void UsersCommand::add()
{
    NewUser wanted;
    wanted.user.username = m_options.arguments.first();
    wanted.user.fullName = m_options.fullName.isEmpty() ? wanted.user.username : m_options.fullName;
    wanted.user.role = m_options.role.value_or(Role::Agent);
    if (const Done checked = checkUsername(wanted.user.username); !checked)
        return end(checked.error());
    const Result<QByteArray> password = newPassword(m_options.newPasswordFile, wanted.user.username);
    if (!password)
        return end(password.error());
    wanted.password = *password;
    whenFinished(m_calls.add(wanted), this, [this](const Result<UserAccount> &account) { show(account); });
}

void UsersCommand::changeNamed(const Change &change)
{
    whenFinished(m_calls.all(), this, [this, change](const Result<QList<UserAccount>> &people) {
        if (!people)
            return end(people.error());
        const QString name = m_options.arguments.first();
        const auto found = std::ranges::find_if(*people, [&name](const UserAccount &account) {
            return account.user.username.compare(name, Qt::CaseInsensitive) == 0;
        });
        if (found == people->end())
            return end({FailureKind::NotFound, tr("There is no user %1.").arg(name), {}, {}});
        whenFinished(change(*found), this, [this](const Result<UserAccount> &account) { show(account); });
    });
}

QFuture<Result<UserAccount>> UsersCommand::setNameAndRole(const UserAccount &account)
{
    return m_calls.setNameAndRole(account.user.id,
                                  m_options.fullName.isEmpty() ? account.user.fullName : m_options.fullName,
                                  m_options.role.value_or(account.user.role));
}

void UsersCommand::show(const Result<UserAccount> &account)
{
    if (!account)
        return end(account.error());
    if (m_options.json)
        m_console.json(toJson(*account));
    else
        m_console.table({rowOf(*account)});
    Q_EMIT finished(true);
}

void UsersCommand::end(const Failure &failure)
{
    m_console.problem(failure);
    Q_EMIT finished(false);
}

} // namespace Holdfast
