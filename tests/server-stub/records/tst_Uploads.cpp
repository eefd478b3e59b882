// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/Uploads.h"

#include "ServerRows.h"
#include "records/Changes.h"
#include "sqlite/Transaction.h"

#include <QFileInfo>
#include <QTest>

using namespace Holdfast;
using namespace Holdfast::Testing;

namespace {

const QList<QByteArray> tablesOfFinish{"calls",      "recordings",       "recording_keys", "audit",
                                       "changes",    "idempotency_keys", "storage_totals", "lead_recording_counts",
                                       "upload_keys"};

constexpr auto stays = Uploads::KeyStays::AsLongAsItsRecording;

} // namespace

class tst_Uploads : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { m_rows = std::make_unique<ServerRows>(); }

    void anIntentIsFoundAtTheNextStartUntilItsRecordingIsThere()
    {
        begin(1);
        begin(2);
        begin(3);
        QVERIFY(uploads().abandon({2}));
        QVERIFY(finish(m_rows->recording(3)));
        m_rows->reopen();
        const Result<QList<Uploads::Intent>> left = uploads().leftBehind();
        QVERIFY(left);
        QCOMPARE(left->size(), 1);
        QCOMPARE(left->first().id, RecordingId{1});
        QCOMPARE(left->first().filePath, m_rows->recording(1).filePath);
    }
    void anIntentThatIsRenewedIsWrittenEachTime()
    {
        begin(1);
        const auto logSize = [this] { return QFileInfo(m_rows->path() + QStringLiteral("-wal")).size(); };
        for (int turn = 0; turn < 3; ++turn) {
            const qint64 before = logSize();
            QVERIFY(uploads().renew({1}));
            QVERIFY(logSize() > before);
        }
        QCOMPARE(uploads().renew({2}).error().kind, FailureKind::NotFound);
    }
    void makesRowKeyCallAuditEntryAndChangeAtOnce()
    {
        begin(7);
        const Result<Recording> made = finish(m_rows->recording(7));
        QVERIFY(made);
        QVERIFY(made->callId.isValid());
        QCOMPARE(**Recordings(m_rows->database()).byId({7}), *made);
        QCOMPARE(Recordings(m_rows->database()).wrappedKey({7})->wrapped, QByteArray("wrapped"));
        const AuditEntry entry = Audit(m_rows->database()).find({})->first();
        QCOMPARE(entry.recordingId, RecordingId{7});
        QCOMPARE(entry.leadId, m_rows->zoe);
        const Change change = Changes(m_rows->database()).since(0, 1)->first();
        QCOMPARE(change.kind, QStringLiteral("recording"));
        QCOMPARE(change.subjectId, 7);
        QCOMPARE(numberOf(m_rows->database(), "SELECT lead_id FROM calls"), m_rows->zoe.value);
    }
    void putsARecordingToTheCallThatItNames()
    {
        const CallId call = m_rows->addCall(m_rows->zoe, m_rows->one);
        Recording recording = m_rows->recording(1);
        recording.callId = call;
        QCOMPARE(finish(recording)->callId, call);
        QCOMPARE(numberOf(m_rows->database(), "SELECT count(*) FROM calls"), 1);
    }
    void refusesACallOfAnotherLeadAndACampaignThatIsNotThere()
    {
        Recording elsewhere = m_rows->recording(1);
        elsewhere.callId = m_rows->addCall(m_rows->adam, m_rows->one);
        QCOMPARE(finish(elsewhere).error().kind, FailureKind::Malformed);
        Recording nowhere = m_rows->recording(1);
        nowhere.callId = {404};
        QCOMPARE(finish(nowhere).error().kind, FailureKind::Malformed);
        Recording noCampaign = m_rows->recording(1);
        noCampaign.campaignId = CampaignId{404};
        QCOMPARE(finish(noCampaign).error().kind, FailureKind::Malformed);
        QCOMPARE(numberOf(m_rows->database(), "SELECT count(*) FROM recordings"), 0);
    }
    void leavesNothingWhereAnyOfItsStatementsFails_data()
    {
        QTest::addColumn<QByteArray>("table");
        QTest::addColumn<QByteArray>("event");
        for (const QByteArray &table : tablesOfFinish)
            QTest::newRow(table + ", kept") << table << QByteArray(table == "storage_totals" ? "UPDATE" : "INSERT");
        QTest::newRow("uploads, ended") << QByteArray("uploads") << QByteArray("DELETE");
    }
    void leavesNothingWhereAnyOfItsStatementsFails()
    {
        QFETCH(QByteArray, table);
        QFETCH(QByteArray, event);
        begin(7);
        const QHash<QByteArray, qint64> before = counts();
        QVERIFY(run(m_rows->database(), "CREATE TRIGGER breaks BEFORE " + event + " ON " + table +
                                            " BEGIN SELECT RAISE(ABORT, 'broken'); END"));
        QVERIFY(!finish(m_rows->recording(7)));
        QCOMPARE(counts(), before);
        QCOMPARE(uploads().leftBehind()->size(), 1); // its file is still known, and removed at the next start

        QVERIFY(run(m_rows->database(), "DROP TRIGGER breaks"));
        QVERIFY(finish(m_rows->recording(7)));
        QVERIFY(counts() != before);
    }
    void answersARepeatWithWhatItMadeForADay()
    {
        QVERIFY(finish(m_rows->recording(7), {"key", "print"}));
        const auto kept = uploads().keptFor(m_rows->one, "key", someTime());
        QVERIFY(kept && *kept);
        QCOMPARE((*kept)->recordingId, RecordingId{7});
        QCOMPARE((*kept)->fingerprint, QByteArray("print"));
        QVERIFY(!*uploads().keptFor(m_rows->two, "key", someTime())); // another's key is another key
        QVERIFY(!*uploads().keptFor(m_rows->one, "other", someTime()));
        QVERIFY(!*uploads().keptFor(m_rows->one, "key", someTime(1))); // too old

        Recording later = m_rows->recording(8);
        later.uploadedAt = someTime(25);
        QVERIFY(finish(later, {"key", "print"})); // which was forgotten meanwhile
        QCOMPARE((*uploads().keptFor(m_rows->one, "key", someTime()))->recordingId, RecordingId{8});
    }
    void answersARepeatOfAnUploadInSeveralGoesForAsLongAsTheRecordingIsThere()
    {
        QVERIFY(finish(m_rows->recording(7)));
        Recording later = m_rows->recording(8);
        later.uploadedAt = someTime(25);
        QVERIFY(finish(later, {"another", "print"})); // the day's keys are forgotten
        QVERIFY(!*uploads().keptFor(m_rows->one, "key", someTime(25)));
        const auto kept = uploads().keptFor(m_rows->one, "key", someTime(25), stays);
        QVERIFY(kept && *kept);
        QCOMPARE((*kept)->recordingId, RecordingId{7});
        QCOMPARE((*kept)->fingerprint, QByteArray("print"));
        QVERIFY(!*uploads().keptFor(m_rows->two, "key", someTime(25), stays));
        QVERIFY(!*uploads().keptFor(m_rows->one, "another", someTime(50), stays)); // came in one go
    }
    void keepsNoKeyWhereNoneWasSent()
    {
        QVERIFY(finish(m_rows->recording(7), {}));
        QCOMPARE(numberOf(m_rows->database(), "SELECT count(*) FROM idempotency_keys"), 0);
    }

private:
    Uploads uploads() { return Uploads(m_rows->database()); }
    void begin(qint64 id) { QVERIFY(uploads().begin({id}, m_rows->recording(id).filePath, someTime())); }
    Result<Recording> finish(const Recording &recording,
                             const Uploads::Idempotency &idempotency = {"key", "print", stays})
    {
        Result<Transaction> transaction = Transaction::begin(m_rows->database());
        if (!transaction)
            return fail(transaction.error());
        AuditEntry entry;
        entry.at = recording.uploadedAt;
        entry.userId = recording.agentId;
        entry.action = QStringLiteral("upload");
        Result<Recording> made = uploads().finish(recording, "wrapped", entry, idempotency);
        if (!made)
            return made;
        if (Done done = transaction->commit(); !done)
            return fail(done.error());
        return made;
    }
    QHash<QByteArray, qint64> counts()
    {
        QHash<QByteArray, qint64> counts;
        for (const QByteArray &table : tablesOfFinish)
            counts[table] = numberOf(m_rows->database(), "SELECT count(*) FROM " + table);
        counts["bytes"] = *Recordings(m_rows->database()).totalBytes();
        return counts;
    }

    std::unique_ptr<ServerRows> m_rows;
};

QTEST_GUILESS_MAIN(tst_Uploads)
#include "tst_Uploads.moc"
