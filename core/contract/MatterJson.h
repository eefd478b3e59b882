// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Matter.h"
#include "domain/Result.h"

#include <QJsonObject>

namespace Holdfast {

QJsonObject toJson(const Matter &matter);
/// Malformed names the field that is missing or wrong.
Result<Matter> matterFromJson(const QJsonObject &json);

/// What somebody asks a matter to be.
struct MatterRequest
{
    QString name;
    QString reference;
    QString reason;
    std::optional<UserId> ownerId;
    std::optional<QDate> reviewDate;
    bool closed = false;
};

/// Malformed names the field that is missing, wrong or unknown.
Result<MatterRequest> matterRequestFromJson(const QJsonObject &json);

} // namespace Holdfast
