// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/Waveform.h"

#include "api/FailureReply.h"
#include "api/Log.h"
#include "api/RecordingFile.h"
#include "api/RecordingRequest.h"
#include "contract/Routes.h"
#include "media/Peaks.h"

#include <QMutexLocker>

namespace Holdfast {

namespace {

const QString kind = QStringLiteral("peaks");

Http::Reply peaksReply(const QByteArray &bytes)
{
    Http::Reply reply;
    reply.headers.set("Content-Type", "application/octet-stream");
    reply.body = bytes;
    return reply;
}

} // namespace

Waveform::Waveform(DataFolder &data, AccessLog &log, const RecordingLookup &recordings)
    : m_data(data)
    , m_log(log)
    , m_recordings(recordings)
{
    m_pool.setMaxThreadCount(1); // decoding takes a whole core; playback and uploads go first
}

Waveform::~Waveform()
{
    m_stopping = true;
    m_pool.waitForDone();
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
    const RecordingRequest asked(request, m_recordings, m_log, QStringLiteral("waveform"));
    if (!asked.recording)
        return asked.refuse(responder);
    const QMutexLocker lock(&m_mutex);
    QList<Waiting> &waiting = m_waiting[asked.recording->id];
    waiting.append({asked.entry, responder});
    if (waiting.size() == 1)
        m_pool.start([this, recording = *asked.recording] { answerAll(recording); });
}

void Waveform::answerAll(const Recording &recording)
{
    const Result<QByteArray> peaks = peaksOf(recording);
    QMutexLocker lock(&m_mutex);
    const QList<Waiting> waiting = m_waiting.take(recording.id);
    lock.unlock();
    for (const Waiting &one : waiting) {
        if (peaks)
            m_log.thenReply(one.entry, one.responder, peaksReply(*peaks));
        else
            one.responder.reply(failureReply(peaks.error()));
    }
}

Result<QByteArray> Waveform::peaksOf(const Recording &recording)
{
    const Result<SecretKey> key = keyOf(m_data, recording);
    if (!key)
        return fail(key.error());
    Result<QByteArray> kept = m_data.vault().readBeside(recording.filePath, kind, *key);
    if ((kept && peaksFromBytes(*kept)) || m_stopping) // one of an older form is made anew
        return kept;
    Result<std::unique_ptr<QIODevice>> file = m_data.vault().open(recording.filePath, *key, recording.id);
    if (!file)
        return fail(file.error());
    const Result<Peaks> peaks = computePeaks(std::move(*file), &m_stopping);
    if (!peaks)
        return fail(peaks.error());
    const QByteArray bytes = toBytes(coarser(*peaks, overviewPeaksPerChannel));
    // Not kept is no reason not to answer: it is computed again the next time.
    if (const Done written = m_data.vault().writeBeside(recording.filePath, kind, *key, bytes); !written)
        qCWarning(logApi).noquote() << "peaks could not be kept:" << written.error().message << written.error().detail;
    return bytes;
}

} // namespace Holdfast
