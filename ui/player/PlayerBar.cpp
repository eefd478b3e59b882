// SPDX-License-Identifier: GPL-3.0-or-later
#include "player/PlayerBar.h"

#include "domain/WhenFinished.h"
#include "look/Icons.h"
#include "look/Spacing.h"
#include "look/Text.h"
#include "player/WaveformView.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPainter>
#include <QProgressBar>
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

constexpr std::array speedSteps{0.5, 0.75, 1.0, 1.25, 1.5, 2.0, 3.0};

/// A label that gives way when the window is narrow, with the whole text as its tool tip.
class ElidedLabel : public QLabel
{
public:
    using QLabel::QLabel;
    QSize minimumSizeHint() const override { return {40, QLabel::minimumSizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setPen(palette().color(foregroundRole()));
        painter.drawText(rect(), static_cast<int>(alignment()) | Qt::AlignVCenter,
                         fontMetrics().elidedText(text(), Qt::ElideRight, width()));
    }
};

} // namespace

PlayerBar::PlayerBar(Player &player, PlayRecording &play, QWidget *parent)
    : QFrame(parent)
    , m_player(player)
    , m_play(play)
{
    setProperty("bar", true);
    buildLayout();
    connect(m_button, &QToolButton::clicked, this, [this] { playOrPause(); });
    connect(m_waveform, &WaveformView::seekRequested, &m_player, &Player::seek);
    connect(&m_player, &Player::stateChanged, this, &PlayerBar::showState);
    connect(&m_player, &Player::positionChanged, this, &PlayerBar::showTime);
    connect(&m_player, &Player::durationChanged, this, &PlayerBar::showTime);
    connect(&m_player, &Player::failed, this, [this](const Failure &failure) { say(failure.message); });
    connect(&m_play, &PlayRecording::fetching, this, [this](qint64 done, qint64 total) {
        if (!m_fetching)
            return;
        m_progress->setVisible(true);
        m_progress->setRange(0, 1000);
        m_progress->setValue(total > 0 ? static_cast<int>(done * 1000 / total) : 0);
    });
    showState();
    showTime();
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
    m_time = new QLabel(this);
    m_time->setFont(tabularFont());
    m_time->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_time->setMinimumWidth(fontMetrics().horizontalAdvance(QStringLiteral("0:00:00 / 0:00:00")));
    m_sentence = new QLabel(this);
    m_sentence->setProperty("bad", true);
    m_sentence->setWordWrap(true);
    m_sentence->hide();
    m_progress = new QProgressBar(this);
    m_progress->setTextVisible(false);
    m_progress->setAccessibleName(tr("Fetching the recording"));
    m_progress->hide();
    m_waveform = new WaveformView(this);
    m_speed = new QToolButton(this);
    m_speed->setPopupMode(QToolButton::InstantPopup);
    m_speed->setAccessibleName(tr("Speed"));
    m_speed->setToolTip(tr("Speed ([ slower, ] faster)"));
    auto *speeds = new QMenu(m_speed);
    for (const double speed : speedSteps)
        connect(speeds->addAction(QStringLiteral("%1×").arg(speed)), &QAction::triggered, this,
                [this, speed] { setSpeed(speed); });
    m_speed->setMenu(speeds);
    setSpeed(m_player.speed());

    auto *names = new QVBoxLayout;
    names->setSpacing(2);
    names->addStretch();
    names->addWidget(m_name);
    names->addWidget(m_lead);
    names->addStretch();
    auto *middle = new QVBoxLayout;
    middle->setSpacing(Space::hair);
    middle->addWidget(m_waveform);
    middle->addWidget(m_progress);
    middle->addWidget(m_sentence);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(Space::large, Space::small, Space::large, Space::small);
    row->setSpacing(Space::medium);
    row->addWidget(m_button);
    row->addLayout(names, 3);
    row->addLayout(middle, 7);
    row->addWidget(m_time);
    row->addWidget(m_speed);
}

bool PlayerBar::hasRecording() const
{
    return m_current.has_value();
}

void PlayerBar::playOrPause()
{
    if (!m_current || m_fetching)
        return;
    if (m_player.state() == PlaybackState::Empty || m_player.state() == PlaybackState::Failed) {
        load(*m_current, m_lead->text());
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
        load(recording, leadName);
}

void PlayerBar::load(const LocalRecording &recording, const QString &leadName)
{
    const quint64 load = ++m_load;
    m_current = recording;
    m_fetching = true;
    m_player.close();
    m_name->setText(recording.name);
    m_name->setToolTip(recording.name);
    m_lead->setText(leadName);
    m_waveform->setPeaks(std::nullopt);
    m_waveform->setDuration(recording.facts.duration.value_or(std::chrono::milliseconds(0)));
    say({});
    showState();
    Q_EMIT playingChanged();

    whenFinished(m_play.open(recording), this, [this, load, recording](const Result<std::shared_ptr<QIODevice>> &file) {
        if (load != m_load)
            return;
        m_fetching = false;
        m_progress->hide();
        if (!file) {
            say(file.error().message);
            showState();
            return;
        }
        m_player.open(*file, recording.facts.duration.value_or(std::chrono::milliseconds(0)));
        m_player.play();
        whenFinished(m_play.peaks(recording), this, [this, load](const Result<Peaks> &peaks) {
            if (load == m_load && peaks)
                m_waveform->setPeaks(*peaks);
            else if (load == m_load)
                m_waveform->setToolTip(peaks.error().message);
        });
    });
}

void PlayerBar::showState()
{
    const bool playing = m_player.state() == PlaybackState::Playing;
    m_button->setIcon(icon(playing ? Icon::Pause : Icon::Play));
    m_button->setAccessibleName(playing ? tr("Pause") : tr("Play"));
    m_button->setToolTip(playing ? tr("Pause (Space)") : tr("Play (Space)"));
    m_button->setEnabled(m_current.has_value() && !m_fetching);
    m_waveform->setEnabled(m_current.has_value());
    showWaveform();
    m_speed->setEnabled(m_current.has_value());
    if (!m_current) {
        m_name->setText(tr("Nothing is playing"));
        m_lead->setText(tr("Choose a recording and press Space"));
    }
    Q_EMIT playingChanged();
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
    m_waveform->setVisible(m_sentence->isHidden() || !silent);
}

void PlayerBar::changeSpeed(int steps)
{
    const auto now = std::find(speedSteps.begin(), speedSteps.end(), m_player.speed());
    const auto index = std::clamp<std::ptrdiff_t>(now - speedSteps.begin() + steps, 0, std::ssize(speedSteps) - 1);
    setSpeed(speedSteps[static_cast<size_t>(index)]);
}

void PlayerBar::setSpeed(double speed)
{
    m_player.setSpeed(speed);
    m_speed->setText(QStringLiteral("%1×").arg(m_player.speed()));
}

} // namespace Holdfast
