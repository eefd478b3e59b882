// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/AfterFailure.h"

namespace Holdfast {

AfterFailure afterFailure(FailureKind kind)
{
    switch (kind) {
    case FailureKind::Throttled:
    case FailureKind::StorageFull:
    case FailureKind::Unreachable:
    case FailureKind::Internal:
    case FailureKind::Conflict:  // an earlier attempt of the same upload is still running
    case FailureKind::Cancelled: // the program stops; the entry goes on next time
        return AfterFailure::TryLater;
    case FailureKind::NotSignedIn:
        return AfterFailure::AwaitSignIn;
    case FailureKind::Malformed:
    case FailureKind::Forbidden:
    case FailureKind::NotFound:
    case FailureKind::Outdated:
    case FailureKind::TooLarge:
    case FailureKind::UnsupportedMedia:
    case FailureKind::RangeBeyondEnd:
    case FailureKind::IdempotencyMismatch:
    case FailureKind::Corrupt:
        return AfterFailure::Park;
    }
    Q_UNREACHABLE();
}

} // namespace Holdfast
