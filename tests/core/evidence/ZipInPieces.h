// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "evidence/Crc32.h"
#include "evidence/ZipReader.h"

#include <QBuffer>

#include <utility>

namespace Holdfast::Testing {

/// A ZIP taken apart, to be put together otherwise.
struct ZipInPieces
{
    QList<std::pair<QByteArray, QByteArray>> members; ///< name and content

    static ZipInPieces of(QByteArray zip)
    {
        QBuffer buffer(&zip);
        buffer.open(QIODevice::ReadOnly);
        ZipInPieces pieces;
        const Result<ZipReader> reader = ZipReader::open(buffer);
        for (const ZipMember &member : reader->members())
            pieces.members.append({member.name, *reader->readAll(member, member.size)});
        return pieces;
    }

    /// As the format wants it, with right checksums.
    QByteArray zip() const
    {
        QByteArray bytes;
        QByteArray directory;
        for (const auto &[name, content] : members) {
            Crc32 crc;
            crc.add(content);
            const ZipMember member{name, content.size(), crc.result(), bytes.size(), 0x5a000000};
            bytes += zipLocalHeader(member) + content;
            directory += zipDirectoryEntry(member);
        }
        return bytes + directory + zipEnd({members.size(), bytes.size(), directory.size()});
    }

    QByteArray &content(const QByteArray &name)
    {
        for (auto &[known, content] : members)
            if (known == name)
                return content;
        qFatal("There is no such member.");
    }
    void remove(const QByteArray &name)
    {
        members.removeIf([&](const auto &member) { return member.first == name; });
    }
};

} // namespace Holdfast::Testing
