// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/RangeFetch.h"

#include <algorithm>

namespace Holdfast {

namespace {

constexpr std::chrono::seconds silence{10};
constexpr qint64 readAhead = 256 * 1024;
constexpr qint64 maxRefusal = 64 * 1024;

} // namespace

RangeFetch::RangeFetch(Wire &wire, const QString &path, const QByteArray &etag,
                       std::shared_ptr<ArrivingRecording> recording, qint64 first, qint64 last)
    : m_wire(wire)
    , m_recording(std::move(recording))
    , m_next(first)
    , m_last(last)
{
    const qint64 firstByte = first * ArrivingRecording::chunkSize;
    const qint64 lastByte = std::min((last + 1) * ArrivingRecording::chunkSize, m_recording->size()) - 1;
    QNetworkRequest request = m_wire.request(path, {}, silence);
    request.setRawHeader("Accept", "*/*");
    request.setRawHeader("Accept-Encoding", "identity");
    request.setRawHeader("Range", "bytes=" + QByteArray::number(firstByte) + '-' + QByteArray::number(lastByte));
    request.setRawHeader("If-Match", etag);
    m_reply.reset(m_wire.get(request));
    m_reply->setReadBufferSize(readAhead);
    connect(m_reply.get(), &QNetworkReply::readyRead, this, &RangeFetch::receive);
    connect(m_reply.get(), &QNetworkReply::finished, this, &RangeFetch::ended);
}

RangeFetch::~RangeFetch()
{
    stop();
}

void RangeFetch::receive()
{
    const int status = Wire::status(*m_reply);
    if (status >= 200 && status < 400 && status != 206) { // the whole of it would never end
        m_notKept = Wire::notUnderstood(QStringLiteral("HTTP status %1 to a range").arg(status));
        m_reply->abort();
        return;
    }
    if (status != 206)
        return; // a refusal: ended() reads it
    if (!m_headRead) {
        m_headRead = true;
        const QByteArray expected = "bytes " + QByteArray::number(m_next * ArrivingRecording::chunkSize) + '-';
        if (!m_reply->rawHeader("Content-Range").startsWith(expected)) {
            m_notKept = Wire::notUnderstood(QStringLiteral("Content-Range"));
            m_reply->abort();
            return;
        }
    }
    while (m_reply && m_next <= m_last && m_reply->bytesAvailable() > 0) {
        m_held += m_reply->read(m_recording->sizeOfChunk(m_next) - m_held.size());
        if (m_held.size() < m_recording->sizeOfChunk(m_next))
            continue;
        if (const Done put = m_recording->put(m_next, m_held); !put) {
            m_notKept = put.error();
            m_reply->abort();
            return;
        }
        m_held.clear();
        ++m_next;
        Q_EMIT arrived();
    }
}

void RangeFetch::ended()
{
    if (!m_notKept)
        receive();
    const int status = Wire::status(*m_reply);
    std::optional<Failure> failure =
        m_wire.failureOf(*m_reply, status == 206 ? QByteArray() : m_reply->read(maxRefusal));
    if (m_notKept)
        failure = m_notKept;
    else if (!failure && m_next <= m_last)
        failure = Wire::unreachable(QStringLiteral("the answer ended early"));
    stop();
    if (failure)
        Q_EMIT failed(*failure);
    else
        Q_EMIT done();
}

void RangeFetch::stop()
{
    if (!m_reply)
        return;
    QNetworkReply *reply = m_reply.release();
    reply->disconnect(this);
    if (reply->error() == QNetworkReply::NoError)
        reply->abort();
    reply->deleteLater(); // it may be the sender of the signal that is being handled
}

} // namespace Holdfast
