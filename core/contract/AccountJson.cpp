// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/AccountJson.h"

#include "contract/Json.h"
#include "contract/JsonFields.h"
#include "domain/Credentials.h"
#include "domain/Limits.h"

namespace Holdfast {

namespace {

Role readRole(JsonFields &fields)
{
    const auto role = roleFromName(fields.text(QLatin1String("role")));
    if (!role)
        fields.refuse(QLatin1String("role"), QStringLiteral("agent, supervisor or admin"));
    return role.value_or(Role::Agent);
}

QString readFullName(JsonFields &fields)
{
    const QString name = fields.text(QLatin1String("fullName")).trimmed();
    if (name.isEmpty() || name.size() > longestName)
        fields.refuse(QLatin1String("fullName"), QStringLiteral("a text of 1 to %1 characters").arg(longestName));
    return name;
}

} // namespace

QJsonObject toJson(const UserAccount &account)
{
    QJsonObject json = toJson(account.user);
    json.insert(QLatin1String("disabled"), account.disabled);
    json.insert(QLatin1String("createdAt"), isoTime(account.createdAt));
    json.insert(QLatin1String("revision"), account.revision);
    return json;
}

Result<UserAccount> userAccountFromJson(const QJsonObject &json)
{
    const Result<User> user = userFromJson(json);
    if (!user)
        return fail(user.error());
    JsonFields fields(json);
    UserAccount account{*user, fields.truth(QLatin1String("disabled")), fields.time(QLatin1String("createdAt")),
                        revisionIn(fields)};
    if (fields.failure())
        return fail(*fields.failure());
    return account;
}

QJsonObject toJson(const NewUser &wanted)
{
    return {{QLatin1String("username"), wanted.user.username},
            {QLatin1String("fullName"), wanted.user.fullName},
            {QLatin1String("role"), roleName(wanted.user.role)},
            {QLatin1String("password"), QString::fromUtf8(wanted.password)}};
}

QJsonObject toJson(const UserChange &change)
{
    QJsonObject json{{QLatin1String("fullName"), change.user.fullName},
                     {QLatin1String("role"), roleName(change.user.role)},
                     {QLatin1String("disabled"), change.disabled}};
    if (!change.password.isEmpty())
        json.insert(QLatin1String("password"), QString::fromUtf8(change.password));
    return json;
}

Result<NewUser> newUserFromJson(const QJsonObject &json)
{
    JsonFields fields(json);
    NewUser wanted;
    wanted.user.username = fields.text(QLatin1String("username"));
    wanted.user.fullName = readFullName(fields);
    wanted.user.role = readRole(fields);
    wanted.password = fields.text(QLatin1String("password")).toUtf8();
    fields.refuseOthers();
    if (fields.failure())
        return fail(*fields.failure());
    if (const Done checked = checkUsername(wanted.user.username); !checked)
        return fail(checked.error());
    if (const Done checked = checkPassword(wanted.password); !checked)
        return fail(checked.error());
    return wanted;
}

Result<UserChange> userChangeFromJson(const QJsonObject &json)
{
    JsonFields fields(json);
    UserChange change;
    change.user.fullName = readFullName(fields);
    change.user.role = readRole(fields);
    change.disabled = fields.truth(QLatin1String("disabled"));
    change.password = fields.textOrNull(QLatin1String("password")).toUtf8();
    fields.refuseOthers();
    if (fields.failure())
        return fail(*fields.failure());
    if (!change.password.isEmpty())
        if (const Done checked = checkPassword(change.password); !checked)
            return fail(checked.error());
    return change;
}

QJsonObject toJson(const Agent &agent)
{
    return {{QLatin1String("id"), agent.id.value}, {QLatin1String("fullName"), agent.fullName}};
}

Result<Agent> agentFromJson(const QJsonObject &json)
{
    JsonFields fields(json);
    const Agent agent{{fields.positive(QLatin1String("id"))}, fields.text(QLatin1String("fullName"))};
    if (fields.failure())
        return fail(*fields.failure());
    return agent;
}

} // namespace Holdfast
