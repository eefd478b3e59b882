// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>
#include <utility>

namespace Holdfast::Http {

/// A request target, split first and decoded afterwards, so that an escaped slash never makes a segment.
struct Target
{
    QStringList segments; ///< "/a/b/" is {"a", "b", ""}; the asterisk of OPTIONS is {"*"}
    QList<std::pair<QString, QString>> query;

    /// None where a segment is "." or "..", holds a slash, backslash, NUL or another control character, or anything
    /// is not UTF-8 or not properly escaped. Takes the absolute form too (RFC 9112 §3.2.2).
    static std::optional<Target> parse(QByteArrayView text);
};

} // namespace Holdfast::Http
