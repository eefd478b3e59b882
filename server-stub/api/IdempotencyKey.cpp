// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/IdempotencyKey.h"

#include <algorithm>

namespace Holdfast {

namespace {

constexpr qsizetype longestKey = 200;

} // namespace

Result<QByteArray> idempotencyKeyOf(const Http::Request &request)
{
    const QByteArray key = request.headers.value("Idempotency-Key");
    const bool isPrintable = std::all_of(key.begin(), key.end(), [](char c) { return c > ' ' && c < '\x7f'; });
    if (request.headers.has("Idempotency-Key") && (key.isEmpty() || key.size() > longestKey || !isPrintable))
        return fail(FailureKind::Malformed,
                    QStringLiteral("The Idempotency-Key must have 1 to %1 printable characters.").arg(longestKey));
    return key;
}

} // namespace Holdfast
