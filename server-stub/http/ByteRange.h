// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

#include <optional>
#include <variant>

namespace Holdfast::Http {

/// One byte range of a body that exists (RFC 9110 §14).
struct ByteRange
{
    qint64 first = 0;
    qint64 last = 0; ///< inclusive

    qint64 length() const { return last - first + 1; }
    friend bool operator==(const ByteRange &, const ByteRange &) = default;
};

struct WholeBody
{
    friend bool operator==(WholeBody, WholeBody) = default;
}; ///< 200: no range, another unit, several ranges, or nonsense
struct BeyondEnd
{
    friend bool operator==(BeyondEnd, BeyondEnd) = default;
}; ///< 416

/// What a Range field asks of a body of that size. Never allocates by what the client sends.
std::variant<WholeBody, ByteRange, BeyondEnd> parseRange(QByteArrayView field, qint64 size);

/// True where an If-Range field lets the range stand: absent, or exactly the strong ETag.
bool ifRangeHolds(QByteArrayView field, QByteArrayView etag);

} // namespace Holdfast::Http
