// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ReleaseEffects.h"
#include "domain/Result.h"

#include <QJsonObject>

namespace Holdfast {

/// The answers to a preview of a release and to the release of many. Malformed names the field that is missing or
/// wrong.
Result<ReleaseEffects> releaseEffectsFromJson(const QJsonObject &json);
Result<ReleaseOutcome> releaseOutcomeFromJson(const QJsonObject &json);

} // namespace Holdfast
