// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/Headers.h"

#include <QJsonDocument>

#include <memory>

namespace Holdfast::Http {

/// A body that is made while it is sent. next() is called in the connection's thread each time there is room, and
/// should take well under 10 ms.
class BodySource
{
public:
    virtual ~BodySource() = default;
    virtual qint64 size() const = 0; ///< known beforehand: becomes Content-Length
    /// The next bytes, at most about 64 KiB; empty before size() bytes were given means that it broke, and the
    /// connection is closed so that the client sees it is not whole.
    virtual QByteArray next() = 0;
};

/// What is answered. HEAD sends the same head and no body; the connection sees to it.
struct Reply
{
    int status = 200;
    Headers headers;
    QByteArray body;
    std::shared_ptr<BodySource> source; ///< instead of body

    static Reply json(int status, const QJsonDocument &document);
    static Reply json(int status, QByteArray text);
    static Reply message(int status, const QString &message); ///< {"message": …}
    static Reply empty(int status);
};

} // namespace Holdfast::Http
