// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Ids.h"
#include "domain/Role.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>

namespace Holdfast {

/// Someone who signs in. An agent's agentId is its user id.
struct User
{
    UserId id;
    QString username;
    QString fullName;
    Role role = Role::Agent;

    friend bool operator==(const User &, const User &) = default;
};

/// Who may be assigned to a lead, as everybody who sees that lead knows them.
struct Agent
{
    UserId id;
    QString fullName;

    friend bool operator==(const Agent &, const Agent &) = default;
};

/// A user as an admin sees it.
struct UserAccount
{
    User user;
    bool disabled = false; ///< may not sign in
    QDateTime createdAt;
    qint64 revision = 0; ///< grows with each change, from 1; 0: not known

    friend bool operator==(const UserAccount &, const UserAccount &) = default;
};

/// What an admin asks for.
struct NewUser
{
    User user;           ///< without its id
    QByteArray password; ///< UTF-8
};
struct UserChange
{
    User user; ///< id, full name and role; the username stays
    bool disabled = false;
    QByteArray password; ///< empty: stays
};

} // namespace Holdfast
