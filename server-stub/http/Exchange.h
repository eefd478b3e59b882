// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/Reply.h"
#include "http/Request.h"

#include <QObject>

#include <functional>
#include <memory>
#include <optional>

namespace Holdfast::Http {

class AnswerSlot;

/// The way to answer one request, now or later. Copies answer the same request; the first answer counts, later ones are
/// dropped, and an answer to a connection that is gone is dropped too. reply() may be called from any thread.
class Responder
{
public:
    Responder() = default;
    Responder(std::shared_ptr<AnswerSlot> slot, quint64 exchange);

    void reply(Reply reply) const;
    /// Lives in the connection's thread and goes with the connection: the context for QFuture::then. Null once the
    /// connection is gone; ask for it in the connection's thread only.
    QObject *context() const;

private:
    std::shared_ptr<AnswerSlot> m_slot;
    quint64 m_exchange = 0;
};

/// Where the body of one request goes, as it arrives; called in the connection's thread. Destroyed without finish()
/// when the client went away or the body broke: the destructor undoes what was begun.
class BodySink
{
public:
    virtual ~BodySink() = default;
    /// Takes the next bytes. A reply refuses the rest: it is sent at once, and what still comes is read and thrown away
    /// within a bound.
    virtual std::optional<Reply> take(QByteArrayView bytes) = 0;
    /// The body is whole; answers through the responder, now or later. The sink lives on until the answer is given or
    /// the client is gone.
    virtual void finish(const Responder &responder) = 0;
};

/// For handlers with small bodies: collects the body and hands it over whole (empty where there is none). A body whose
/// announced length is past the limit is answered 413 at once, without being read; one that turns out longer, then.
std::unique_ptr<BodySink> collectBody(const Request &request, const Responder &responder, qint64 maxBytes,
                                      std::function<void(QByteArray body, const Responder &)> whole);

} // namespace Holdfast::Http
