// SPDX-License-Identifier: GPL-3.0-or-later
#include "player/PlayerBar.h"

#include "domain/ShownText.h"
#include "domain/WhenFinished.h"
#include "look/ElidedLabel.h"
#include "look/Icons.h"
#include "look/SideWords.h"
#include "look/Spacing.h"
#include "look/Text.h"
#include "player/CallFigures.h"
#include "player/WaveformOverview.h"
#include "player/WaveformView.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPainter>
#include <QToolButton>

#include <algorithm>
#include <array>

namespace Holdfast {

namespace {

bool isSame(const LocalRecording &a, const LocalRecording &b)
{
    if (a.remote && b.remote)
        return a.remote->id == b.remote->id;
    return !a.uploadId.isNull() && a.uploadId == b.uploadId;
}

constexpr std::chrono::seconds rememberEvery{5};
constexpr std::chrono::milliseconds shortestLoop{300}; // a shorter one is a buzz that no key gets out of

constexpr std::array speedSteps{0.5, 0.75, 1.0, 1.25, 1.5, 2.0, 3.0};

} // namespace

PlayerBar::PlayerBar(Player &player, PlayRecording &play, QWidget *parent)
    : QFrame(parent)
    , m_player(player)
    , m_play(play)
{
    setProperty("bar", true);
    buildLayout();
    connectPlayer();
    showState();
    showTime();
    showManner();
}

PlayerBar::~PlayerBar()
{
    rememberPosition();
}

void PlayerBar::connectPlayer()
{
    connect(m_button, &QToolButton::clicked, this, [this] { playOrPause(); });
    connect(m_waveform, &WaveformView::seekRequested, &m_player, &Player::seek);
    connect(&m_player, &Player::stateChanged, this, [this](PlaybackState state) {
        showState();
        if (state == PlaybackState::Paused || state == PlaybackState::Ended)
            rememberPosition();
    });
    connect(&m_player, &Player::positionChanged, this, [this] {
        showTime();
        if (m_sinceRemembered.isValid() &&
            m_sinceRemembered.hasExpired(std::chrono::milliseconds(rememberEvery).count()))
            rememberPosition();
    });
    connect(&m_player, &Player::durationChanged, this, &PlayerBar::showTime);
    connect(&m_player, &Player::mannerChanged, this, &PlayerBar::showManner);
    connect(&m_player, &Player::waitingChanged, this, &PlayerBar::showState);
    connect(&m_player, &Player::failed, this, [this](const Failure &failure) {
        if (!m_isBroken) // then the reason stands here already
            say(failure.message);
    });
    connect(&m_play, &PlayRecording::broke, this, [this](const Failure &failure) {
        m_isBroken = true;
        say(failure.message);
    });
}

QToolButton *PlayerBar::addButton(Icon sign, const QString &name, const QString &hint)
{
    auto *button = new QToolButton(this);
    button->setIcon(icon(sign));
    button->setAccessibleName(name);
    button->setToolTip(hint);
    return button;
}

void PlayerBar::buildLayout()
{
    m_button = new QToolButton(this);
    m_button->setProperty("framed", true);
    m_button->setIconSize({24, 24});
    m_button->setFixedSize(48, 48);
    m_name = new ElidedLabel(this);
    m_name->setFont(subtitleFont());
    m_lead = new ElidedLabel(this);
    m_lead->setProperty("muted", true);
    m_waiting = new QLabel(tr("Waiting for the server…"), this);
    m_waiting->setProperty("muted", true);
    m_waiting->hide();
    m_time = new QLabel(this);
    m_time->setFont(tabularFont());
    m_time->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_time->setMinimumWidth(fontMetrics().horizontalAdvance(QStringLiteral("0:00:00 / 0:00:00")));
    m_sentence = new QLabel(this);
    m_sentence->setProperty("bad", true);
    m_sentence->setWordWrap(true);
    m_sentence->setTextFormat(Qt::PlainText);
    m_sentence->hide();
    m_waveform = new WaveformView(this);
    m_overview = new WaveformOverview(*m_waveform, this);
    m_speed = new QToolButton(this);
    m_speed->setPopupMode(QToolButton::InstantPopup);
    m_speed->setAccessibleName(tr("Speed"));
    m_speed->setToolTip(tr("Speed ([ slower, ] faster)"));
    auto *speeds = new QMenu(m_speed);
    for (const double speed : speedSteps)
        connect(speeds->addAction(QStringLiteral("%1×").arg(speed)), &QAction::triggered, this,
                [this, speed] { m_player.setSpeed(speed); });
    m_speed->setMenu(speeds);
    m_skip = addButton(Icon::Silence, tr("Skip pauses"), tr("Skip pauses (S)"));
    m_skip->setCheckable(true);
    connect(m_skip, &QToolButton::clicked, this, [this](bool on) { m_player.setSkipSilence(on); });
    m_loop = addButton(Icon::Loop, tr("Loop"), {});
    m_loop->setCheckable(true);
    connect(m_loop, &QToolButton::clicked, this, [this] {
        if (const auto chosen = m_waveform->selection(); chosen && !m_player.loop())
            m_player.setLoop(PlaybackLoop{chosen->from, chosen->to});
        else
            dropLoop();
        showManner();
    });
    m_channels = new ChannelsButton(m_player, this);
    setTabOrder(m_channels, m_speed); // as they stand

    auto *names = new QVBoxLayout;
    names->setSpacing(2);
    names->addStretch();
    names->addWidget(m_name);
    names->addWidget(m_lead);
    names->addWidget(m_waiting);
    names->addStretch();
    auto *middle = new QVBoxLayout;
    middle->setSpacing(Space::hair);
    middle->addWidget(m_waveform, 1);
    middle->addWidget(m_overview);
    m_figures = new CallFigures(this);
    middle->addWidget(m_figures);
    middle->addWidget(m_sentence);
    auto *manner = new QHBoxLayout;
    manner->setSpacing(2);
    manner->addStretch();
    for (QToolButton *button : {m_skip, m_loop, static_cast<QToolButton *>(m_channels), m_speed})
        manner->addWidget(button);
    auto *end = new QVBoxLayout;
    end->setSpacing(Space::hair);
    end->addStretch();
    end->addWidget(m_time);
    end->addLayout(manner);
    end->addStretch();
    m_row = new QHBoxLayout(this);
    m_row->setContentsMargins(Space::large, Space::small, Space::large, Space::small);
    m_row->setSpacing(Space::medium);
    m_row->addWidget(m_button);
    m_row->addLayout(names);
    m_row->addLayout(middle);
    m_row->addLayout(end);
}

bool PlayerBar::hasRecording() const
{
    return m_current.has_value();
}

void PlayerBar::playOrPause()
{
    if (!m_current)
        return;
    const PlaybackState state = m_player.state();
    if (state == PlaybackState::Empty || state == PlaybackState::Failed || m_isBroken) {
        load(*m_current, m_lead->text(), Start::Playing);
        return;
    }
    say({});
    m_player.togglePlay();
}

void PlayerBar::playOrPause(const LocalRecording &recording, const QString &leadName)
{
    if (m_current && isSame(*m_current, recording))
        playOrPause();
    else
        load(recording, leadName, Start::Playing);
}

void PlayerBar::open(const LocalRecording &recording, const QString &leadName)
{
    if (!m_current || !isSame(*m_current, recording))
        load(recording, leadName, Start::Paused);
}

void PlayerBar::load(const LocalRecording &recording, const QString &leadName, Start start)
{
    rememberPosition();
    const bool isAnother = !m_current || !isSame(*m_current, recording);
    ++m_load;
    m_current = recording;
    m_isBroken = false;
    m_loopStart.reset();
    m_name->setText(shownOnOneLine(recording.name));
    m_name->setToolTip(toolTipText(recording.name));
    m_lead->setText(shownOnOneLine(leadName));
    m_lead->setToolTip(toolTipText(leadName));
    if (isAnother) {
        setAccount(recording.remote ? recording.remote->analysis : std::nullopt, recording.agentChannel);
        m_waveform->setPeaks({});
        m_waveform->setMarks({});
        m_waveform->clearSelection();
    }
    const auto duration = recording.facts.duration.value_or(std::chrono::milliseconds(0));
    say({});
    const Result<std::shared_ptr<QIODevice>> file = m_play.open(recording);
    if (file) {
        m_player.open(*file, duration);
        m_player.seek(m_play.lastPosition(recording));
        if (start == Start::Playing)
            m_player.play();
        m_sinceRemembered.start();
        if (isAnother || m_waveform->lanes().isEmpty())
            askForPeaks(recording);
    } else {
        m_player.close();
        say(file.error().message);
    }
    m_waveform->setDuration(duration);
    showState();
    Q_EMIT playingChanged();
    if (isAnother)
        Q_EMIT currentChanged();
}

/// A picture at once, and what one sees when one looks into it as soon as that is here.
void PlayerBar::askForPeaks(const LocalRecording &recording)
{
    whenFinished(m_play.peaks(recording), this, [this, load = m_load, recording](const Result<Peaks> &peaks) {
        if (load != m_load)
            return;
        if (!peaks) {
            m_waveform->setToolTip(peaks.error().message);
            return;
        }
        m_waveform->setPeaks({*peaks});
        whenFinished(m_play.peakLevels(recording), this, [this, load](const Result<QList<Peaks>> &levels) {
            if (load == m_load && levels)
                m_waveform->setPeaks(*levels);
        });
    });
}

void PlayerBar::setAccount(const std::optional<CallAnalysis> &analysis, AgentChannel agent)
{
    m_figures->show(analysis, agent);
    m_channels->setAgentChannel(agent);
    const bool isLeft = channelOf(CallSide::Agent, agent) == 0;
    const QString agents = sideName(CallSide::Agent, agent);
    const QString customers = sideName(CallSide::Customer, agent);
    m_waveform->setLaneNames(isLeft ? QStringList{agents, customers} : QStringList{customers, agents});
}

void PlayerBar::rememberPosition()
{
    const PlaybackState state = m_player.state();
    if (!m_current || state == PlaybackState::Empty || state == PlaybackState::Failed ||
        state == PlaybackState::Opening)
        return;
    m_sinceRemembered.start();
    m_play.rememberPosition(*m_current,
                            state == PlaybackState::Ended ? std::chrono::milliseconds(0) : m_player.position());
}

void PlayerBar::showState()
{
    const bool playing = m_player.state() == PlaybackState::Playing;
    m_button->setIcon(icon(playing ? Icon::Pause : Icon::Play));
    m_button->setAccessibleName(playing ? tr("Pause") : tr("Play"));
    m_button->setToolTip(playing ? tr("Pause (Space)") : tr("Play (Space)"));
    for (QWidget *control : {static_cast<QWidget *>(m_button), static_cast<QWidget *>(m_waveform), m_overview,
                             static_cast<QWidget *>(m_speed), static_cast<QWidget *>(m_skip),
                             static_cast<QWidget *>(m_loop), static_cast<QWidget *>(m_channels)})
        control->setEnabled(m_current.has_value());
    m_waiting->setVisible(m_player.isWaiting() || m_player.state() == PlaybackState::Opening);
    showWaveform();
    showNames();
    Q_EMIT playingChanged();
}

/// Of the one that is here; else what to do, with all the room that there is.
void PlayerBar::showNames()
{
    m_row->setStretch(1, 2);
    m_row->setStretch(2, m_current ? 7 : 0);
    if (m_current)
        return;
    m_name->setText(tr("Nothing is playing"));
    m_lead->setText(tr("Choose a recording and press Space"));
}

void PlayerBar::showTime()
{
    // Until it is open, the length is the one that the list shows.
    const auto known = m_current ? m_current->facts.duration : std::nullopt;
    const auto duration = m_player.duration().count() > 0 ? m_player.duration() : known.value_or(m_player.duration());
    m_waveform->setDuration(duration);
    m_waveform->setPosition(m_player.position());
    m_time->setText(m_current ? ltr(durationText(m_player.position()) + QStringLiteral(" / ") +
                                    durationText(duration.count() > 0 ? std::optional(duration) : std::nullopt))
                              : QString());
}

void PlayerBar::showManner()
{
    m_speed->setText(ltr(QStringLiteral("%1×").arg(m_player.speed())));
    m_skip->setChecked(m_player.skipsSilence());
    const auto loop = m_player.loop();
    m_loop->setChecked(loop.has_value());
    m_loop->setToolTip(loop ? tr("Playing the loop; press to go on")
                            : tr("Loop: press A where it begins and B where it ends, or select a stretch"));
    if (loop)
        m_waveform->setLoop(TimeSpan{loop->from, loop->to});
    else
        m_waveform->setLoop(m_loopStart ? std::optional(TimeSpan{*m_loopStart, *m_loopStart}) : std::nullopt);
}

void PlayerBar::say(const QString &sentence)
{
    m_sentence->setText(sentence);
    m_sentence->setVisible(!sentence.isEmpty());
    showWaveform();
}

/// Where there is nothing to hear, the sentence about it takes the place of the waveform, and the bar keeps its height.
void PlayerBar::showWaveform()
{
    const bool silent = m_player.state() == PlaybackState::Empty || m_player.state() == PlaybackState::Failed;
    m_waveform->setVisible(m_current && (m_sentence->isHidden() || !silent));
    m_overview->setVisible(m_current && m_sentence->isHidden());
}

void PlayerBar::changeSpeed(int steps)
{
    const auto now = std::find(speedSteps.begin(), speedSteps.end(), m_player.speed());
    const auto index = std::clamp<std::ptrdiff_t>(now - speedSteps.begin() + steps, 0, std::ssize(speedSteps) - 1);
    m_player.setSpeed(speedSteps[static_cast<size_t>(index)]);
}

void PlayerBar::seekBy(std::chrono::milliseconds step)
{
    if (m_current)
        m_player.seek(std::clamp(m_player.position() + step, std::chrono::milliseconds(0),
                                 std::max(m_player.duration(), m_player.position())));
}

void PlayerBar::playFrom(std::chrono::milliseconds position)
{
    if (!m_current)
        return;
    m_player.seek(position);
    m_player.play();
}

void PlayerBar::toggleSkipSilence()
{
    m_player.setSkipSilence(!m_player.skipsSilence());
}

void PlayerBar::setSolo(CallSide solo)
{
    m_channels->setSolo(solo);
}

CallSide PlayerBar::solo() const
{
    return m_channels->solo();
}

void PlayerBar::setLoopStart()
{
    if (!m_current)
        return;
    const bool again = m_player.loop().has_value();
    m_player.setLoop(std::nullopt);
    m_loopStart = again ? std::nullopt : std::optional(m_player.position());
    showManner();
}

void PlayerBar::setLoopEnd()
{
    if (!m_current || !m_loopStart)
        return;
    const auto [from, to] = std::minmax(*m_loopStart, m_player.position());
    m_player.setLoop(PlaybackLoop{from, std::max(to, from + shortestLoop)});
    m_loopStart.reset();
    showManner();
}

void PlayerBar::dropLoop()
{
    m_loopStart.reset();
    m_player.setLoop(std::nullopt);
    showManner();
}

void PlayerBar::zoom(double factor)
{
    m_waveform->zoom(factor);
}

std::optional<TimeSpan> PlayerBar::selection() const
{
    return m_waveform->selection();
}

void PlayerBar::clearSelection()
{
    m_waveform->clearSelection();
}

void PlayerBar::setMarks(const QList<WaveformMark> &marks)
{
    m_waveform->setMarks(marks);
}

} // namespace Holdfast
