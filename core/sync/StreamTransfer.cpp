// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/StreamTransfer.h"

#include "local/BesideFile.h"

namespace Holdfast {

namespace {

constexpr qint64 readAhead = 256 * 1024;
constexpr qint64 portion = 64 * 1024;
constexpr qint64 maxRefusal = 64 * 1024;

} // namespace

StreamTransfer::StreamTransfer(Wire &wire, Ask ask, StreamWords words, QIODevice &to)
    : m_wire(wire)
    , m_ask(std::move(ask))
    , m_words(std::move(words))
    , m_to(to)
{
    QMetaObject::invokeMethod(this, &StreamTransfer::begin, Qt::QueuedConnection);
}

StreamTransfer::~StreamTransfer()
{
    end();
}

void StreamTransfer::begin()
{
    if (m_isOver)
        return;
    if (m_wire.token().isEmpty())
        return stop(Wire::notSignedIn());
    m_reply.reset(m_ask(m_wire));
    m_reply->setReadBufferSize(readAhead);
    connect(m_reply.get(), &QNetworkReply::readyRead, this, &StreamTransfer::receive);
    connect(m_reply.get(), &QNetworkReply::finished, this, &StreamTransfer::ended);
}

qint64 StreamTransfer::total() const
{
    const QVariant length = m_reply->header(QNetworkRequest::ContentLengthHeader);
    return length.isValid() ? length.toLongLong() : -1;
}

void StreamTransfer::receive()
{
    if (Wire::status(*m_reply) != 200)
        return; // a refusal: ended() reads it
    while (m_reply && m_reply->bytesAvailable() > 0) {
        const QByteArray bytes = m_reply->read(portion);
        if (!BesideFile::write(m_to, bytes))
            return stop({FailureKind::StorageFull, m_words.cantWrite.arg(m_to.errorString()), {}, {}});
        m_done += bytes.size();
        Q_EMIT progress(m_done, total());
    }
}

void StreamTransfer::ended()
{
    receive();
    if (!m_reply)
        return;
    const bool delivers = Wire::status(*m_reply) == 200;
    const auto failure = m_wire.failureOf(*m_reply, delivers ? QByteArray() : m_reply->read(maxRefusal));
    if (failure && !delivers)
        return stop(*failure);
    if (failure || (total() >= 0 && total() != m_done))
        return stop({FailureKind::Unreachable, m_words.brokeOff, {}, {}});
    m_isOver = true;
    end();
    Q_EMIT downloaded();
}

void StreamTransfer::stop(const Failure &failure)
{
    if (std::exchange(m_isOver, true))
        return;
    end();
    Q_EMIT failed(failure);
}

void StreamTransfer::cancel()
{
    stop({FailureKind::Cancelled, m_words.stopped, {}, {}});
}

void StreamTransfer::end()
{
    letGo(m_reply, *this);
}

} // namespace Holdfast
