// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Recording.h"
#include "domain/RetentionPolicy.h"

#include <QList>

namespace Holdfast {

enum class RetentionState { Kept, Due, Held };

/// What retention makes of one recording at one moment.
struct RetentionVerdict
{
    RetentionState state = RetentionState::Kept;
    QDateTime until; ///< the moment from which it is due, held or not
    RetentionReason reason;
};

/// The one rule that the server, the sweep, the preview and the client share: campaign policy, then agent policy, then
/// the default policy, then fallbackDays (DEFAULT_RETENTION_DAYS), counted from uploadedAt. A held recording is never
/// due. Pure: the same arguments answer the same.
RetentionVerdict retentionVerdict(const Recording &recording, const QList<RetentionPolicy> &policies, int fallbackDays,
                                  const QDateTime &now);

} // namespace Holdfast
