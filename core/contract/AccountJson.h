// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Result.h"
#include "domain/User.h"

#include <QJsonObject>

namespace Holdfast {

/// A user with what an admin sees of it, both ways.
QJsonObject toJson(const UserAccount &account);
Result<UserAccount> userAccountFromJson(const QJsonObject &json);

/// What an admin sends: `{username, fullName, role, password}` for a new user, `{fullName, role, disabled, password?}`
/// to change one, and nothing else. Malformed, naming what is wrong.
QJsonObject toJson(const NewUser &wanted);
QJsonObject toJson(const UserChange &change);
Result<NewUser> newUserFromJson(const QJsonObject &json);
Result<UserChange> userChangeFromJson(const QJsonObject &json);

QJsonObject toJson(const Agent &agent);
Result<Agent> agentFromJson(const QJsonObject &json);

} // namespace Holdfast
