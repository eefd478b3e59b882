// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "records/Audit.h"

namespace Holdfast {

/// What a request asks for; the reason goes to the audit log.
struct RecordingHoldOrder
{
    bool complianceHold = false;
    QString reason;
    QString matter; ///< the case it is placed for, by its name
};

/// What an order has done to one recording.
struct HoldOutcome
{
    bool complianceHold = false; ///< now
    bool waits = false;          ///< for a second person
    QString remark;              ///< why it is not what was asked for
    bool isNoted = false;        ///< in the audit log
};

/// Puts one recording, the entry's, under a hold over it alone, or releases that; what others hold stays held, and says
/// so. Notes it in the audit log and the change feed. Where a release needs two, it is asked for. Inside WriteQueue.
Result<HoldOutcome> holdOrRelease(Database &database, AuditEntry entry, const RecordingHoldOrder &order, bool needsTwo);

} // namespace Holdfast
