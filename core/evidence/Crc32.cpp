// SPDX-License-Identifier: GPL-3.0-or-later
#include "evidence/Crc32.h"

#include <array>

namespace Holdfast {

namespace {

constexpr size_t lanes = 4; // bytes that are looked up at once

using Tables = std::array<std::array<quint32, 256>, lanes>;

constexpr Tables makeTables()
{
    constexpr quint32 polynomial = 0xedb88320;
    Tables tables{};
    for (quint32 i = 0; i < 256; ++i) {
        quint32 value = i;
        for (int bit = 0; bit < 8; ++bit)
            value = (value & 1) != 0 ? value >> 1 ^ polynomial : value >> 1;
        tables[0][i] = value;
    }
    for (size_t lane = 1; lane < lanes; ++lane)
        for (size_t i = 0; i < 256; ++i)
            tables[lane][i] = tables[lane - 1][i] >> 8 ^ tables[0][tables[lane - 1][i] & 0xff];
    return tables;
}

constexpr Tables tables = makeTables();

} // namespace

void Crc32::add(QByteArrayView bytes)
{
    const auto *at = reinterpret_cast<const unsigned char *>(bytes.data());
    const auto *const end = at + bytes.size();
    quint32 state = m_state;
    for (; end - at >= 4; at += 4) {
        state ^= static_cast<quint32>(at[0]) | static_cast<quint32>(at[1]) << 8 | static_cast<quint32>(at[2]) << 16 |
                 static_cast<quint32>(at[3]) << 24;
        state = tables[3][state & 0xff] ^ tables[2][state >> 8 & 0xff] ^ tables[1][state >> 16 & 0xff] ^
                tables[0][state >> 24];
    }
    for (; at != end; ++at)
        state = state >> 8 ^ tables[0][(state ^ *at) & 0xff];
    m_state = state;
}

} // namespace Holdfast
