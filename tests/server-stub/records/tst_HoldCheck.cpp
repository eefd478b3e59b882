// SPDX-License-Identifier: GPL-3.0-or-later
#include "ServerRows.h"

#include "records/HoldCheck.h"
#include "records/HoldProgress.h"
#include "sqlite/Query.h"

#include <QTest>

using namespace Holdfast;
using namespace Holdfast::Testing;

using Kind = HoldFault::Kind;

/// Recordings 1 and 2 are of zoe's lead, 3 is of adam's. Hold 1 is over recording 1, hold 2 over zoe's lead and what
/// comes later, hold 3 over adam's lead as it is.
class tst_HoldCheck : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_rows = std::make_unique<ServerRows>();
        for (const qint64 id : {1, 2, 3}) {
            Recording recording = m_rows->recording(id);
            recording.leadId = id < 3 ? m_rows->zoe : m_rows->adam;
            recording.callId = m_rows->addCall(recording.leadId, recording.agentId);
            QVERIFY(Recordings(database()).add(recording, "k"));
        }
        QVERIFY(setHeld(database(), {1}, true, m_rows->one));
        place(m_rows->zoe, true, {1, 2});
        place(m_rows->adam, false, {3});
    }

    void holdsThatHoldWhatTheyAreForAreNoFault() { QCOMPARE(found(), QList<Kind>()); }

    void marksThatWereTakenAwayAreFound()
    {
        dropTriggers();
        sql("DELETE FROM held_recordings");
        sql("UPDATE recordings SET compliance_hold = 0");
        QCOMPARE(found(), (QList<Kind>{Kind::NotMarked, Kind::Fewer, Kind::Fewer, Kind::LeftOut}));
        QCOMPARE(m_last.recording, RecordingId{1});
        QCOMPARE(m_last.recordings, 2);
    }

    void aCountThatWasMadeToFitHidesNothingThatARuleFinds()
    {
        dropTriggers();
        sql("DELETE FROM held_recordings WHERE hold_id = 2 AND recording_id = 2");
        sql("UPDATE holds SET recording_count = 1 WHERE id = 2");
        QCOMPARE(found(), (QList<Kind>{Kind::LeftOut, Kind::HeldByNone}));
        QCOMPARE(m_last.recording, RecordingId{2});
    }

    void whatCameLaterIsTheRulesToo()
    {
        dropTriggers();
        sql("DELETE FROM held_recordings WHERE hold_id = 2 AND recording_id = 2");
        sql("UPDATE holds SET recording_count = 1, placed_at = 0 WHERE id = 2");
        QCOMPARE(found(), (QList<Kind>{Kind::LeftOut, Kind::HeldByNone}));
    }

    void aRuleThatWasTakenAwayIsFound()
    {
        dropTriggers();
        sql("DELETE FROM hold_rules");
        QCOMPARE(found(), QList<Kind>{Kind::WithoutRule});
        QCOMPARE(m_last.hold, HoldId{2});
    }

    void aHoldWhoseRecordingIsGoneIsFound()
    {
        dropTriggers();
        sql("DELETE FROM recordings WHERE id = 1");
        QVERIFY(found().contains(Kind::Gone));
    }

    void aMarkWithoutAHoldIsFound()
    {
        dropTriggers();
        sql("UPDATE holds SET state = 'released', released_at = 1 WHERE id = 3");
        QCOMPARE(found(), QList<Kind>{Kind::HeldByNone});
        QCOMPARE(m_last.recording, RecordingId{3});
        sql("UPDATE holds SET state = 'releasing' WHERE id = 3"); // on the way
        QCOMPARE(found(), QList<Kind>());
    }

private:
    Database &database() { return m_rows->database(); }
    void sql(const QByteArray &statement) { QVERIFY2(run(database(), statement), statement); }

    void place(LeadId lead, bool includesLater, const QList<qint64> &recordings)
    {
        Hold hold;
        hold.matterId = defaultMatter;
        hold.scope = HoldScope::Lead;
        hold.leadId = lead;
        hold.includesLater = includesLater;
        hold.placedBy = m_rows->one;
        hold.placedAt = someTime(1000);
        RecordingFilter filter;
        filter.leadId = lead;
        const Result<HoldId> placed = Holds(database()).placeRule(hold, filter);
        QVERIFY(placed);
        QList<RecordingPlace> places;
        for (const qint64 id : recordings)
            places.append(RecordingPlace{(*Recordings(database()).byId({id}))->uploadedAt.toMSecsSinceEpoch(), {id}});
        QVERIFY(HoldProgress(database()).mark(*placed, places));
        QVERIFY(HoldProgress(database()).mark(*placed, {}));
    }

    void dropTriggers()
    {
        QStringList names;
        {
            Query query(database(), "SELECT name FROM sqlite_master WHERE type = 'trigger'");
            QVERIFY(query.each([&] { names.append(query.text(0)); }));
        }
        for (const QString &name : names)
            sql("DROP TRIGGER " + name.toLatin1());
    }

    QList<Kind> found()
    {
        QList<Kind> kinds;
        const Done looked = HoldCheck(database()).each([&](const HoldFault &fault) {
            kinds.append(fault.kind);
            m_last = fault;
        });
        return looked ? kinds : QList<Kind>(100);
    }

    std::unique_ptr<ServerRows> m_rows;
    HoldFault m_last;
};

QTEST_GUILESS_MAIN(tst_HoldCheck)
#include "tst_HoldCheck.moc"
