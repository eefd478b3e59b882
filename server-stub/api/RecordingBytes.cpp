// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/RecordingBytes.h"

#include "api/ContentDisposition.h"
#include "api/DeviceBody.h"
#include "api/FailureReply.h"
#include "api/Log.h"
#include "api/RecordingRequest.h"
#include "contract/Routes.h"
#include "http/Preconditions.h"

namespace Holdfast {

namespace {

/// The name it came with, with the extension of what it is: "call.mp3" for an MP3 that was called "call.wav".
QString nameOf(const Recording &recording)
{
    if (formatFromFileName(recording.originalName) == recording.format)
        return recording.originalName;
    const qsizetype dot = recording.originalName.lastIndexOf(u'.');
    return recording.originalName.first(dot < 0 ? recording.originalName.size() : dot) + u'.' +
           formatName(recording.format);
}

Http::Reply beyondEnd(const Recording &recording)
{
    Http::Reply reply =
        refusal(FailureKind::RangeBeyondEnd, QStringLiteral("The recording ends before the range that was asked for."));
    reply.headers.set("Content-Range", "bytes */" + QByteArray::number(recording.fileSize));
    return reply;
}

Http::Reply unsentFor(Http::Precondition precondition, const QByteArray &etag)
{
    if (precondition == Http::Precondition::Failed)
        return refusal(FailureKind::Outdated,
                       QStringLiteral("The recording is not the one that was asked for. Nothing was sent."));
    Http::Reply reply = Http::Reply::empty(304);
    reply.headers.set("ETag", etag);
    return reply;
}

void describe(Http::Reply &reply, const Recording &recording, const QByteArray &etag)
{
    const QLatin1String type = mimeType(recording.format);
    reply.headers.set("Content-Type", QByteArray(type.data(), type.size()));
    reply.headers.set("Accept-Ranges", "bytes");
    reply.headers.set("ETag", etag);
}

} // namespace

RecordingBytes::RecordingBytes(OpenRecordings &files, AccessLog &log, const RecordingLookup &recordings)
    : m_files(files)
    , m_log(log)
    , m_recordings(recordings)
{
}

void RecordingBytes::addTo(Http::Router &router, const Http::Gate &gate)
{
    router.add("GET", Routes::recordingDownload, gate,
               [this](const Http::Request &request, const Http::Responder &responder) {
                   send(Use::Download, request, responder);
                   return nullptr;
               });
    router.add("GET", Routes::recordingStream, gate,
               [this](const Http::Request &request, const Http::Responder &responder) {
                   send(Use::Stream, request, responder);
                   return nullptr;
               });
}

void RecordingBytes::send(Use use, const Http::Request &request, const Http::Responder &responder)
{
    const bool isDownload = use == Use::Download;
    const RecordingRequest asked(request, m_recordings, m_log,
                                 isDownload ? QStringLiteral("download") : QStringLiteral("stream"),
                                 RecordingLookup::Retention::Without);
    if (!asked.recording)
        return asked.refuse(responder);
    Result<Http::Reply> reply = bytesOf(*asked.recording, request);
    if (!reply) {
        qCWarning(logApi).noquote() << "recording" << asked.recording->id.value << "at" << asked.recording->filePath
                                    << "was not sent:" << reply.error().message << reply.error().detail;
        return responder.reply(failureReply(reply.error()));
    }
    if (isDownload && reply->status < 300)
        reply->headers.set("Content-Disposition", attachmentNamed(nameOf(*asked.recording)));
    if (reply->status == 206 || reply->status == 304)
        m_log.thenReplyOncePerMinute(asked.entry, responder, std::move(*reply));
    else
        m_log.thenReply(asked.entry, responder, std::move(*reply));
}

Result<Http::Reply> RecordingBytes::bytesOf(const Recording &recording, const Http::Request &request)
{
    Result<std::shared_ptr<QIODevice>> file = m_files.open(recording);
    if (!file)
        return fail(file.error());
    const QByteArray etag = '"' + recording.sha256.toHex() + '"';
    const Http::Precondition precondition = Http::preconditionOf(request.headers, etag);
    Http::ByteRange range{0, recording.fileSize - 1};
    Http::Reply reply;
    const auto field = Http::rangeFieldOf(request, etag);
    if (field && precondition == Http::Precondition::Holds) {
        const auto asked = Http::parseRange(*field, recording.fileSize);
        if (std::holds_alternative<Http::BeyondEnd>(asked))
            return beyondEnd(recording);
        if (const auto *part = std::get_if<Http::ByteRange>(&asked)) {
            range = *part;
            reply.status = 206;
            reply.headers.set("Content-Range", "bytes " + QByteArray::number(range.first) + '-' +
                                                   QByteArray::number(range.last) + '/' +
                                                   QByteArray::number(recording.fileSize));
        }
    }
    // Damage at the beginning is found before the answer begins, and can be answered for.
    if (!(*file)->seek(range.first) || (*file)->peek(1).size() != 1)
        return fail(FailureKind::Corrupt, (*file)->errorString());
    // Only now: conditions count where the answer without them would be the recording (RFC 9110 §13.2.1).
    if (precondition != Http::Precondition::Holds)
        return unsentFor(precondition, etag);
    describe(reply, recording, etag);
    reply.source = std::make_shared<DeviceBody>(std::move(*file), range);
    return reply;
}

} // namespace Holdfast
