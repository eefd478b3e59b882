// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/RetentionVerdict.h"
#include "records/SqlClause.h"

namespace Holdfast {

/// retentionVerdict's `until` of the recording `r` in SQL, in milliseconds since 1970, for where millions are looked
/// through: the policies are read from their table, fallback and cooling-off from the rules. A test holds it equal to
/// the function. `releasedAt` is the column or placeholder-free expression for when its last hold let go.
SqlClause retentionUntil(const RetentionRules &rules, const QByteArray &releasedAt = "r.hold_released_at");

} // namespace Holdfast
