// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Result.h"

#include <QIODevice>
#include <QObject>

#include <chrono>
#include <memory>

namespace Holdfast {

enum class PlaybackState { Empty, Opening, Paused, Playing, Ended, Failed };

/// Plays one recording through the default sound device. Lives in the UI thread; decoding and sound run in a thread of
/// their own, so the window may block and the sound may not. Without a sound device it fails with a sentence and can be
/// tried again.
class Player : public QObject
{
    Q_OBJECT
public:
    explicit Player(QObject *parent = nullptr);
    ~Player() override;

    /// Takes the device (open, random-access) and gets ready; stops what was playing.
    void open(std::unique_ptr<QIODevice> file);
    void play();
    void pause();
    void togglePlay();
    void seek(std::chrono::milliseconds position);
    void setSpeed(double speed); ///< 0.5 to 3, at true pitch
    void close();

    PlaybackState state() const;
    std::chrono::milliseconds position() const; ///< what is heard now
    std::chrono::milliseconds duration() const; ///< what decoding says, 0 while Empty or not known yet
    double speed() const;

Q_SIGNALS:
    void stateChanged(Holdfast::PlaybackState state);
    void positionChanged(std::chrono::milliseconds position); ///< about 30 times a second while playing
    void durationChanged(std::chrono::milliseconds duration);
    void failed(const Holdfast::Failure &failure);

private:
    struct Engine;
    std::unique_ptr<Engine> m_engine;
};

} // namespace Holdfast
