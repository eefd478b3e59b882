// SPDX-License-Identifier: GPL-3.0-or-later
// From the key to the first sound at the sound server's monitor, and the processor's time while it plays, against mpv
// on the same file and the same URL: from disk, and from holdfast-server over a line of 10 Mbit/s with 50 ms each way.
// Medians of several runs by turns; before each run of ours nothing of the recording is on this computer.
// Usage: tests/support/with-sound.sh bench_first_sound [path of holdfast-server]; wants mpv, parec and ffmpeg.

#include "bench/Figures.h"
#include "contract/RecordingJson.h"
#include "local/ArrivingReader.h"
#include "local/SealedCache.h"
#include "playback/Player.h"
#include "support/BlockingHttp.h"
#include "support/ServerProcess.h"
#include "support/SlowLink.h"
#include "support/Tone.h"
#include "support/Wait.h"
#include "sync/ApiClient.h"
#include "sync/RecordingStream.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QLocalSocket>
#include <QProcess>
#include <QTemporaryDir>

#include <cstdio>
#include <functional>

#include <sys/resource.h>
#include <unistd.h>

using namespace Holdfast;
using namespace Holdfast::Testing;

namespace {

constexpr int runs = 7;
constexpr int patience = 20'000; // ms for one sound

/// The monitor of the sound server's sink.
class Ear
{
public:
    Ear()
    {
        m_recorder.start(QStringLiteral("parec"), {QStringLiteral("--latency-msec=5"), QStringLiteral("--format=s16le"),
                                                   QStringLiteral("--rate=48000"), QStringLiteral("--channels=1"),
                                                   QStringLiteral("-d"), QStringLiteral("@DEFAULT_MONITOR@")});
        if (!m_recorder.waitForStarted())
            throw std::runtime_error("parec is not installed");
    }
    ~Ear()
    {
        m_recorder.kill();
        m_recorder.waitForFinished();
    }
    Q_DISABLE_COPY_MOVE(Ear)

    /// Silence for a fifth of a second.
    void waitForSilence()
    {
        QElapsedTimer quiet;
        quiet.start();
        if (!QTest::qWaitFor(
                [&] {
                    if (isLoud())
                        quiet.restart();
                    return quiet.hasExpired(200);
                },
                patience))
            throw std::runtime_error("it does not become silent");
    }
    double msUntilSound(const std::function<void()> &key)
    {
        waitForSilence();
        QElapsedTimer timer;
        timer.start();
        key();
        while (!isLoud()) {
            if (timer.hasExpired(patience))
                throw std::runtime_error("nothing is heard");
            QCoreApplication::processEvents(QEventLoop::AllEvents, 1);
        }
        return static_cast<double>(timer.nsecsElapsed()) / 1e6;
    }

private:
    bool isLoud()
    {
        m_recorder.waitForReadyRead(0);
        const QByteArray heard = m_recorder.readAllStandardOutput();
        const auto *samples = reinterpret_cast<const qint16 *>(heard.constData());
        return std::any_of(samples, samples + heard.size() / 2, [](qint16 sample) { return std::abs(sample) > 400; });
    }

    QProcess m_recorder;
};

/// mpv that waits for what to play, as it is quickest.
class Mpv
{
public:
    explicit Mpv(const QString &folder)
        : m_path(folder + QStringLiteral("/mpv"))
    {
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_process.start(QStringLiteral("mpv"),
                        {QStringLiteral("--idle=yes"), QStringLiteral("--no-config"), QStringLiteral("--no-video"),
                         QStringLiteral("--really-quiet"), QStringLiteral("--ao=pulse"),
                         QStringLiteral("--input-ipc-server=") + m_path});
        if (!m_process.waitForStarted() || !QTest::qWaitFor([this] { return QFile::exists(m_path); }, patience))
            throw std::runtime_error("mpv is not installed");
        m_socket.connectToServer(m_path);
        m_socket.waitForConnected();
    }
    ~Mpv()
    {
        m_process.terminate();
        m_process.waitForFinished();
    }
    Q_DISABLE_COPY_MOVE(Mpv)

    void setField(const QByteArray &field) { command(R"(["set_property","http-header-fields",[")" + field + R"("]])"); }
    void play(const QString &url, double speed = 1)
    {
        command(R"(["set_property","speed",)" + QByteArray::number(speed) + ']');
        command(R"(["loadfile",")" + url.toUtf8() + R"("])");
    }
    void stop() { command(R"(["stop"])"); }
    qint64 processId() const { return m_process.processId(); }

private:
    void command(const QByteArray &words)
    {
        m_socket.write(R"({"command":)" + words + "}\n");
        m_socket.flush();
    }

    QString m_path;
    QProcess m_process;
    QLocalSocket m_socket;
};

double ownSeconds()
{
    rusage used{};
    ::getrusage(RUSAGE_SELF, &used);
    return static_cast<double>(used.ru_utime.tv_sec + used.ru_stime.tv_sec) +
           static_cast<double>(used.ru_utime.tv_usec + used.ru_stime.tv_usec) / 1e6;
}

double secondsOf(qint64 process)
{
    QFile stat(QStringLiteral("/proc/%1/stat").arg(process));
    if (!stat.open(QIODevice::ReadOnly))
        return 0;
    const QByteArray text = stat.readAll();
    const QList<QByteArray> fields = text.mid(text.lastIndexOf(')') + 2).split(' ');
    return (fields.value(11).toDouble() + fields.value(12).toDouble()) / static_cast<double>(::sysconf(_SC_CLK_TCK));
}

QByteArray encoded(const QString &folder, const QByteArray &wav, const QString &name)
{
    QFile plain(folder + QStringLiteral("/tone.wav"));
    if (!plain.open(QIODevice::WriteOnly) || plain.write(wav) != wav.size())
        throw std::runtime_error("the tone can't be written");
    plain.close();
    QProcess ffmpeg;
    ffmpeg.start(QStringLiteral("ffmpeg"), {QStringLiteral("-v"), QStringLiteral("error"), QStringLiteral("-y"),
                                            QStringLiteral("-i"), plain.fileName(), folder + QLatin1Char('/') + name});
    ffmpeg.waitForFinished(-1);
    QFile file(folder + QLatin1Char('/') + name);
    if (!file.open(QIODevice::ReadOnly))
        throw std::runtime_error("ffmpeg is not installed");
    return file.readAll();
}

struct Peers
{
    Ear ear;
    Player player;
    std::unique_ptr<Mpv> mpv;
};

void compare(
    const char *what, Peers &peers, const std::function<void()> &ours, const std::function<void()> &mpvs,
    const std::function<void()> &prepare = [] {})
{
    std::vector<double> our;
    std::vector<double> their;
    for (int run = 0; run < runs; ++run) {
        their.push_back(peers.ear.msUntilSound(mpvs));
        peers.mpv->stop();
        prepare();
        our.push_back(peers.ear.msUntilSound(ours));
        peers.player.close();
    }
    std::printf("%-40s ours %6.0f ms   mpv %6.0f ms   %.2f\n", what, median(our), median(their),
                median(our) / median(their));
    std::fflush(stdout);
}

void comparePlaying(const char *what, Peers &peers, const QString &path, double speed)
{
    constexpr double seconds = 8;
    auto file = std::make_shared<QFile>(path);
    file->open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    peers.player.setSpeed(speed);
    peers.player.open(file);
    peers.player.play();
    QTest::qWait(500);
    const double before = ownSeconds();
    QTest::qWait(static_cast<int>(seconds * 1000));
    const double our = (ownSeconds() - before) / seconds;
    peers.player.close();
    peers.mpv->play(path, speed);
    QTest::qWait(500);
    const double theirsBefore = secondsOf(peers.mpv->processId());
    QTest::qWait(static_cast<int>(seconds * 1000));
    const double theirs = (secondsOf(peers.mpv->processId()) - theirsBefore) / seconds;
    peers.mpv->stop();
    std::printf("%-40s ours %6.2f %%    mpv %6.2f %%    %.2f\n", what, 100 * our, 100 * theirs, our / theirs);
    std::fflush(stdout);
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    const QString program = argc > 1
                                ? QString::fromLocal8Bit(argv[1])
                                : QCoreApplication::applicationDirPath() + QStringLiteral("/../bin/holdfast-server");
    const QTemporaryDir folder;
    const QTemporaryDir data;
    const ServerProcess process(program, data.path());
    const Account account = Account::signIn(process.url(), "alice", "holdfast-demo");
    Peers peers;
    peers.mpv = std::make_unique<Mpv>(folder.path());
    peers.mpv->setField(account.authorization().trimmed());
    SlowLink line(process.url(), {});
    ApiClient api;
    api.setServer(line.url());
    api.setToken(account.token);
    const SecretKey key = SecretKey::random();

    const QByteArray wav = toneWav(600, 440, 1000);
    for (const QString &name : {QStringLiteral("call.wav"), QStringLiteral("call.mp3"), QStringLiteral("call.m4a"),
                                QStringLiteral("call.ogg")}) {
        const QByteArray bytes = name.endsWith(QLatin1String("wav")) ? wav : encoded(folder.path(), wav, name);
        const QString path = folder.filePath(name);
        QFile file(path);
        file.open(QIODevice::WriteOnly);
        file.write(bytes);
        file.close();
        compare(
            qPrintable(name + QStringLiteral(" from disk")), peers,
            [&] {
                auto local = std::make_shared<QFile>(path);
                local->open(QIODevice::ReadOnly | QIODevice::Unbuffered);
                peers.player.open(local);
                peers.player.play();
            },
            [&] { peers.mpv->play(path); });

        BlockingHttp http(process.url());
        const UploadBody form(http, account, bytes.size(), name.toLatin1());
        http.send(form.head + form.before + bytes + form.after);
        const Recording recording = *recordingFromJson(http.receive().json().object());
        const QString url = line.url().toString() + QStringLiteral("/api/recordings/%1/stream").arg(recording.id.value);
        std::unique_ptr<SealedCache> cache;
        std::unique_ptr<RecordingStream> stream;
        std::unique_ptr<QTemporaryDir> kept;
        const auto listen = [&] {
            auto arriving = *cache->arrive(QStringLiteral("r1"), recording.fileSize);
            stream = api.stream(recording, arriving);
            QObject::connect(stream.get(), &RecordingStream::failed, [](const Failure &failure) {
                std::fprintf(stderr, "%s %s\n", qPrintable(failure.message), qPrintable(failure.detail));
            });
            peers.player.open(std::make_shared<ArrivingReader>(arriving));
            peers.player.play();
        };
        const auto forget = [&] {
            stream.reset();
            kept = std::make_unique<QTemporaryDir>();
            cache = std::move(*SealedCache::open(kept->path(), *SecretKey::fromBytes(key.bytes().toByteArray())));
        };
        compare(
            qPrintable(name + QStringLiteral(" over 10 Mbit/s, 50 ms each way")), peers, listen,
            [&] { peers.mpv->play(url); },
            [&] {
                forget();
                wait(api.me()); // a connection stands: whoever listens has looked at a list before
            });
        stream.reset();
    }
    comparePlaying("processor while playing at 1x (mp3)", peers, folder.filePath(QStringLiteral("call.mp3")), 1);
    comparePlaying("processor while playing at 2x (mp3)", peers, folder.filePath(QStringLiteral("call.mp3")), 2);
    return 0;
}
