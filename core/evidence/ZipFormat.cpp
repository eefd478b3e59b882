// SPDX-License-Identifier: GPL-3.0-or-later
#include "evidence/ZipFormat.h"

#include "evidence/ZipNumbers.h"

#include <algorithm>

namespace Holdfast {

namespace {

constexpr quint16 plainVersion = 10;
constexpr quint16 zip64Version = 45;
constexpr quint16 madeBy = 0x0300 | zip64Version;      // Unix
constexpr quint32 attributes = quint32{0100644} << 16; // an ordinary file, for all to read
constexpr quint16 zip64Field = 1;

template <class Number> void append(QByteArray &bytes, Number number)
{
    for (size_t i = 0; i < sizeof number; ++i)
        bytes.append(static_cast<char>(number >> (8 * i) & 0xff));
}

bool isLarge(qint64 number)
{
    return number >= qint64{zipElsewhere32};
}

quint32 small(qint64 number)
{
    return isLarge(number) ? zipElsewhere32 : static_cast<quint32>(number);
}

QByteArray zip64Extra(std::initializer_list<qint64> numbers)
{
    QByteArray extra;
    append<quint16>(extra, zip64Field);
    append<quint16>(extra, static_cast<quint16>(8 * numbers.size()));
    for (const qint64 number : numbers)
        append<quint64>(extra, static_cast<quint64>(number));
    return extra;
}

/// From the flags to the lengths of name and extra field, as both headers have them.
void appendCommon(QByteArray &bytes, const ZipMember &member, const QByteArray &extra)
{
    append<quint16>(bytes, extra.isEmpty() ? plainVersion : zip64Version);
    append<quint16>(bytes, 0); // flags: nothing is encrypted, nothing follows the content
    append<quint16>(bytes, 0); // stored
    append<quint32>(bytes, member.time);
    append<quint32>(bytes, member.crc);
    append<quint32>(bytes, small(member.size));
    append<quint32>(bytes, small(member.size));
    append<quint16>(bytes, static_cast<quint16>(member.name.size()));
    append<quint16>(bytes, static_cast<quint16>(extra.size()));
}

QByteArray directoryExtra(const ZipMember &member)
{
    if (isLarge(member.size) && isLarge(member.offset))
        return zip64Extra({member.size, member.size, member.offset});
    if (isLarge(member.size))
        return zip64Extra({member.size, member.size});
    return isLarge(member.offset) ? zip64Extra({member.offset}) : QByteArray();
}

bool mayStandInName(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '-' ||
           c == '_';
}

QByteArray zip64End(const ZipEnd &end)
{
    QByteArray bytes;
    append<quint32>(bytes, zip64EndMark);
    append<quint64>(bytes, zip64EndBytes - 12); // what follows this number
    append<quint16>(bytes, madeBy);
    append<quint16>(bytes, zip64Version);
    append<quint32>(bytes, 0); // disks
    append<quint32>(bytes, 0);
    append<quint64>(bytes, static_cast<quint64>(end.members));
    append<quint64>(bytes, static_cast<quint64>(end.members));
    append<quint64>(bytes, static_cast<quint64>(end.directorySize));
    append<quint64>(bytes, static_cast<quint64>(end.directoryOffset));
    append<quint32>(bytes, zip64LocatorMark);
    append<quint32>(bytes, 0);
    append<quint64>(bytes, static_cast<quint64>(end.directoryOffset + end.directorySize));
    append<quint32>(bytes, 1);
    return bytes;
}

} // namespace

bool isMemberName(QByteArrayView name)
{
    if (name.isEmpty() || name.size() > longestMemberName)
        return false;
    const QList<QByteArray> parts = name.toByteArray().split('/');
    return std::all_of(parts.begin(), parts.end(), [](const QByteArray &part) {
        return std::all_of(part.begin(), part.end(), mayStandInName) &&
               std::any_of(part.begin(), part.end(), [](char c) { return c != '.'; });
    });
}

quint32 zipTime(const QDateTime &utc)
{
    const QDateTime first(QDate(1980, 1, 1), QTime(0, 0), Qt::UTC);
    const QDateTime last(QDate(2107, 12, 31), QTime(23, 59, 58), Qt::UTC);
    const QDateTime at = std::clamp(utc.toUTC(), first, last);
    const QDate date = at.date();
    const QTime time = at.time();
    return static_cast<quint32>((date.year() - 1980) << 25 | date.month() << 21 | date.day() << 16 | time.hour() << 11 |
                                time.minute() << 5 | time.second() / 2);
}

QByteArray zipLocalHeader(const ZipMember &member)
{
    const QByteArray extra = isLarge(member.size) ? zip64Extra({member.size, member.size}) : QByteArray();
    QByteArray bytes;
    append<quint32>(bytes, zipLocalMark);
    appendCommon(bytes, member, extra);
    return bytes + member.name + extra;
}

QByteArray zipDirectoryEntry(const ZipMember &member)
{
    const QByteArray extra = directoryExtra(member);
    QByteArray bytes;
    append<quint32>(bytes, zipDirectoryMark);
    append<quint16>(bytes, madeBy);
    appendCommon(bytes, member, extra);
    append<quint16>(bytes, 0); // comment
    append<quint16>(bytes, 0); // disk
    append<quint16>(bytes, 0); // internal attributes
    append<quint32>(bytes, attributes);
    append<quint32>(bytes, small(member.offset));
    return bytes + member.name + extra;
}

QByteArray zipEnd(const ZipEnd &end)
{
    const bool isMany = end.members >= qint64{zipElsewhere16};
    QByteArray bytes;
    if (isMany || isLarge(end.directoryOffset) || isLarge(end.directorySize))
        bytes = zip64End(end);
    const quint16 members = isMany ? zipElsewhere16 : static_cast<quint16>(end.members);
    append<quint32>(bytes, zipEndMark);
    append<quint32>(bytes, 0); // disks
    append<quint16>(bytes, members);
    append<quint16>(bytes, members);
    append<quint32>(bytes, small(end.directorySize));
    append<quint32>(bytes, small(end.directoryOffset));
    append<quint16>(bytes, 0); // comment
    return bytes;
}

} // namespace Holdfast
