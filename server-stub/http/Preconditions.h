// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/Request.h"

namespace Holdfast::Http {

/// What the conditions of a request make of an answer.
enum class Precondition {
    Holds,
    NotModified, ///< 304: the client has it already
    Failed,      ///< 412
};

/// In the order of RFC 9110 §13.2.2, for a GET or HEAD that would be answered 200 with this strong ETag, as with no
/// conditions. There is no date of modification, so conditions on dates are passed over, as §13.1 has it.
Precondition preconditionOf(const Headers &headers, QByteArrayView etag);

/// The Range field where it counts (§14.2): of a GET, given once, and not taken back by an If-Range.
std::optional<QByteArray> rangeFieldOf(const Request &request, QByteArrayView etag);

} // namespace Holdfast::Http
