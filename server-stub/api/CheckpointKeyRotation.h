// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/DataFolder.h"
#include "records/Audit.h"

namespace Holdfast {

/// The audit log's checkpoints are signed with a new key from now on: an entry names both, and the checkpoint over it
/// is signed by both, in one transaction. The old key's file goes; its public half stays in the log, so that what it
/// signed goes on verifying. A kill leaves the one or the other. Where the old key is lost the entry says so, and the
/// new one takes in what nobody signed meanwhile. Conflict, and nothing is changed, for the one where it is the other,
/// and where the log was changed so that nothing is signed. One at a time. `who` tells who asked and when. Answers the
/// sentence for whoever keeps checkpoints. Slow: pool thread.
enum class OldCheckpointKey { SignsOver, IsLost };
Result<QString> rotateCheckpointKey(DataFolder &data, OldCheckpointKey old, AuditEntry who);

} // namespace Holdfast
