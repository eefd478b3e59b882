// SPDX-License-Identifier: GPL-3.0-or-later
#include "playback/SoundOutput.h"

#include <QAudioDevice>
#include <QAudioFormat>
#include <QAudioSink>
#include <QCoreApplication>
#include <QMediaDevices>
#include <QThread>

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace Holdfast {

namespace {

constexpr int bytesPerFrame = 4; // two channels of 16 bits
constexpr std::chrono::milliseconds tickTime{33};
constexpr double sinkSeconds = 0.12; // as little as a busy computer plays without gaps

/// Qt 6.4's connection to the sound server is torn down at the end of the program while its own thread may still be
/// handling the end of the last stream, and then crashes. Whoever made a sink rests this long after the last one went.
constexpr unsigned long restAfterSound = 100; // ms

Failure noDevice()
{
    return {FailureKind::Unreachable,
            SoundOutput::tr(
                "There is no sound output on this computer. Connect headphones or speakers and press play again; "
                "the recording is safe."),
            {},
            std::nullopt};
}

Failure lostDevice()
{
    return {
        FailureKind::Unreachable,
        SoundOutput::tr("The sound output went away. Connect it again and press play; it goes on where it stopped."),
        {},
        std::nullopt};
}

/// Qt does not find a sound server again that was there before.
Failure goneDevice()
{
    return {
        FailureKind::Unreachable,
        SoundOutput::tr("There is no sound output any more. Connect headphones or speakers and press play again. If "
                        "it stays silent although they are connected, close Holdfast and open it again; nothing is "
                        "lost by that."),
        {},
        std::nullopt};
}

} // namespace

/// What the sink pulls from: decoded frames, and silence where the decoder is behind or done.
class SoundOutput::Feed : public QIODevice
{
public:
    Feed(DecodeAhead &decoder, const Volumes &volumes)
        : m_decoder(decoder)
        , m_volumes(volumes)
    {
        open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    }

    bool isSequential() const override { return true; }
    qint64 bytesAvailable() const override { return 1 << 16; }

    bool ended() const { return m_last.ended; }
    std::optional<Failure> broke() const { return m_last.broke; }
    qint64 silentFrames() const { return m_silentFrames; } ///< since the last frame of sound

    /// The decoder was sent elsewhere: nothing of there is heard yet, and what the sink still holds no longer counts.
    void moved(qint64 framesInSink)
    {
        m_last = {};
        m_silentFrames = framesInSink;
    }

protected:
    qint64 readData(char *data, qint64 maxSize) override
    {
        const auto frames = static_cast<qsizetype>(maxSize / bytesPerFrame);
        m_samples.resize(static_cast<size_t>(frames) * 2);
        m_last = m_decoder.take(m_samples);
        auto *out = reinterpret_cast<qint16 *>(data);
        const auto filled = static_cast<size_t>(m_last.frames) * 2;
        const std::array<float, 2> volumes{static_cast<float>(m_volumes.left), static_cast<float>(m_volumes.right)};
        for (size_t sample = 0; sample < filled; ++sample)
            out[sample] = static_cast<qint16>(
                std::lround(std::clamp(m_samples[sample] * volumes[sample % 2], -1.0F, 1.0F) * 32767.0F));
        std::fill(out + filled, out + m_samples.size(), qint16(0));
        m_silentFrames = m_last.frames > 0 ? frames - m_last.frames : m_silentFrames + frames;
        return frames * bytesPerFrame;
    }
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    DecodeAhead &m_decoder;
    const Volumes &m_volumes; ///< changed in this thread while it plays
    DecodeAhead::Taken m_last;
    std::vector<float> m_samples;
    qint64 m_silentFrames = 0;
};

/// One stretch of playing. The sink is the last member, so that it goes before the feed it pulls from.
struct SoundOutput::Voice
{
    Voice(DecodeAhead &decoder, const Volumes &volumes, const QAudioDevice &device, const QAudioFormat &format)
        : feed(decoder, volumes)
        , sink(device, format)
    {
    }

    Feed feed;
    QAudioSink sink;
};

SoundOutput::SoundOutput()
{
    connect(&m_ticks, &QTimer::timeout, this, &SoundOutput::tick);
}

SoundOutput::~SoundOutput()
{
    QCoreApplication::removePostedEvents(this); // deleting a sink would deliver them
    close();
    deleteLastVoices();
    if (m_soundUsed)
        QThread::msleep(restAfterSound);
}

void SoundOutput::open(quint64 generation, std::shared_ptr<QIODevice> file, std::chrono::milliseconds expected)
{
    close();
    m_generation = generation;
    m_playWhenOpened = false;
    setState(PlaybackState::Opening);
    m_decoder = std::make_unique<DecodeAhead>(std::move(file), expected, [this, generation](const auto &result) {
        QMetaObject::invokeMethod(
            this, [this, generation, result] { opened(generation, result); }, Qt::QueuedConnection);
    });
}

void SoundOutput::opened(quint64 generation, const Result<DecodeAhead::Opened> &result)
{
    if (generation != m_generation || m_state != PlaybackState::Opening)
        return;
    if (!result) {
        setState(PlaybackState::Failed);
        Q_EMIT failed(m_generation, result.error());
        return;
    }
    m_sampleRate = result->sampleRate;
    moveTo(frameAt(m_startWhenOpened));
    setState(PlaybackState::Paused);
    Q_EMIT positionChanged(m_generation, timeOf(m_restFrame));
    if (m_playWhenOpened)
        startSound();
}

void SoundOutput::play()
{
    switch (m_state) {
    case PlaybackState::Opening:
        m_playWhenOpened = true;
        break;
    case PlaybackState::Paused:
        startSound();
        break;
    case PlaybackState::Ended:
        seek(std::chrono::milliseconds(0));
        startSound();
        break;
    case PlaybackState::Empty:
    case PlaybackState::Playing:
    case PlaybackState::Failed:
        break;
    }
}

void SoundOutput::startSound()
{
    const QAudioDevice device = QMediaDevices::defaultAudioOutput();
    QAudioFormat format;
    format.setSampleRate(m_sampleRate);
    format.setChannelCount(2);
    format.setSampleFormat(QAudioFormat::Int16);
    if (device.isNull()) {
        Q_EMIT failed(m_generation, m_soundUsed ? goneDevice() : noDevice());
        return;
    }
    m_soundUsed = true;
    m_voice = std::make_unique<Voice>(*m_decoder, m_volumes, device, format);
    QAudioSink &sink = m_voice->sink;
    sink.setBufferSize(static_cast<qsizetype>(sinkSeconds * m_sampleRate) * bytesPerFrame);
    sink.start(&m_voice->feed);
    if (sink.error() != QAudio::NoError && sink.state() == QAudio::StoppedState) {
        stopSound();
        Q_EMIT failed(m_generation, goneDevice());
        return;
    }
    connect(&sink, &QAudioSink::stateChanged, this, [this](QAudio::State state) {
        if (state == QAudio::StoppedState)
            QMetaObject::invokeMethod(this, &SoundOutput::soundStopped, Qt::QueuedConnection);
    });
    m_ticks.start(tickTime);
    setState(PlaybackState::Playing);
}

/// Silences the sink now and deletes it from the event loop: the destructor of Qt 6.4's sinks delivers pending events,
/// which here could be the next command to this very object, or the sink's own wish for more sound, of which it dies
/// unless it was stopped before.
void SoundOutput::stopSound()
{
    m_ticks.stop();
    setWaiting(false);
    if (!m_voice)
        return;
    m_voice->sink.disconnect(this);
    m_voice->sink.stop();
    m_voice->feed.close();
    m_lastVoices.push_back(std::move(m_voice));
    QMetaObject::invokeMethod(this, &SoundOutput::deleteLastVoices, Qt::QueuedConnection);
}

void SoundOutput::deleteLastVoices()
{
    const std::vector<std::unique_ptr<Voice>> leaving = std::exchange(m_lastVoices, {});
}

/// The device stopped by itself: somebody pulled the plug, or the sound server went.
void SoundOutput::soundStopped()
{
    if (m_state == PlaybackState::Playing && m_voice && m_voice->sink.state() == QAudio::StoppedState)
        breakOff(lostDevice());
}

void SoundOutput::pause()
{
    m_playWhenOpened = false;
    if (m_state != PlaybackState::Playing)
        return;
    const qint64 heard = heardFrame();
    stopSound();
    moveTo(heard);
    setState(PlaybackState::Paused);
    Q_EMIT positionChanged(m_generation, timeOf(m_restFrame));
}

void SoundOutput::seek(std::chrono::milliseconds position)
{
    if (m_state == PlaybackState::Opening) {
        m_startWhenOpened = position;
        return;
    }
    if (!m_decoder || m_sampleRate == 0)
        return;
    moveTo(frameAt(position));
    if (m_state == PlaybackState::Ended)
        setState(PlaybackState::Paused);
    Q_EMIT positionChanged(m_generation, timeOf(m_restFrame));
}

void SoundOutput::setSpeed(double speed)
{
    m_speed = speed;
    changeManner();
}

void SoundOutput::setSkipSilence(bool skip)
{
    m_skipSilence = skip;
    changeManner();
}

void SoundOutput::setLoop(const std::optional<PlaybackLoop> &loop)
{
    m_loop = loop;
    changeManner();
}

void SoundOutput::setVolumes(Volumes volumes)
{
    m_volumes = volumes;
}

/// From the place that is heard now.
void SoundOutput::changeManner()
{
    if (m_decoder && m_sampleRate > 0)
        moveTo(heardFrame());
}

PlaybackManner SoundOutput::manner() const
{
    PlaybackManner manner{m_speed, m_skipSilence, std::nullopt};
    if (m_loop)
        manner.loop = PlaybackManner::Loop{frameAt(m_loop->from), frameAt(m_loop->to)};
    return manner;
}

/// The one way to send the decoder elsewhere, so that the feed never tells the place that was left.
void SoundOutput::moveTo(qint64 frame)
{
    m_restFrame = frame;
    m_decoder->restart(frame, manner());
    if (m_voice)
        m_voice->feed.moved(framesInSink());
}

void SoundOutput::close()
{
    stopSound();
    m_decoder.reset();
    m_restFrame = 0;
    m_startWhenOpened = {};
    m_sampleRate = 0;
    m_loop.reset();
    m_state = PlaybackState::Empty;
}

qint64 SoundOutput::heardFrame() const
{
    if (!m_voice)
        return m_restFrame;
    const qint64 waitingSound = std::max<qint64>(0, framesInSink() - m_voice->feed.silentFrames());
    return m_decoder->sourceFrame(waitingSound);
}

qint64 SoundOutput::framesInSink() const
{
    return (m_voice->sink.bufferSize() - m_voice->sink.bytesFree()) / bytesPerFrame;
}

qint64 SoundOutput::frameAt(std::chrono::milliseconds position) const
{
    return std::max<qint64>(position.count(), 0) * m_sampleRate / 1000;
}

std::chrono::milliseconds SoundOutput::timeOf(qint64 frame) const
{
    return std::chrono::milliseconds(m_sampleRate > 0 ? frame * 1000 / m_sampleRate : 0);
}

void SoundOutput::tick()
{
    if (m_voice->feed.ended() && m_voice->feed.silentFrames() >= framesInSink()) {
        reachedEnd();
        return;
    }
    setWaiting(!m_voice->feed.ended() && m_voice->feed.silentFrames() > framesInSink() + m_sampleRate / 5);
    Q_EMIT positionChanged(m_generation, timeOf(heardFrame()));
}

void SoundOutput::reachedEnd()
{
    const std::optional<Failure> broke = m_voice->feed.broke();
    m_restFrame = m_decoder->sourceFrame();
    if (broke) {
        breakOff(*broke);
        return;
    }
    stopSound();
    Q_EMIT durationFound(m_generation, timeOf(m_restFrame));
    Q_EMIT positionChanged(m_generation, timeOf(m_restFrame));
    setState(PlaybackState::Ended);
}

void SoundOutput::breakOff(const Failure &failure)
{
    const qint64 heard = heardFrame();
    stopSound();
    moveTo(heard);
    setState(PlaybackState::Paused);
    Q_EMIT failed(m_generation, failure);
}

/// The decoder is behind: its bytes are on their way.
void SoundOutput::setWaiting(bool waiting)
{
    if (m_waiting == waiting)
        return;
    m_waiting = waiting;
    Q_EMIT waitingChanged(m_generation, waiting);
}

void SoundOutput::setState(PlaybackState state)
{
    if (m_state == state)
        return;
    m_state = state;
    Q_EMIT stateChanged(m_generation, state);
}

} // namespace Holdfast
