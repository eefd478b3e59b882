// SPDX-License-Identifier: GPL-3.0-or-later
#include "actions/AttachRecordings.h"

#include "domain/Limits.h"
#include "support/SignedIn.h"
#include "support/Tone.h"
#include "support/Wait.h"

#include <QCryptographicHash>
#include <QDir>
#include <QElapsedTimer>
#include <QTest>
#include <QTimer>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Holdfast;
using Testing::toneWav;
using Testing::wait;

class tst_AttachRecordings : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_signedIn = std::make_unique<Testing::SignedIn>(QUrl(QStringLiteral("http://127.0.0.1:9")));
        m_attach = std::make_unique<AttachRecordings>(m_signedIn->session,
                                                      [] { return QDateTime::fromSecsSinceEpoch(1'000'000, Qt::UTC); });
    }
    void cleanup()
    {
        m_attach.reset();
        m_signedIn.reset();
    }

    void tellsWhatAFileIs()
    {
        const QByteArray wav = toneWav(1.5, 440, 1000);
        const Inspected file = inspectOne(QStringLiteral("call.WAV"), wav);
        QVERIFY2(file.canAttach(), qPrintable(file.problem));
        QCOMPARE(file.name, QStringLiteral("call.WAV"));
        QCOMPARE(file.size, wav.size());
        QCOMPARE(file.sha256, sha256(wav));
        QCOMPARE(file.facts->format, MediaFormat::Wav);
        QCOMPARE(file.facts->channels, 2);
        QCOMPARE(file.facts->duration, std::chrono::milliseconds(1500));
        QVERIFY(file.remark.isEmpty());
    }
    void saysInWordsWhatIsWrong_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("problem");
        const auto row = [](const char *title, const char *name, const QByteArray &bytes, const QString &problem) {
            QTest::newRow(title) << QString::fromLatin1(name) << bytes << problem;
        };
        row("empty", "call.wav", {}, QStringLiteral("The file is empty."));
        row("one byte too large", "call.wav", QByteArray(maxRecordingBytes + 1, '\0'),
            QStringLiteral("The file is 50.1 MB; the most is 50 MB."));
        row("61 MB", "call.wav", QByteArray(61 * 1024 * 1024, '\0'),
            QStringLiteral("The file is 61 MB; the most is 50 MB."));
        row("text under a good name", "call.mp3", QByteArray("hello, world\n").repeated(500),
            QStringLiteral(
                "This is not a recording, whatever its name says: no sound or picture in it can be decoded."));
        row("extension of no recording", "call.exe", toneWav(1, 440, 440),
            QStringLiteral("Only MP3, WAV, M4A, AAC, OGG, MP4, AVI, MOV, AMR and 3GP files can be attached."));
        row("no extension", "call", toneWav(1, 440, 440),
            QStringLiteral("Only MP3, WAV, M4A, AAC, OGG, MP4, AVI, MOV, AMR and 3GP files can be attached."));
    }
    void saysInWordsWhatIsWrong()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, bytes);
        QTEST(inspectOne(name, bytes).problem, "problem");
    }
    void saysThatAFileIsGoneOrAFolderEmpty()
    {
        QVERIFY(QDir(m_signedIn->path({})).mkdir(QStringLiteral("empty")));
        const auto files = wait(m_attach->inspect(
            {m_signedIn->path(QStringLiteral("none.wav")), m_signedIn->path(QStringLiteral("empty"))}, lead));
        QCOMPARE(files.at(0).problem, QStringLiteral("The file is not there."));
        QCOMPARE(files.at(1).problem, QStringLiteral("The folder holds no files."));
    }
    void remarksThatNameAndContentDiffer()
    {
        const Inspected file = inspectOne(QStringLiteral("call.mp3"), toneWav(1, 440, 440));
        QVERIFY(file.canAttach());
        QCOMPARE(file.remark, QStringLiteral("Its name says MP3, its content is WAV."));
    }
    void takesAFolderForTheFilesInIt()
    {
        QVERIFY(QDir(m_signedIn->path({})).mkdir(QStringLiteral("calls")));
        m_signedIn->write(QStringLiteral("calls/b.wav"), toneWav(1, 440, 440));
        m_signedIn->write(QStringLiteral("calls/a.wav"), toneWav(1, 500, 500));
        m_signedIn->write(QStringLiteral("calls/c.txt"), "notes");
        const auto files = wait(m_attach->inspect({m_signedIn->path(QStringLiteral("calls"))}, lead));
        QCOMPARE(files.size(), 3);
        QCOMPARE(files.at(0).name, QStringLiteral("a.wav"));
        QVERIFY(files.at(0).canAttach() && files.at(1).canAttach() && !files.at(2).canAttach());
    }
    void takesAFolderInAFolderToo()
    {
        QVERIFY(QDir(m_signedIn->path({})).mkpath(QStringLiteral("calls/2026/01")));
        m_signedIn->write(QStringLiteral("calls/2026/01/b.wav"), toneWav(1, 440, 440));
        m_signedIn->write(QStringLiteral("calls/a.wav"), toneWav(1, 440, 440));
        const auto files = wait(m_attach->inspect({m_signedIn->path(QStringLiteral("calls"))}, lead));
        QCOMPARE(files.size(), 2);
    }
    void saysOfAFolderWhatInItCanNotBeTaken()
    {
        if (geteuid() == 0)
            QSKIP("nothing is locked for root");
        QVERIFY(QDir(m_signedIn->path({})).mkpath(QStringLiteral("calls/locked")));
        QVERIFY(QDir(m_signedIn->path({})).mkpath(QStringLiteral("elsewhere")));
        m_signedIn->write(QStringLiteral("calls/a.wav"), toneWav(1, 440, 440));
        const QString locked = m_signedIn->path(QStringLiteral("calls/locked"));
        QVERIFY(QFile::setPermissions(locked, QFile::WriteOwner));
        const auto files = wait(m_attach->inspect({m_signedIn->path(QStringLiteral("calls"))}, lead));
        const auto folder = wait(m_attach->inspect({locked}, lead));
        QVERIFY(QFile::setPermissions(locked, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
        QCOMPARE(files.size(), 2);
        QVERIFY(files.at(0).canAttach());
        QVERIFY2(files.at(1).problem.contains(QStringLiteral("may not read this folder")),
                 qPrintable(files.at(1).problem));
        QCOMPARE(folder.size(), 1);
        QCOMPARE(folder.first().problem, files.at(1).problem);
    }
    void saysOfEachThatIsNoFileWhatItIs()
    {
        const QString calls = m_signedIn->path(QStringLiteral("calls"));
        QVERIFY(QDir().mkpath(calls));
        QVERIFY(QDir().mkpath(m_signedIn->path(QStringLiteral("elsewhere"))));
        QVERIFY(QFile::link(QStringLiteral("nothing"), calls + QStringLiteral("/dead.wav")));
        QVERIFY(QFile::link(m_signedIn->path(QStringLiteral("elsewhere")), calls + QStringLiteral("/link")));
        QCOMPARE(mkfifo(QFile::encodeName(calls + QStringLiteral("/pipe.wav")).constData(), 0600), 0);
        const QByteArray latin1 = QFile::encodeName(calls) + "/caf\xe9.wav";
        const int made = open(latin1.constData(), O_CREAT | O_WRONLY, 0600);
        QVERIFY(made >= 0);
        QCOMPARE(close(made), 0);
        const auto files = wait(m_attach->inspect({calls}, lead));
        QCOMPARE(unlink(latin1.constData()), 0); // Qt could not remove it
        QCOMPARE(files.size(), 4);
        const auto problemOf = [&files](const QString &begin) {
            const auto found =
                std::ranges::find_if(files, [&begin](const Inspected &file) { return file.name.startsWith(begin); });
            return found == files.end() ? QString() : found->problem;
        };
        QCOMPARE(problemOf(QStringLiteral("dead")), QStringLiteral("This link leads nowhere."));
        QCOMPARE(problemOf(QStringLiteral("pipe")), QStringLiteral("This is not a file."));
        QVERIFY(problemOf(QStringLiteral("link")).contains(QStringLiteral("Attach that folder itself")));
        QVERIFY(problemOf(QStringLiteral("caf")).contains(QStringLiteral("Rename it")));
    }
    void filesByTheNamesWhereNoLeadIsGiven()
    {
        Lead jane;
        jane.id = {8};
        jane.name = QStringLiteral("Jane Smith");
        jane.phone = QStringLiteral("+49 30 123456");
        QVERIFY(m_signedIn->session.store->replaceLeads({jane}));
        m_signedIn->session.filing.zone = QTimeZone::utc();
        const QString told = m_signedIn->write(QStringLiteral("1969-12-31_1430_+4930123456.wav"), toneWav(1, 440, 440));
        const QString untold = m_signedIn->write(QStringLiteral("memo.wav"), toneWav(1, 500, 500));
        const auto files = wait(m_attach->inspect({told, untold}, std::nullopt));
        QVERIFY(!files.at(1).canAttach());
        QVERIFY(files.at(1).warning().startsWith(QStringLiteral("Its name tells no lead: attach it by hand")));
        const auto attached = wait(m_attach->attach(files));
        QCOMPARE(attached.uploadIds.size(), 1);
        const auto outbox = m_signedIn->session.store->outbox();
        QCOMPARE(outbox->first().leadId, jane.id);
        QCOMPARE(outbox->first().callAt.toString(Qt::ISODate), QStringLiteral("1969-12-31T14:30:00Z"));
    }
    void attachesTheGoodOnesAndSaysWhyNotTheOthers()
    {
        const QByteArray wav = toneWav(1, 440, 440);
        const QString good = m_signedIn->write(QStringLiteral("good.wav"), wav);
        const QString bad = m_signedIn->write(QStringLiteral("bad.wav"), "x");
        const auto attached = wait(m_attach->attach(wait(m_attach->inspect({bad, good}, lead)),
                                                    WrittenAlong{QStringLiteral("a note"), QStringLiteral("Sale")}));
        QCOMPARE(attached.uploadIds.size(), 1);
        QCOMPARE(attached.refused.size(), 1);
        QCOMPARE(attached.refused.first().name, QStringLiteral("bad.wav"));
        const auto outbox = m_signedIn->session.store->outbox();
        QCOMPARE(outbox->size(), 1);
        const LocalRecording &recording = outbox->first();
        QCOMPARE(recording.uploadId, attached.uploadIds.first());
        QCOMPARE(recording.leadId, lead);
        QCOMPARE(recording.name, QStringLiteral("good.wav"));
        QCOMPARE(recording.originalPath, good);
        QCOMPARE(recording.sha256, sha256(wav));
        QCOMPARE(recording.notes, QStringLiteral("a note"));
        QCOMPARE(recording.disposition, QStringLiteral("Sale"));
        QCOMPARE(recording.attachedAt, QDateTime::fromSecsSinceEpoch(1'000'000, Qt::UTC));
        const auto sealed = m_signedIn->session.cache->get(recording.uploadId.toString(QUuid::WithoutBraces));
        QCOMPARE((*sealed)->readAll(), wav);
    }
    void knowsTheAgentsChannelFromTheSourceUnlessItIsTold()
    {
        RecordingSource desk;
        desk.name = QStringLiteral("Desk");
        desk.folder = m_signedIn->path(QStringLiteral("desk"));
        desk.agentChannel = AgentChannel::Right;
        QVERIFY(QDir().mkpath(desk.folder));
        QVERIFY(m_signedIn->session.sources.put({}, desk));
        const QStringList paths{m_signedIn->write(QStringLiteral("desk/a.wav"), toneWav(1, 440, 440)),
                                m_signedIn->write(QStringLiteral("b.wav"), toneWav(1, 500, 500))};
        const auto files = wait(m_attach->inspect(paths, lead));
        wait(m_attach->attach(files));
        wait(m_attach->attach(files, WrittenAlong{{}, {}, AgentChannel::Left}));
        const auto outbox = m_signedIn->session.store->outbox();
        QList<AgentChannel> channels;
        for (const LocalRecording &recording : *outbox)
            channels.append(recording.agentChannel);
        QCOMPARE(channels, (QList<AgentChannel>{AgentChannel::Right, AgentChannel::Unknown, AgentChannel::Left,
                                                AgentChannel::Left}));
    }
    void remarksWhatIsAttachedAlreadyOrTwiceInOneDrop()
    {
        const QByteArray wav = toneWav(1, 440, 440);
        const QString a = m_signedIn->write(QStringLiteral("a.wav"), wav);
        const QString b = m_signedIn->write(QStringLiteral("b.wav"), wav);
        const auto files = wait(m_attach->inspect({a, b}, lead));
        QVERIFY(files.at(0).warning().isEmpty());
        QCOMPARE(files.at(1).warning(), QStringLiteral("The same recording as a.wav."));
        wait(m_attach->attach({files.at(0)}));
        QCOMPARE(wait(m_attach->inspect({b}, lead)).first().warning(),
                 QStringLiteral("The same recording waits to be sent to this lead. Keep this file until that is "
                                "stored."));
        QVERIFY(wait(m_attach->inspect({b}, LeadId{8})).first().warning().isEmpty());
    }
    void noticesAFileThatChangedSinceItWasLookedAt()
    {
        const QString path = m_signedIn->write(QStringLiteral("call.wav"), toneWav(1, 440, 440));
        const auto files = wait(m_attach->inspect({path}, lead));
        m_signedIn->write(QStringLiteral("call.wav"), toneWav(1, 441, 440));
        const auto attached = wait(m_attach->attach(files));
        QVERIFY(attached.uploadIds.isEmpty());
        QVERIFY(attached.refused.first().problem.startsWith(QStringLiteral("The file changed")));
        QVERIFY(m_signedIn->session.cache->names().isEmpty());
        QVERIFY(m_signedIn->session.store->outbox()->isEmpty());
    }
    void leavesTheEventLoopFreeWhileItSealsFiftyMegabytes()
    {
        QByteArray wav = toneWav(1, 440, 440);
        wav.resize(50'000'000);
        const auto files = wait(m_attach->inspect({m_signedIn->write(QStringLiteral("call.wav"), wav)}, lead));
        QVERIFY2(files.first().canAttach(), qPrintable(files.first().problem));
        QTimer tick;
        QElapsedTimer sinceTick;
        qint64 longest = 0;
        int ticks = 0;
        connect(&tick, &QTimer::timeout, this, [&] {
            longest = std::max(longest, sinceTick.restart());
            ++ticks;
        });
        sinceTick.start();
        tick.start(1);
        const auto sealing = m_attach->attach(files);
        QCOMPARE(wait(sealing).uploadIds.size(), 1);
        QCOMPARE(sealing.progressMaximum(), 1000);
        QCOMPARE(sealing.progressValue(), 1000);
        QVERIFY(ticks > 5);
        QVERIFY2(longest < 100, qPrintable(QStringLiteral("the event loop stood still for %1 ms").arg(longest)));
    }
    void leavesNothingWhereItIsCancelled()
    {
        QByteArray wav = toneWav(1, 440, 440);
        wav.resize(50'000'000);
        const auto files = wait(m_attach->inspect({m_signedIn->write(QStringLiteral("call.wav"), wav)}, lead));
        auto sealing = m_attach->attach(files);
        sealing.cancel();
        QTRY_VERIFY(sealing.isFinished());
        QTRY_VERIFY(m_signedIn->hasEmptyCache());
        QVERIFY(m_signedIn->session.store->outbox()->isEmpty());
    }

private:
    Inspected inspectOne(const QString &name, const QByteArray &bytes)
    {
        return wait(m_attach->inspect({m_signedIn->write(name, bytes)}, lead)).first();
    }
    static QByteArray sha256(const QByteArray &bytes)
    {
        return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
    }

    const LeadId lead{7};
    std::unique_ptr<Testing::SignedIn> m_signedIn;
    std::unique_ptr<AttachRecordings> m_attach;
};

QTEST_GUILESS_MAIN(tst_AttachRecordings)
#include "tst_AttachRecordings.moc"
