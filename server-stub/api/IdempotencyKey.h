// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Result.h"
#include "http/Request.h"

namespace Holdfast {

/// The Idempotency-Key of a request; empty where there is none. Malformed for one of another form than 1 to 200
/// printable ASCII characters. Pure.
Result<QByteArray> idempotencyKeyOf(const Http::Request &request);

} // namespace Holdfast
