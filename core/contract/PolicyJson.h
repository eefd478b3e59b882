// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Result.h"
#include "domain/RetentionPolicy.h"

#include <QJsonObject>

namespace Holdfast {

/// The contract's retention policy, both ways.
QJsonObject toJson(const RetentionPolicy &policy);
Result<RetentionPolicy> policyFromJson(const QJsonObject &json);

/// What a client asks to be kept: all fields but id and times, which the server gives. Malformed, naming the field,
/// where one is missing, of another type, or contradicts the others.
QJsonObject policyRequestToJson(const RetentionPolicy &policy);
Result<RetentionPolicy> policyRequestFromJson(const QJsonObject &json);

} // namespace Holdfast
