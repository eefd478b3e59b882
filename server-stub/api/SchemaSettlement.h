// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Clock.h"
#include "sqlite/WriteQueue.h"

namespace Holdfast {

/// At a start, after the schema was brought up to date: what somebody took out of the database or changed in it is told
/// to the log and put back, with an entry in the audit log; and holds that do not hold what they are for any more are
/// made to hold it again (HoldSettlement). What can't be put back is told, and the server goes on: recordings must stay
/// within reach.
Done settleSchema(Database &database, const Clock &clock, const GroupWork &group);

/// What is not as it should be at this moment, as sentences; empty where all is.
Result<QStringList> schemaProblems(Database &database);

} // namespace Holdfast
