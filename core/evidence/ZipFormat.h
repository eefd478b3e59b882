// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QDateTime>

namespace Holdfast {

/// The ZIP that evidence packs are (APPNOTE 6.3.10, with ZIP64): members one after the other from the first byte on,
/// each stored as it is behind a header that tells its size and CRC-32, then the directory, then the end. No comments,
/// no compression, and no extra fields but ZIP64's where a number needs them. So there is one way to write each byte
/// that is no content, and a reader can demand exactly that one.
struct ZipMember
{
    QByteArray name;
    qint64 size = 0;
    quint32 crc = 0;
    qint64 offset = 0; ///< of its header
    quint32 time = 0;  ///< zipTime

    friend bool operator==(const ZipMember &, const ZipMember &) = default;
};

struct ZipEnd
{
    qint64 members = 0;
    qint64 directoryOffset = 0;
    qint64 directorySize = 0;
};

inline constexpr qsizetype longestMemberName = 255;

/// Letters, digits, "-", "_" and "." in parts apart by "/", none of them empty or only dots: what no system takes for a
/// way out of the folder that one unpacks to.
bool isMemberName(QByteArrayView name);

/// Date and time as MS-DOS had them, two seconds apart, from 1980 to 2107; earlier and later times are those ends.
quint32 zipTime(const QDateTime &utc);

QByteArray zipLocalHeader(const ZipMember &member);
QByteArray zipDirectoryEntry(const ZipMember &member);
QByteArray zipEnd(const ZipEnd &end);

} // namespace Holdfast
