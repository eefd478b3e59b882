// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Matter.h"
#include "domain/Result.h"

#include <QJsonObject>

namespace Holdfast {

QJsonObject toJson(const Matter &matter);
/// Malformed names the field that is missing or wrong.
Result<Matter> matterFromJson(const QJsonObject &json);

QJsonObject toJson(const MatterRequest &request);
/// Malformed names the field that is missing, wrong or unknown.
Result<MatterRequest> matterRequestFromJson(const QJsonObject &json);

} // namespace Holdfast
