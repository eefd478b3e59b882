// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/HoldRequest.h"
#include "domain/Result.h"

#include <QJsonObject>

namespace Holdfast {

QJsonObject toJson(const Hold &hold);
QJsonObject toJson(const ReleaseRequest &request);
/// Malformed names the field that is missing or wrong.
Result<Hold> holdFromJson(const QJsonObject &json);
Result<ReleaseRequest> releaseRequestFromJson(const QJsonObject &json);

QJsonObject toJson(const HoldRequest &request);
/// Malformed names the field that is missing, wrong, unknown or of another scope.
Result<HoldRequest> holdRequestFromJson(const QJsonObject &json);

QJsonObject toJson(const ReleaseOrder &order);
Result<ReleaseOrder> releaseOrderFromJson(const QJsonObject &json);
/// A release, an approval, a refusal of what the path names: {"reason"?}.
Result<QString> reasonFromJson(const QJsonObject &json);

} // namespace Holdfast
