// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Result.h"
#include "local/Touched.h"

namespace Holdfast {

class Database;

/// Takes from this computer what its person may no longer see, and all that hangs on it. What was attached or written
/// here and not sent yet stays, with as much around it as a person needs to find it; forgetting again takes it once it
/// was sent. Sealed files are named in doomed_files, for they can't be part of a transaction; that is the caller's.
namespace Forgetting {

Done lead(Database &database, LeadId id, Touched &touched);
Done recording(Database &database, RecordingId id, Touched &touched); ///< nothing to forget is no failure
Done goneBefore(Database &database, Touched &touched);                ///< what only stayed for something unsent

} // namespace Forgetting

} // namespace Holdfast
