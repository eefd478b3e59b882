// SPDX-License-Identifier: GPL-3.0-or-later
#include "local/LocalStore.h"

#include "sqlite/Query.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Holdfast;

class tst_LocalStore : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        reopen();
    }
    void cleanup() { m_store.reset(); }

    void keepsLeadsByNameAndForgetsThoseThatTheServerNoLongerNames()
    {
        QVERIFY(m_store->replaceLeads({lead(1, QStringLiteral("Zoe")), lead(2, QStringLiteral("adam"))}));
        QVERIFY(m_store->replaceLeads({lead(3, QStringLiteral("Zoe")), lead(2, QStringLiteral("adam"))}));
        reopen();
        const auto leads = m_store->leads();
        QVERIFY(leads);
        QCOMPARE(*leads, (QList<Lead>{lead(2, QStringLiteral("adam")), lead(3, QStringLiteral("Zoe"))}));
    }
    void keepsARecordingAndItsOutboxEntryAcrossARestart()
    {
        const LocalRecording one = waiting();
        QSignalSpy outbox(m_store.get(), &LocalStore::outboxChanged);
        QVERIFY(m_store->attach({one}));
        QCOMPARE(outbox.count(), 1);
        reopen();
        QCOMPARE(*m_store->outbox(), QList<LocalRecording>{one});
        QCOMPARE(*m_store->recordingsOf(one.leadId), QList<LocalRecording>{one});
        QCOMPARE(*m_store->find(one.uploadId), one);
    }
    void tellsHowFarTheEarlierCopyOfALeadHasCome()
    {
        const LocalRecording one = waiting();
        const auto earlier = [&] { return *m_store->earlierCopy(one.leadId, one.sha256); };
        QVERIFY(!earlier());
        QVERIFY(m_store->attach({one}));
        QCOMPARE(earlier(), (EarlierCopy{TransferState::Waiting, one.uploadId, {}, {}}));
        QVERIFY(earlier()->isThereOrComes());
        QVERIFY(!*m_store->earlierCopy({99}, one.sha256));
        QVERIFY(m_store->markProblem(one.uploadId, QStringLiteral("No room."), TransferState::Parked));
        QVERIFY(!earlier()->isThereOrComes());
        QVERIFY(earlier()->sentence().contains(QStringLiteral("could not be sent to this lead before: No room.")));
        LocalRecording two = one;
        two.uploadId = QUuid::createUuid();
        QVERIFY(m_store->attach({two}));
        QCOMPARE(earlier()->uploadId, two.uploadId); // it goes by itself
        QVERIFY(m_store->markStored(two.uploadId, remote(17, one.sha256)));
        QCOMPARE(earlier(), (EarlierCopy{TransferState::Stored, two.uploadId, RecordingId{17}, {}}));
        QCOMPARE(earlier()->sentence(), QStringLiteral("Already attached to this lead."));
    }
    void keepsAllOrNothingWhereTheIthWriteFails_data()
    {
        QTest::addColumn<QString>("table");
        QTest::addColumn<int>("ith");
        for (const QString &table : {QStringLiteral("recordings"), QStringLiteral("outbox")})
            for (int ith = 1; ith <= 3; ++ith)
                QTest::addRow("%s, write %d", qPrintable(table), ith) << table << ith;
    }
    void keepsAllOrNothingWhereTheIthWriteFails()
    {
        QFETCH(QString, table);
        QFETCH(int, ith);
        run(QStringLiteral("CREATE TRIGGER breaks BEFORE INSERT ON %1 WHEN (SELECT count(*) FROM %1) = %2"
                           " BEGIN SELECT RAISE(ABORT, 'broken'); END")
                .arg(table)
                .arg(ith - 1));
        QSignalSpy changed(m_store.get(), &LocalStore::outboxChanged);
        QVERIFY(!m_store->attach({waiting(), waiting(), waiting()}));
        QCOMPARE(changed.count(), 0);
        QVERIFY(m_store->outbox()->isEmpty());
        QVERIFY(m_store->recordingsOf({7})->isEmpty());
        run(QStringLiteral("DROP TRIGGER breaks"));
        QVERIFY(m_store->attach({waiting(), waiting(), waiting()}));
        QCOMPARE(m_store->outbox()->size(), 3);
    }
    void theServersAccountOfTheAgentsChannelCountsOnceThereIsOne()
    {
        LocalRecording one = waiting();
        one.agentChannel = AgentChannel::Right;
        QVERIFY(m_store->attach({one}));
        reopen();
        QCOMPARE(m_store->find(one.uploadId)->agentChannel, AgentChannel::Right);
        Recording stored = remote(40, one.sha256);
        stored.agentChannel = AgentChannel::Right;
        QVERIFY(m_store->markStored(one.uploadId, stored));
        QCOMPARE(m_store->find(one.uploadId)->agentChannel, AgentChannel::Right);
        stored.agentChannel = AgentChannel::Left; // somebody has mended it
        QVERIFY(m_store->replaceRemoteRecordings({7}, {stored}));
        QCOMPARE(m_store->find(one.uploadId)->agentChannel, AgentChannel::Left);
    }
    void marksStoredAndDropsTheOutboxEntryTogether()
    {
        const LocalRecording one = waiting();
        QVERIFY(m_store->attach({one}));
        QVERIFY(m_store->markSending(one.uploadId));
        QCOMPARE(m_store->find(one.uploadId)->state, TransferState::Sending);
        run(QStringLiteral("CREATE TRIGGER breaks BEFORE DELETE ON outbox BEGIN SELECT RAISE(ABORT, 'broken'); END"));
        QVERIFY(!m_store->markStored(one.uploadId, remote(40, one.sha256)));
        QVERIFY(!m_store->find(one.uploadId)->remote);
        run(QStringLiteral("DROP TRIGGER breaks"));
        QVERIFY(m_store->markStored(one.uploadId, remote(40, one.sha256)));
        const auto stored = m_store->findStored({40});
        QVERIFY(stored && *stored);
        QCOMPARE((*stored)->uploadId, one.uploadId);
        QCOMPARE((*stored)->state, TransferState::Stored);
        QCOMPARE((*stored)->remote, remote(40, one.sha256));
        QVERIFY(m_store->outbox()->isEmpty());
        QVERIFY(!m_store->markWaiting(one.uploadId));
        QVERIFY(!m_store->removeWaiting(one.uploadId));
    }
    void putsTheServersRowAndOursTogetherWhereAListingWasFirst()
    {
        const LocalRecording one = waiting();
        QVERIFY(m_store->attach({one}));
        QVERIFY(m_store->replaceRemoteRecordings({7}, {remote(40, one.sha256)}));
        QCOMPARE(m_store->recordingsOf({7})->size(), 2);
        QVERIFY(m_store->markStored(one.uploadId, remote(40, one.sha256)));
        QCOMPARE(m_store->recordingsOf({7})->size(), 1);
    }
    void takesTheServersListAndLeavesTheOutboxAlone()
    {
        const LocalRecording one = waiting();
        QVERIFY(m_store->attach({one}));
        QVERIFY(m_store->replaceRemoteRecordings({7}, {remote(1, "a"), remote(2, "b")}));
        Recording changed = remote(2, "b");
        changed.notes = QStringLiteral("new");
        QVERIFY(m_store->replaceRemoteRecordings({7}, {changed, remote(3, "c")}));
        const auto kept = m_store->recordingsOf({7});
        QCOMPARE(kept->size(), 3);
        QCOMPARE(kept->at(0), one);
        QCOMPARE(kept->at(1).remote->id, RecordingId{3});
        QCOMPARE(kept->at(2).remote, changed);
        QCOMPARE(kept->at(2).notes, QStringLiteral("new"));
    }
    void followsARecordingThatWasGivenToAnotherLead()
    {
        QVERIFY(m_store->replaceRemoteRecordings({7}, {remote(1, "a")}));
        Recording moved = remote(1, "a");
        moved.leadId = {8};
        QVERIFY(m_store->replaceRemoteRecordings({8}, {moved}));
        QVERIFY(m_store->recordingsOf({7})->isEmpty());
        QCOMPARE(m_store->recordingsOf({8})->size(), 1);
    }
    void parksWithASentenceAndWaitsAgainWhenAsked()
    {
        const LocalRecording one = waiting();
        QVERIFY(m_store->attach({one}));
        QVERIFY(m_store->markProblem(one.uploadId, QStringLiteral("Too large."), TransferState::Parked));
        QCOMPARE(m_store->find(one.uploadId)->state, TransferState::Parked);
        QCOMPARE(m_store->find(one.uploadId)->problem, QStringLiteral("Too large."));
        QVERIFY(m_store->outbox()->isEmpty());
        QVERIFY(m_store->markWaiting(one.uploadId));
        QCOMPARE(*m_store->outbox(), QList<LocalRecording>{one});
    }
    void waitsAgainWhereTheProgramEndedWhileSending()
    {
        const LocalRecording one = waiting();
        QVERIFY(m_store->attach({one}));
        QVERIFY(m_store->markSending(one.uploadId));
        reopen();
        QCOMPARE(m_store->find(one.uploadId)->state, TransferState::Waiting);
    }
    void keepsTheOrderInWhichFilesWereAttached()
    {
        QList<QUuid> order;
        for (int i = 0; i < 5; ++i) {
            const LocalRecording one = waiting();
            order.append(one.uploadId);
            QVERIFY(m_store->attach({one}));
        }
        QVERIFY(m_store->removeWaiting(order.takeAt(2)));
        QList<QUuid> kept;
        const auto outbox = m_store->outbox();
        for (const LocalRecording &one : *outbox)
            kept.append(one.uploadId);
        QCOMPARE(kept, order);
    }
    void namesWhatItDoesNotKnow()
    {
        QCOMPARE(m_store->find(QUuid::createUuid()).error().kind, FailureKind::NotFound);
        QCOMPARE(m_store->markWaiting(QUuid::createUuid()).error().kind, FailureKind::NotFound);
        QVERIFY(!*m_store->findStored({12}));
    }

private:
    QString path() const { return m_folder->filePath(QStringLiteral("local.sqlite")); }
    void reopen()
    {
        m_store.reset();
        auto store = LocalStore::open(path());
        if (!store)
            qFatal("%s", qPrintable(store.error().message + store.error().detail));
        m_store = std::move(*store);
    }
    void run(const QString &sql)
    {
        const auto database = Database::open(path(), Durability::Full);
        QVERIFY(database);
        QVERIFY(Query(**database, sql.toUtf8()).run());
    }
    static Lead lead(qint64 id, const QString &name)
    {
        Lead lead;
        lead.id = {id};
        lead.name = name;
        lead.phone = QStringLiteral("+44 7700 900123");
        lead.campaignId = CampaignId{4};
        lead.campaignName = QStringLiteral("Q1 Sales");
        lead.agents = {{2}, {3}};
        lead.recordingCount = 5;
        lead.createdAt = QDateTime::fromMSecsSinceEpoch(1'000, Qt::UTC);
        return lead;
    }
    static LocalRecording waiting()
    {
        LocalRecording one;
        one.uploadId = QUuid::createUuid();
        one.leadId = {7};
        one.name = QStringLiteral("call.mp3");
        one.originalPath = QStringLiteral("/calls/call.mp3");
        one.fileSize = 1234;
        one.facts.format = MediaFormat::Mp3;
        one.facts.duration = std::chrono::milliseconds(61'250);
        one.facts.channels = 2;
        one.facts.sampleRate = 8000;
        one.facts.codec = QStringLiteral("mp3");
        one.facts.truncated = true;
        one.sha256 = QByteArray(32, 'h');
        one.attachedAt = one.callAt = QDateTime::fromMSecsSinceEpoch(1'700'000'000'123, Qt::UTC);
        one.notes = QStringLiteral("“asked” for a refund");
        return one;
    }
    static Recording remote(qint64 id, const QByteArray &sha256)
    {
        Recording remote;
        remote.id = {id};
        remote.callId = {id};
        remote.leadId = {7};
        remote.agentId = {2};
        remote.fileSize = 1234;
        remote.sha256 = sha256.leftJustified(32, '.');
        remote.originalName = QStringLiteral("call.mp3");
        remote.format = MediaFormat::Mp3;
        remote.callDate = QDateTime::fromMSecsSinceEpoch(1'600'000'000'000 + id, Qt::UTC);
        remote.uploadedAt = remote.callDate;
        remote.createdAt = remote.callDate;
        remote.retentionUntil = remote.callDate.addDays(90);
        remote.retentionReason.appliesTo = QStringLiteral("ALL");
        return remote;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<LocalStore> m_store;
};

QTEST_GUILESS_MAIN(tst_LocalStore)
#include "tst_LocalStore.moc"
