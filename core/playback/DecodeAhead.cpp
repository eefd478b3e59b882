// SPDX-License-Identifier: GPL-3.0-or-later
#include "playback/DecodeAhead.h"

#include "domain/Interruptible.h"
#include "media/AudioDecoder.h"
#include "playback/SilenceGate.h"
#include "playback/SourceMap.h"
#include "playback/TimeStretch.h"

#include <algorithm>
#include <cmath>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>
#include <vector>

namespace Holdfast {

namespace {

constexpr double secondsAhead = 0.4;
constexpr double secondsRemembered = 3; // of jumps that were played: more than a sink holds, at the highest speed

qsizetype framesPerRead(int sampleRate)
{
    return sampleRate / 50; // 20 ms: what a pause is measured in
}

} // namespace

struct DecodeAhead::State
{
    // Shared with the consumer, under the mutex.
    mutable std::mutex mutex;
    std::condition_variable changed;
    bool stop = false;
    bool restartAsked = false;
    qint64 startFrame = 0;
    PlaybackManner manner;
    std::deque<float> ready; ///< interleaved stereo
    qint64 takenFrames = 0;  ///< since the last restart, at the speed asked for
    SourceMap map;
    bool ended = false;
    std::optional<Failure> broke;

    // The decoding thread's own.
    std::shared_ptr<QIODevice> file;
    std::chrono::milliseconds expected{0};
    std::function<void(const Result<Opened> &)> opened;
    std::unique_ptr<AudioDecoder> decoder;
    std::unique_ptr<TimeStretch> stretch;
    std::unique_ptr<SilenceGate> gate;
    PlaybackManner now;
    qint64 nextFrame = 0;   ///< of the recording, to be decoded
    qint64 playedFrame = 0; ///< since the last start, at speed 1, to be made
    bool isBroken = false;  ///< the last turn failed
    std::thread thread;

    /// What one turn of the decoding thread made.
    struct Made
    {
        std::vector<float> stereo;
        std::optional<qint64> jumpedTo; ///< where what was made begins, if not where the turn before ended
        qint64 jumpedAt = 0;            ///< played frame
        bool atEnd = false;
    };

    qint64 playedFramesTaken(qint64 behind) const
    {
        return std::llround(static_cast<double>(takenFrames - behind) * manner.speed);
    }

    void interrupt() const;
    Result<std::unique_ptr<AudioDecoder>> openDecoder() const;
    bool wasInterrupted();
    void run();
    void decode();
    Done moveTo(qint64 frame);
    Result<Made> makeSome();
    Result<std::vector<float>> nextStereo();
    void stretched(std::vector<float> stereo, Made &made);
};

DecodeAhead::DecodeAhead(std::shared_ptr<QIODevice> file, std::chrono::milliseconds expected,
                         std::function<void(const Result<Opened> &)> opened)
    : m_state(std::make_unique<State>())
{
    m_state->file = std::move(file);
    m_state->expected = expected;
    m_state->opened = std::move(opened);
    m_state->thread = std::thread([state = m_state.get()] { state->run(); });
}

DecodeAhead::~DecodeAhead()
{
    {
        const std::scoped_lock lock(m_state->mutex);
        m_state->stop = true;
        m_state->interrupt();
    }
    m_state->changed.notify_all();
    m_state->thread.join();
}

void DecodeAhead::restart(qint64 frame, const PlaybackManner &manner)
{
    {
        const std::scoped_lock lock(m_state->mutex);
        m_state->restartAsked = true;
        m_state->interrupt();
        m_state->startFrame = std::max<qint64>(frame, 0);
        m_state->manner = manner;
        m_state->ready.clear();
        m_state->takenFrames = 0;
        m_state->map.restart(m_state->startFrame);
        m_state->ended = false;
        m_state->broke.reset();
    }
    m_state->changed.notify_all();
}

DecodeAhead::Taken DecodeAhead::take(std::span<float> stereo)
{
    Taken taken;
    {
        const std::scoped_lock lock(m_state->mutex);
        const size_t samples = std::min(stereo.size() / 2 * 2, m_state->ready.size());
        const auto last = m_state->ready.begin() + static_cast<std::ptrdiff_t>(samples);
        std::copy(m_state->ready.begin(), last, stereo.begin());
        m_state->ready.erase(m_state->ready.begin(), last);
        taken.frames = static_cast<qsizetype>(samples / 2);
        m_state->takenFrames += taken.frames;
        taken.ended = m_state->ended && m_state->ready.empty();
        if (taken.ended)
            taken.broke = m_state->broke;
    }
    m_state->changed.notify_all();
    return taken;
}

qint64 DecodeAhead::sourceFrame(qint64 framesBeforeLast) const
{
    const std::scoped_lock lock(m_state->mutex);
    return m_state->map.sourceOf(std::max<qint64>(0, m_state->playedFramesTaken(framesBeforeLast)));
}

/// A read that waits for bytes of the place that is being left. Under the mutex, so that goOn() is never overtaken.
void DecodeAhead::State::interrupt() const
{
    if (auto *const device = dynamic_cast<Interruptible *>(file.get()))
        device->interrupt();
}

/// What is on its way from a server is not fetched as a whole for the sake of a seek.
Result<std::unique_ptr<AudioDecoder>> DecodeAhead::State::openDecoder() const
{
    const bool isFar = dynamic_cast<Interruptible *>(file.get()) != nullptr && expected.count() > 0;
    return AudioDecoder::open(file, isFar ? std::optional(expected) : std::nullopt);
}

/// By somebody who wants another place, while it was being opened.
bool DecodeAhead::State::wasInterrupted()
{
    const std::scoped_lock lock(mutex);
    if (stop || !restartAsked)
        return false;
    if (auto *const device = dynamic_cast<Interruptible *>(file.get()))
        device->goOn();
    return true;
}

void DecodeAhead::State::run()
{
    auto made = openDecoder();
    while (!made && wasInterrupted())
        made = openDecoder();
    if (!made) {
        opened(fail(made.error()));
        return;
    }
    decoder = std::move(*made);
    stretch = std::make_unique<TimeStretch>(decoder->sampleRate(), 2);
    gate = std::make_unique<SilenceGate>(decoder->sampleRate());
    opened(Opened{decoder->sampleRate()});
    decode();
}

void DecodeAhead::State::decode()
{
    const auto enough = static_cast<size_t>(secondsAhead * decoder->sampleRate()) * 2;
    const auto remembered = static_cast<qint64>(secondsRemembered * decoder->sampleRate());
    for (;;) {
        std::optional<qint64> seekTo;
        {
            std::unique_lock lock(mutex);
            changed.wait(lock, [&] { return stop || restartAsked || (!ended && ready.size() < enough); });
            if (stop)
                return;
            if (restartAsked) {
                restartAsked = false;
                seekTo = startFrame;
                now = manner;
                if (auto *const device = dynamic_cast<Interruptible *>(file.get()))
                    device->goOn();
            }
        }
        Result<Made> made = Made{};
        if (seekTo) {
            stretch->clear();
            stretch->setSpeed(now.speed);
            gate->restart();
            playedFrame = 0;
            if (const Done moved = moveTo(*seekTo); !moved)
                made = fail(moved.error());
        }
        if (made)
            made = makeSome();
        isBroken = !made;

        const std::scoped_lock lock(mutex);
        if (restartAsked)
            continue; // what was just made belongs to the place that was left
        if (!made || made->atEnd) {
            ended = true;
            if (!made)
                broke = made.error();
        }
        if (!made)
            continue;
        ready.insert(ready.end(), made->stereo.begin(), made->stereo.end());
        if (made->jumpedTo)
            map.jump(made->jumpedAt, *made->jumpedTo);
        map.forgetBefore(playedFramesTaken(0) - remembered);
    }
}

Done DecodeAhead::State::moveTo(qint64 frame)
{
    if (isBroken || decoder->hasStopped()) { // perhaps it waited for bytes where nobody is any more
        auto anew = openDecoder();
        if (!anew)
            return fail(anew.error());
        decoder = std::move(*anew);
    }
    nextFrame = frame;
    return decoder->seek(frame);
}

/// One stretch of 20 ms, or nothing where that is a pause to be left out.
Result<DecodeAhead::State::Made> DecodeAhead::State::makeSome()
{
    Made made;
    const bool loops = now.loop && nextFrame >= now.loop->to;
    if (loops) {
        if (const Done moved = moveTo(now.loop->from); !moved)
            return fail(moved.error());
        made.jumpedTo = now.loop->from;
        made.jumpedAt = playedFrame;
    }
    const qint64 from = nextFrame;
    Result<std::vector<float>> stereo = nextStereo();
    if (!stereo)
        return fail(stereo.error());
    auto frames = static_cast<qint64>(stereo->size() / 2);
    made.atEnd = frames == 0;
    if (now.loop && from < now.loop->to && from + frames > now.loop->to) {
        frames = now.loop->to - from;
        stereo->resize(static_cast<size_t>(frames) * 2);
    }
    nextFrame = from + frames;
    if (now.loop && made.atEnd && from > now.loop->from) { // it reaches beyond the end
        now.loop->to = from;
        made.atEnd = false;
        return made;
    }
    if (now.skipSilence && !gate->passes(*stereo)) {
        made.jumpedTo = nextFrame;
        made.jumpedAt = playedFrame;
        return made;
    }
    playedFrame += frames;
    stretched(std::move(*stereo), made);
    return made;
}

Result<std::vector<float>> DecodeAhead::State::nextStereo()
{
    const auto channels = static_cast<size_t>(decoder->channels());
    std::vector<float> decoded(static_cast<size_t>(framesPerRead(decoder->sampleRate())) * channels);
    const Result<qsizetype> frames = decoder->read(decoded);
    if (!frames)
        return fail(frames.error());
    std::vector<float> stereo(static_cast<size_t>(*frames) * 2);
    for (size_t frame = 0; frame < static_cast<size_t>(*frames); ++frame) {
        stereo[2 * frame] = decoded[channels * frame];
        stereo[2 * frame + 1] = decoded[channels * frame + channels - 1];
    }
    return stereo;
}

void DecodeAhead::State::stretched(std::vector<float> stereo, Made &made)
{
    if (now.speed == 1.0) { // bit for bit what was recorded
        made.stereo = std::move(stereo);
        return;
    }
    if (made.atEnd)
        stretch->flush();
    else
        stretch->put(stereo);
    made.stereo = stretch->take();
}

} // namespace Holdfast
