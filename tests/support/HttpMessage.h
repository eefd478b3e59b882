// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <optional>

namespace Holdfast::Testing {

/// How long the first message of HTTP/1.1 in `bytes` is, its body too; none before all of it is there. Of bodies with a
/// Content-Length alone, which is what client and server here send.
inline std::optional<qsizetype> wholeMessage(const QByteArray &bytes, bool hasBody = true)
{
    const qsizetype end = bytes.indexOf("\r\n\r\n");
    if (end < 0)
        return std::nullopt;
    qsizetype length = 0;
    for (const QByteArray &line : bytes.first(end).split('\n'))
        if (hasBody && line.toLower().startsWith("content-length:"))
            length = line.sliced(15).trimmed().toLongLong();
    const qsizetype whole = end + 4 + length;
    return bytes.size() >= whole ? std::optional(whole) : std::nullopt;
}

} // namespace Holdfast::Testing
