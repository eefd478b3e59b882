// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Hold.h"
#include "domain/Limits.h"
#include "domain/Recording.h"
#include "domain/RetentionPolicy.h"

#include <QList>

namespace Holdfast {

enum class RetentionState { Kept, Due, Held };

/// By what retention goes: the policies, the days where none applies (DEFAULT_RETENTION_DAYS), and how long a recording
/// rests after its last hold let go (HOLD_COOLING_OFF_DAYS).
struct RetentionRules
{
    QList<RetentionPolicy> policies;
    int fallbackDays = defaultRetentionDays;
    int coolingOffDays = defaultCoolingOffDays;
};

/// What retention makes of one recording at one moment.
struct RetentionVerdict
{
    RetentionState state = RetentionState::Kept;
    QDateTime until; ///< the moment from which it is due where nothing holds it: never before the cooling-off ended
    RetentionReason reason;
    QList<HoldId> heldBy; ///< of the holds that were told, those that stand
};

/// The one rule that the server, the sweep, the preview and the client share: campaign policy, then agent policy, then
/// the default policy, then the fallback, counted from uploadedAt, but not before the cooling-off after its last hold
/// has passed. A held recording is never due: held is what bears the mark (complianceHold) or stands under one of
/// `holds`, which are some or all of the recording's own, released ones too. Pure: the same arguments answer the same.
RetentionVerdict retentionVerdict(const Recording &recording, const QList<Hold> &holds, const RetentionRules &rules,
                                  const QDateTime &now);

/// The policy that decides; null where none applies and the fallback does.
const RetentionPolicy *policyFor(const Recording &recording, const QList<RetentionPolicy> &policies);

} // namespace Holdfast
