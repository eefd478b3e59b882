// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Result.h"

#include <QIODevice>
#include <QObject>

#include <chrono>
#include <memory>
#include <optional>

namespace Holdfast {

enum class PlaybackState {
    Empty,   ///< no recording
    Opening, ///< being looked at; play() is remembered
    Paused,
    Playing,
    Ended,  ///< at its end; play() starts over
    Failed, ///< it can't be decoded; open another
};

/// How loud each channel is, 0 to 1; a recording of one channel is on both sides.
struct Volumes
{
    double left = 1;
    double right = 1;

    friend bool operator==(const Volumes &, const Volumes &) = default;
};

/// A stretch that is played again and again.
struct PlaybackLoop
{
    std::chrono::milliseconds from{0};
    std::chrono::milliseconds to{0}; ///< after `from`

    friend bool operator==(const PlaybackLoop &, const PlaybackLoop &) = default;
};

/// Plays one recording through the default sound device. Lives in the UI thread and never waits: decoding and sound run
/// in threads of their own, so the window may block and the sound may not. Where there is no sound device it says so in
/// a sentence, stays Paused, and can be tried again.
class Player : public QObject
{
    Q_OBJECT
public:
    explicit Player(QObject *parent = nullptr);
    ~Player() override;

    /// Takes the device (open, random-access, nobody else's from now on) and gets ready; stops what was playing.
    /// expected is the duration as the probe found it, which duration() tells until the end was reached.
    void open(std::shared_ptr<QIODevice> file, std::chrono::milliseconds expected = {});
    void play(); ///< after a pause it resumes a second earlier, so that nothing said is missed
    void pause();
    void togglePlay();
    void seek(std::chrono::milliseconds position);
    void setSpeed(double speed);      ///< 0.5 to 3, at true pitch; kept for the next recording
    void setSkipSilence(bool skip);   ///< kept for the next recording
    void setVolumes(Volumes volumes); ///< heard within a tenth of a second; kept for the next recording
    void setLoop(const std::optional<PlaybackLoop> &loop); ///< none: to the end; goes with the recording
    void close();

    PlaybackState state() const;
    std::chrono::milliseconds position() const; ///< what is heard now
    std::chrono::milliseconds duration() const; ///< 0 while it is not known
    double speed() const;
    bool skipsSilence() const;
    Volumes volumes() const;
    std::optional<PlaybackLoop> loop() const;
    bool isWaiting() const; ///< playing, but the bytes are still on their way

Q_SIGNALS:
    void stateChanged(Holdfast::PlaybackState state);
    void positionChanged(std::chrono::milliseconds position); ///< about 30 times a second while playing
    void durationChanged(std::chrono::milliseconds duration);
    void waitingChanged(bool waiting);
    void mannerChanged(); ///< speed, silence, volumes or loop
    void failed(const Holdfast::Failure &failure);

private:
    void forgetRecording();

    struct Engine;
    std::unique_ptr<Engine> m_engine;
};

} // namespace Holdfast

Q_DECLARE_METATYPE(Holdfast::PlaybackState)
