// SPDX-License-Identifier: GPL-3.0-or-later
#include "player/PlayerBar.h"
#include "player/WaveformView.h"
#include "ui/AccessibleNames.h"
#include "ui/SampleSession.h"

#include <QFile>
#include <QLabel>
#include <QMenu>
#include <QRadioButton>
#include <QTest>
#include <QToolButton>

using namespace Holdfast;
using namespace std::chrono_literals;

class tst_PlayerBar : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_session = std::make_unique<SampleSession>();
        m_player = std::make_unique<Player>();
        m_play = std::make_unique<PlayRecording>(m_session->session(), m_session->api());
        m_bar = std::make_unique<PlayerBar>(*m_player, *m_play);
        m_bar->resize(1024, 80);
        m_bar->show();
    }
    void cleanup()
    {
        m_bar.reset();
        m_play.reset();
        m_player.reset();
        m_session.reset();
    }

    void nothingCanBePressedBeforeThereIsARecording()
    {
        QVERIFY(says(QStringLiteral("Nothing is playing")));
        QVERIFY(!playButton()->isEnabled());
        QVERIFY(!m_bar->hasRecording());
        m_bar->playOrPause();
        QCOMPARE(m_player->state(), PlaybackState::Empty);
    }

    void saysWhatPlaysAndHowLongItIs()
    {
        m_bar->playOrPause(kept(3), QStringLiteral("Dora Weber"));
        QVERIFY(says(QStringLiteral("call.wav")));
        QVERIFY(says(QStringLiteral("Dora Weber")));
        QTRY_COMPARE(m_player->duration(), 3000ms);
        QTRY_VERIFY(saysInside(QStringLiteral("0:03")));
    }

    void opensOneWithoutASound()
    {
        const LocalRecording recording = kept(3);
        m_bar->open(recording, QStringLiteral("Dora Weber"));
        QVERIFY(says(QStringLiteral("Dora Weber")));
        QTRY_COMPARE(m_player->duration(), 3000ms);
        QTRY_COMPARE(m_player->state(), PlaybackState::Paused);
        m_player->seek(1000ms);
        m_bar->open(recording, QStringLiteral("Dora Weber")); // it stays where it is
        QTRY_COMPARE(m_player->position(), 1000ms);
    }

    void drawsTheWaveform()
    {
        m_bar->playOrPause(kept(3), QStringLiteral("Dora Weber"));
        const QImage before = m_bar->findChild<WaveformView *>()->grab().toImage();
        QTRY_VERIFY(differing(before, m_bar->findChild<WaveformView *>()->grab().toImage()) > 1000);
    }

    void playsPausesAndGoesOn()
    {
        if (!qEnvironmentVariableIsSet("PULSE_SERVER"))
            QSKIP("there is no sound server (tests/support/with-sound.sh)");
        const LocalRecording recording = kept(3);
        m_bar->playOrPause(recording, QStringLiteral("Dora Weber"));
        QTRY_COMPARE(m_player->state(), PlaybackState::Playing);
        QCOMPARE(playButton()->accessibleName(), QStringLiteral("Pause"));
        QTRY_VERIFY(m_player->position() > 0ms);
        QTest::mouseClick(playButton(), Qt::LeftButton);
        QTRY_COMPARE(m_player->state(), PlaybackState::Paused);
        QCOMPARE(playButton()->accessibleName(), QStringLiteral("Play"));
        m_bar->playOrPause(recording, QStringLiteral("Dora Weber")); // the same one again: goes on, is not opened anew
        QTRY_COMPARE(m_player->state(), PlaybackState::Playing);
    }

    void aClickInTheWaveformSeeks()
    {
        m_bar->playOrPause(kept(8), QStringLiteral("Dora Weber"));
        QTRY_VERIFY(m_player->state() == PlaybackState::Playing || m_player->state() == PlaybackState::Paused);
        auto *waveform = m_bar->findChild<WaveformView *>();
        QTest::mouseClick(waveform, Qt::LeftButton, {}, QPoint(waveform->width() / 2, 10));
        QTRY_VERIFY(m_player->position() >= 3900ms);
        QTRY_VERIFY(saysInside(QStringLiteral("0:04")));
    }

    void theMenuSetsTheSpeed()
    {
        auto *speed = button(QStringLiteral("Speed"));
        QVERIFY(speed->text().contains(QStringLiteral("1×")));
        for (QAction *action : speed->menu()->actions())
            if (action->text() == QStringLiteral("1.5×"))
                action->trigger();
        QCOMPARE(m_player->speed(), 1.5);
        QVERIFY(speed->text().contains(QStringLiteral("1.5×")));
        m_bar->changeSpeed(1);
        QCOMPARE(m_player->speed(), 2.0);
        m_bar->changeSpeed(-10);
        QCOMPARE(m_player->speed(), 0.5);
    }

    void opensWhereOneStoppedListeningASecondEarlier()
    {
        const LocalRecording recording = kept(8);
        m_play->rememberPosition(recording, 5s);
        m_bar->playOrPause(recording, QStringLiteral("Dora Weber"));
        QTRY_VERIFY(m_player->position() >= 4s);
        QVERIFY(m_player->position() < 5s);
    }
    void whatWasHeardToTheEndOpensAtItsStart()
    {
        const LocalRecording recording = kept(8);
        m_play->rememberPosition(recording, 7s);
        QCOMPARE(m_play->lastPosition(recording), 0ms);
    }
    void remembersWhereOneStoppedWhenAnotherIsOpened()
    {
        const LocalRecording first = kept(8);
        m_bar->playOrPause(first, QStringLiteral("Dora Weber"));
        QTRY_VERIFY(m_player->state() == PlaybackState::Playing || m_player->state() == PlaybackState::Paused);
        m_player->seek(4s);
        QTRY_VERIFY(m_player->position() >= 4s);
        m_bar->playOrPause(kept(3), QStringLiteral("Dora Weber"));
        QVERIFY(m_play->lastPosition(first) >= 3s);
    }
    void twoKeysSetALoopAndAThirdPressDropsIt()
    {
        m_bar->playOrPause(kept(8), QStringLiteral("Dora Weber"));
        QTRY_VERIFY(m_player->state() == PlaybackState::Playing || m_player->state() == PlaybackState::Paused);
        m_player->pause();
        m_player->seek(2s);
        QTRY_COMPARE(m_player->position(), 2000ms);
        m_bar->setLoopStart();
        QVERIFY(!m_player->loop());
        m_player->seek(5s);
        QTRY_COMPARE(m_player->position(), 5000ms);
        m_bar->setLoopEnd();
        QCOMPARE(m_player->loop(), (PlaybackLoop{2000ms, 5000ms}));
        QVERIFY(button(QStringLiteral("Loop"))->isChecked());
        m_bar->setLoopStart();
        QVERIFY(!m_player->loop());
    }
    void aLoopRunsFromTheEarlierPlaceToTheLaterAndIsNeverABuzz()
    {
        m_bar->playOrPause(kept(8), QStringLiteral("Dora Weber"));
        QTRY_VERIFY(m_player->state() == PlaybackState::Playing || m_player->state() == PlaybackState::Paused);
        m_player->pause();
        m_player->seek(5s);
        QTRY_COMPARE(m_player->position(), 5000ms);
        m_bar->setLoopStart();
        m_player->seek(2s);
        QTRY_COMPARE(m_player->position(), 2000ms);
        m_bar->setLoopEnd();
        QCOMPARE(m_player->loop()->from, 2000ms);
        QCOMPARE(m_player->loop()->to, 5000ms);
        m_bar->setLoopStart(); // which ends the loop
        m_bar->setLoopStart();
        m_bar->setLoopEnd(); // at the same place
        QVERIFY(m_player->loop()->to - m_player->loop()->from >= 300ms);
    }
    void oneSideOfTheCallCanBeHeardAlone()
    {
        m_bar->setSolo(CallSide::Agent);
        QCOMPARE(m_player->volumes(), (Volumes{1, 0}));
        m_bar->setSolo(CallSide::Customer);
        QCOMPARE(m_player->volumes(), (Volumes{0, 1}));
        m_bar->setSolo(CallSide::Both);
        QCOMPARE(m_player->volumes(), (Volumes{1, 1}));
    }
    void theAgentIsHeardOnTheChannelThatTheRecordingSays()
    {
        LocalRecording recording = kept(3);
        recording.agentChannel = AgentChannel::Right;
        m_bar->setSolo(CallSide::Agent);
        m_bar->playOrPause(recording, QStringLiteral("Dora Weber"));
        QCOMPARE(m_player->volumes(), (Volumes{0, 1}));
        QStringList choices;
        for (const QRadioButton *choice : m_bar->findChildren<QRadioButton *>())
            choices.append(choice->text());
        QCOMPARE(choices, (QStringList{QStringLiteral("Both"), QStringLiteral("Agent only (right)"),
                                       QStringLiteral("Customer only (left)")}));
        m_bar->playOrPause(kept(3), QStringLiteral("Dora Weber")); // of which nobody has told
        QCOMPARE(m_player->volumes(), (Volumes{1, 0}));
        choices.clear();
        for (const QRadioButton *choice : m_bar->findChildren<QRadioButton *>())
            choices.append(choice->text());
        QCOMPARE(choices,
                 (QStringList{QStringLiteral("Both"), QStringLiteral("Left only"), QStringLiteral("Right only")}));
    }
    void pausesAreSkippedAtAKeyAndTheButtonShowsIt()
    {
        m_bar->toggleSkipSilence();
        QVERIFY(m_player->skipsSilence());
        QVERIFY(button(QStringLiteral("Skip pauses"))->isChecked());
    }

    void whatIsNowhereIsSaidInPlaceAndTheNextOnePlays()
    {
        m_bar->playOrPause(waitingRecording({1}), QStringLiteral("Dora Weber"));
        QTRY_COMPARE(sentence(), QStringLiteral("This recording is not kept on this computer any more."));
        QCOMPARE(m_player->state(), PlaybackState::Empty);
        QVERIFY(playButton()->isEnabled()); // to try again
        m_bar->playOrPause(kept(3), QStringLiteral("Dora Weber"));
        QTRY_COMPARE(m_player->duration(), 3000ms);
    }

    void whatCanNotBeDecodedIsSaidInPlace()
    {
        LocalRecording broken = waitingRecording({1});
        keep(broken, m_session->makeText(QStringLiteral("broken.wav")));
        m_bar->playOrPause(broken, QStringLiteral("Dora Weber"));
        QTRY_VERIFY(!sentence().isEmpty());
        QTRY_COMPARE(m_player->state(), PlaybackState::Failed);
    }

    void everyControlHasAName()
    {
        m_bar->playOrPause(kept(3), QStringLiteral("Dora Weber"));
        QCOMPARE(withoutName(*m_bar), QStringList());
    }

private:
    void keep(LocalRecording &recording, const QString &path)
    {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly) ||
            !m_session->session().cache->put(recording.uploadId.toString(QUuid::WithoutBraces), file))
            qFatal("the recording could not be kept");
    }
    LocalRecording kept(int seconds)
    {
        LocalRecording recording = waitingRecording({1});
        recording.facts.duration = std::chrono::seconds(seconds);
        keep(recording, m_session->makeWav(QStringLiteral("call-%1.wav").arg(seconds), seconds));
        return recording;
    }
    QToolButton *button(const QString &name) const
    {
        for (QToolButton *button : m_bar->findChildren<QToolButton *>())
            if (button->accessibleName() == name)
                return button;
        return nullptr;
    }
    QToolButton *playButton() const
    {
        QToolButton *play = button(QStringLiteral("Play"));
        return play ? play : button(QStringLiteral("Pause"));
    }
    bool says(const QString &text) const
    {
        for (const QLabel *label : m_bar->findChildren<QLabel *>())
            if (label->isVisible() && label->text() == text)
                return true;
        return false;
    }
    bool saysInside(const QString &text) const
    {
        for (const QLabel *label : m_bar->findChildren<QLabel *>())
            if (label->isVisible() && label->text().contains(text))
                return true;
        return false;
    }
    QString sentence() const
    {
        for (const QLabel *label : m_bar->findChildren<QLabel *>())
            if (label->property("bad").toBool() && label->isVisible())
                return label->text();
        return {};
    }
    static int differing(const QImage &one, const QImage &other)
    {
        int count = 0;
        for (int y = 0; y < std::min(one.height(), other.height()); ++y)
            for (int x = 0; x < std::min(one.width(), other.width()); ++x)
                count += one.pixel(x, y) != other.pixel(x, y) ? 1 : 0;
        return count;
    }

    std::unique_ptr<SampleSession> m_session;
    std::unique_ptr<Player> m_player;
    std::unique_ptr<PlayRecording> m_play;
    std::unique_ptr<PlayerBar> m_bar;
};

QTEST_MAIN(tst_PlayerBar)
#include "tst_PlayerBar.moc"
