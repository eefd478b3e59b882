// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/CuttingLink.h"
#include "support/SendingClient.h"
#include "support/ServerProcess.h"
#include "support/Tone.h"

#include <QJsonArray>
#include <QProcess>
#include <QProcessEnvironment>
#include <QRandomGenerator>
#include <QTest>

using namespace Holdfast;
using namespace Holdfast::Testing;

namespace {

constexpr qint64 mebibyte = 1024 * 1024;
constexpr qint64 heads = 64 * 1024; ///< more than the heads of a few requests

} // namespace

/// Uploads over lines that break and to servers that are killed, by the client's own loop, to the server's program.
class tst_CutUploads : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        startServer();
    }
    void cleanup() { m_server.reset(); }

    void whateverIsCutEndsWithWhatWasQueuedOnceEach()
    {
        constexpr quint32 runs = 60;
        QHash<QByteArray, QByteArray> queued;
        int cuts = 0;
        for (quint32 seed = 1; seed <= runs; ++seed) {
            QRandomGenerator chance(seed);
            const qint64 largest = seed % 20 == 0 ? 3 * mebibyte : 200'000;
            CuttingLink link(m_server->url(), seed,
                             {1 + static_cast<int>(chance.bounded(6)), static_cast<qint64>(largest) * 5 / 4});
            SendingClient client(link.url(), m_account);
            for (int file = 0; file < 2; ++file)
                client.attach(distinctCall(2'000 + chance.bounded(static_cast<int>(largest)), chance));
            QVERIFY2(client.drain(), qPrintable(QStringLiteral("seed %1").arg(seed)));
            queued.insert(client.queued);
            cuts += link.cuts();
        }
        QVERIFY2(cuts > static_cast<int>(runs), qPrintable(QString::number(cuts)));
        QCOMPARE(queued.size(), 2 * runs);
        checkServer(queued);
    }
    void aServerThatIsKilledIsNotSentAgainWhatItHas()
    {
        CuttingLink link(m_server->url(), 1, {});
        SendingClient client(link.url(), m_account);
        QRandomGenerator chance(7);
        const QUuid uploadId = client.attach(distinctCall(20 * mebibyte, chance));
        const qint64 size = client.store->find(uploadId)->fileSize;
        link.breakAfter(9 * mebibyte);
        client.loop->start();
        untilOffline(client);
        const qint64 before = client.loop->bytesSent(uploadId);
        QVERIFY(link.isBroken());
        QVERIFY2(before >= 4 * mebibyte && before < 9 * mebibyte, qPrintable(QString::number(before)));
        m_server->kill();
        startServer();
        link.leadTo(m_server->url());
        link.mend();
        const qint64 sentBefore = link.bytesUp();
        client.api.setToken(m_account.token);
        QVERIFY(client.drain());
        const qint64 sentAfter = link.bytesUp() - sentBefore;
        QVERIFY2(sentAfter <= size - before + heads, qPrintable(QString::number(sentAfter)));
        QVERIFY(sentAfter >= size - before);
        checkServer(client.queued);
    }
    void aClientThatIsKilledGoesOnWhereItWas()
    {
        CuttingLink link(m_server->url(), 1, {});
        QRandomGenerator chance(8);
        const QByteArray bytes = distinctCall(20 * mebibyte, chance);
        write(QStringLiteral("cut.wav"), bytes);
        write(QStringLiteral("password"), "holdfast-demo\n");
        const QString lead = QString::number(m_account.lead);
        link.breakAfter(9 * mebibyte);
        QProcess killed;
        startCtl(killed, link.url(), {QStringLiteral("upload"), lead, path(QStringLiteral("cut.wav"))});
        QTRY_VERIFY_WITH_TIMEOUT(link.isBroken(), 30'000);
        killed.kill();
        QVERIFY(killed.waitForFinished());
        QCOMPARE(killed.exitStatus(), QProcess::CrashExit);
        link.mend();
        const qint64 sentBefore = link.bytesUp();
        QProcess next;
        startCtl(next, link.url(), {QStringLiteral("send")});
        QVERIFY(next.waitForFinished(60'000));
        QVERIFY2(next.exitCode() == 0, next.readAllStandardError());
        const qint64 sentAfter = link.bytesUp() - sentBefore;
        // Of nine mebibytes one piece of at most four was under way.
        QVERIFY2(sentAfter <= bytes.size() - 5 * mebibyte + heads, qPrintable(QString::number(sentAfter)));
        checkServer({{sha256Of(bytes), bytes}});
    }

private:
    void startServer()
    {
        m_server =
            std::make_unique<ServerProcess>(QStringLiteral(HOLDFAST_SERVER_PROGRAM), path(QStringLiteral("data")));
        m_account = Account::signIn(m_server->url(), "alice", "holdfast-demo");
    }
    static void untilOffline(const SendingClient &client)
    {
        QEventLoop until;
        QTimer::singleShot(60'000, &until, [&] { until.exit(1); });
        QObject::connect(client.loop.get(), &SyncLoop::conditionChanged, &until, [&](SyncCondition condition) {
            if (condition == SyncCondition::Offline)
                until.quit();
        });
        QCOMPARE(until.exec(), 0);
    }
    /// Exactly these, byte for byte, once each.
    void checkServer(const QHash<QByteArray, QByteArray> &queued) const
    {
        BlockingHttp http(m_server->url());
        http.send(http.head("GET", "/api/leads/" + QByteArray::number(m_account.lead) + "/recordings",
                            m_account.authorization()));
        QHash<QByteArray, int> kept;
        for (const QJsonValue &recording : http.receive().json().array()) {
            if (recording[QLatin1String("originalName")].toString() != QStringLiteral("cut.wav"))
                continue;
            http.send(http.head("GET",
                                "/api/recordings/" + QByteArray::number(recording[QLatin1String("id")].toInteger()) +
                                    "/download",
                                m_account.authorization()));
            ++kept[sha256Of(http.receive().body)];
        }
        QCOMPARE(kept.size(), queued.size());
        for (auto one = queued.cbegin(); one != queued.cend(); ++one)
            QCOMPARE(kept.value(one.key()), 1);
    }
    QString path(const QString &file) const { return m_folder->filePath(file); }
    void write(const QString &file, const QByteArray &bytes) const
    {
        QFile opened(path(file));
        QVERIFY(opened.open(QIODevice::WriteOnly) && opened.write(bytes) == bytes.size());
    }
    void startCtl(QProcess &process, const QUrl &server, const QStringList &arguments) const
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("DBUS_SESSION_BUS_ADDRESS"), QStringLiteral("unix:path=/none"));
        process.setProcessEnvironment(environment);
        process.setStandardInputFile(QProcess::nullDevice());
        process.start(QStringLiteral(HOLDFAST_CTL_PROGRAM),
                      QStringList{QStringLiteral("--server"), server.toString(), QStringLiteral("--user"),
                                  QStringLiteral("alice"), QStringLiteral("--password-file"),
                                  path(QStringLiteral("password")), QStringLiteral("--profile"),
                                  path(QStringLiteral("profile"))} +
                          arguments);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<ServerProcess> m_server;
    Account m_account;
};

QTEST_GUILESS_MAIN(tst_CutUploads)
#include "tst_CutUploads.moc"
