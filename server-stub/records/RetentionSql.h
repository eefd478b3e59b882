// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/PolicyChange.h"
#include "domain/RetentionVerdict.h"
#include "records/SqlClause.h"

namespace Holdfast {

/// retentionVerdict's `until` of the recording `r` in SQL, in milliseconds since 1970, for where millions are looked
/// through: the policies are read from their table, as the change would leave it; fallback and cooling-off come from
/// the rules. A test holds it equal to the function. `releasedAt` is the column or placeholder-free expression for when
/// its last hold let go.
SqlClause retentionUntil(const RetentionRules &rules, const QByteArray &releasedAt = "r.hold_released_at",
                         const PolicyChange &change = {});

/// The latest upload, in milliseconds since 1970, that can have run its time by then: what came later need not be
/// looked at. `rules` are all that count.
qint64 latestUploadDue(const RetentionRules &rules, const QDateTime &by);

} // namespace Holdfast
