// SPDX-License-Identifier: GPL-3.0-or-later
#include "playback/DecodeAhead.h"

#include "media/AudioDecoder.h"
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

constexpr qsizetype framesPerRead = 1024;
constexpr double secondsAhead = 0.4;

} // namespace

struct DecodeAhead::State
{
    // Shared with the consumer, under the mutex.
    std::mutex mutex;
    std::condition_variable changed;
    bool stop = false;
    bool restartAsked = false;
    qint64 startFrame = 0;
    double speed = 1.0;
    std::deque<float> ready; ///< interleaved stereo
    qint64 takenFrames = 0;  ///< since the last restart, at the speed asked for
    bool ended = false;
    std::optional<Failure> broke;

    // The decoding thread's own.
    std::shared_ptr<QIODevice> file;
    std::function<void(const Result<Opened> &)> opened;
    std::thread thread;

    void run();
    void decode(AudioDecoder &decoder);
    std::vector<float> nextStereo(AudioDecoder &decoder, TimeStretch &stretch, double atSpeed, bool &atEnd,
                                  std::optional<Failure> &failure);
};

DecodeAhead::DecodeAhead(std::shared_ptr<QIODevice> file, std::function<void(const Result<Opened> &)> opened)
    : m_state(std::make_unique<State>())
{
    m_state->file = std::move(file);
    m_state->opened = std::move(opened);
    m_state->thread = std::thread([state = m_state.get()] { state->run(); });
}

DecodeAhead::~DecodeAhead()
{
    {
        const std::scoped_lock lock(m_state->mutex);
        m_state->stop = true;
    }
    m_state->changed.notify_all();
    m_state->thread.join();
}

void DecodeAhead::restart(qint64 frame, double speed)
{
    {
        const std::scoped_lock lock(m_state->mutex);
        m_state->restartAsked = true;
        m_state->startFrame = std::max<qint64>(frame, 0);
        m_state->speed = speed;
        m_state->ready.clear();
        m_state->takenFrames = 0;
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
        taken.sourceFrame =
            m_state->startFrame + std::llround(static_cast<double>(m_state->takenFrames) * m_state->speed);
        taken.ended = m_state->ended && m_state->ready.empty();
        if (taken.ended)
            taken.broke = m_state->broke;
    }
    m_state->changed.notify_all();
    return taken;
}

void DecodeAhead::State::run()
{
    auto decoder = AudioDecoder::open(std::move(file));
    if (!decoder) {
        opened(fail(decoder.error()));
        return;
    }
    opened(Opened{(*decoder)->sampleRate()});
    decode(**decoder);
}

void DecodeAhead::State::decode(AudioDecoder &decoder)
{
    TimeStretch stretch(decoder.sampleRate(), 2);
    const auto enough = static_cast<size_t>(secondsAhead * decoder.sampleRate()) * 2;
    bool atEnd = false;
    double atSpeed = 1.0;
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
                atSpeed = speed;
            }
        }
        std::optional<Failure> failure;
        if (seekTo) {
            atEnd = false;
            stretch.clear();
            stretch.setSpeed(atSpeed);
            if (const Done sought = decoder.seek(*seekTo); !sought)
                failure = sought.error();
        }
        std::vector<float> samples;
        if (!failure && !atEnd)
            samples = nextStereo(decoder, stretch, atSpeed, atEnd, failure);

        const std::scoped_lock lock(mutex);
        if (restartAsked)
            continue; // what was just decoded belongs to the place that was left
        ready.insert(ready.end(), samples.begin(), samples.end());
        if (failure || atEnd) {
            ended = true;
            broke = failure;
        }
    }
}

std::vector<float> DecodeAhead::State::nextStereo(AudioDecoder &decoder, TimeStretch &stretch, double atSpeed,
                                                  bool &atEnd, std::optional<Failure> &failure)
{
    const auto channels = static_cast<size_t>(decoder.channels());
    std::vector<float> decoded(static_cast<size_t>(framesPerRead) * channels);
    const Result<qsizetype> frames = decoder.read(decoded);
    if (!frames) {
        failure = frames.error();
        return {};
    }
    std::vector<float> stereo(static_cast<size_t>(*frames) * 2);
    for (size_t frame = 0; frame < static_cast<size_t>(*frames); ++frame) {
        stereo[2 * frame] = decoded[channels * frame];
        stereo[2 * frame + 1] = decoded[channels * frame + channels - 1];
    }
    atEnd = *frames == 0;
    if (atSpeed == 1.0) // bit for bit what was recorded
        return stereo;
    if (atEnd)
        stretch.flush();
    else
        stretch.put(stereo);
    return stretch.take();
}

} // namespace Holdfast
