// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/JsonFields.h"
#include "domain/CallAnalysis.h"

#include <QJsonObject>

namespace Holdfast {

/// A recording's `analysis`.
QJsonObject toJson(const CallAnalysis &analysis);
/// Reads the object; the first field that is wrong becomes the failure of the fields.
CallAnalysis analysisFrom(JsonFields &fields);

} // namespace Holdfast
