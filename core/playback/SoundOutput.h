// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "playback/DecodeAhead.h"
#include "playback/Player.h"

#include <QObject>
#include <QTimer>

#include <memory>
#include <vector>

QT_FORWARD_DECLARE_CLASS(QAudioSink)

namespace Holdfast {

/// Player's other half, which lives in the sound thread: it owns the sound device and feeds it from DecodeAhead. A sink
/// is made for each stretch of playing and goes at each pause, so that none is ever left to run empty.
class SoundOutput : public QObject
{
    Q_OBJECT
public:
    SoundOutput();
    ~SoundOutput() override;

    void open(quint64 generation, std::shared_ptr<QIODevice> file, std::chrono::milliseconds expected);
    void play();
    void pause();
    void seek(std::chrono::milliseconds position);
    void setSpeed(double speed);
    void setSkipSilence(bool skip);
    void setLoop(const std::optional<PlaybackLoop> &loop);
    void setVolumes(Volumes volumes);
    void close();

Q_SIGNALS:
    void stateChanged(quint64 generation, Holdfast::PlaybackState state);
    void positionChanged(quint64 generation, std::chrono::milliseconds position);
    void durationFound(quint64 generation, std::chrono::milliseconds duration);
    void waitingChanged(quint64 generation, bool waiting);
    void failed(quint64 generation, const Holdfast::Failure &failure);

private:
    class Feed;
    struct Voice;

    void opened(quint64 generation, const Result<DecodeAhead::Opened> &result);
    void startSound();
    void stopSound();
    void deleteLastVoices();
    void soundStopped();
    void tick();
    void reachedEnd();
    void setState(PlaybackState state);
    void breakOff(const Failure &failure);
    void moveTo(qint64 frame);
    void changeManner();
    void setWaiting(bool waiting);
    PlaybackManner manner() const;
    qint64 heardFrame() const;
    qint64 framesInSink() const;
    qint64 frameAt(std::chrono::milliseconds position) const;
    std::chrono::milliseconds timeOf(qint64 frame) const;

    quint64 m_generation = 0;
    PlaybackState m_state = PlaybackState::Empty;
    bool m_playWhenOpened = false;
    std::chrono::milliseconds m_startWhenOpened{0};
    bool m_soundUsed = false; ///< a sink was made, at any time
    int m_sampleRate = 0;
    double m_speed = 1.0;
    bool m_skipSilence = false;
    std::optional<PlaybackLoop> m_loop;
    Volumes m_volumes;
    bool m_waiting = false;
    qint64 m_restFrame = 0; ///< where it stands while no sink runs
    std::unique_ptr<DecodeAhead> m_decoder;
    std::unique_ptr<Voice> m_voice;                   ///< what sounds now
    std::vector<std::unique_ptr<Voice>> m_lastVoices; ///< silent, and to be deleted from the event loop
    QTimer m_ticks{this};
};

} // namespace Holdfast
