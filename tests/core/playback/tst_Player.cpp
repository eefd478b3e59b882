// SPDX-License-Identifier: GPL-3.0-or-later
#include "playback/Player.h"
#include "support/BreakingDevice.h"
#include "support/Tone.h"

#include <QAudioDevice>
#include <QBuffer>
#include <QCoreApplication>
#include <QElapsedTimer>
#include <QMediaDevices>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include <algorithm>
#include <cstdio>
#include <cstring>

using namespace Holdfast;
using namespace std::chrono_literals;

namespace {

constexpr int monitorRate = 48000;

std::shared_ptr<QIODevice> device(const QByteArray &bytes)
{
    auto buffer = std::make_shared<QBuffer>();
    buffer->setData(bytes);
    buffer->open(QIODevice::ReadOnly);
    return buffer;
}

/// What the sound server plays, as it is heard: the monitor of its default sink.
class Ears
{
public:
    Ears()
    {
        m_recorder.start(QStringLiteral("parec"),
                         {QStringLiteral("-d"), QStringLiteral("@DEFAULT_MONITOR@"),
                          QStringLiteral("--format=float32le"), QStringLiteral("--rate=48000"),
                          QStringLiteral("--channels=2"), QStringLiteral("--latency-msec=20")});
        m_recorder.waitForStarted();
    }
    ~Ears()
    {
        m_recorder.kill();
        m_recorder.waitForFinished();
    }
    Q_DISABLE_COPY_MOVE(Ears)

    /// Forgets what was heard so far.
    void forget() { m_recorder.readAll(); }

    /// Hears for that long, from now on.
    std::vector<float> hear(double seconds)
    {
        const auto wanted = static_cast<qsizetype>(seconds * monitorRate) * 8;
        QByteArray heard;
        while (heard.size() < wanted) {
            if (m_recorder.bytesAvailable() == 0)
                QTest::qWait(5);
            heard += m_recorder.readAll();
            if (m_recorder.state() == QProcess::NotRunning)
                break;
        }
        std::vector<float> samples(static_cast<size_t>(heard.size()) / 4);
        std::memcpy(samples.data(), heard.constData(), samples.size() * 4);
        return samples;
    }

private:
    QProcess m_recorder;
};

/// The longest silence of the left channel, in milliseconds, between the first and the last sound.
int longestGap(const std::vector<float> &stereo)
{
    int longest = 0;
    int silent = 0;
    bool begun = false;
    for (size_t at = 0; at < stereo.size(); at += 2) {
        if (std::abs(stereo[at]) > 0.002F) {
            longest = begun ? std::max(longest, silent) : 0;
            begun = true;
            silent = 0;
        } else {
            ++silent;
        }
    }
    return longest * 1000 / monitorRate;
}

/// A sound server of its own, which can be killed while it plays.
class MortalSoundServer
{
public:
    MortalSoundServer()
    {
        const QString socket = m_place.filePath(QStringLiteral("socket"));
        qputenv("PULSE_SERVER", "unix:" + socket.toUtf8());
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("HOME"), m_place.path());
        environment.insert(QStringLiteral("XDG_RUNTIME_DIR"), m_place.path());
        environment.remove(QStringLiteral("DBUS_SESSION_BUS_ADDRESS")); // one sound server for each bus, it says
        m_server.setProcessEnvironment(environment);
        m_server.start(QStringLiteral("pulseaudio"),
                       {QStringLiteral("-n"), QStringLiteral("--daemonize=no"), QStringLiteral("--use-pid-file=no"),
                        QStringLiteral("--exit-idle-time=-1"), QStringLiteral("--log-target=null"),
                        QStringLiteral("-L"), QStringLiteral("module-null-sink norewinds=1"), QStringLiteral("-L"),
                        QStringLiteral("module-native-protocol-unix auth-anonymous=1 socket=") + socket});
    }
    ~MortalSoundServer() { kill(); }
    Q_DISABLE_COPY_MOVE(MortalSoundServer)

    bool waitUntilItListens()
    {
        const auto answers = [] {
            QProcess question;
            question.setStandardOutputFile(QProcess::nullDevice());
            question.setStandardErrorFile(QProcess::nullDevice());
            question.start(QStringLiteral("pactl"), {QStringLiteral("info")});
            return question.waitForFinished() && question.exitCode() == 0;
        };
        return QTest::qWaitFor(answers, 20'000);
    }
    void kill()
    {
        m_server.kill();
        m_server.waitForFinished();
    }

private:
    QTemporaryDir m_place;
    QProcess m_server;
};

/// What a person hears about a sound server that dies: said on standard output, for the test that started this process.
/// A process of its own, since Qt knows only one sound server in its life.
int playUntilTheServerDies()
{
    MortalSoundServer server;
    if (!server.waitUntilItListens())
        return 2;
    Player player;
    QSignalSpy failures(&player, &Player::failed);
    player.open(device(Testing::toneWav(30, 440, 1000)));
    player.play();
    if (!QTest::qWaitFor([&] { return player.position() > 300ms; }))
        return 3;
    server.kill();
    if (!QTest::qWaitFor([&] { return !failures.isEmpty(); }))
        return 4;
    std::puts(qPrintable(failures.first().first().value<Failure>().message));
    return player.state() == PlaybackState::Paused && player.position() > 200ms ? 0 : 5;
}

/// Leaves the program in the middle of the sound, as people do.
int playAndLeave()
{
    Player player;
    player.open(device(Testing::toneWav(5, 440, 1000)));
    player.play();
    return QTest::qWaitFor([&] { return player.position() > 50ms; }) ? 0 : 3;
}

struct Ending
{
    QProcess::ExitStatus status = QProcess::CrashExit;
    int code = -1;
    QByteArray said;
};

/// This program once more, as one of the two above.
Ending runAs(const QString &part)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(QCoreApplication::applicationFilePath(), {part});
    process.waitForFinished();
    return {process.exitStatus(), process.exitCode(), process.readAllStandardOutput()};
}

/// The pitch of one channel in Hz: the median of short pieces, so that a gap of a busy computer doesn't count as pitch.
double pitchOf(const std::vector<float> &stereo, int channel)
{
    constexpr size_t piece = 2 * monitorRate / 20; // 50 ms
    std::vector<double> pitches;
    for (size_t at = 0; at + piece <= stereo.size(); at += piece)
        pitches.push_back(Testing::frequencyOf(std::span(stereo).subspan(at, piece), 2, channel, monitorRate));
    std::sort(pitches.begin(), pitches.end());
    return pitches.empty() ? 0 : pitches[pitches.size() / 2];
}

} // namespace

class tst_Player : public QObject
{
    Q_OBJECT
private:
    /// Only a sound server that was set up for tests: nobody's real speakers.
    static bool hasSound()
    {
        return qEnvironmentVariableIsSet("PULSE_SERVER") && !QMediaDevices::defaultAudioOutput().isNull();
    }

private Q_SLOTS:
    void whatIsNoSoundFailsWithASentence()
    {
        Player player;
        QSignalSpy failures(&player, &Player::failed);
        player.open(device("not a call at all"));
        player.play();
        QTRY_COMPARE(failures.size(), 1);
        QCOMPARE(player.state(), PlaybackState::Failed);
        QVERIFY(!failures.first().first().value<Failure>().message.isEmpty());
    }
    void withoutASoundDeviceItSaysSoAndCanBeTriedAgain()
    {
        if (!QMediaDevices::defaultAudioOutput().isNull())
            QSKIP("there is a sound output here");
        Player player;
        QSignalSpy failures(&player, &Player::failed);
        player.open(device(Testing::toneWav(1, 440, 1000)));
        player.play();
        QTRY_COMPARE(failures.size(), 1);
        QVERIFY(failures.first().first().value<Failure>().message.contains(QStringLiteral("sound output")));
        QCOMPARE(player.state(), PlaybackState::Paused);
        player.play();
        QTRY_COMPARE(failures.size(), 2);
    }
    void playsEachChannelWhereItBelongsToTheEnd()
    {
        if (!hasSound())
            QSKIP("needs a sound server");
        Ears ears;
        Player player;
        QSignalSpy durations(&player, &Player::durationChanged);
        player.open(device(Testing::toneWav(2, 440, 1000)));
        player.play();
        QTRY_COMPARE(player.state(), PlaybackState::Playing);
        QTRY_VERIFY(player.position() > 300ms);
        ears.forget();
        const std::vector<float> heard = ears.hear(0.8);
        QVERIFY2(std::abs(pitchOf(heard, 0) - 440) < 5, qPrintable(QString::number(pitchOf(heard, 0))));
        QVERIFY2(std::abs(pitchOf(heard, 1) - 1000) < 10, qPrintable(QString::number(pitchOf(heard, 1))));
        QTRY_COMPARE(player.state(), PlaybackState::Ended);
        QVERIFY(std::chrono::abs(player.position() - 2000ms) < 20ms);
        QCOMPARE(player.duration(), 2000ms);
    }
    void atDoubleSpeedThePitchStays()
    {
        if (!hasSound())
            QSKIP("needs a sound server");
        Ears ears;
        Player player;
        player.setSpeed(2);
        player.open(device(Testing::toneWav(6, 440, 1000)));
        player.play();
        QTRY_VERIFY(player.position() > 500ms);
        ears.forget();
        const auto before = player.position();
        QElapsedTimer timer;
        timer.start();
        const std::vector<float> heard = ears.hear(1.0);
        const double pace =
            static_cast<double>((player.position() - before).count()) / static_cast<double>(timer.elapsed());
        QVERIFY2(pace > 1.7 && pace < 2.3, qPrintable(QString::number(pace)));
        QVERIFY2(std::abs(pitchOf(heard, 0) - 440) < 8, qPrintable(QString::number(pitchOf(heard, 0))));
    }
    void aPauseIsSilentAndResumingGoesBackASecond()
    {
        if (!hasSound())
            QSKIP("needs a sound server");
        Ears ears;
        Player player;
        player.open(device(Testing::toneWav(10, 440, 1000)));
        player.play();
        QTRY_VERIFY(player.position() > 1500ms);
        player.pause();
        QTRY_COMPARE(player.state(), PlaybackState::Paused);
        const auto paused = player.position();
        ears.hear(0.2); // what was still on its way
        QVERIFY(Testing::loudnessOf(ears.hear(0.3), 2, 0) < 0.001);
        QSignalSpy positions(&player, &Player::positionChanged);
        player.play();
        QTRY_VERIFY(!positions.isEmpty());
        const auto resumed = positions.first().first().value<std::chrono::milliseconds>();
        QVERIFY(std::chrono::abs(paused - resumed - 1000ms) < 20ms);
    }
    void seeksWhilePlayingAndGoesOnFromThere()
    {
        if (!hasSound())
            QSKIP("needs a sound server");
        Player player;
        player.open(device(Testing::toneWav(60, 440, 1000)));
        player.play();
        QTRY_COMPARE(player.state(), PlaybackState::Playing);
        player.seek(50s);
        QTRY_VERIFY(player.position() > 50'200ms && player.position() < 55s);
        QCOMPARE(player.state(), PlaybackState::Playing);
    }
    void aSeekWhileItOpensIsWhereItStarts()
    {
        Player player;
        QSignalSpy positions(&player, &Player::positionChanged);
        player.open(device(Testing::toneWav(60, 440, 1000)));
        QCOMPARE(player.state(), PlaybackState::Opening);
        player.seek(42s);
        QTRY_COMPARE(player.state(), PlaybackState::Paused);
        QTRY_COMPARE(player.position(), 42'000ms);
    }
    void aSeekIsKeptByWhatFollowsAtOnce()
    {
        if (!hasSound())
            QSKIP("needs a sound server");
        Player player;
        player.open(device(Testing::toneWav(60, 440, 1000)));
        player.play();
        QTRY_VERIFY(player.position() > 300ms);
        player.seek(40s);
        player.setSpeed(2);
        player.pause();
        QTRY_COMPARE(player.state(), PlaybackState::Paused);
        QTRY_VERIFY2(std::chrono::abs(player.position() - 40'000ms) < 300ms,
                     qPrintable(QString::number(player.position().count())));
    }
    void neverTellsThePlaceThatASeekLeft()
    {
        if (!hasSound())
            QSKIP("needs a sound server");
        Player player;
        player.open(device(Testing::toneWav(60, 440, 1000)));
        player.play();
        QTRY_VERIFY(player.position() > 300ms);
        std::vector<std::chrono::milliseconds> told;
        connect(&player, &Player::positionChanged, this,
                [&](std::chrono::milliseconds position) { told.push_back(position); });
        player.seek(50s);
        QTRY_VERIFY(!told.empty() && told.back() > 50'300ms);
        const auto arrived = std::find_if(told.begin(), told.end(), [](auto position) { return position >= 50s; });
        QVERIFY(std::is_sorted(arrived, told.end()));
    }
    void aFileThatBreaksHalfWayIsHeardUntilThere()
    {
        if (!hasSound())
            QSKIP("needs a sound server");
        auto breaking = std::make_shared<Testing::BreakingDevice>(44 + 3 * 48000 * 4);
        breaking->setData(Testing::toneWav(20, 440, 1000, 48000));
        breaking->open(QIODevice::ReadOnly | QIODevice::Unbuffered);
        Player player;
        QSignalSpy failures(&player, &Player::failed);
        player.open(breaking);
        player.play();
        QTRY_COMPARE(failures.size(), 1);
        QVERIFY(!failures.first().first().value<Failure>().message.isEmpty());
        QCOMPARE(player.state(), PlaybackState::Paused);
        QVERIFY2(player.position() > 2s && player.position() <= 3s,
                 qPrintable(QString::number(player.position().count())));
    }
    void aSoundServerThatDiesIsSaidAndThePlaceIsKept()
    {
        if (!hasSound())
            QSKIP("needs a sound server");
        const Ending ending = runAs(QStringLiteral("--until-the-server-dies"));
        QCOMPARE(ending.status, QProcess::NormalExit);
        QCOMPARE(ending.code, 0);
        QVERIFY(ending.said.contains("sound output went away"));
    }
    void leavingTheProgramWhileItPlaysNeverCrashes()
    {
        if (!hasSound())
            QSKIP("needs a sound server");
        for (int time = 0; time < 20; ++time) {
            const Ending ending = runAs(QStringLiteral("--and-leave"));
            QVERIFY2(ending.status == QProcess::NormalExit && ending.code == 0, qPrintable(QString::number(time)));
        }
    }
    void aBusyWindowIsNotHeard()
    {
        if (!hasSound())
            QSKIP("needs a sound server");
        Ears ears;
        Player player;
        player.open(device(Testing::toneWav(10, 440, 1000)));
        player.play();
        QTRY_VERIFY(player.position() > 500ms);
        ears.forget();
        QThread::msleep(700); // the window does nothing else for that long
        const int gap = longestGap(ears.hear(0.9));
        QVERIFY2(gap < 150, qPrintable(QString::number(gap))); // would be 600 if the window's thread fed the sound
    }
    void obeysTheLastOfManyQuickCommands()
    {
        if (!hasSound())
            QSKIP("needs a sound server");
        Player player;
        player.open(device(Testing::toneWav(60, 440, 1000)));
        for (int time = 0; time < 25; ++time) {
            player.play();
            player.seek(std::chrono::seconds(time));
            player.pause();
            player.setSpeed(time % 2 == 0 ? 1 : 1.5);
            player.play();
            player.pause();
            player.play();
            QTRY_COMPARE(player.state(), PlaybackState::Playing);
            QTRY_VERIFY(player.position() > std::chrono::seconds(time));
            player.pause();
            QTRY_COMPARE(player.state(), PlaybackState::Paused);
        }
    }
    void openingAnotherLeavesTheFirstBehind()
    {
        if (!hasSound())
            QSKIP("needs a sound server");
        Player player;
        player.open(device(Testing::toneWav(10, 440, 1000)));
        player.play();
        QTRY_COMPARE(player.state(), PlaybackState::Playing);
        player.open(device(Testing::toneWav(3, 300, 300)), 3s);
        QCOMPARE(player.duration(), 3000ms);
        QTRY_COMPARE(player.state(), PlaybackState::Paused);
        QCOMPARE(player.position(), 0ms);
    }
};

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    const QString part = QCoreApplication::arguments().value(1);
    if (part == QStringLiteral("--until-the-server-dies"))
        return playUntilTheServerDies();
    if (part == QStringLiteral("--and-leave"))
        return playAndLeave();
    tst_Player tests;
    return QTest::qExec(&tests, argc, argv);
}
#include "tst_Player.moc"
