// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Recording.h"
#include "domain/RecordingChange.h"
#include "sqlite/Database.h"

namespace Holdfast {

/// Makes `recording`, which was read in the same transaction, what the change asks for: with a new revision where that
/// is anything else than it was. To move it to another lead takes its call along, or gives it a call of its own where
/// other recordings are of that call; its campaign follows where it was the old lead's. Malformed where there is no
/// such lead. Inside WriteQueue. Answers whether anything changed.
Result<bool> editRecording(Database &database, const Recording &recording, const RecordingChange &change);

} // namespace Holdfast
