// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/Headers.h"

#include <QJsonDocument>

#include <functional>
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

/// A body that another thread makes, of a length that nobody knows beforehand: it goes out in chunks, whose end tells
/// that it is whole. Destroyed when it was sent, or when nobody takes it any more.
class GrowingBody
{
public:
    virtual ~GrowingBody() = default;
    struct Piece
    {
        enum class State {
            Bytes,
            NotYet, ///< ask again once whenMore's function was called
            Whole,  ///< it was all
            Broken  ///< the connection is closed, so that the client sees it is not whole
        };
        State state = State::NotYet;
        QByteArray bytes; ///< at most about 256 KiB; not empty
    };
    /// In the connection's thread each time there is room; does not wait.
    virtual Piece take() = 0;
    /// Once, before the first take(): what to call after a NotYet when there is more. From any thread.
    virtual void whenMore(std::function<void()> call) = 0;
};

/// What is answered. HEAD sends the same head and no body; the connection sees to it.
struct Reply
{
    int status = 200;
    Headers headers;
    QByteArray body;
    std::shared_ptr<BodySource> source;   ///< instead of body
    std::shared_ptr<GrowingBody> growing; ///< instead of both

    static Reply json(int status, const QJsonDocument &document);
    static Reply json(int status, QByteArray text);
    static Reply message(int status, const QString &message); ///< {"message": …}
    static Reply empty(int status);
};

} // namespace Holdfast::Http
