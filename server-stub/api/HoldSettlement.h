// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Clock.h"
#include "sqlite/Database.h"

namespace Holdfast {

/// What is looked at: all, which asks every rule for what it finds, or what shows without that.
enum class HoldLook { Whole, Plain };

/// Whether a hold that stands does not hold what it is for, though it could.
Result<bool> doHoldsNeedMending(Database &database, HoldLook look);

/// Makes holds that stand hold what they are for again: over a recording at once; over a lead or a search by placing
/// them anew, which protects all that they find from now on and marks it in portions. Nothing is let go. Each is told
/// to the log, and all of them to the audit log; what can't be brought back is told to the log. Inside a transaction.
Done mendHolds(Database &database, const QDateTime &now, HoldLook look);

} // namespace Holdfast
