// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/CancelledUploads.h"

#include "support/SampleRecording.h"
#include "support/ScriptedTus.h"

#include <QRegularExpression>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Holdfast;
using Testing::ScriptedServer;
using Testing::ScriptedTus;

class tst_CancelledUploads : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_tus = ScriptedTus();
        m_disturb = [](const auto &, auto &) {};
        m_server = std::make_unique<ScriptedServer>([this](const ScriptedServer::Request &request) {
            ScriptedServer::Answer answer = m_tus.answerTo(request);
            m_disturb(request, answer);
            return answer;
        });
        m_api = std::make_unique<ApiClient>();
        m_api->setServer(m_server->url());
        m_api->setToken("T0KEN");
        m_store = std::move(*LocalStore::open(m_folder->filePath(QStringLiteral("local.sqlite"))));
        m_cancelled = std::make_unique<CancelledUploads>(*m_api, *m_store);
    }
    void cleanup()
    {
        m_cancelled.reset();
        m_store.reset();
        m_api.reset();
        m_server.reset();
    }

    void endsOneAfterTheOther()
    {
        cancelOne("/api/uploads/1");
        cancelOne("/api/uploads/2");
        QSignalSpy problem(m_cancelled.get(), &CancelledUploads::problem);
        m_cancelled->start();
        QTRY_VERIFY(allTold());
        QVERIFY(m_tus.uploads.empty());
        QCOMPARE(problem.count(), 0);
    }
    void hasNothingToEndWhereTheServerKnowsNothing()
    {
        cancelOne("/api/uploads/1");
        m_tus.uploads.clear();
        m_cancelled->start();
        QTRY_VERIFY(allTold());
        QCOMPARE(m_server->heads(), 1);
    }
    void saysSoWhereItWasARecordingAlreadyAndShowsIt()
    {
        cancelOne("/api/uploads/1");
        m_tus.recordings.append(Testing::recordingOf(1, LeadId{7}, UserId{2}));
        m_tus.uploads["/api/uploads/1"].recording = {1};
        QSignalSpy problem(m_cancelled.get(), &CancelledUploads::problem);
        m_cancelled->start();
        QTRY_COMPARE(problem.count(), 1);
        QVERIFY(problem.first().first().toString().contains(QStringLiteral("already")));
        QVERIFY(allTold());
        QVERIFY(*m_store->findStored({1}));
    }
    void saysNothingOfARecordingThatWasDeletedSince()
    {
        cancelOne("/api/uploads/1");
        m_tus.uploads["/api/uploads/1"].recording = {1};
        QSignalSpy problem(m_cancelled.get(), &CancelledUploads::problem);
        m_cancelled->start();
        QTRY_VERIFY(allTold());
        QCOMPARE(m_server->heads(), 2);
        QCOMPARE(problem.count(), 0);
    }
    void triesAgainWhatMaySucceedLater()
    {
        cancelOne("/api/uploads/1");
        int busy = 2;
        m_disturb = [&](const auto &, ScriptedServer::Answer &answer) {
            if (busy-- > 0) {
                answer = {423, {}, {"Retry-After: 0"}};
                m_tus.uploads["/api/uploads/1"] = {};
            }
        };
        m_cancelled->start();
        QTRY_VERIFY(allTold());
        QCOMPARE(busy, -1);
    }
    void waitsForASignInAndForTheServer()
    {
        cancelOne("/api/uploads/1");
        m_api->setToken({});
        m_cancelled->start();
        m_cancelled->tell();
        m_api->setToken("ANOTHER");
        m_server->goAway();
        m_cancelled->tell();
        QTRY_VERIFY(!m_api->isReachable());
        QVERIFY(!allTold());
        m_server->comeBack();
        const auto feels = m_api->me(); // as the loop does
        QTRY_VERIFY(m_api->isReachable());
        m_cancelled->stop();
        m_cancelled->start();
        QTRY_VERIFY(allTold());
        QVERIFY(m_tus.uploads.empty());
    }
    void leavesToTheServersClockWhatItWillNeverTake()
    {
        cancelOne("/api/uploads/1");
        m_disturb = [](const auto &, ScriptedServer::Answer &answer) { answer = {400, {}, {}}; };
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("a cancelled upload is not ended")));
        m_cancelled->start();
        QTRY_VERIFY(allTold());
        QCOMPARE(m_server->heads(), 1);
    }

private:
    void cancelOne(const QByteArray &path)
    {
        const QUuid uploadId = QUuid::createUuid();
        m_tus.uploads[path] = {};
        if (!m_store->begunUploads().keep(uploadId, QString::fromLatin1(path)) ||
            !m_store->begunUploads().cancel(uploadId))
            qFatal("it could not be kept");
    }
    bool allTold() const { return !*m_store->begunUploads().nextCancelled(); }

    std::unique_ptr<QTemporaryDir> m_folder;
    ScriptedTus m_tus;
    std::function<void(const ScriptedServer::Request &, ScriptedServer::Answer &)> m_disturb;
    std::unique_ptr<ScriptedServer> m_server;
    std::unique_ptr<ApiClient> m_api;
    std::unique_ptr<LocalStore> m_store;
    std::unique_ptr<CancelledUploads> m_cancelled;
};

QTEST_GUILESS_MAIN(tst_CancelledUploads)
#include "tst_CancelledUploads.moc"
