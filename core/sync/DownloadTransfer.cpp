// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/DownloadTransfer.h"

#include "contract/Routes.h"
#include "domain/Limits.h"

#include <algorithm>

namespace Holdfast {

namespace {

constexpr std::chrono::seconds silence{20};
constexpr std::chrono::milliseconds firstRest{200};
constexpr int maxCuts = 4;
constexpr qint64 readAhead = 256 * 1024;
constexpr qint64 maxRefusal = 64 * 1024;

/// The first byte and the whole size of "bytes 5-9/10".
struct ContentRange
{
    qint64 first = -1;
    qint64 total = -1;
};

ContentRange contentRangeOf(const QNetworkReply &reply)
{
    const QByteArray text = reply.rawHeader("Content-Range");
    const qsizetype dash = text.indexOf('-');
    const qsizetype slash = text.indexOf('/');
    if (!text.startsWith("bytes ") || dash < 0 || slash < dash)
        return {};
    bool firstOk = false;
    bool totalOk = false;
    const ContentRange range{text.sliced(6, dash - 6).toLongLong(&firstOk),
                             text.sliced(slash + 1).toLongLong(&totalOk)};
    return firstOk && totalOk ? range : ContentRange{};
}

} // namespace

DownloadTransfer::DownloadTransfer(Wire &wire, const QString &path, QIODevice &to)
    : m_wire(wire)
    , m_path(path)
    , m_to(to)
{
    m_rest.setSingleShot(true);
    connect(&m_rest, &QTimer::timeout, this, &DownloadTransfer::ask);
    m_rest.start(0);
}

DownloadTransfer::~DownloadTransfer()
{
    end();
}

void DownloadTransfer::ask()
{
    if (m_wire.token().isEmpty()) {
        stop(Wire::notSignedIn());
        return;
    }
    QNetworkRequest request = m_wire.request(m_path, {}, silence);
    request.setRawHeader("Accept", "*/*");
    request.setRawHeader("Accept-Encoding", "identity");
    if (m_done > 0) {
        request.setRawHeader("Range", "bytes=" + QByteArray::number(m_done) + '-');
        request.setRawHeader("If-Range", m_etag);
    }
    m_headRead = false;
    m_reply.reset(m_wire.get(request));
    m_reply->setReadBufferSize(readAhead);
    connect(m_reply.get(), &QNetworkReply::readyRead, this, &DownloadTransfer::receive);
    connect(m_reply.get(), &QNetworkReply::finished, this, &DownloadTransfer::ended);
}

void DownloadTransfer::headArrived()
{
    m_headRead = true;
    const QByteArray etag = m_reply->rawHeader("ETag");
    const bool partial = Wire::status(*m_reply) == 206;
    const ContentRange range = contentRangeOf(*m_reply);
    const qint64 total = partial ? range.total : m_reply->header(QNetworkRequest::ContentLengthHeader).toLongLong();
    m_skip = partial ? 0 : m_done;
    const bool sameBytes = m_total < 0 || (total == m_total && etag == m_etag);
    const bool rightPlace = !partial || range.first == m_done;
    if (!sameBytes) {
        stop({FailureKind::Outdated,
              tr("The recording was changed on the server while it was fetched. Try again."),
              {},
              {}});
    } else if (!rightPlace || total < 0 || total > maxRecordingBytes) {
        stop(Wire::notUnderstood(QStringLiteral("Content-Range or Content-Length")));
    } else {
        m_total = total;
        m_etag = etag;
    }
}

void DownloadTransfer::receive()
{
    const int status = Wire::status(*m_reply);
    if (status != 200 && status != 206)
        return; // a refusal: ended() reads it
    if (!m_headRead)
        headArrived();
    while (m_reply && m_reply->bytesAvailable() > 0) {
        const QByteArray bytes = m_reply->read(64 * 1024);
        const qint64 here = std::min<qint64>(m_skip, bytes.size());
        m_skip -= here;
        const QByteArrayView fresh = QByteArrayView(bytes).sliced(here);
        if (m_done + fresh.size() > m_total) {
            stop(Wire::notUnderstood(QStringLiteral("more bytes than announced")));
        } else if (m_to.write(fresh.data(), fresh.size()) != fresh.size()) {
            stop({FailureKind::StorageFull,
                  tr("The recording can't be written on this computer: %1").arg(m_to.errorString()),
                  {},
                  {}});
        } else if (!fresh.isEmpty()) {
            m_done += fresh.size();
            m_cuts = 0;
            Q_EMIT progress(m_done, m_total);
        }
    }
}

void DownloadTransfer::ended()
{
    receive();
    if (!m_reply)
        return;
    const int status = Wire::status(*m_reply);
    const bool delivers = status == 200 || status == 206;
    const auto failure = m_wire.failureOf(*m_reply, delivers ? QByteArray() : m_reply->read(maxRefusal));
    if (delivers && m_done == m_total) {
        end();
        Q_EMIT downloaded();
    } else if (status != 0 && failure && !delivers) {
        stop(*failure);
    } else {
        rest(failure.value_or(Wire::unreachable(QStringLiteral("the answer ended early"))));
    }
}

void DownloadTransfer::rest(const Failure &cut)
{
    // Without an ETag nobody can say that the rest belongs to the same bytes.
    if (++m_cuts > maxCuts || (m_done > 0 && m_etag.isEmpty())) {
        stop(cut);
        return;
    }
    end();
    m_rest.start(firstRest * (1 << (m_cuts - 1)));
}

void DownloadTransfer::stop(const Failure &failure)
{
    end();
    m_rest.stop();
    Q_EMIT failed(failure);
}

void DownloadTransfer::cancel()
{
    if (m_reply || m_rest.isActive())
        stop({FailureKind::Cancelled, tr("Stopped. The recording is safe on the server."), {}, {}});
}

void DownloadTransfer::end()
{
    letGo(m_reply, *this);
}

} // namespace Holdfast
