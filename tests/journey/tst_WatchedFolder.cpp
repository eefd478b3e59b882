// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/ServerProcess.h"
#include "support/Tone.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMap>
#include <QScopeGuard>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <cstdio>
#include <fstream>

using namespace Holdfast;
using Testing::ServerProcess;
using Testing::toneWav;

/// holdfastctl watch as a PBX's host runs it, against the server's program, on a machine without a keyring.
class tst_WatchedFolder : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(QDir(m_folder->path()).mkdir(QStringLiteral("calls")));
        m_server =
            std::make_unique<ServerProcess>(QStringLiteral(HOLDFAST_SERVER_PROGRAM), path(QStringLiteral("data")));
        m_url = m_server->url().toString();
        writeTo(path(QStringLiteral("password")), "holdfast-demo\n");
        const QJsonObject lead = json({QStringLiteral("--json"), QStringLiteral("leads")}).last().toObject();
        m_lead = QString::number(lead.value(QStringLiteral("id")).toInteger());
        m_phone = lead.value(QStringLiteral("phone")).toString().remove(u' ');
        m_before = stored();
        QVERIFY(m_phone.startsWith(u'+'));
    }
    void cleanup()
    {
        m_watch.reset();
        m_server.reset();
        m_folder.reset();
    }

    void sendsAFileOnceItIsCompleteAndEndsCleanly()
    {
        const QByteArray wav = toneWav(4, 440, 1000);
        beginWatching();
        QFile growing(calls(0));
        QVERIFY(growing.open(QIODevice::WriteOnly));
        constexpr int parts = 10;
        int part = 0;
        QTimer writer;
        connect(&writer, &QTimer::timeout, this, [&] {
            const qsizetype from = wav.size() * part / parts;
            const qsizetype to = wav.size() * ++part / parts;
            QVERIFY(growing.write(wav.mid(from, to - from)) == to - from && growing.flush());
            if (part == parts)
                writer.stop();
        });
        writer.start(400); // in all much longer than a file must stay the same
        QTRY_COMPARE_WITH_TIMEOUT(part, parts, 20'000);
        QVERIFY2(!m_output.contains("filed"), m_output.constData());
        QTRY_VERIFY_WITH_TIMEOUT(m_output.contains("stored"), 30'000);
        m_watch->terminate();
        QVERIFY(m_watch->waitForFinished(30'000));
        QCOMPARE(m_watch->exitStatus(), QProcess::NormalExit);
        QCOMPARE(m_watch->exitCode(), 0);
        QMap<QString, int> expected = m_before;
        ++expected[sha256(wav)];
        QCOMPARE(stored(), expected);
    }
    void killedAtAnyMomentItSendsEachFileOnce()
    {
        QMap<QString, int> expected = m_before;
        int written = 0;
        QCOMPARE(run({QStringLiteral("--once"), QStringLiteral("watch"), path(QStringLiteral("calls"))}), 0);
        beginWatching(); // what comes since the first time is new
        for (int round = 0; round < 8; ++round) {
            drop(written++, expected);
            kill();
            drop(written++, expected);    // while nobody watches
            const auto lines = round % 4; // as far as it comes before the next end
            beginWatching();
            QTRY_VERIFY_WITH_TIMEOUT(m_output.count('\n') >= lines, 30'000);
        }
        kill();
        const QByteArray half = toneWav(1, 999, 999);
        writeTo(calls(written), half.first(half.size() / 2));
        beginWatching();
        writeTo(calls(written), half);
        ++expected[sha256(half)];
        QTRY_COMPARE_WITH_TIMEOUT(stored(), expected, 60'000);
        kill();
        QCOMPARE(run({QStringLiteral("--settled"), QStringLiteral("1"), QStringLiteral("--once"),
                      QStringLiteral("watch"), path(QStringLiteral("calls"))}),
                 0);
        QCOMPARE(stored(), expected);
    }
    void goesOnWhenServerAndFolderWereAwayAndSaysSoOnce()
    {
        QCOMPARE(run({QStringLiteral("--once"), QStringLiteral("watch"), path(QStringLiteral("calls"))}), 0);
        beginWatching();
        const QByteArray first = toneWav(1, 440, 1000);
        writeTo(calls(0), first);
        QTRY_VERIFY_WITH_TIMEOUT(m_output.contains("stored"), 30'000);
        const QString address = QStringLiteral("127.0.0.1:%1").arg(m_server->url().port());
        m_server->kill();
        QTRY_VERIFY_WITH_TIMEOUT(m_problems.contains("can't be reached"), 60'000);
        const QByteArray second = toneWav(1, 450, 1000);
        writeTo(calls(1), second);
        QTRY_COMPARE_WITH_TIMEOUT(m_output.count("\"filed\""), 2, 30'000);
        QVERIFY(QDir(m_folder->path()).rename(QStringLiteral("calls"), QStringLiteral("unplugged")));
        QTRY_VERIFY_WITH_TIMEOUT(m_problems.contains("can't be read at the moment"), 60'000);
        m_server =
            std::make_unique<ServerProcess>(QStringLiteral(HOLDFAST_SERVER_PROGRAM), path(QStringLiteral("data")),
                                            QStringList{QStringLiteral("--listen"), address});
        QTRY_COMPARE_WITH_TIMEOUT(m_output.count("\"stored\""), 2, 60'000);
        QVERIFY(QDir(m_folder->path()).rename(QStringLiteral("unplugged"), QStringLiteral("calls")));
        const QByteArray third = toneWav(1, 460, 1000);
        writeTo(calls(2), third);
        QTRY_COMPARE_WITH_TIMEOUT(m_output.count("\"stored\""), 3, 60'000);
        QCOMPARE(m_problems.count("can't be reached"), 1);
        QCOMPARE(m_problems.count("can't be read at the moment"), 1);
    }
    void saysOnceWhatItCannotFileAndFailsWithOnce()
    {
        writeTo(path(QStringLiteral("calls/memo.wav")), toneWav(1, 440, 1000));
        writeTo(calls(0), toneWav(1, 450, 1000));
        QCOMPARE(run({QStringLiteral("--settled"), QStringLiteral("1"), QStringLiteral("--once"),
                      QStringLiteral("--existing"), QStringLiteral("watch"), path(QStringLiteral("calls"))}),
                 1);
        QCOMPARE(m_problems.count("memo.wav: Its name tells no lead: "), 1);
        QVERIFY(m_output.contains("stored"));
    }
    void saysOnceOfEachFileThatItPassesOverWhy()
    {
        const QByteArray wav = toneWav(1, 440, 1000);
        writeTo(path(QStringLiteral("calls/notes.txt")), "x");
        writeTo(path(QStringLiteral("calls/today.log")), "x");
        writeTo(path(QStringLiteral("calls/empty.wav")), {});
        age(path(QStringLiteral("calls/empty.wav")));
        const QByteArray unnamed = QFile::encodeName(path(QStringLiteral("calls/"))) + "b\xfcro.wav";
        std::ofstream(unnamed.constData()) << "x";
        const auto gone = qScopeGuard([&] { std::remove(unnamed.constData()); }); // QTemporaryDir can't
        writeTo(calls(0), wav);
        QCOMPARE(
            run({QStringLiteral("--settled"), QStringLiteral("1"), QStringLiteral("--once"), QStringLiteral("--json"),
                 QStringLiteral("--existing"), QStringLiteral("watch"), path(QStringLiteral("calls"))}),
            1);
        QCOMPARE(m_problems.count("empty.wav: It is empty"), 1);
        QCOMPARE(m_problems.count("ro.wav: Its name is not in UTF-8"), 1);
        QCOMPARE(m_problems.count("1 .log, 1 .txt"), 1);
        QCOMPARE(m_output.count("\"not filed\""), 2);
        QCOMPARE(m_output.count("\"passed over\""), 1);
        QMap<QString, int> expected = m_before;
        ++expected[sha256(wav)];
        QCOMPARE(stored(), expected);
    }
    void waitsForAWriterThatPausesAndSaysSoOnce()
    {
        QCOMPARE(run({QStringLiteral("--once"), QStringLiteral("watch"), path(QStringLiteral("calls"))}), 0);
        beginWatching();
        const QByteArray wav = toneWav(2, 440, 1000);
        writeTo(calls(0), wav.first(wav.size() / 2)); // and for longer than files settle nothing more
        QTRY_COMPARE_WITH_TIMEOUT(m_problems.count("not complete yet"), 1, 30'000);
        QVERIFY(!m_output.contains("\"filed\""));
        writeTo(calls(0), wav);
        QTRY_VERIFY_WITH_TIMEOUT(m_output.contains("stored"), 30'000);
        QCOMPARE(m_problems.count("not complete yet"), 1);
        QMap<QString, int> expected = m_before;
        ++expected[sha256(wav)];
        QCOMPARE(stored(), expected);
    }
    void saysOfAFileThatGrewAfterItWasFiledThatTheRestIsARecordingOfItsOwn()
    {
        QCOMPARE(run({QStringLiteral("--once"), QStringLiteral("watch"), path(QStringLiteral("calls"))}), 0);
        beginWatching();
        QMap<QString, int> expected = m_before;
        for (const double seconds : {1.0, 2.0}) {
            const QByteArray wav = toneWav(seconds, 440, 1000);
            writeTo(calls(0), wav);
            ++expected[sha256(wav)];
            QTRY_COMPARE_WITH_TIMEOUT(m_output.count("\"stored\""), static_cast<int>(seconds), 30'000);
        }
        QCOMPARE(m_problems.count("was filed before, as it was then"), 1);
        QCOMPARE(stored(), expected);
    }
    void twoThatWatchOneFolderStoreEachFileOnce()
    {
        const QString second = path(QStringLiteral("profile-2"));
        const QStringList once{QStringLiteral("--once"), QStringLiteral("watch"), path(QStringLiteral("calls"))};
        QCOMPARE(run(once), 0);
        QCOMPARE(run(QStringList{QStringLiteral("--profile"), second} + once), 0);
        beginWatching();
        QByteArray others;
        const auto other = program();
        other->setArguments(common() + QStringList{QStringLiteral("--profile"), second, QStringLiteral("--settled"),
                                                   QStringLiteral("1"), QStringLiteral("watch"),
                                                   path(QStringLiteral("calls"))});
        connect(other.get(), &QProcess::readyReadStandardOutput, this,
                [&] { others += other->readAllStandardOutput(); });
        connect(other.get(), &QProcess::readyReadStandardError, this, [&] { others += other->readAllStandardError(); });
        other->start();
        QMap<QString, int> expected = m_before;
        constexpr int files = 6;
        for (int number = 0; number < files; ++number)
            drop(number, expected);
        QTRY_COMPARE_WITH_TIMEOUT(m_output.count("\"event\":\"stored\"") + m_output.count("\"stored\":true"), files,
                                  60'000);
        QTRY_COMPARE_WITH_TIMEOUT(others.count("stored  ") + others.count("Already attached"), files, 60'000);
        other->terminate();
        QVERIFY(other->waitForFinished(30'000));
        QCOMPARE(stored(), expected);
    }
    void whatTheServerHasAlreadyIsNoFailure()
    {
        writeTo(calls(0), toneWav(1, 440, 1000));
        const QStringList once{QStringLiteral("--settled"),  QStringLiteral("1"),     QStringLiteral("--once"),
                               QStringLiteral("--existing"), QStringLiteral("watch"), path(QStringLiteral("calls"))};
        QCOMPARE(run(once), 0);
        const QMap<QString, int> first = stored();
        QVERIFY(first != m_before);
        QCOMPARE(run(QStringList{QStringLiteral("--profile"), path(QStringLiteral("profile-2"))} + once), 0);
        QVERIFY2(m_output.contains("Already attached to this lead."), m_problems.constData());
        QVERIFY2(!m_problems.contains("Already attached"), m_problems.constData());
        QCOMPARE(stored(), first);
    }
    void passesOverWhatLayThereBefore()
    {
        writeTo(calls(0), toneWav(1, 440, 1000));
        QCOMPARE(run({QStringLiteral("--settled"), QStringLiteral("1"), QStringLiteral("--once"),
                      QStringLiteral("watch"), path(QStringLiteral("calls"))}),
                 0);
        QCOMPARE(stored(), m_before);
    }
    void saysThatNoFolderIsSetUp()
    {
        QCOMPARE(run({QStringLiteral("watch")}), 1);
        QVERIFY(m_problems.contains("No folder is set up"));
    }
    void waitsForAFolderThatIsNotThereYet()
    {
        QVERIFY(QDir(m_folder->path()).rmdir(QStringLiteral("calls")));
        QCOMPARE(run({QStringLiteral("--once"), QStringLiteral("watch"), path(QStringLiteral("calls"))}), 1);
        beginWatching();
        QTRY_VERIFY_WITH_TIMEOUT(m_problems.contains("is not there yet"), 30'000);
        QVERIFY(QDir(m_folder->path()).mkdir(QStringLiteral("calls")));
        writeTo(calls(0), toneWav(1, 440, 1000));
        QTRY_COMPARE_WITH_TIMEOUT(m_output.count("\"stored\""), 1, 60'000);
        QCOMPARE(m_problems.count("is not there yet"), 1);
        kill();
    }

private:
    QString path(const QString &name) const { return m_folder->filePath(name); }
    QString calls(int number) const
    {
        return path(QStringLiteral("calls/2026-01-15_%1_%2.wav").arg(1000 + number).arg(m_phone));
    }
    static void writeTo(const QString &path, const QByteArray &bytes)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
    }
    /// As it is of a file that nobody has touched for days.
    static void age(const QString &path)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadWrite));
        QVERIFY(file.setFileTime(QDateTime::currentDateTime().addDays(-3), QFileDevice::FileModificationTime));
    }
    static QString sha256(const QByteArray &bytes)
    {
        return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
    }
    /// One more file in the folder.
    void drop(int number, QMap<QString, int> &expected) const
    {
        const QByteArray wav = toneWav(1, 300 + 5 * number, 1000);
        writeTo(calls(number), wav);
        ++expected[sha256(wav)];
    }

    QStringList common() const
    {
        return {QStringLiteral("--server"),        m_url,
                QStringLiteral("--user"),          QStringLiteral("alice"),
                QStringLiteral("--password-file"), path(QStringLiteral("password")),
                QStringLiteral("--profile"),       path(QStringLiteral("profile"))};
    }
    static std::unique_ptr<QProcess> program()
    {
        auto ctl = std::make_unique<QProcess>();
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("DBUS_SESSION_BUS_ADDRESS"), QStringLiteral("unix:path=/nonexistent"));
        ctl->setProcessEnvironment(environment);
        ctl->setProgram(QStringLiteral(HOLDFAST_CTL_PROGRAM));
        return ctl;
    }
    int run(const QStringList &arguments)
    {
        const auto ctl = program();
        ctl->setArguments(common() + arguments);
        ctl->start();
        if (!ctl->waitForFinished(120'000))
            return -1;
        m_output = ctl->readAllStandardOutput();
        m_problems = ctl->readAllStandardError();
        return ctl->exitCode();
    }
    QJsonArray json(const QStringList &arguments)
    {
        return run(arguments) == 0 ? QJsonDocument::fromJson(m_output).array() : QJsonArray();
    }
    void beginWatching()
    {
        m_output.clear();
        m_problems.clear();
        m_watch = program();
        m_watch->setArguments(common() + QStringList{QStringLiteral("--json"), QStringLiteral("--settled"),
                                                     QStringLiteral("1"), QStringLiteral("watch"),
                                                     path(QStringLiteral("calls"))});
        connect(m_watch.get(), &QProcess::readyReadStandardOutput, this,
                [this] { m_output += m_watch->readAllStandardOutput(); });
        connect(m_watch.get(), &QProcess::readyReadStandardError, this,
                [this] { m_problems += m_watch->readAllStandardError(); });
        m_watch->start();
    }
    void kill()
    {
        m_watch->kill();
        m_watch->waitForFinished();
    }
    /// How often each recording is on the server, by its SHA-256; asked by another client.
    QMap<QString, int> stored()
    {
        const auto ctl = program();
        ctl->setArguments({QStringLiteral("--server"), m_url, QStringLiteral("--user"), QStringLiteral("sam"),
                           QStringLiteral("--password-file"), path(QStringLiteral("password")),
                           QStringLiteral("--profile"), path(QStringLiteral("other")), QStringLiteral("--json"),
                           QStringLiteral("list"), m_lead});
        ctl->start();
        QMap<QString, int> stored;
        if (!ctl->waitForFinished(60'000))
            return stored;
        const QJsonArray recordings = QJsonDocument::fromJson(ctl->readAllStandardOutput()).array();
        for (const QJsonValue &recording : recordings)
            ++stored[recording.toObject().value(QStringLiteral("sha256")).toString()];
        return stored;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<ServerProcess> m_server;
    std::unique_ptr<QProcess> m_watch;
    QString m_url;
    QString m_lead;
    QString m_phone;
    QByteArray m_output;
    QByteArray m_problems;
    QMap<QString, int> m_before;
};

QTEST_GUILESS_MAIN(tst_WatchedFolder)
#include "tst_WatchedFolder.moc"
