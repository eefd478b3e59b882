// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/JsonFields.h"
#include "domain/CallAnalysis.h"

namespace Holdfast {

class JsonText;

/// A recording's `analysis`, under that name in the object that was begun.
void write(JsonText &json, QLatin1String name, const CallAnalysis &analysis);
/// Reads the object; the first field that is wrong becomes the failure of the fields.
CallAnalysis analysisFrom(JsonFields &fields);

} // namespace Holdfast
