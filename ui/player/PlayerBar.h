// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "actions/PlayRecording.h"
#include "playback/Player.h"

#include <QFrame>

QT_FORWARD_DECLARE_CLASS(QLabel)
QT_FORWARD_DECLARE_CLASS(QProgressBar)
QT_FORWARD_DECLARE_CLASS(QToolButton)

namespace Holdfast {

class WaveformView;

/// The player at the foot of the window, which stays when the place changes: what plays, its waveform, time and speed.
/// Finds the bytes through PlayRecording and gives them to the player; what goes wrong stands here as a sentence.
class PlayerBar : public QFrame
{
    Q_OBJECT
public:
    PlayerBar(Player &player, PlayRecording &play, QWidget *parent = nullptr);

    /// Plays it from the start, or goes on or pauses where it is the one that is here already.
    void playOrPause(const LocalRecording &recording, const QString &leadName);
    void playOrPause(); ///< the one that is here
    bool hasRecording() const;
    void changeSpeed(int steps); ///< up or down the speeds of the menu

Q_SIGNALS:
    /// What is in the player changed, or whether it plays.
    void playingChanged();

public:
    std::optional<LocalRecording> current() const { return m_current; }

private:
    void buildLayout();
    void load(const LocalRecording &recording, const QString &leadName);
    void showState();
    void showTime();
    void showWaveform();
    void say(const QString &sentence); ///< empty: nothing to say
    void setSpeed(double speed);

    Player &m_player;
    PlayRecording &m_play;
    std::optional<LocalRecording> m_current;
    quint64 m_load = 0; ///< tells the answer to the newest load from older ones
    bool m_fetching = false;

    QToolButton *m_button = nullptr;
    QLabel *m_name = nullptr;
    QLabel *m_lead = nullptr;
    QLabel *m_time = nullptr;
    QLabel *m_sentence = nullptr;
    QProgressBar *m_progress = nullptr;
    QToolButton *m_speed = nullptr;
    WaveformView *m_waveform = nullptr;
};

} // namespace Holdfast
