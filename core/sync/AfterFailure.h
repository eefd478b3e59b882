// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Failure.h"

namespace Holdfast {

/// What becomes of something that is to be sent or fetched, and whose attempt failed.
enum class AfterFailure {
    TryLater,    ///< it may succeed by itself
    AwaitSignIn, ///< not before somebody has signed in again; all else waits with it
    Park,        ///< never by itself: a person must look at it
};

AfterFailure afterFailure(FailureKind kind);

} // namespace Holdfast
