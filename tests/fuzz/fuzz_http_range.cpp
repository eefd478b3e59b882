// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz/Demand.h"
#include "http/ByteRange.h"

#include <cstdint>
#include <cstring>

using namespace Holdfast::Http;

/// A range that is found lies within the body. The first bytes of the input are the body's size.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t length)
{
    std::uint64_t bits = 0;
    if (length < sizeof bits)
        return 0;
    std::memcpy(&bits, data, sizeof bits);
    const auto size = static_cast<qint64>(bits >> 1);
    const QByteArrayView field(data + sizeof bits, static_cast<qsizetype>(length - sizeof bits));
    const auto found = parseRange(field, size);
    if (const auto *range = std::get_if<ByteRange>(&found))
        demand(range->first >= 0 && range->first <= range->last && range->last < size);
    return 0;
}
