// SPDX-License-Identifier: GPL-3.0-or-later
// A full outbox drained by the client's loop, as a ratio against a loop of curl uploads of the same files to the same
// server, by turns in one run: the files of 1 MB are taken in four parts, and each goes both ways.
// Usage: bench_outbox [number of files, 1000] [path of holdfast-server]; wants curl.

#include "bench/Figures.h"
#include "crypto/SecretKey.h"
#include "support/BlockingHttp.h"
#include "support/NoiseWav.h"
#include "support/ServerProcess.h"
#include "sync/SyncLoop.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QFile>
#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>

#include <cstdio>

using namespace Holdfast;
using namespace Holdfast::Testing;

namespace {

constexpr int parts = 4;
constexpr qsizetype fileSize = 1'000'000;

QByteArray callOf(int number)
{
    QByteArray wav = noiseWav(fileSize);
    QRandomGenerator chance(static_cast<quint32>(number));
    for (qsizetype at = 44; at < wav.size(); at += 997)
        wav[at] = static_cast<char>(chance.generate());
    return wav;
}

double secondsOf(const std::function<void()> &work)
{
    QElapsedTimer timer;
    timer.start();
    work();
    return static_cast<double>(timer.nsecsElapsed()) / 1e9;
}

/// What lies on the disk of one person's client, and the loop that sends it.
class Outbox
{
    QTemporaryDir m_folder; // outlives what lies in it

public:
    Outbox(const QUrl &server, const Account &account)
        : m_lead{account.lead}
    {
        m_api.setServer(server);
        m_api.setToken(account.token);
        m_store = std::move(*LocalStore::open(m_folder.filePath(QStringLiteral("local.sqlite"))));
        m_cache = std::move(*SealedCache::open(m_folder.filePath(QStringLiteral("cache")), SecretKey::random()));
        m_loop = std::make_unique<SyncLoop>(m_api, *m_store, m_cache,
                                            OutboxPush(&QDateTime::currentDateTimeUtc, [] { return 0.5; }));
    }

    void attach(const QString &path)
    {
        QFile file(path);
        LocalRecording recording;
        recording.uploadId = QUuid::createUuid();
        recording.leadId = m_lead;
        recording.name = QStringLiteral("queued.wav");
        recording.attachedAt = QDateTime::currentDateTimeUtc();
        if (!file.open(QIODevice::ReadOnly))
            throw std::runtime_error("a file can't be read");
        const auto sealed = m_cache->put(recording.uploadId.toString(QUuid::WithoutBraces), file);
        if (!sealed)
            throw std::runtime_error(sealed.error().message.toStdString());
        recording.fileSize = sealed->size;
        recording.sha256 = sealed->sha256;
        if (const Done kept = m_store->attach({recording}); !kept)
            throw std::runtime_error(kept.error().message.toStdString());
    }
    void drain()
    {
        QEventLoop until;
        QObject::connect(m_loop.get(), &SyncLoop::parked, &until, [](QUuid, const QString &sentence) {
            std::fprintf(stderr, "%s\n", qPrintable(sentence));
            std::exit(1);
        });
        QObject::connect(m_loop.get(), &SyncLoop::waitingChanged, &until, [&] {
            if (m_loop->waiting() == 0)
                until.quit();
        });
        m_loop->start();
        until.exec();
        m_loop->stop();
    }

private:
    LeadId m_lead;
    ApiClient m_api;
    std::unique_ptr<LocalStore> m_store;
    std::shared_ptr<SealedCache> m_cache;
    std::unique_ptr<SyncLoop> m_loop;
};

void uploadByCurl(const QUrl &server, const Account &account, const QStringList &paths)
{
    QProcess shell;
    shell.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    shell.start(QStringLiteral("sh"),
                QStringList{QStringLiteral("-c"),
                            QStringLiteral("url=$1; token=$2; lead=$3; shift 3; for file; do curl --silent "
                                           "--show-error --output /dev/null --write-out '%{http_code}\\n' --header "
                                           "\"Authorization: Bearer $token\" --form \"leadId=$lead\" --form "
                                           "\"file=@$file\" \"$url/api/recordings\"; done"),
                            QStringLiteral("sh"), server.toString(), QString::fromLatin1(account.token),
                            QString::number(account.lead)} +
                    paths);
    if (!shell.waitForFinished(-1) || shell.readAllStandardOutput() != QByteArray("201\n").repeated(paths.size()))
        throw std::runtime_error("curl did not upload every file");
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const int files = arguments.size() > 1 ? arguments.at(1).toInt() : 1000;
    const QString program = arguments.size() > 2
                                ? arguments.at(2)
                                : QCoreApplication::applicationDirPath() + QStringLiteral("/../bin/holdfast-server");
    const QTemporaryDir folder;
    ServerProcess server(program, folder.filePath(QStringLiteral("data")), {QStringLiteral("--demo")});
    const Account account = Account::signIn(server.url(), "alice", "holdfast-demo");
    Outbox outbox(server.url(), account);
    double ours = 0;
    double curls = 0;
    std::vector<double> ratios;
    for (int part = 0; part < parts; ++part) {
        QStringList paths;
        for (int number = part * files / parts; number < (part + 1) * files / parts; ++number) {
            paths.append(folder.filePath(QStringLiteral("%1.wav").arg(number)));
            QFile file(paths.last());
            if (!file.open(QIODevice::WriteOnly) || file.write(callOf(number)) != fileSize)
                throw std::runtime_error("a file can't be written");
            file.close();
            outbox.attach(paths.last());
        }
        double drained = 0;
        double curled = 0;
        for (const bool isOurs : {part % 2 == 0, part % 2 != 0})
            (isOurs ? drained : curled) = secondsOf([&] {
                if (isOurs)
                    outbox.drain();
                else
                    uploadByCurl(server.url(), account, paths);
            });
        ours += drained;
        curls += curled;
        ratios.push_back(curled / drained);
        for (const QString &path : std::as_const(paths))
            QFile::remove(path);
    }
    std::printf("%d files of 1 MB: the outbox %.2f s, curl %.2f s\n", files, ours, curls);
    std::printf("files a second against a loop of curl: %.2f (median of %d parts)\n", median(ratios), parts);
    return 0;
}
