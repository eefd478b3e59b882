// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/Exchange.h"

#include "http/AnswerSlot.h"
#include "http/Connection.h"

#include <utility>

namespace Holdfast::Http {

namespace {

Reply tooLarge(qint64 maxBytes)
{
    return Reply::message(
        413, QStringLiteral("The body is too large: at most %1 bytes are taken here. Nothing was kept.").arg(maxBytes));
}

class CollectedBody final : public BodySink
{
public:
    CollectedBody(qint64 maxBytes, std::function<void(QByteArray, const Responder &)> whole)
        : m_maxBytes(maxBytes)
        , m_whole(std::move(whole))
    {
    }

    std::optional<Reply> take(QByteArrayView bytes) override
    {
        if (bytes.size() > m_maxBytes - m_body.size())
            return tooLarge(m_maxBytes);
        m_body.append(bytes.data(), bytes.size());
        return std::nullopt;
    }

    void finish(const Responder &responder) override { m_whole(std::move(m_body), responder); }

private:
    qint64 m_maxBytes;
    std::function<void(QByteArray, const Responder &)> m_whole;
    QByteArray m_body;
};

} // namespace

Responder::Responder(std::shared_ptr<AnswerSlot> slot, quint64 exchange)
    : m_slot(std::move(slot))
    , m_exchange(exchange)
{
}

void Responder::reply(Reply reply) const
{
    if (m_slot)
        m_slot->handIn(m_exchange, std::move(reply));
}

QObject *Responder::context() const
{
    return m_slot ? m_slot->connection() : nullptr;
}

std::unique_ptr<BodySink> collectBody(const Request &request, const Responder &responder, qint64 maxBytes,
                                      std::function<void(QByteArray, const Responder &)> whole)
{
    if (request.contentLength.value_or(0) > maxBytes) {
        responder.reply(tooLarge(maxBytes));
        return nullptr;
    }
    return std::make_unique<CollectedBody>(maxBytes, std::move(whole));
}

} // namespace Holdfast::Http
