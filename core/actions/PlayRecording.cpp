// SPDX-License-Identifier: GPL-3.0-or-later
#include "actions/PlayRecording.h"

#include "domain/WhenFinished.h"

#include <QtConcurrentRun>

namespace Holdfast {

namespace {

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
    , m_fetch(session, api, ApiClient::Purpose::Listening)
{
    connect(&m_fetch, &FetchRecording::fetching, this, &PlayRecording::fetching);
}

QFuture<Result<std::shared_ptr<QIODevice>>> PlayRecording::open(const LocalRecording &recording)
{
    return m_fetch.open(recording);
}

void PlayRecording::cancel()
{
    m_fetch.cancel();
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
