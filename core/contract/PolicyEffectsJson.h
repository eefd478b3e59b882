// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/PolicyEffects.h"
#include "domain/Result.h"

#include <QJsonObject>

namespace Holdfast {

/// The answer to a preview of a change of the policies. Malformed names the field that is missing or wrong.
Result<PolicyEffects> policyEffectsFromJson(const QJsonObject &json);

} // namespace Holdfast
