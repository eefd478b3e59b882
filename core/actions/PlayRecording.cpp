// SPDX-License-Identifier: GPL-3.0-or-later
#include "actions/PlayRecording.h"

#include "actions/CachedName.h"
#include "domain/WhenFinished.h"
#include "local/ArrivingReader.h"

#include <QtConcurrentRun>

namespace Holdfast {

namespace {

constexpr std::chrono::milliseconds backOnOpening{1000}; // so that nothing said is missed
constexpr std::chrono::milliseconds atTheEnd{1500};      // whoever stops there has heard it

QFuture<Result<Peaks>> computeFromCache(const std::shared_ptr<SealedCache> &cache, const QString &name)
{
    return QtConcurrent::run([cache, name]() -> Result<Peaks> {
        auto file = cache->get(name);
        if (!file)
            return fail(file.error());
        return computePeaks(std::move(*file)).map([](const Peaks &peaks) {
            return coarser(peaks, overviewPeaksPerChannel);
        });
    });
}

} // namespace

PlayRecording::PlayRecording(Session &session, ApiClient &api, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_api(api)
{
}

PlayRecording::~PlayRecording() = default;

Result<std::shared_ptr<QIODevice>> PlayRecording::open(const LocalRecording &recording)
{
    m_stream.reset();
    const QString cached = cachedName(*m_session.cache, recording);
    Result<std::unique_ptr<QIODevice>> here =
        cached.isEmpty() ? fail(FailureKind::NotFound, tr("This recording is not kept on this computer any more."))
                         : m_session.cache->get(cached);
    if (here)
        return std::shared_ptr<QIODevice>(std::move(*here));
    return recording.remote ? stream(*recording.remote) : fail(here.error());
}

Result<std::shared_ptr<QIODevice>> PlayRecording::stream(const Recording &remote)
{
    auto arriving = m_session.cache->arrive(nameInCache(remote.id), remote.fileSize);
    if (!arriving)
        return fail(arriving.error());
    m_stream = m_api.stream(remote, *arriving);
    connect(m_stream.get(), &RecordingStream::failed, this, &PlayRecording::broke);
    connect(m_stream.get(), &RecordingStream::whole, this,
            [this, arriving = *arriving, sha256 = remote.sha256] { settle(arriving, sha256); });
    return std::make_shared<ArrivingReader>(*arriving);
}

void PlayRecording::settle(const std::shared_ptr<ArrivingRecording> &arriving, const QByteArray &sha256)
{
    whenFinished(QtConcurrent::run([arriving, sha256] { return arriving->settle(sha256); }), this,
                 [this](const Done &settled) {
                     if (!settled)
                         Q_EMIT broke(settled.error());
                 });
}

std::chrono::milliseconds PlayRecording::lastPosition(const LocalRecording &recording) const
{
    const auto position = m_session.store->listenedTo(recording);
    return position ? std::max(std::chrono::milliseconds(0), *position - backOnOpening) : std::chrono::milliseconds(0);
}

/// What can't be remembered is no reason to disturb whoever listens.
void PlayRecording::rememberPosition(const LocalRecording &recording, std::chrono::milliseconds position)
{
    const bool atEnd = recording.facts.duration && position + atTheEnd >= *recording.facts.duration;
    if (const Done remembered =
            m_session.store->rememberListenedTo(recording, atEnd ? std::chrono::milliseconds(0) : position);
        !remembered)
        qWarning("where one stopped listening was not remembered: %s", qPrintable(remembered.error().detail));
}

QFuture<Result<Peaks>> PlayRecording::peaks(const LocalRecording &recording)
{
    const QString cached = cachedName(*m_session.cache, recording);
    if (!cached.isEmpty())
        return computeFromCache(m_session.cache, cached);
    if (!recording.remote)
        return finishedWith<Result<Peaks>>(
            fail(FailureKind::NotFound, tr("This recording is not kept on this computer any more.")));
    auto promise = std::make_shared<QPromise<Result<Peaks>>>();
    promise->start();
    whenFinished(m_api.waveform(recording.remote->id), this, [promise](const Result<QByteArray> &bytes) {
        promise->addResult(bytes ? peaksFromBytes(*bytes) : fail(bytes.error()));
        promise->finish();
    });
    return promise->future();
}

} // namespace Holdfast
