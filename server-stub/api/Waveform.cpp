// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/Waveform.h"

#include "api/FailureReply.h"
#include "api/QueryFields.h"
#include "api/RecordingRequest.h"
#include "contract/Routes.h"

namespace Holdfast {

namespace {

Http::Reply peaksReply(const QByteArray &bytes)
{
    Http::Reply reply;
    reply.headers.set("Content-Type", "application/octet-stream");
    reply.body = bytes;
    return reply;
}

Result<CallAnalyser::Level> levelOf(const Http::Request &request)
{
    QueryFields query(request);
    const auto detail = query.text(QLatin1String("detail"));
    if (detail && *detail != QLatin1String("fine"))
        query.refuse(QStringLiteral("detail"), QStringLiteral("must be fine, or left out for the overview"));
    if (const auto failure = query.failure())
        return fail(*failure);
    return detail ? CallAnalyser::Level::Fine : CallAnalyser::Level::Overview;
}

} // namespace

Waveform::Waveform(CallAnalyser &analyser, AccessLog &log, const RecordingLookup &recordings)
    : m_analyser(analyser)
    , m_log(log)
    , m_recordings(recordings)
{
}

void Waveform::addTo(Http::Router &router, const Http::Gate &gate)
{
    router.add("GET", Routes::recordingWaveform, gate,
               [this](const Http::Request &request, const Http::Responder &responder) {
                   ask(request, responder);
                   return nullptr;
               });
}

void Waveform::ask(const Http::Request &request, const Http::Responder &responder)
{
    const Result<CallAnalyser::Level> level = levelOf(request);
    if (!level)
        return responder.reply(failureReply(level.error()));
    const RecordingRequest asked(request, m_recordings, m_log, QStringLiteral("waveform"));
    if (!asked.recording)
        return asked.refuse(responder);
    m_analyser.askPeaks(*asked.recording, *level,
                        [&log = m_log, entry = asked.entry, responder](const Result<QByteArray> &peaks) {
                            if (peaks)
                                log.thenReply(entry, responder, peaksReply(*peaks));
                            else
                                responder.reply(failureReply(peaks.error()));
                        });
}

} // namespace Holdfast
