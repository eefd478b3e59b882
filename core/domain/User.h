// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Ids.h"
#include "domain/Role.h"

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

} // namespace Holdfast
