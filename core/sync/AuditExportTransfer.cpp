// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/AuditExportTransfer.h"

#include "contract/Routes.h"

namespace Holdfast {

namespace {

constexpr std::chrono::minutes silence{10}; ///< the server goes through the whole log before the first byte
constexpr qint64 readAhead = 256 * 1024;
constexpr qint64 portion = 64 * 1024;
constexpr qint64 maxRefusal = 64 * 1024;

} // namespace

AuditExportTransfer::AuditExportTransfer(Wire &wire, const QUrlQuery &query, QIODevice &to)
    : m_wire(wire)
    , m_query(query)
    , m_to(to)
{
    QMetaObject::invokeMethod(this, &AuditExportTransfer::ask,
                              Qt::QueuedConnection); // once its signals are listened to
}

AuditExportTransfer::~AuditExportTransfer()
{
    end();
}

void AuditExportTransfer::ask()
{
    if (m_isOver)
        return;
    if (m_wire.token().isEmpty())
        return stop(Wire::notSignedIn());
    QNetworkRequest request = m_wire.request(Routes::auditExport, m_query, silence);
    request.setRawHeader("Accept", "*/*");
    request.setRawHeader("Accept-Encoding", "identity");
    m_reply.reset(m_wire.get(request));
    m_reply->setReadBufferSize(readAhead);
    connect(m_reply.get(), &QNetworkReply::readyRead, this, &AuditExportTransfer::receive);
    connect(m_reply.get(), &QNetworkReply::finished, this, &AuditExportTransfer::ended);
}

void AuditExportTransfer::receive()
{
    if (Wire::status(*m_reply) != 200)
        return; // a refusal: ended() reads it
    while (m_reply && m_reply->bytesAvailable() > 0) {
        const QByteArray bytes = m_reply->read(portion);
        if (m_to.write(bytes) != bytes.size())
            return stop({FailureKind::StorageFull,
                         tr("The export can't be written there: %1").arg(m_to.errorString()),
                         {},
                         {}});
        m_done += bytes.size();
        Q_EMIT progress(m_done, m_reply->header(QNetworkRequest::ContentLengthHeader).toLongLong());
    }
}

void AuditExportTransfer::ended()
{
    receive();
    if (!m_reply)
        return;
    const bool delivers = Wire::status(*m_reply) == 200;
    const qint64 total = m_reply->header(QNetworkRequest::ContentLengthHeader).toLongLong();
    const auto failure = m_wire.failureOf(*m_reply, delivers ? QByteArray() : m_reply->read(maxRefusal));
    if (failure && !delivers)
        return stop(*failure);
    if (failure || m_done != total)
        return stop({FailureKind::Unreachable, tr("The export broke off before its end. Try again."), QString(), {}});
    m_isOver = true;
    end();
    Q_EMIT downloaded();
}

void AuditExportTransfer::stop(const Failure &failure)
{
    if (std::exchange(m_isOver, true))
        return;
    end();
    Q_EMIT failed(failure);
}

void AuditExportTransfer::cancel()
{
    stop({FailureKind::Cancelled, tr("The export was stopped."), {}, {}});
}

void AuditExportTransfer::end()
{
    if (!m_reply)
        return;
    QNetworkReply *reply = m_reply.release();
    reply->disconnect(this);
    reply->abort();
    reply->deleteLater(); // it may be the sender of the signal that is being handled
}

} // namespace Holdfast
