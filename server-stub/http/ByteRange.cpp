// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/ByteRange.h"

#include <algorithm>
#include <limits>

namespace Holdfast::Http {

namespace {

QByteArrayView trimmed(QByteArrayView text)
{
    const auto isBlank = [](char c) { return c == ' ' || c == '\t'; };
    while (!text.isEmpty() && isBlank(text.front()))
        text = text.sliced(1);
    while (!text.isEmpty() && isBlank(text.back()))
        text.chop(1);
    return text;
}

/// Digits alone; a number too large to hold counts as the largest one, which is beyond every body all the same.
std::optional<qint64> parseDigits(QByteArrayView digits)
{
    if (digits.isEmpty())
        return std::nullopt;
    constexpr qint64 largest = std::numeric_limits<qint64>::max();
    qint64 number = 0;
    for (const char c : digits) {
        if (c < '0' || c > '9')
            return std::nullopt;
        const qint64 digit = c - '0';
        number = number > (largest - digit) / 10 ? largest : number * 10 + digit;
    }
    return number;
}

} // namespace

std::variant<WholeBody, ByteRange, BeyondEnd> parseRange(QByteArrayView field, qint64 size)
{
    constexpr QByteArrayView unit("bytes=");
    field = trimmed(field);
    if (field.size() < unit.size() || qstrnicmp(field.data(), unit.size(), unit.data(), unit.size()) != 0)
        return WholeBody{};
    const QByteArrayView spec = trimmed(field.sliced(unit.size()));
    const qsizetype dash = spec.indexOf('-');
    if (dash < 0)
        return WholeBody{};

    const QByteArrayView from = spec.first(dash);
    const QByteArrayView to = spec.sliced(dash + 1);
    if (from.isEmpty()) {
        const std::optional<qint64> suffix = parseDigits(to);
        if (!suffix)
            return WholeBody{};
        if (*suffix == 0 || size == 0)
            return BeyondEnd{};
        return ByteRange{size - std::min(*suffix, size), size - 1};
    }
    const std::optional<qint64> first = parseDigits(from);
    const std::optional<qint64> last = to.isEmpty() ? std::numeric_limits<qint64>::max() : parseDigits(to);
    if (!first || !last || *last < *first)
        return WholeBody{};
    if (*first >= size)
        return BeyondEnd{};
    return ByteRange{*first, std::min(*last, size - 1)};
}

bool ifRangeHolds(QByteArrayView field, QByteArrayView etag)
{
    field = trimmed(field);
    if (field.isEmpty())
        return true;
    return etag.startsWith('"') && field == etag;
}

} // namespace Holdfast::Http
