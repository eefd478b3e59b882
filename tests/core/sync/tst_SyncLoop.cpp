// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/SyncLoop.h"

#include "contract/RecordingJson.h"
#include "crypto/Random.h"
#include "support/ScriptedServer.h"

#include <QBuffer>
#include <QCryptographicHash>
#include <QJsonDocument>
#include <QSet>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Holdfast;
using Testing::ScriptedServer;

namespace {

QByteArray fileOf(const QByteArray &body)
{
    const qsizetype start = body.indexOf("\r\n\r\n", body.indexOf("name=\"file\"")) + 4;
    return body.sliced(start, body.lastIndexOf("\r\n--holdfast-") - start);
}

/// What an honest server says of an upload.
QByteArray accountOf(const QByteArray &bytes)
{
    static qint64 id = 0;
    Recording recording;
    recording.id = {++id};
    recording.callId = {id};
    recording.leadId = {7};
    recording.agentId = {2};
    recording.fileSize = bytes.size();
    recording.sha256 = QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
    recording.originalName = QStringLiteral("call.wav");
    recording.uploadedAt = recording.callDate = recording.createdAt = QDateTime::fromSecsSinceEpoch(1'000'000, Qt::UTC);
    recording.retentionUntil = recording.uploadedAt.addDays(90);
    recording.retentionReason.appliesTo = QStringLiteral("ALL");
    return QJsonDocument(toJson(recording)).toJson();
}

} // namespace

class tst_SyncLoop : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_refusals.clear();
        m_bytes.clear();
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
        QCOMPARE(fileOf(requestOf(one).body), m_bytes.value(one));
        QVERIFY(m_cache->has(one.toString(QUuid::WithoutBraces)));
    }
    void datesACallByWhenItWasAttachedHoweverLateItIsSent()
    {
        const QUuid one = attach(10);
        const QDateTime attachedAt = m_store->find(one)->attachedAt;
        QVERIFY(attachedAt.isValid());
        m_loop->start();
        QTRY_COMPARE(stateOf(one), TransferState::Stored);
        QVERIFY(requestOf(one).body.contains("name=\"callDate\"\r\n\r\n" + isoTime(attachedAt).toLatin1()));
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
        m_script = [](const auto &) { return ScriptedServer::Answer{201, accountOf("other bytes"), {}}; };
        const QUuid one = attach(11);
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
    void repeatsUnderTheSameKeyWhereTheAnswerWasLost()
    {
        const QUuid one = attach(5'000);
        int asked = 0;
        m_script = [&](const ScriptedServer::Request &request) {
            ScriptedServer::Answer answer =
                request.path == "/api/recordings" ? ScriptedServer::Answer{201, account(one), {}} : honest(request);
            if (request.path == "/api/recordings" && asked++ < 2)
                answer.cutAnswerAfter = 40;
            return answer;
        };
        m_loop->start();
        QTRY_COMPARE_WITH_TIMEOUT(stateOf(one), TransferState::Stored, 20'000);
        QSet<QByteArray> keys;
        for (const auto &request : m_server->requests())
            if (request.path == "/api/recordings")
                keys.insert(request.fields.value("idempotency-key"));
        QCOMPARE(keys, QSet<QByteArray>{one.toByteArray(QUuid::WithoutBraces)});
    }
    void sealsTheOriginalAgainWhereTheCopyCanNotBeOpened()
    {
        const QUuid one = attach(70'000);
        withAnotherCacheKey();
        m_loop->start();
        QTRY_COMPARE(stateOf(one), TransferState::Stored);
        QCOMPARE(fileOf(requestOf(one).body), m_bytes.value(one));
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
    void saysHowFarItIs()
    {
        const QUuid one = attach(300'000);
        m_script = [](const auto &) { return silence(); };
        QSignalSpy progress(m_loop.get(), &SyncLoop::progress);
        m_loop->start();
        QTRY_COMPARE(m_loop->bytesSent(one), 300'000);
        QCOMPARE(m_loop->percent(), 100);
        QVERIFY(!progress.isEmpty());
        QCOMPARE(m_loop->bytesSent(QUuid::createUuid()), 0);
    }

private:
    static ScriptedServer::Answer silence()
    {
        ScriptedServer::Answer answer;
        answer.silent = true;
        return answer;
    }
    QByteArray account(QUuid uploadId) const { return accountOf(m_bytes.value(uploadId)); }
    /// Stores what it gets, but for what is to be refused.
    ScriptedServer::Answer honest(const ScriptedServer::Request &request) const
    {
        if (request.path != "/api/recordings")
            return {200, QJsonDocument(toJson(User{{2}, QStringLiteral("alice"), {}, Role::Agent})).toJson(), {}};
        const QUuid uploadId = QUuid::fromString(QString::fromLatin1(request.fields.value("idempotency-key")));
        return m_refusals.value(uploadId, {201, account(uploadId), {}});
    }
    void makeLoop()
    {
        m_loop = std::make_unique<SyncLoop>(*m_api, *m_store, m_cache,
                                            OutboxPush(&QDateTime::currentDateTimeUtc, [] { return 0.999; }));
    }
    void withAnotherCacheKey()
    {
        m_loop.reset();
        m_cache = std::move(*SealedCache::open(m_folder->filePath(QStringLiteral("cache")), SecretKey::random()));
        makeLoop();
    }
    QUuid attach(qsizetype size)
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
    ScriptedServer::Request requestOf(QUuid uploadId) const
    {
        for (const auto &request : m_server->requests())
            if (request.fields.value("idempotency-key") == uploadId.toByteArray(QUuid::WithoutBraces))
                return request;
        return {};
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QHash<QUuid, QByteArray> m_bytes;
    QHash<QUuid, ScriptedServer::Answer> m_refusals;
    ScriptedServer::Script m_script;
    std::unique_ptr<ScriptedServer> m_server;
    std::unique_ptr<ApiClient> m_api;
    std::unique_ptr<LocalStore> m_store;
    std::shared_ptr<SealedCache> m_cache;
    std::unique_ptr<SyncLoop> m_loop;
};

QTEST_GUILESS_MAIN(tst_SyncLoop)
#include "tst_SyncLoop.moc"
