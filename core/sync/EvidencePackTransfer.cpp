// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/EvidencePackTransfer.h"

#include "contract/Routes.h"

#include <QTimer>

namespace Holdfast {

namespace {

constexpr std::chrono::seconds silence{60}; // the server looks through each recording before it sends it
constexpr qint64 readAhead = 256 * 1024;
constexpr qint64 maxRefusal = 64 * 1024;

} // namespace

EvidencePackTransfer::EvidencePackTransfer(Wire &wire, const EvidenceRequest &request, QIODevice &to)
    : m_wire(wire)
    , m_to(to)
{
    QTimer::singleShot(0, this, [this, request] { begin(request); });
}

EvidencePackTransfer::~EvidencePackTransfer()
{
    end();
}

void EvidencePackTransfer::begin(const EvidenceRequest &request)
{
    if (m_wire.token().isEmpty()) {
        stop(Wire::notSignedIn());
        return;
    }
    QNetworkRequest call = m_wire.request(Routes::evidencePacks, silence);
    call.setHeader(QNetworkRequest::ContentTypeHeader, QByteArrayLiteral("application/json"));
    call.setRawHeader("Accept-Encoding", "identity");
    m_reply.reset(m_wire.send("POST", call, QJsonDocument(toJson(request)).toJson(QJsonDocument::Compact)));
    m_reply->setReadBufferSize(readAhead);
    connect(m_reply.get(), &QNetworkReply::readyRead, this, &EvidencePackTransfer::receive);
    connect(m_reply.get(), &QNetworkReply::finished, this, &EvidencePackTransfer::ended);
}

void EvidencePackTransfer::receive()
{
    if (Wire::status(*m_reply) != 200)
        return; // a refusal: ended() reads it
    while (m_reply && m_reply->bytesAvailable() > 0) {
        const QByteArray bytes = m_reply->read(64 * 1024);
        if (m_to.write(bytes) != bytes.size()) {
            stop({FailureKind::StorageFull,
                  tr("The pack can't be written on this computer: %1").arg(m_to.errorString()),
                  {},
                  {}});
            return;
        }
        m_done += bytes.size();
        Q_EMIT progress(m_done, -1);
    }
}

void EvidencePackTransfer::ended()
{
    receive();
    if (!m_reply)
        return;
    const bool delivers = Wire::status(*m_reply) == 200;
    const auto failure = m_wire.failureOf(*m_reply, delivers ? QByteArray() : m_reply->read(maxRefusal));
    if (failure) {
        stop(*failure);
        return;
    }
    end();
    Q_EMIT downloaded();
}

void EvidencePackTransfer::stop(const Failure &failure)
{
    end();
    Q_EMIT failed(failure);
}

void EvidencePackTransfer::cancel()
{
    if (m_reply)
        stop({FailureKind::Cancelled, tr("Stopped. The recordings are safe on the server."), {}, {}});
}

void EvidencePackTransfer::end()
{
    if (!m_reply)
        return;
    QNetworkReply *reply = m_reply.release();
    reply->disconnect(this);
    reply->abort();
    reply->deleteLater(); // it may be the sender of the signal that is being handled
}

} // namespace Holdfast
