// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Hold.h"
#include "records/Audit.h"
#include "records/RecordingFilter.h"

namespace Holdfast {

// What is done to holds, each with its audit entry, from old to new, and its change for the feed, all in the
// transaction of the writer that calls. `entry` says who and when.

/// Places a hold over the recording that `wanted` names, or, with a filter, over what that finds. The answer is as
/// Holds has it; a hold over a lead with few recordings is done with when this returns.
Result<Hold> placeHold(Database &database, AuditEntry entry, const Hold &wanted,
                       const std::optional<RecordingFilter> &filter = std::nullopt);

/// What became of a hold that somebody wants to let go.
struct LetGo
{
    Hold hold;
    std::optional<ReleaseRequest> request; ///< where it takes a second person: what was asked
};

/// Releases it, or, where that takes a second person, asks for it.
Result<LetGo> letGoOf(Database &database, AuditEntry entry, HoldId id, const QString &reason, bool needsTwo);

/// What a user asked for lapses, as the user may release nothing any more; nothing where the user still may.
Done lapseRequestsOf(Database &database, const AuditEntry &entry, UserId user);

/// Decides what was asked: approved releases the hold. Conflict where whoever asked, or decides, may release nothing
/// any more.
Result<ReleaseRequest> decideRelease(Database &database, AuditEntry entry, ReleaseRequestId id,
                                     ReleaseRequestState decision);

} // namespace Holdfast
