// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Result.h"
#include "domain/RetentionSweep.h"

#include <QJsonObject>

namespace Holdfast {

QJsonObject toJson(const RetentionSweep &sweep);
QJsonObject toJson(const SweepLeft &left);
QJsonObject toJson(const SweepStatus &status);
QJsonObject toJson(const SweepOrder &order);

/// Malformed names the field that is missing or wrong.
Result<RetentionSweep> sweepFromJson(const QJsonObject &json);
Result<SweepReport> sweepReportFromJson(const QJsonObject &json);
Result<SweepStatus> sweepStatusFromJson(const QJsonObject &json);
/// Malformed names the field that is wrong or unknown.
Result<SweepOrder> sweepOrderFromJson(const QJsonObject &json);

} // namespace Holdfast
