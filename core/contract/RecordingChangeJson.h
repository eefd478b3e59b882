// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/RecordingChange.h"
#include "domain/Result.h"

#include <QJsonObject>

namespace Holdfast {

/// The body of PATCH /api/recordings/{id}, both ways: the fields that are to change and no others. Null empties notes
/// and disposition, and takes back agentChannel. The reader answers Malformed and names the field that is wrong, and
/// where there is none at all.
QJsonObject toJson(const RecordingChange &change);
Result<RecordingChange> recordingChangeFromJson(const QJsonObject &json);

} // namespace Holdfast
