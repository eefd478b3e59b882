// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace Holdfast {

/// How a ZIP marks its parts, and numbers that moved to a ZIP64 field.
inline constexpr quint32 zipLocalMark = 0x04034b50;
inline constexpr quint32 zipDirectoryMark = 0x02014b50;
inline constexpr quint32 zipEndMark = 0x06054b50;
inline constexpr quint32 zip64EndMark = 0x06064b50;
inline constexpr quint32 zip64LocatorMark = 0x07064b50;
inline constexpr quint32 zipElsewhere32 = 0xffffffff;
inline constexpr quint16 zipElsewhere16 = 0xffff;
inline constexpr qsizetype zipDirectoryEntryBytes = 46; ///< without name and extra fields
inline constexpr qsizetype zipEndBytes = 22;
inline constexpr qsizetype zip64EndBytes = 56;
inline constexpr qsizetype zip64LocatorBytes = 20;

} // namespace Holdfast
