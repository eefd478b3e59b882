// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/SyncLoop.h"

#include "crypto/Random.h"
#include "sqlite/Query.h"
#include "support/ScriptedTus.h"

#include <QBuffer>
#include <QCryptographicHash>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Holdfast;
using Testing::ScriptedServer;
using Testing::ScriptedTus;

class tst_SyncLoop : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_refusals.clear();
        m_bytes.clear();
        m_tus = ScriptedTus();
        m_script = [this](const ScriptedServer::Request &request) { return honest(request); };
        m_server = std::make_unique<ScriptedServer>([this](const auto &request) { return m_script(request); });
        m_api = std::make_unique<ApiClient>();
        m_api->setServer(m_server->url());
        m_api->setToken("T0KEN");
        m_store = std::move(*LocalStore::open(m_folder->filePath(QStringLiteral("local.sqlite"))));
        m_cache = std::move(*SealedCache::open(m_folder->filePath(QStringLiteral("cache")), SecretKey::random()));
        makeLoop();
    }
    void cleanup()
    {
        m_loop.reset();
        m_cache.reset();
        m_store.reset();
        m_api.reset();
        m_server.reset();
    }

    void sendsWhatWaitsAndCallsItStored()
    {
        const QUuid one = attach(100'000);
        const QUuid two = attach(10);
        QSignalSpy stored(m_loop.get(), &SyncLoop::stored);
        m_loop->start();
        QTRY_COMPARE(stored.count(), 2);
        QCOMPARE(stateOf(one), TransferState::Stored);
        QCOMPARE(stateOf(two), TransferState::Stored);
        QVERIFY(m_store->find(one)->remote);
        QTRY_COMPARE(m_loop->waiting(), 0);
        QCOMPARE(m_tus.of(one)->bytes, m_bytes.value(one));
        QVERIFY(m_store->begunUploads().pathOf(one)->isEmpty());
        QVERIFY(m_cache->has(one.toString(QUuid::WithoutBraces)));
    }
    void saysThatSomethingWaitsFromTheMomentItIsAttached()
    {
        attach(10);
        QCOMPARE(m_loop->waiting(), 1);
        m_loop->start();
        QTRY_COMPARE(m_loop->waiting(), 0);
        attach(20);
        QCOMPARE(m_loop->waiting(), 1);
        QCOMPARE(m_loop->percent(), 0);
    }
    void datesACallByWhenItWasAttachedHoweverLateItIsSent()
    {
        const QUuid one = attach(10);
        const QDateTime attachedAt = m_store->find(one)->attachedAt;
        QVERIFY(attachedAt.isValid());
        m_loop->start();
        QTRY_COMPARE(stateOf(one), TransferState::Stored);
        QCOMPARE(m_tus.of(one)->metadata.value("callDate"), isoTime(attachedAt));
    }
    void sendsTwoSideBySide()
    {
        m_script = [](const auto &) { return silence(); };
        for (int i = 0; i < 5; ++i)
            attach(10);
        m_loop->start();
        QTRY_COMPARE(m_server->heads(), 2);
        QTRY_COMPARE(m_loop->waiting(), 5);
        m_loop->stop();
        QCOMPARE(m_server->heads(), 2);
    }
    void callsNothingStoredThatTheServerKeptDifferently()
    {
        const QUuid one = attach(11);
        m_script = [&](const ScriptedServer::Request &request) {
            if (request.method == "GET")
                m_tus.recordings.first().sha256 = QByteArray(32, 'x');
            return honest(request);
        };
        QSignalSpy parked(m_loop.get(), &SyncLoop::parked);
        m_loop->start();
        QTRY_COMPARE(parked.count(), 1);
        QCOMPARE(stateOf(one), TransferState::Parked);
        QVERIFY(m_store->find(one)->problem.contains(QStringLiteral("checksum")));
        QVERIFY(!m_store->find(one)->remote);
    }
    void parksWhatIsRefusedAndSendsTheOthers()
    {
        const QUuid bad = attach(10);
        const QUuid good = attach(20);
        m_refusals.insert(bad, {415, R"({"message":"This is not a recording."})", {}});
        m_loop->start();
        QTRY_COMPARE(stateOf(good), TransferState::Stored);
        QTRY_COMPARE(stateOf(bad), TransferState::Parked);
        QCOMPARE(m_store->find(bad)->problem, QStringLiteral("This is not a recording."));
        m_refusals.clear();
        m_loop->retry(bad);
        QTRY_COMPARE(stateOf(bad), TransferState::Stored);
        QVERIFY(m_store->find(bad)->problem.isEmpty());
    }
    void tellsThatTheServerIsFullWhatWaitsForItAndUntilWhenAndThatThereIsRoomAgain()
    {
        const QUuid one = attach(10);
        m_refusals.insert(one, {507, R"({"message":"There is no room."})", {}});
        QSignalSpy full(m_loop.get(), &SyncLoop::serverFullChanged);
        QSignalSpy delayed(m_loop.get(), &SyncLoop::delayed);
        m_loop->start();
        QTRY_COMPARE(full.count(), 1);
        QVERIFY(m_loop->isServerFull());
        const auto delay = m_loop->delayOf(one);
        QVERIFY(delay);
        QCOMPARE(delay->kind, FailureKind::StorageFull);
        QCOMPARE(delay->side, SyncLoop::Side::Server);
        QVERIFY(delay->until);
        QVERIFY(!m_loop->delayOf(QUuid::createUuid()));
        m_refusals.clear();
        m_loop->retry(one);
        QTRY_COMPARE(stateOf(one), TransferState::Stored);
        QTRY_COMPARE(full.count(), 2);
        QVERIFY(!m_loop->isServerFull());
        QVERIFY(!m_loop->delayOf(one));
    }
    void noLongerCallsTheServerFullWhereWhatDidNotFitIsNoLongerWanted()
    {
        const QUuid one = attach(10);
        m_refusals.insert(one, {507, R"({"message":"There is no room."})", {}});
        m_loop->start();
        QTRY_VERIFY(m_loop->isServerFull());
        QVERIFY(m_loop->cancel(one));
        QTRY_VERIFY(!m_loop->isServerFull());
    }
    void noLongerCallsTheServerFullOnceSomethingSmallerWentThrough()
    {
        const QUuid big = attach(10);
        m_refusals.insert(big, {507, R"({"message":"There is no room."})", {}});
        m_loop->start();
        QTRY_VERIFY(m_loop->isServerFull());
        const QUuid small = attach(5);
        QTRY_COMPARE(stateOf(small), TransferState::Stored);
        QTRY_VERIFY(!m_loop->isServerFull());
        QCOMPARE(m_loop->delayOf(big)->kind, FailureKind::StorageFull); // its row still says why it waits
    }
    void saysOfALeadThatIsSomebodyElsesWhereTheCopyIsAndWhatToDo()
    {
        const QUuid one = attach(10);
        m_refusals.insert(one, {403, R"({"message":"User is not assigned to this lead. Nothing was stored."})", {}});
        m_loop->start();
        QTRY_COMPARE(stateOf(one), TransferState::Parked);
        QVERIFY(m_store->find(one)->problem.contains(QStringLiteral("The copy stays here")));
    }
    void waitsForASignInAndGoesOnAfterIt()
    {
        const QUuid one = attach(10);
        m_refusals.insert(one, {401, R"({"message":"Token expired"})", {}});
        QSignalSpy condition(m_loop.get(), &SyncLoop::conditionChanged);
        m_loop->start();
        QTRY_COMPARE(m_loop->condition(), SyncCondition::SignInNeeded);
        QTRY_COMPARE(stateOf(one), TransferState::Waiting);
        const int before = m_server->heads();
        attach(10);
        QTRY_COMPARE(m_loop->waiting(), 2);
        QCOMPARE(m_server->heads(), before);
        m_refusals.clear();
        m_api->setToken("ANOTHER");
        QTRY_COMPARE(stateOf(one), TransferState::Stored);
        QCOMPARE(m_loop->condition(), SyncCondition::Online);
        QCOMPARE(condition.count(), 2);
    }
    void goesOnWhenTheServerIsBack()
    {
        m_server->goAway();
        const QUuid one = attach(10);
        m_loop->start();
        QTRY_COMPARE(m_loop->condition(), SyncCondition::Offline);
        QTRY_VERIFY(m_store->find(one)->problem.contains(QStringLiteral("safe on this computer")));
        QCOMPARE(stateOf(one), TransferState::Waiting);
        m_server->comeBack();
        QTRY_COMPARE(stateOf(one), TransferState::Stored);
        QCOMPARE(m_loop->condition(), SyncCondition::Online);
    }
    void goesOnWhereItStoppedWhoeverWasStartedAgain()
    {
        const QUuid one = attach(2'500'000);
        m_script = [this](const ScriptedServer::Request &request) { return silentAfterThePiece(request); };
        m_loop->start();
        QTRY_COMPARE_WITH_TIMEOUT(m_loop->bytesSent(one), 1024 * 1024, 30'000);
        QCOMPARE(*m_store->begunUploads().pathOf(one), QStringLiteral("/api/uploads/1"));
        reopen();
        m_script = [this](const ScriptedServer::Request &request) { return honest(request); };
        m_tus.bytesTaken = 0;
        QSignalSpy progress(m_loop.get(), &SyncLoop::progress);
        m_loop->start();
        QTRY_COMPARE_WITH_TIMEOUT(stateOf(one), TransferState::Stored, 30'000);
        QCOMPARE(progress.first().at(1).toLongLong(), 1024 * 1024);
        QCOMPARE(m_tus.bytesTaken, 2'500'000 - 1024 * 1024);
        QCOMPARE(m_tus.recordings.size(), 1);
    }
    void sendsNothingWhoseBeginningItCanNotKeep()
    {
        const QUuid one = attach(10);
        m_script = [this](const ScriptedServer::Request &request) {
            if (request.method == "POST" && m_tus.uploads.empty())
                breakStore(true);
            return honest(request);
        };
        QSignalSpy stored(m_loop.get(), &SyncLoop::stored);
        m_loop->start();
        QTRY_VERIFY(!m_store->find(one)->problem.isEmpty());
        QCOMPARE(m_tus.bytesTaken, 0);
        breakStore(false);
        m_loop->retry(one);
        QTRY_COMPARE(stateOf(one), TransferState::Stored);
        QCOMPARE(m_tus.uploads.size(), std::size_t(1));
    }
    void tellsWhyOneHasToWait()
    {
        const QUuid one = attach(10);
        m_script = [this](const ScriptedServer::Request &request) {
            return request.method == "POST"
                       ? ScriptedServer::Answer{507, R"({"message":"The disk of the archive is full."})", {}}
                       : honest(request);
        };
        QSignalSpy delayed(m_loop.get(), &SyncLoop::delayed);
        m_loop->start();
        QVERIFY(delayed.wait());
        QCOMPARE(delayed.first().at(0).toUuid(), one);
        QCOMPARE(delayed.first().at(1).toString(), QStringLiteral("The disk of the archive is full."));
        QCOMPARE(stateOf(one), TransferState::Waiting);
    }
    void saysThatItIsThisComputerWhoseDataCanNotBeWritten()
    {
        attach(10);
        breakStore(true);
        QSignalSpy delayed(m_loop.get(), &SyncLoop::delayed);
        m_loop->start();
        QVERIFY(delayed.wait());
        breakStore(false);
        QVERIFY2(delayed.first().at(1).toString().startsWith(QStringLiteral("The local data on this computer")),
                 qPrintable(delayed.first().at(1).toString()));
    }
    void keepsNotesThatAreTooLongForTheHeadOfARequestForLater()
    {
        const QString notes(3'500, QChar(u'ж'));
        const QUuid one = attach(10, notes);
        const QUuid two = attach(10, QStringLiteral("short"));
        m_loop->start();
        QTRY_COMPARE(stateOf(one), TransferState::Stored);
        QTRY_COMPARE(stateOf(two), TransferState::Stored);
        QVERIFY(!m_tus.of(one)->metadata.contains("notes"));
        QCOMPARE(m_tus.of(two)->metadata.value("notes"), QStringLiteral("short"));
        const auto draft = m_store->drafts().nextPending({});
        QVERIFY(draft && *draft);
        QCOMPARE((*draft)->text, notes);
        QCOMPARE((*draft)->of.recording, QLatin1Char('u') + one.toString(QUuid::WithoutBraces));
        QVERIFY(!*m_store->drafts().nextPending({(*draft)->of.recording}));
    }
    void sealsTheOriginalAgainWhereTheCopyCanNotBeOpened()
    {
        const QUuid one = attach(70'000);
        withAnotherCacheKey();
        m_loop->start();
        QTRY_COMPARE(stateOf(one), TransferState::Stored);
        QCOMPARE(m_tus.of(one)->bytes, m_bytes.value(one));
    }
    void parksWhereTheOriginalIsNoLongerTheSame_data()
    {
        QTest::addColumn<bool>("gone");
        QTest::newRow("changed") << false;
        QTest::newRow("gone") << true;
    }
    void parksWhereTheOriginalIsNoLongerTheSame()
    {
        QFETCH(bool, gone);
        const QUuid one = attach(70'000);
        QFile original(m_store->find(one)->originalPath);
        if (gone)
            QVERIFY(original.remove());
        else
            QVERIFY(original.open(QIODevice::ReadWrite) && original.putChar('!'));
        original.close();
        withAnotherCacheKey();
        m_loop->start();
        QTRY_COMPARE(stateOf(one), TransferState::Parked);
        QVERIFY(m_store->find(one)->problem.contains(QStringLiteral("attach it again")));
        QCOMPARE(m_server->heads(), 0);
    }
    void forgetsWhatThePersonCancels()
    {
        m_script = [](const auto &) { return silence(); };
        const QUuid one = attach(10);
        m_loop->start();
        QTRY_COMPARE(m_server->heads(), 1);
        QVERIFY(m_loop->cancel(one));
        QVERIFY(!m_store->find(one));
        QVERIFY(m_cache->names().isEmpty());
        QTRY_COMPARE(m_loop->waiting(), 0);
        QVERIFY(!m_loop->cancel(one));
    }
    void keepsWhatWasUnderWayWhenItStops()
    {
        m_script = [](const auto &) { return silence(); };
        const QUuid one = attach(10);
        m_loop->start();
        QTRY_COMPARE(stateOf(one), TransferState::Sending);
        m_loop->stop();
        QCOMPARE(stateOf(one), TransferState::Waiting);
        m_script = [this](const ScriptedServer::Request &request) { return honest(request); };
        m_loop->start();
        QTRY_COMPARE(stateOf(one), TransferState::Stored);
    }
    void endsOnTheServerWhatThePersonCancels()
    {
        const QUuid one = attach(2'000'000);
        m_script = [this](const ScriptedServer::Request &request) { return silentAfterThePiece(request); };
        m_loop->start();
        QTRY_COMPARE_WITH_TIMEOUT(m_loop->bytesSent(one), 1024 * 1024, 30'000);
        QVERIFY(m_loop->cancel(one));
        QTRY_VERIFY(m_tus.uploads.empty());
        QCOMPARE(m_loop->bytesSent(one), 0);
        QTRY_VERIFY(!*m_store->begunUploads().nextCancelled());
    }
    void endsOnTheServerWhatIsCancelledWhileItBegins()
    {
        const QUuid one = attach(2'000'000);
        m_script = [&](const ScriptedServer::Request &request) {
            const ScriptedServer::Answer answer = honest(request);
            if (request.method == "POST")
                [&] { QVERIFY(m_loop->cancel(one)); }(); // the answer is not on its way yet
            return answer;
        };
        m_loop->start();
        QTRY_VERIFY(!m_server->requests().isEmpty() && m_server->requests().last().method == "DELETE");
        QVERIFY(m_tus.uploads.empty());
        QCOMPARE(m_tus.bytesTaken, 0);
        QVERIFY(!m_store->find(one));
        QTRY_VERIFY(!*m_store->begunUploads().nextCancelled());
    }
    void saysHowFarTheServerIs()
    {
        const QUuid one = attach(4 * 1024 * 1024);
        m_script = [this](const ScriptedServer::Request &request) { return silentAfterThePiece(request); };
        QSignalSpy progress(m_loop.get(), &SyncLoop::progress);
        m_loop->start();
        QTRY_COMPARE_WITH_TIMEOUT(m_loop->bytesSent(one), 1024 * 1024, 30'000);
        QCOMPARE(m_loop->percent(), 25);
        QVERIFY(!progress.isEmpty());
        QCOMPARE(m_loop->bytesSent(QUuid::createUuid()), 0);
        m_server->goAway();
        QTRY_COMPARE(stateOf(one), TransferState::Waiting);
        QCOMPARE(m_loop->percent(), 25); // the server has it, whether it is there or not
    }

private:
    static ScriptedServer::Answer silence()
    {
        ScriptedServer::Answer answer;
        answer.silent = true;
        return answer;
    }
    /// Stores what it gets, but for what is to be refused.
    ScriptedServer::Answer honest(const ScriptedServer::Request &request)
    {
        const QUuid uploadId = QUuid::fromString(QString::fromLatin1(request.fields.value("idempotency-key")));
        return m_refusals.contains(uploadId) ? m_refusals.value(uploadId) : m_tus.answerTo(request);
    }
    ScriptedServer::Answer silentAfterThePiece(const ScriptedServer::Request &request)
    {
        const bool isNext = request.method == "PATCH" && request.fields.value("upload-offset") != "0";
        return isNext ? silence() : honest(request);
    }
    void makeLoop()
    {
        m_loop = std::make_unique<SyncLoop>(*m_api, *m_store, m_cache,
                                            OutboxPush(&QDateTime::currentDateTimeUtc, [] { return 0.999; }));
    }
    /// The program was killed, and started again.
    void reopen()
    {
        m_loop.reset();
        m_store.reset();
        m_store = std::move(*LocalStore::open(m_folder->filePath(QStringLiteral("local.sqlite"))));
        makeLoop();
    }
    void breakStore(bool broken)
    {
        const auto database = Database::open(m_folder->filePath(QStringLiteral("local.sqlite")), Durability::Full);
        const QByteArray sql = broken ? "CREATE TRIGGER breaks BEFORE INSERT ON begun_uploads BEGIN"
                                        " SELECT RAISE(ABORT, 'broken'); END"
                                      : "DROP TRIGGER breaks";
        if (!database || !Query(**database, sql).run())
            qFatal("the store can't be broken");
    }
    void withAnotherCacheKey()
    {
        m_loop.reset();
        m_cache = std::move(*SealedCache::open(m_folder->filePath(QStringLiteral("cache")), SecretKey::random()));
        makeLoop();
    }
    QUuid attach(qsizetype size, const QString &notes = {})
    {
        LocalRecording recording;
        recording.uploadId = QUuid::createUuid();
        const QByteArray bytes = randomBytes(size);
        m_bytes.insert(recording.uploadId, bytes);
        recording.leadId = {7};
        recording.name = QStringLiteral("call.wav");
        recording.originalPath = m_folder->filePath(recording.uploadId.toString(QUuid::Id128));
        recording.fileSize = size;
        recording.sha256 = QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
        recording.attachedAt = QDateTime::currentDateTimeUtc();
        recording.notes = notes;
        QFile original(recording.originalPath);
        QBuffer source;
        source.setData(bytes);
        const bool done =
            original.open(QIODevice::WriteOnly) && original.write(bytes) == size && source.open(QIODevice::ReadOnly) &&
            m_cache->put(recording.uploadId.toString(QUuid::WithoutBraces), source) && m_store->attach({recording});
        if (!done)
            qFatal("a recording could not be attached");
        return recording.uploadId;
    }
    TransferState stateOf(QUuid uploadId) const { return m_store->find(uploadId)->state; }

    std::unique_ptr<QTemporaryDir> m_folder;
    QHash<QUuid, QByteArray> m_bytes;
    QHash<QUuid, ScriptedServer::Answer> m_refusals;
    ScriptedTus m_tus;
    ScriptedServer::Script m_script;
    std::unique_ptr<ScriptedServer> m_server;
    std::unique_ptr<ApiClient> m_api;
    std::unique_ptr<LocalStore> m_store;
    std::shared_ptr<SealedCache> m_cache;
    std::unique_ptr<SyncLoop> m_loop;
};

QTEST_GUILESS_MAIN(tst_SyncLoop)
#include "tst_SyncLoop.moc"
