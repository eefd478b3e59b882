// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace Holdfast::Http {

/// 0 to 15 of one hexadecimal digit in either case; -1 where it is none.
constexpr int hexValue(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    if (c >= 'A' && c <= 'F')
        return c - 'A' + 10;
    return -1;
}

} // namespace Holdfast::Http
