// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "actions/PlayRecording.h"
#include "domain/CallAnalysis.h"
#include "look/Icons.h"
#include "playback/Player.h"
#include "player/ChannelsButton.h"
#include "player/WaveformMark.h"

#include <QElapsedTimer>
#include <QFrame>

QT_FORWARD_DECLARE_CLASS(QHBoxLayout)
QT_FORWARD_DECLARE_CLASS(QLabel)
QT_FORWARD_DECLARE_CLASS(QToolButton)

namespace Holdfast {

class CallFigures;
class WaveformView;

/// The player at the foot of the window, which stays when the place changes: what plays, its waveform, time and manner.
/// Finds the bytes through PlayRecording and gives them to the player; what goes wrong stands here as a sentence. A
/// recording opens where one stopped listening to it.
class PlayerBar : public QFrame
{
    Q_OBJECT
public:
    PlayerBar(Player &player, PlayRecording &play, QWidget *parent = nullptr);
    ~PlayerBar() override;

    /// Plays it, or goes on or pauses where it is the one that is here already.
    void playOrPause(const LocalRecording &recording, const QString &leadName);
    void playOrPause();                                                  ///< the one that is here
    void open(const LocalRecording &recording, const QString &leadName); ///< without a sound, where it is not here
    bool hasRecording() const;
    void changeSpeed(int steps); ///< up or down the speeds of the menu
    void seekBy(std::chrono::milliseconds step);
    void playFrom(std::chrono::milliseconds position);
    void toggleSkipSilence();
    void setSolo(CallSide solo);
    CallSide solo() const; ///< who alone is heard, or both
    void setLoopStart();   ///< where it stands now; a second time drops the loop
    void setLoopEnd();
    void dropLoop();
    void zoom(double factor);

    std::optional<LocalRecording> current() const { return m_current; }
    std::chrono::milliseconds position() const { return m_player.position(); }
    std::optional<TimeSpan> selection() const; ///< of the waveform
    void clearSelection();
    void setMarks(const QList<WaveformMark> &marks);
    /// What is known by now of the recording that is here; no analysis: none yet.
    void setAccount(const std::optional<CallAnalysis> &analysis, AgentChannel agent);

Q_SIGNALS:
    /// What is in the player changed, or whether it plays.
    void playingChanged();
    void currentChanged();

private:
    void buildLayout();
    QToolButton *addButton(Icon sign, const QString &name, const QString &hint);
    void connectPlayer();
    enum class Start { Playing, Paused };
    void load(const LocalRecording &recording, const QString &leadName, Start start);
    void askForPeaks(const LocalRecording &recording);
    void rememberPosition();
    void showState();
    void showTime();
    void showManner();
    void showWaveform();
    void showNames();
    void say(const QString &sentence); ///< empty: nothing to say

    Player &m_player;
    PlayRecording &m_play;
    std::optional<LocalRecording> m_current;
    quint64 m_load = 0;      ///< tells the answer to the newest load from older ones
    bool m_isBroken = false; ///< the rest of its bytes can't be had: play() asks for them anew
    std::optional<std::chrono::milliseconds> m_loopStart; ///< of a loop that has no end yet
    QElapsedTimer m_sinceRemembered;

    QToolButton *m_button = nullptr;
    QLabel *m_name = nullptr;
    QLabel *m_lead = nullptr;
    QLabel *m_time = nullptr;
    QLabel *m_sentence = nullptr;
    QLabel *m_waiting = nullptr;
    QToolButton *m_speed = nullptr;
    QToolButton *m_skip = nullptr;
    QToolButton *m_loop = nullptr;
    ChannelsButton *m_channels = nullptr;
    WaveformView *m_waveform = nullptr;
    QWidget *m_overview = nullptr;
    CallFigures *m_figures = nullptr;
    QHBoxLayout *m_row = nullptr;
};

} // namespace Holdfast
