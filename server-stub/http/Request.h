// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/Headers.h"

#include <QHash>
#include <QHostAddress>
#include <QStringList>

#include <any>
#include <optional>

namespace Holdfast::Http {

/// The head of a request, checked: the path is split first and decoded afterwards, and holds no NUL, no "..", no slash
/// or backslash inside a segment and no wrong UTF-8 (such a request was answered 400 before it came here).
struct Request
{
    QByteArray method;                        ///< "GET"; HEAD reaches the handler of GET as "HEAD"
    QStringList segments;                     ///< decoded, without the empty first one; "/a/" is {"a", ""}
    QList<std::pair<QString, QString>> query; ///< decoded, in order
    QHash<QString, QString> captures;         ///< what {name} of the route stood for
    Headers headers;
    QHostAddress peer;
    bool secure = false;
    std::optional<qint64> contentLength; ///< none: no body, or a chunked one
    bool hasBody = false;
    std::any caller; ///< what the access check of the router found out

    bool isHead() const { return method == "HEAD"; }
    std::optional<QString> queryValue(QStringView name) const; ///< the first of that name
};

} // namespace Holdfast::Http
