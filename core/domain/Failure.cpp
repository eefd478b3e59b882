// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/Failure.h"

namespace Holdfast {

bool mayRetry(FailureKind kind)
{
    switch (kind) {
    case FailureKind::Throttled:
    case FailureKind::StorageFull:
    case FailureKind::Unreachable:
    case FailureKind::Internal:
        return true;
    case FailureKind::Malformed:
    case FailureKind::NotSignedIn:
    case FailureKind::Forbidden:
    case FailureKind::NotFound:
    case FailureKind::Conflict:
    case FailureKind::Outdated:
    case FailureKind::TooLarge:
    case FailureKind::UnsupportedMedia:
    case FailureKind::RangeBeyondEnd:
    case FailureKind::IdempotencyMismatch:
    case FailureKind::Corrupt:
    case FailureKind::Cancelled:
        return false;
    }
    Q_UNREACHABLE();
}

QLatin1String failureWord(FailureKind kind)
{
    switch (kind) {
    case FailureKind::Malformed:
        return QLatin1String("malformed");
    case FailureKind::NotSignedIn:
        return QLatin1String("not-signed-in");
    case FailureKind::Forbidden:
        return QLatin1String("forbidden");
    case FailureKind::NotFound:
        return QLatin1String("not-found");
    case FailureKind::Conflict:
        return QLatin1String("conflict");
    case FailureKind::Outdated:
        return QLatin1String("outdated");
    case FailureKind::TooLarge:
        return QLatin1String("too-large");
    case FailureKind::UnsupportedMedia:
        return QLatin1String("unsupported-media");
    case FailureKind::RangeBeyondEnd:
        return QLatin1String("range-beyond-end");
    case FailureKind::IdempotencyMismatch:
        return QLatin1String("idempotency-mismatch");
    case FailureKind::Throttled:
        return QLatin1String("throttled");
    case FailureKind::StorageFull:
        return QLatin1String("storage-full");
    case FailureKind::Unreachable:
        return QLatin1String("unreachable");
    case FailureKind::Corrupt:
        return QLatin1String("corrupt");
    case FailureKind::Cancelled:
        return QLatin1String("cancelled");
    case FailureKind::Internal:
        return QLatin1String("internal");
    }
    Q_UNREACHABLE();
}

} // namespace Holdfast
