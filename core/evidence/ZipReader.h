// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Result.h"
#include "evidence/ZipFormat.h"

#include <QIODevice>
#include <QList>

#include <functional>

namespace Holdfast {

/// Reads a ZIP that is written in the one way of ZipFormat.h, and refuses any other: headers that contradict the
/// directory, names that lead out of a folder or come twice, compressed or encrypted members, bytes between, before or
/// behind them. Nothing is unpacked, so nothing can swell; memory grows with the number of members alone, which is
/// bounded. The device is random-access and outlives the reader.
class ZipReader
{
public:
    static constexpr qint64 mostMembers = 500'000;

    /// Malformed, with a sentence that names the member where it is one's fault. The contents are not read.
    static Result<ZipReader> open(QIODevice &device);

    const QList<ZipMember> &members() const { return m_members; }
    const ZipMember *find(QByteArrayView name) const; ///< null where there is none

    /// The content from its first byte on, in pieces; Unreachable where the device does not give them.
    Done read(const ZipMember &member, const std::function<void(QByteArrayView)> &take) const;
    /// The whole of a small one; TooLarge past the bound.
    Result<QByteArray> readAll(const ZipMember &member, qint64 bound) const;
    /// Where its content begins in the device.
    static qint64 contentOffset(const ZipMember &member);

private:
    explicit ZipReader(QIODevice &device)
        : m_device(&device)
    {
    }
    Done readDirectory(const ZipEnd &end);
    Done checkMembers(qint64 directoryOffset) const;
    Done checkNames() const;

    QIODevice *m_device;
    QList<ZipMember> m_members;
};

} // namespace Holdfast
