// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/TusReply.h"

#include "api/FailureReply.h"

#include <QLocale>

namespace Holdfast::TusReply {

namespace {

void nameRecording(Http::Reply &reply, RecordingId recording)
{
    if (recording.isValid())
        reply.headers.set("Location", "/api/recordings/" + QByteArray::number(recording.value));
}

} // namespace

Http::Reply withVersion(Http::Reply reply)
{
    reply.headers.set("Tus-Resumable", version.toByteArray());
    return reply;
}

Http::Reply failed(const Failure &failure)
{
    return withVersion(failureReply(failure));
}

Http::Reply message(int status, const QString &message)
{
    return withVersion(Http::Reply::message(status, message));
}

Http::Reply progress(int status, const TusUploads::View &view)
{
    Http::Reply reply = withVersion(Http::Reply::empty(status));
    reply.headers.set("Upload-Offset", QByteArray::number(view.offset));
    reply.headers.set("Upload-Expires",
                      QLocale::c().toString(view.expiresAt.toUTC(), u"ddd, dd MMM yyyy hh:mm:ss 'GMT'").toLatin1());
    nameRecording(reply, view.recording);
    return reply;
}

Http::Reply ended(const TusUploads::View &view)
{
    Http::Reply reply = withVersion(Http::Reply::empty(204));
    nameRecording(reply, view.recording);
    return reply;
}

} // namespace Holdfast::TusReply
