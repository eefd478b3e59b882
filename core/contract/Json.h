// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Lead.h"
#include "domain/Result.h"
#include "domain/User.h"

#include <QJsonObject>

namespace Holdfast {

/// The answer to a sign-in.
struct SignedIn
{
    QByteArray token;
    QDateTime expiresAt;
    User user;
};

/// The contract's objects, both ways; the readers answer Malformed and name the field that is missing or wrong.
/// Times are ISO 8601 in UTC with a "Z".
QJsonObject toJson(const User &user);
QJsonObject toJson(const SignedIn &signedIn);
QJsonObject toJson(const Lead &lead);
QJsonObject toJson(const Failure &failure); ///< {"message": …}

Result<User> userFromJson(const QJsonObject &json);
Result<SignedIn> signedInFromJson(const QJsonObject &json);
Result<Lead> leadFromJson(const QJsonObject &json);

/// "2026-01-15T14:30:00Z", milliseconds only where there are some.
QString isoTime(const QDateTime &time);
Result<QDateTime> timeFromIso(QStringView text);

} // namespace Holdfast
