// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/UploadTransfer.h"

#include "contract/FailureStatus.h"
#include "contract/Json.h"
#include "contract/RecordingJson.h"
#include "contract/Routes.h"
#include "domain/WhenFinished.h"
#include "sync/AfterFailure.h"
#include "sync/TusAnswer.h"

#include <QJsonArray>
#include <QtConcurrentRun>

#include <algorithm>

namespace Holdfast {

namespace {

constexpr std::chrono::seconds silence{60}; ///< without a byte in either direction; the server may probe and sync
constexpr std::chrono::seconds askingTime{20};
constexpr std::chrono::milliseconds firstRest{50};
constexpr int maxMisses = 5; ///< enough for the pieces to become small
constexpr int maxMismatches = 3;
constexpr int maxBeginnings = 2;
constexpr qint64 maxAnswer = 32 * 1024 * 1024; ///< of a list; more is no answer of ours

QByteArray metadataOf(const ApiClient::UploadForm &form)
{
    const auto pair = [](const char *key, const QString &value) { return key + (' ' + value.toUtf8().toBase64()); };
    QByteArrayList pairs{pair("filename", form.fileName), pair("leadId", QString::number(form.leadId.value))};
    if (form.callDate)
        pairs.append(pair("callDate", isoTime(*form.callDate)));
    if (!form.notes.isEmpty())
        pairs.append(pair("notes", form.notes));
    if (!form.disposition.isEmpty())
        pairs.append(pair("disposition", form.disposition));
    if (const auto channel = channelNumber(form.agentChannel))
        pairs.append(pair("agentChannel", QString::number(*channel)));
    return pairs.join(',');
}

bool isGone(int status)
{
    return status == 404 || status == 410;
}

} // namespace

UploadTransfer::UploadTransfer(Wire &wire, std::shared_ptr<UploadTerms> terms, const ApiClient::UploadForm &form,
                               std::unique_ptr<QIODevice> file)
    : m_wire(wire)
    , m_terms(std::move(terms))
    , m_form(form)
    , m_file(std::move(file))
    , m_size(m_file->size())
{
    m_rest.setSingleShot(true);
    connect(&m_rest, &QTimer::timeout, this, &UploadTransfer::ask);
    // Not from here: nobody is connected yet.
    m_start.setSingleShot(true);
    connect(&m_start, &QTimer::timeout, this, &UploadTransfer::open);
    m_start.start(0);
}

UploadTransfer::~UploadTransfer()
{
    end();
}

void UploadTransfer::await(QNetworkReply *reply, Answered answered)
{
    m_reply.reset(reply);
    connect(reply, &QNetworkReply::finished, this, [this, answered] {
        QNetworkReply *done = m_reply.release();
        done->deleteLater();
        const QByteArray body = done->isOpen() ? done->read(maxAnswer) : QByteArray();
        (this->*answered)(answerOf(*done, body));
    });
}

/// A proxy or a filter on the way is put right without this upload, which is only to wait for that.
UploadTransfer::Answer UploadTransfer::answerOf(const QNetworkReply &reply, const QByteArray &body)
{
    Answer answer{reply, Wire::status(reply), m_wire.failureOf(reply, body), body, true};
    const bool wouldPark = answer.failure && afterFailure(answer.failure->kind) == AfterFailure::Park;
    if (!wouldPark || reply.hasRawHeader("Tus-Resumable") || !sentenceIn(body).isEmpty())
        return answer;
    answer.isOwn = false;
    answer.failure = Failure{FailureKind::Unreachable,
                             tr("Something on the way to the server refused this (HTTP status %1), not the server "
                                "itself. The recording is safe on this computer and is tried again. If it goes on, "
                                "tell your administrator.")
                                 .arg(answer.status),
                             answer.failure->detail, answer.failure->retryAfter};
    return answer;
}

QNetworkRequest UploadTransfer::tusRequest(const QString &path) const
{
    QNetworkRequest request = m_wire.request(path, {}, silence);
    request.setRawHeader("Tus-Resumable", "1.0.0");
    request.setHeader(QNetworkRequest::ContentTypeHeader, QByteArrayLiteral("application/offset+octet-stream"));
    return request;
}

void UploadTransfer::open()
{
    if (m_wire.token().isEmpty())
        return stop(Wire::notSignedIn());
    if (!m_terms->checksum)
        return await(m_wire.send("OPTIONS", m_wire.request(Routes::uploads, askingTime)), &UploadTransfer::opened);
    if (m_form.begunAt.isEmpty())
        begin();
    else
        ask();
}

void UploadTransfer::opened(const Answer &answer)
{
    const bool knowsNothing = answer.status == 404 || answer.status == 405;
    if (answer.failure && !knowsNothing)
        return stop(*answer.failure);
    if (knowsNothing || !TusAnswer::speaksTus1(answer.reply))
        return stop(Wire::notUnderstood(QStringLiteral("it does not speak tus 1.0.0")));
    m_terms->checksum = TusAnswer::checksum(answer.reply);
    open();
}

void UploadTransfer::begin()
{
    if (++m_beginnings > maxBeginnings)
        return stop(Wire::notUnderstood(QStringLiteral("it does not know the upload that it has just begun")));
    m_furthest = 0;
    QNetworkRequest request = tusRequest(Routes::uploads);
    request.setRawHeader("Upload-Length", QByteArray::number(m_size));
    request.setRawHeader("Upload-Metadata", metadataOf(m_form));
    request.setRawHeader("Idempotency-Key", m_form.uploadId.toByteArray(QUuid::WithoutBraces));
    await(m_wire.post(request, QByteArray()), &UploadTransfer::begun);
}

void UploadTransfer::begun(const Answer &answer)
{
    const bool isRefused = answer.isOwn && (answer.status == 400 || answer.status == 422);
    if (isRefused && m_form.agentChannel != AgentChannel::Unknown) {
        // A server from before channels were told refuses the word, and one that was updated since knows the upload
        // without it. The recording matters more; a refusal for another reason comes again.
        m_form.agentChannel = AgentChannel::Unknown;
        --m_beginnings;
        return begin();
    }
    if (answer.failure && answer.failure->kind == FailureKind::IdempotencyMismatch) {
        m_isBegunElsewhere = true;
        return search();
    }
    if (answer.failure)
        return stop(*answer.failure);
    const auto path = TusAnswer::uploadPath(answer.reply);
    if (answer.status != 201 || !path)
        return stop(Wire::notUnderstood(QStringLiteral("Location of an upload")));
    m_form.begunAt = *path;
    Q_EMIT uploadBegun(*path);
    if (m_isOver)
        return;
    // The same upload can have been begun before, and its answer lost; then it may have come further.
    if (TusAnswer::offset(answer.reply).value_or(0) == 0)
        standAt(0);
    else
        ask();
}

void UploadTransfer::ask()
{
    await(m_wire.head(tusRequest(m_form.begunAt)), &UploadTransfer::told);
}

void UploadTransfer::told(const Answer &answer)
{
    if (isGone(answer.status))
        return search();
    if (answer.failure)
        return stop(*answer.failure);
    if (const auto recording = TusAnswer::recording(answer.reply))
        return fetch(*recording);
    const auto offset = TusAnswer::offset(answer.reply);
    if (!offset || *offset > m_size || TusAnswer::length(answer.reply).value_or(m_size) != m_size)
        return stop(Wire::notUnderstood(QStringLiteral("Upload-Offset or Upload-Length")));
    standAt(*offset);
}

void UploadTransfer::search()
{
    await(m_wire.get(m_wire.request(pathFor(Routes::leadRecordings, m_form.leadId.value), {}, silence)),
          &UploadTransfer::searched);
}

/// Its answer was lost, and the client was away for so long that the server has forgotten the upload; or somebody else
/// who watches the same folder files the same recording, and tells another time of the call.
void UploadTransfer::searched(const Answer &answer)
{
    const bool refused = answer.failure && (answer.failure->kind == FailureKind::Forbidden || isGone(answer.status));
    if (answer.failure && !refused) // a refusal comes again, with its reason, where it is begun anew
        return stop(*answer.failure);
    for (const QJsonValue &item : QJsonDocument::fromJson(answer.body).array()) {
        const auto recording = recordingFromJson(item.toObject());
        if (recording && recording->sha256 == m_form.sha256 && recording->fileSize == m_size &&
            recording->originalName == m_form.fileName && (m_isBegunElsewhere || isOfTheSameCall(*recording))) {
            m_isOver = true;
            Q_EMIT uploaded(*recording);
            return;
        }
    }
    if (m_isBegunElsewhere)
        return stop(
            {FailureKind::IdempotencyMismatch,
             tr("The same recording is on its way to this lead from elsewhere, with another time of the call or "
                "other words. It was not sent twice. Once it is there, cancel it here."),
             {},
             {}});
    begin();
}

bool UploadTransfer::isOfTheSameCall(const Recording &recording) const
{
    return m_form.callDate && isoTime(recording.callDate) == isoTime(*m_form.callDate);
}

void UploadTransfer::standAt(qint64 offset)
{
    m_offset = offset;
    if (offset > m_furthest) {
        m_furthest = offset;
        m_misses = 0;
    }
    Q_EMIT progress(m_offset, m_size);
    if (!m_isOver)
        read();
}

void UploadTransfer::read()
{
    // Of what is whole nothing goes along: that makes the server look again whether it is a recording.
    const qint64 size = std::min(m_terms->pace.pieceBytes(), m_size - m_offset);
    const auto reading = QtConcurrent::run([file = m_file, offset = m_offset, size, algorithm = *m_terms->checksum] {
        return UploadPiece::read(*file, offset, size, algorithm);
    });
    whenFinished(reading, this, [this](const Result<UploadPiece> &piece) {
        if (m_isOver)
            return;
        if (piece)
            send(*piece);
        else
            stop(piece.error());
    });
}

void UploadTransfer::send(const UploadPiece &piece)
{
    QNetworkRequest request = tusRequest(m_form.begunAt);
    request.setRawHeader("Upload-Offset", QByteArray::number(piece.offset));
    if (!piece.checksum.isEmpty())
        request.setRawHeader("Upload-Checksum", piece.checksum);
    m_underWay = piece.bytes.size();
    m_sending.start();
    await(m_wire.send("PATCH", request, piece.bytes), &UploadTransfer::sent);
}

void UploadTransfer::sent(const Answer &answer)
{
    switch (answer.status) {
    case 0:
        m_terms->pace.lost();
        return rest(*answer.failure);
    case 409: // it stands elsewhere: a piece can arrive of which nobody heard
    case 423: // it still listens to the connection that was cut
        return rest(*answer.failure);
    case 413:
        if (answer.isOwn)
            return stop(*answer.failure);
        m_terms->pace.lost(); // a proxy takes no more than so much at once
        return rest(*answer.failure);
    case 460:
        return mismatched();
    case 404:
    case 410:
        return search();
    default:
        return answer.failure ? stop(*answer.failure) : taken(answer);
    }
}

void UploadTransfer::taken(const Answer &answer)
{
    const auto offset = TusAnswer::offset(answer.reply);
    if (offset != m_offset + m_underWay)
        return stop(Wire::notUnderstood(QStringLiteral("Upload-Offset after a piece")));
    m_mismatches = 0;
    m_terms->pace.took(std::chrono::milliseconds(m_sending.elapsed()));
    if (*offset < m_size)
        return standAt(*offset);
    m_offset = m_size;
    Q_EMIT progress(m_offset, m_size);
    if (m_isOver)
        return;
    if (const auto recording = TusAnswer::recording(answer.reply))
        fetch(*recording);
    else
        stop(Wire::notUnderstood(QStringLiteral("Location of a recording")));
}

void UploadTransfer::mismatched()
{
    if (++m_mismatches <= maxMismatches)
        return read();
    stop({FailureKind::Corrupt,
          tr("What arrives at the server is not what was sent: something on the way changes it. The recording is safe "
             "on this computer. Tell your administrator, then try again."),
          QStringLiteral("Upload-Checksum"),
          {}});
}

void UploadTransfer::rest(const Failure &problem)
{
    if (++m_misses > maxMisses)
        return stop(problem);
    const std::chrono::milliseconds pause = firstRest * (1 << (m_misses - 1));
    m_rest.start(std::max(pause, std::chrono::milliseconds(problem.retryAfter.value_or(std::chrono::seconds(0)))));
}

void UploadTransfer::fetch(RecordingId recording)
{
    await(m_wire.get(m_wire.request(pathFor(Routes::recording, recording.value), {}, askingTime)),
          &UploadTransfer::fetched);
}

void UploadTransfer::fetched(const Answer &answer)
{
    if (answer.isOwn && isGone(answer.status))
        return stop({FailureKind::NotFound,
                     tr("The server had stored this recording, and it was deleted there since. This computer still has "
                        "it: cancel it here, or attach the file again to send it once more."),
                     {},
                     {}});
    if (answer.failure)
        return stop(*answer.failure);
    const auto recording = recordingFromJson(QJsonDocument::fromJson(answer.body).object());
    if (!recording)
        return stop(Wire::notUnderstood(recording.error().message));
    m_isOver = true;
    Q_EMIT uploaded(*recording);
}

void UploadTransfer::cancel()
{
    if (!m_isOver)
        stop({FailureKind::Cancelled, tr("Stopped. The recording is safe on this computer."), {}, {}});
}

void UploadTransfer::stop(const Failure &failure)
{
    m_isOver = true;
    m_start.stop();
    m_rest.stop();
    end();
    Q_EMIT failed(failure);
}

void UploadTransfer::end()
{
    letGo(m_reply, *this);
}

} // namespace Holdfast
