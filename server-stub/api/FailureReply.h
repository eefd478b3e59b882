// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Result.h"
#include "http/Reply.h"

namespace Holdfast {

/// The answer that stands for a failure: {"message"}, and Retry-After where it may succeed later. The cause of a fault
/// of ours, and of stored bytes that are damaged, goes to the log alone. Any thread.
Http::Reply failureReply(const Failure &failure);

/// For what is refused before there is a Failure.
Http::Reply refusal(FailureKind kind, const QString &message);

} // namespace Holdfast
