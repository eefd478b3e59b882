// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/UploadTransfer.h"

#include "contract/Json.h"
#include "contract/RecordingJson.h"
#include "contract/Routes.h"

namespace Holdfast {

namespace {

constexpr std::chrono::seconds silence{60}; ///< without a byte in either direction; the server may probe and sync
constexpr std::chrono::seconds askingTime{15};
constexpr qint64 maxAnswer = 1024 * 1024;

} // namespace

UploadTransfer::UploadTransfer(Wire &wire, const ApiClient::UploadForm &form, std::unique_ptr<QIODevice> file)
    : m_wire(wire)
    , m_form(form)
    , m_body(std::make_unique<UploadBody>(std::move(file)))
{
    m_body->addField("leadId", QString::number(form.leadId.value));
    if (form.callDate)
        m_body->addField("callDate", isoTime(*form.callDate));
    if (!form.notes.isEmpty())
        m_body->addField("notes", form.notes);
    m_body->setFile(form.fileName, mimeType(form.format));
    // Not from here: nobody is connected yet.
    m_start.setSingleShot(true);
    connect(&m_start, &QTimer::timeout, this, &UploadTransfer::send);
    m_start.start(0);
}

UploadTransfer::~UploadTransfer()
{
    end();
}

void UploadTransfer::send()
{
    if (m_wire.token().isEmpty()) {
        Q_EMIT failed(Wire::notSignedIn());
        return;
    }
    m_body->start();
    QNetworkRequest request = m_wire.request(Routes::recordings, silence);
    request.setHeader(QNetworkRequest::ContentTypeHeader, m_body->contentType());
    request.setHeader(QNetworkRequest::ContentLengthHeader, m_body->size());
    request.setRawHeader("Idempotency-Key", m_form.uploadId.toByteArray(QUuid::WithoutBraces));
    m_reply.reset(m_wire.post(request, m_body.get()));
    connect(m_reply.get(), &QNetworkReply::uploadProgress, this, [this](qint64 sent, qint64 total) {
        if (total > 0)
            Q_EMIT progress(m_body->fileBytesOf(sent), m_body->fileBytesOf(total));
    });
    connect(m_reply.get(), &QNetworkReply::finished, this, &UploadTransfer::answered);
}

void UploadTransfer::answered()
{
    const QByteArray body = m_reply->read(maxAnswer);
    const bool hasAnswer = Wire::status(*m_reply) != 0;
    const std::optional<Failure> failure = m_wire.failureOf(*m_reply, body);
    const bool fileFailed = m_body->fileFailed();
    const QString fileProblem = m_body->errorString();
    end();
    if (fileFailed) {
        Q_EMIT failed({FailureKind::Corrupt,
                       tr("The copy on this computer is damaged, so it was not sent. Attach the original file again."),
                       fileProblem,
                       {}});
    } else if (failure && !hasAnswer) {
        ask(*failure);
    } else if (failure) {
        Q_EMIT failed(*failure);
    } else if (const auto recording = recordingFromJson(QJsonDocument::fromJson(body).object()); recording) {
        Q_EMIT uploaded(*recording);
    } else {
        Q_EMIT failed(Wire::notUnderstood(recording.error().message));
    }
}

void UploadTransfer::ask(const Failure &cut)
{
    m_reply.reset(m_wire.get(m_wire.request(Routes::me, askingTime)));
    connect(m_reply.get(), &QNetworkReply::finished, this, [this, cut] {
        const auto failure = m_wire.failureOf(*m_reply, m_reply->read(maxAnswer));
        end();
        Q_EMIT failed(failure ? *failure : cut);
    });
}

void UploadTransfer::cancel()
{
    const bool underWay = m_reply || m_start.isActive();
    m_start.stop();
    end();
    if (underWay)
        Q_EMIT failed({FailureKind::Cancelled, tr("Stopped. The recording is safe on this computer."), {}, {}});
}

void UploadTransfer::end()
{
    if (!m_reply)
        return;
    QNetworkReply *reply = m_reply.release();
    reply->disconnect(this);
    reply->abort();
    if (m_body) // the network's thread may ask for more of it until the reply is gone
        m_body.release()->setParent(reply);
    reply->deleteLater(); // it may be the sender of the signal that is being handled
}

} // namespace Holdfast
