// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Result.h"

namespace Holdfast {

/// The HTTP status of each kind of failure: the server answers with it.
int statusOf(FailureKind kind);

/// The server writes one into each of its refusals; empty: something on the way to it refused, and may let it pass
/// later.
QString sentenceIn(const QByteArray &body);

/// The failure that an HTTP answer stands for: the client reads it. The message is the answer's own where it has one.
Failure failureFromStatus(int status, const QByteArray &body, std::optional<std::chrono::seconds> retryAfter);

} // namespace Holdfast
