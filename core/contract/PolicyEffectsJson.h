// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/JsonFields.h"
#include "domain/PolicyEffects.h"

namespace Holdfast {

/// The answer to a preview of a change of the policies. Malformed names the field that is missing or wrong.
Result<PolicyEffects> policyEffectsFromJson(const QJsonObject &json);

/// retentionUntil and retentionReason, among the fields of what ends then.
RecordingEnd readRecordingEnd(JsonFields &fields);

} // namespace Holdfast
