// SPDX-License-Identifier: GPL-3.0-or-later
#include "actions/PlayRecording.h"

#include "actions/CachedName.h"
#include "domain/WhenFinished.h"
#include "local/ArrivingReader.h"
#include "local/RecordingKey.h"

#include <QBuffer>
#include <QtConcurrentRun>

namespace Holdfast {

namespace {

constexpr std::chrono::milliseconds backOnOpening{1000}; // so that nothing said is missed
constexpr std::chrono::milliseconds atTheEnd{1500};      // whoever stops there has heard it

constexpr int levelStep = 4; // each level has a fourth of the buckets of the one before

QString waveformName(const LocalRecording &recording)
{
    return waveformNameInCache(recordingKey(recording));
}

QList<Peaks> levelsOf(const Peaks &finest)
{
    QList<Peaks> levels{finest};
    for (int buckets = finestPeaksPerChannel / levelStep; buckets >= overviewPeaksPerChannel; buckets /= levelStep)
        levels.append(coarser(finest, buckets));
    return levels;
}

Result<Peaks> keptPeaks(const SealedCache &cache, const QString &name)
{
    auto file = cache.get(name);
    if (!file)
        return fail(file.error());
    return peaksFromBytes((*file)->readAll());
}

/// For the next time; where that fails they are made again then.
void keepPeaks(SealedCache &cache, const QString &name, QByteArray bytes)
{
    QBuffer from(&bytes);
    from.open(QIODevice::ReadOnly);
    if (const auto kept = cache.put(name, from); !kept)
        qWarning("a waveform was not kept: %s", qPrintable(kept.error().detail));
}

Result<Peaks> madePeaks(SealedCache &cache, const QString &sound, const QString &name)
{
    auto file = cache.get(sound);
    if (!file)
        return fail(file.error());
    Result<Peaks> peaks = computePeaks(std::move(*file));
    if (peaks)
        keepPeaks(cache, name, toBytes(*peaks));
    return peaks;
}

template <class T> void keepPromise(QPromise<T> &promise, T value)
{
    promise.addResult(std::move(value));
    promise.finish();
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
    const bool isHere = m_session.cache->has(waveformName(recording));
    if (!isHere && recording.remote) {
        auto promise = std::make_shared<QPromise<Result<Peaks>>>();
        promise->start();
        whenFinished(m_api.waveform(recording.remote->id, ApiClient::WaveformDetail::Overview), this,
                     [this, promise, recording](const Result<QByteArray> &bytes) {
                         if (bytes)
                             return keepPromise(*promise, peaksFromBytes(*bytes));
                         // Without the server it can be made of what was heard before.
                         whenFinished(QtConcurrent::run(finest(recording)), this,
                                      [promise, failure = bytes.error()](const Result<Peaks> &made) {
                                          keepPromise(*promise, made ? coarser(*made, overviewPeaksPerChannel)
                                                                     : Result<Peaks>(fail(failure)));
                                      });
                     });
        return promise->future();
    }
    return QtConcurrent::run([make = finest(recording)] {
        return make().map([](const Peaks &peaks) { return coarser(peaks, overviewPeaksPerChannel); });
    });
}

QFuture<Result<QList<Peaks>>> PlayRecording::peakLevels(const LocalRecording &recording)
{
    const QString name = waveformName(recording);
    const bool canBeMade = m_session.cache->has(name) || !cachedName(*m_session.cache, recording).isEmpty();
    if (canBeMade || !recording.remote)
        return QtConcurrent::run([make = finest(recording)] { return make().map(levelsOf); });
    auto promise = std::make_shared<QPromise<Result<QList<Peaks>>>>();
    promise->start();
    whenFinished(m_api.waveform(recording.remote->id, ApiClient::WaveformDetail::Fine), this,
                 [this, promise, name](const Result<QByteArray> &bytes) {
                     if (!bytes)
                         return keepPromise(*promise, Result<QList<Peaks>>(fail(bytes.error())));
                     const auto levels = QtConcurrent::run([cache = m_session.cache, name, bytes = *bytes] {
                         const Result<Peaks> peaks = peaksFromBytes(bytes);
                         if (peaks)
                             keepPeaks(*cache, name, bytes);
                         return peaks.map(levelsOf);
                     });
                     whenFinished(levels, this,
                                  [promise](const Result<QList<Peaks>> &made) { keepPromise(*promise, made); });
                 });
    return promise->future();
}

/// Of what is on this computer: the waveform itself, or else the sound. For the pool.
std::function<Result<Peaks>()> PlayRecording::finest(const LocalRecording &recording) const
{
    const QString sound = cachedName(*m_session.cache, recording);
    return [cache = m_session.cache, name = waveformName(recording), sound]() -> Result<Peaks> {
        if (Result<Peaks> kept = keptPeaks(*cache, name); kept)
            return kept;
        if (sound.isEmpty())
            return fail(FailureKind::NotFound, tr("This recording is not kept on this computer any more."));
        return madePeaks(*cache, sound, name);
    };
}

} // namespace Holdfast
