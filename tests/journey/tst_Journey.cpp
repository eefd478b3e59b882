// SPDX-License-Identifier: GPL-3.0-or-later
#include "actions/AttachRecordings.h"
#include "actions/PlayRecording.h"
#include "actions/RefreshLeads.h"
#include "actions/SaveCopy.h"
#include "actions/SignIn.h"
#include "server-stub/api/TestApi.h"
#include "support/MemoryKeychain.h"
#include "support/ServerProcess.h"
#include "support/TestServer.h"
#include "support/Tone.h"
#include "support/Wait.h"

#include <QDirIterator>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Holdfast;
using Testing::everybodysPassword;
using Testing::MemoryKeychain;
using Testing::orThrow;
using Testing::readWaiting;
using Testing::ServerProcess;
using Testing::TestApi;
using Testing::TestServer;
using Testing::toneWav;
using Testing::wait;

namespace {

const QString serverProgram = QStringLiteral(HOLDFAST_SERVER_PROGRAM);

} // namespace

/// The main job with the real client and the real server in one process, each as the programs put it together.
class tst_Journey : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_server = std::make_unique<TestServer>();
        m_server->start();
        m_keychain = std::make_unique<MemoryKeychain>();
        m_wav = toneWav(3, 440, 1000);
    }
    void cleanup()
    {
        endProgram();
        m_keychain.reset();
        m_server.reset();
    }

    void aFileOfAnAgentBecomesAKeptRecordingThatIsHeardAgain()
    {
        startProgram();
        QVERIFY(signIn());
        QVERIFY(wait(m_refresh->leads()));
        QCOMPARE(m_session->store->leads()->size(), 1);
        const QUuid uploadId = attach(m_wav);
        QCOMPARE(stateOf(uploadId), TransferState::Waiting);
        m_session->sync->start();
        QTRY_COMPARE(stateOf(uploadId), TransferState::Stored);
        const Recording kept = *m_session->store->find(uploadId)->remote;
        QCOMPARE(kept.duration, std::chrono::milliseconds(3000));
        QCOMPARE(kept.fileSize, m_wav.size());
        QCOMPARE(kept.agentName, QStringLiteral("Alice Agent"));

        endProgram();
        m_server->stop();
        m_server->start();
        forgetLocalData();
        startProgram();
        QVERIFY(signIn());
        QVERIFY(wait(m_refresh->recordingsOf(m_server->aliceLead)));
        const auto listed = m_session->store->recordingsOf(m_server->aliceLead);
        QCOMPARE(listed->size(), 1);
        QCOMPARE(listed->first().remote->sha256, kept.sha256);
        const auto heard = m_play->open(listed->first());
        QVERIFY2(heard, heard ? "" : qPrintable(heard.error().message));
        QCOMPARE(readWaiting(**heard), m_wav);
        const auto peaks = wait(m_play->peaks(listed->first()));
        QVERIFY(peaks);
        QCOMPARE(peaks->channels.size(), 2);
        QCOMPARE(peaks->frames, 3 * 8000);
    }
    void theWaveformComesFromTheServerBeforeTheSoundIsHere()
    {
        storeOne();
        forgetLocalData();
        startProgram();
        QVERIFY(signIn());
        QVERIFY(wait(m_refresh->recordingsOf(m_server->aliceLead)));
        const LocalRecording recording = m_session->store->recordingsOf(m_server->aliceLead)->first();
        const auto peaks = wait(m_play->peaks(recording));
        QVERIFY2(peaks, peaks ? "" : qPrintable(peaks.error().message));
        QCOMPARE(peaks->frames, 3 * 8000);
        QVERIFY(m_session->cache->names().isEmpty());
    }
    void aCopyIsSavedByteForByte()
    {
        storeOne();
        forgetLocalData();
        startProgram();
        QVERIFY(signIn());
        QVERIFY(wait(m_refresh->recordingsOf(m_server->aliceLead)));
        SaveCopy save(*m_session, *m_api);
        const QString path = m_folder->filePath(QStringLiteral("copy.wav"));
        QVERIFY(wait(save.save(m_session->store->recordingsOf(m_server->aliceLead)->first(), path)));
        QFile copy(path);
        QVERIFY(copy.open(QIODevice::ReadOnly));
        QCOMPARE(copy.readAll(), m_wav);
    }
    void whatWaitsSurvivesTheProgramAndIsSentByTheNext()
    {
        startProgram();
        QVERIFY(signIn());
        const QUuid uploadId = attach(m_wav);
        endProgram();
        QVERIFY(QFile::remove(m_folder->filePath(QStringLiteral("call.wav")))); // the sealed copy is enough
        startProgram();
        m_session = orThrow(wait(m_signIn->resume()));
        m_session->sync->start();
        QTRY_COMPARE(stateOf(uploadId), TransferState::Stored);
    }
    void aServerThatIsKilledWhileItReceivesEndsWithOneRecording()
    {
        const QTemporaryDir data;
        auto server = std::make_unique<ServerProcess>(serverProgram, data.path());
        startProgram();
        QVERIFY(signIn(server->url(), QStringLiteral("holdfast-demo")));
        QVERIFY(wait(m_refresh->leads()));
        const LeadId lead = m_session->store->leads()->last().id;
        QVERIFY(wait(m_refresh->recordingsOf(lead)));
        const qsizetype before = m_session->store->recordingsOf(lead)->size();
        QByteArray large = toneWav(1, 440, 1000);
        large.resize(40'000'000);
        const QUuid uploadId = attach(large, lead);
        QSignalSpy progress(m_session->sync.get(), &SyncLoop::progress);
        m_session->sync->start();
        QVERIFY(progress.wait());
        server->kill();
        QTRY_COMPARE(m_session->sync->condition(), SyncCondition::Offline);
        QTRY_COMPARE(stateOf(uploadId), TransferState::Waiting);

        QSignalSpy stored(m_session->sync.get(), &SyncLoop::stored);
        server = std::make_unique<ServerProcess>(serverProgram, data.path());
        m_api->setServer(server->url());
        QVERIFY(stored.wait(60'000)); // QTRY would let the event loop sleep between two pieces of the file
        QCOMPARE(m_session->store->find(uploadId)->remote->fileSize, large.size());
        QVERIFY(wait(m_refresh->recordingsOf(lead)));
        QCOMPARE(m_session->store->recordingsOf(lead)->size(), before + 1);
    }
    void twoFilesSideBySideAndARefusedOneEndAsEachShould()
    {
        startProgram();
        QVERIFY(signIn());
        const QUuid one = attach(m_wav);
        const QUuid notMine = attach(toneWav(1, 300, 300), m_server->bobLead);
        const QUuid two = attach(toneWav(2, 500, 600));
        m_session->sync->start();
        QTRY_COMPARE(stateOf(one), TransferState::Stored);
        QTRY_COMPARE(stateOf(two), TransferState::Stored);
        QTRY_COMPARE(stateOf(notMine), TransferState::Parked);
        QVERIFY(!m_session->store->find(notMine)->problem.isEmpty());
        QCOMPARE(storedFiles(), 2);
    }
    void aSignOutEndsTheTokenAndKeepsWhatWaits()
    {
        startProgram();
        QVERIFY(signIn());
        const QUuid uploadId = attach(m_wav);
        const QByteArray token = keptToken();
        QVERIFY(!token.isEmpty());
        QVERIFY(wait(m_signIn->signOut(m_session)));
        m_api->setToken(token);
        QCOMPARE(wait(m_api->me()).error().kind, FailureKind::NotSignedIn);
        endProgram();
        startProgram();
        QVERIFY(signIn());
        m_session->sync->start();
        QTRY_COMPARE(stateOf(uploadId), TransferState::Stored);
    }
    void aPasswordThatWasChangedElsewhereOnlyHoldsUpWhatWaits()
    {
        startProgram();
        QVERIFY(signIn());
        const QUuid uploadId = attach(m_wav);
        TestApi elsewhere(*m_server);
        const QByteArray change =
            QByteArray("{\"currentPassword\":\"") + everybodysPassword + "\",\"newPassword\":\"another pass phrase\"}";
        const auto token = TestApi::bearer(elsewhere.tokenOf("alice"));
        QCOMPARE(elsewhere.call("POST", "/api/auth/password", token, change).status, 200);
        m_session->sync->start();
        QTRY_COMPARE(m_session->sync->condition(), SyncCondition::SignInNeeded);
        QCOMPARE(stateOf(uploadId), TransferState::Waiting);
        endProgram();
        startProgram();
        QVERIFY(!signIn());
        QVERIFY(signIn(m_server->url(), QStringLiteral("another pass phrase")));
        m_session->sync->start();
        QTRY_COMPARE(stateOf(uploadId), TransferState::Stored);
        QCOMPARE(storedFiles(), 1);
    }
    void noPlainByteLiesOnEitherSide()
    {
        startProgram();
        QVERIFY(signIn());
        const QUuid uploadId = attach(m_wav);
        m_session->sync->start();
        QTRY_COMPARE(stateOf(uploadId), TransferState::Stored);
        QVERIFY(QFile::remove(m_folder->filePath(QStringLiteral("call.wav"))));
        for (const QString &folder : {m_folder->path(), m_server->dataFolder()}) {
            QDirIterator files(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
            while (files.hasNext()) {
                QFile file(files.next());
                QVERIFY(file.open(QIODevice::ReadOnly));
                const QByteArray bytes = file.readAll();
                for (qsizetype at = 1024; at + 16 <= m_wav.size(); at += 1600)
                    QVERIFY2(!bytes.contains(m_wav.sliced(at, 16)), qPrintable(file.fileName()));
            }
        }
    }

private:
    /// Its name in the keyring bears the profile's own at its end.
    QByteArray keptToken() const
    {
        const QString begin = QStringLiteral("token:alice@") + m_server->url().toString();
        for (auto secret = m_keychain->secrets.cbegin(); secret != m_keychain->secrets.cend(); ++secret)
            if (secret.key().startsWith(begin))
                return secret.value();
        return {};
    }
    QString profile() const { return m_folder->filePath(QStringLiteral("profile")); }
    void startProgram()
    {
        m_api = std::make_unique<ApiClient>();
        m_signIn = std::make_unique<SignIn>(*m_api, *m_keychain, &QDateTime::currentDateTimeUtc, profile());
    }
    void endProgram()
    {
        m_play.reset();
        m_refresh.reset();
        m_session.reset();
        m_signIn.reset();
        m_api.reset();
    }
    void forgetLocalData()
    {
        endProgram();
        QVERIFY(QDir(profile()).removeRecursively());
    }
    bool signIn() { return signIn(m_server->url(), QString::fromLatin1(everybodysPassword)); }
    bool signIn(const QUrl &server, const QString &password)
    {
        const auto session = wait(m_signIn->signIn(server, QStringLiteral("alice"), password));
        if (!session)
            return false;
        m_session = *session;
        m_refresh = std::make_unique<RefreshLeads>(*m_session, *m_api);
        m_play = std::make_unique<PlayRecording>(*m_session, *m_api);
        return true;
    }
    QUuid attach(const QByteArray &bytes) { return attach(bytes, m_server->aliceLead); }
    QUuid attach(const QByteArray &bytes, LeadId lead)
    {
        const QString path = m_folder->filePath(QStringLiteral("call.wav"));
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            throw std::runtime_error("the file can't be written");
        file.close();
        AttachRecordings attaching(*m_session, &QDateTime::currentDateTimeUtc);
        const auto attached = wait(attaching.attach(wait(attaching.inspect({path}, lead))));
        if (attached.uploadIds.isEmpty())
            throw std::runtime_error(attached.refused.first().problem.toStdString());
        return attached.uploadIds.first();
    }
    void storeOne()
    {
        startProgram();
        QVERIFY(signIn());
        const QUuid uploadId = attach(m_wav);
        m_session->sync->start();
        QTRY_COMPARE(stateOf(uploadId), TransferState::Stored);
    }
    TransferState stateOf(QUuid uploadId) const { return m_session->store->find(uploadId)->state; }
    /// Sealed recordings in the server's folder; what lies beside them (peaks) does not count.
    int storedFiles() const
    {
        int count = 0;
        QDirIterator files(m_server->dataFolder() + QStringLiteral("/recordings"), QDir::Files,
                           QDirIterator::Subdirectories);
        for (; files.hasNext(); files.next())
            ++count;
        return count;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<TestServer> m_server;
    std::unique_ptr<MemoryKeychain> m_keychain;
    std::unique_ptr<ApiClient> m_api;
    std::unique_ptr<SignIn> m_signIn;
    std::shared_ptr<Session> m_session;
    std::unique_ptr<RefreshLeads> m_refresh;
    std::unique_ptr<PlayRecording> m_play;
    QByteArray m_wav;
};

QTEST_GUILESS_MAIN(tst_Journey)
#include "tst_Journey.moc"
