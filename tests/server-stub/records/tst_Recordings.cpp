// SPDX-License-Identifier: GPL-3.0-or-later
#include "ServerRows.h"

#include <QTest>

using namespace Holdfast;
using namespace Holdfast::Testing;

class tst_Recordings : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { m_rows = std::make_unique<ServerRows>(); }

    void givesBackEachFieldThatItWasGiven()
    {
        Recording recording = m_rows->recording(7);
        add(recording);
        QCOMPARE(**recordings().byId({7}), recording);
        QCOMPARE(recordings().wrappedKey({7})->wrapped, QByteArray("wrapped 7"));
    }
    void givesBackWhatIsNotKnownAsNotKnown()
    {
        Recording recording = m_rows->recording(7);
        recording.duration = std::nullopt;
        recording.campaignId = std::nullopt;
        recording.campaignName.clear();
        add(recording);
        QCOMPARE(**recordings().byId({7}), recording);
    }
    void saysWhereThereIsNone()
    {
        QVERIFY(!*recordings().byId({404}));
        QCOMPARE(recordings().wrappedKey({404}).error().kind, FailureKind::NotFound);
    }
    void knowsTheNewestKey()
    {
        QVERIFY(!*recordings().newestKey());
        add(m_rows->recording(3));
        add(m_rows->recording(9));
        QVERIFY(run(m_rows->database(), "DELETE FROM recording_keys WHERE recording_id = 9"));
        const auto newest = recordings().newestKey();
        QCOMPARE((*newest)->id, RecordingId{3}); // the newest that has one
        QCOMPARE((*newest)->encryptionKeyId, QStringLiteral("key-1"));
        QCOMPARE((*newest)->wrapped, QByteArray("wrapped 3"));
    }
    void knowsTheHighestNumberEverGiven()
    {
        QCOMPARE(*recordings().highestId(), RecordingId{0});
        add(m_rows->recording(3));
        add(m_rows->recording(9));
        QVERIFY(run(m_rows->database(), "DELETE FROM recordings WHERE id = 9"));
        QCOMPARE(*recordings().highestId(), RecordingId{9}); // a number is never given twice
        QVERIFY(run(m_rows->database(), "INSERT INTO uploads VALUES (12, 'x', 0)"));
        QCOMPARE(*recordings().highestId(), RecordingId{12});
    }
    void keepsItsSumsRight()
    {
        add(m_rows->recording(1));
        Recording other = m_rows->recording(2);
        other.leadId = m_rows->adam;
        add(other);
        QCOMPARE(*recordings().totalBytes(), 1001 + 1002);
        QCOMPARE(countOf(m_rows->zoe), 1);
        QVERIFY(run(m_rows->database(), "UPDATE recordings SET lead_id = " + QByteArray::number(m_rows->zoe.value)));
        QCOMPARE(countOf(m_rows->zoe), 2);
        QCOMPARE(countOf(m_rows->adam), 0);
        QVERIFY(run(m_rows->database(), "DELETE FROM recordings WHERE id = 1"));
        QCOMPARE(*recordings().totalBytes(), 1002);
        QCOMPARE(countOf(m_rows->zoe), 1);
    }
    void aHeldRecordingIsNotDeletedEvenByPlainSql()
    {
        Recording held = m_rows->recording(1);
        held.complianceHold = true;
        add(held);
        add(m_rows->recording(2));
        const Done done = run(m_rows->database(), "DELETE FROM recordings");
        QVERIFY(!done);
        QCOMPARE(done.error().kind, FailureKind::Conflict);
        QVERIFY(recordings().byId({1})->has_value());
        QVERIFY(recordings().byId({2})->has_value());
        QVERIFY(!run(m_rows->database(), "UPDATE OR REPLACE recordings SET id = 1 WHERE id = 2"));
        QVERIFY((*recordings().byId({1}))->complianceHold);
        QVERIFY(run(m_rows->database(), "DELETE FROM recordings WHERE id = 2"));
    }
    void aKeyGoesWithItsRecording()
    {
        add(m_rows->recording(1));
        QVERIFY(run(m_rows->database(), "DELETE FROM recordings"));
        QCOMPARE(numberOf(m_rows->database(), "SELECT count(*) FROM recording_keys"), 0);
    }
    void walksAllFromTheFirstToTheLastUntilToldToStop()
    {
        for (const qint64 id : {5, 2, 9})
            add(m_rows->recording(id));
        QVERIFY(run(m_rows->database(), "DELETE FROM recording_keys WHERE recording_id = 5"));
        QList<QPair<qint64, QByteArray>> seen;
        const auto look = [&](qsizetype limit) {
            seen.clear();
            return recordings().forEach([&](const Recording &recording, const QByteArray &key) {
                seen.append({recording.id.value, key});
                return seen.size() < limit;
            });
        };
        QVERIFY(look(99));
        QCOMPARE(seen, (QList<QPair<qint64, QByteArray>>{{2, "wrapped 2"}, {5, ""}, {9, "wrapped 9"}}));
        QVERIFY(look(2));
        QCOMPARE(seen.size(), 2);
    }
    void takesNoSecondRowForTheSameFile()
    {
        add(m_rows->recording(1));
        Recording second = m_rows->recording(2);
        second.callId = m_rows->addCall(m_rows->zoe, m_rows->one);
        second.filePath = m_rows->recording(1).filePath;
        QCOMPARE(recordings().add(second, "k").error().kind, FailureKind::Conflict);
    }
    void derivesWhenRetentionEnds()
    {
        RetentionPolicy policy;
        policy.id = {4};
        policy.name = QStringLiteral("Spring sales");
        policy.retentionDays = 30;
        policy.appliesTo = PolicyScope::Campaign;
        policy.campaignId = m_rows->spring;
        const Recording kept = withRetention(m_rows->recording(1), {{policy}, 365, 7});
        QCOMPARE(kept.retentionUntil, someTime(30 * 24));
        QCOMPARE(kept.retentionReason.policyId, PolicyId{4});
        QCOMPARE(withRetention(m_rows->recording(1), {{}, 365, 7}).retentionUntil, someTime(365 * 24));
    }

private:
    Recordings recordings() { return Recordings(m_rows->database()); }
    void add(Recording &&recording) { add(recording); }
    void add(Recording &recording)
    {
        recording.callId = m_rows->addCall(recording.leadId, recording.agentId);
        QVERIFY(recordings().add(recording, "wrapped " + QByteArray::number(recording.id.value)));
    }
    qint64 countOf(LeadId lead) { return (*Leads(m_rows->database()).byId(lead))->recordingCount; }

    std::unique_ptr<ServerRows> m_rows;
};

QTEST_GUILESS_MAIN(tst_Recordings)
#include "tst_Recordings.moc"
