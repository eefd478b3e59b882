// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/HoldOrder.h"
#include "domain/Result.h"

#include <QJsonObject>

namespace Holdfast {

/// The body of POST /api/recordings/compliance-hold.
QJsonObject toJson(const HoldOrder &order);
/// Malformed names the field that is missing or wrong.
Result<HoldOutcome> holdOutcomeFromJson(const QJsonObject &json);

} // namespace Holdfast
