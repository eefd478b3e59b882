// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/RetentionVerdict.h"
#include "domain/StorageShares.h"
#include "sqlite/Database.h"

namespace Holdfast {

/// By policy, the largest first; those that decide about nothing are left out. `soonDays` are counted from now. Looks
/// at every recording: in a thread that may take a while.
Result<QList<PolicyUsage>> policyUsages(Database &database, const RetentionRules &rules, const QDateTime &now,
                                        int soonDays);

} // namespace Holdfast
