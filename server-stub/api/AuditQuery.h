// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/QueryFields.h"
#include "records/Audit.h"

namespace Holdfast {

/// Which entries a request asks for: recordingId, userId, action, from, to. What is wrong with them, query.failure()
/// tells.
AuditFilter auditFilterOf(QueryFields &query);

} // namespace Holdfast
