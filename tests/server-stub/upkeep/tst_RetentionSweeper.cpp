// SPDX-License-Identifier: GPL-3.0-or-later
#include "SweepRows.h"

#include "records/SweepClock.h"
#include "records/Uploads.h"

#include <QTest>

using namespace Holdfast;
using namespace Holdfast::Testing;

class tst_RetentionSweeper : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesWhatHasRunItsTimeAndNothingElse();
    void leavesAnEntryAReportAndTheFilesBehind();
    void aDryRunTakesNothing();
    void whatIsHeldStaysAndIsCounted();
    void moreThanItsShareWaitsForAYes();
    void aNoEndsIt();
    void goesOnWhereverItWasKilled();
    void whatFailsIsToldAndTheRestGoesOn();
    void beginsOnceADayAtItsHour();
    void makesUpForADayThatItMissed();
    void deletesNothingByAClockThatWentBack();
    void deletesNothingByAClockThatWentFarForward();
    void saysWhenNoneHasRunForADay();
};

void tst_RetentionSweeper::takesWhatHasRunItsTimeAndNothingElse()
{
    SweepRows rows;
    rows.add(1, rows.now.addDays(-91));
    rows.add(2, rows.now.addDays(-90)); // to the millisecond
    rows.add(3, rows.now.addDays(-90).addMSecs(1));
    rows.add(4, rows.now);
    const SweepId id = rows.begin();
    rows.go();
    QCOMPARE(rows.recordings(), (QList<qint64>{3, 4}));
    const RetentionSweep sweep = rows.sweep(id);
    QCOMPARE(sweep.state, SweepState::Finished);
    QCOMPARE(sweep.total, 4);
    QCOMPARE(sweep.due, 2);
    QCOMPARE(sweep.dueBytes, 1001 + 1002);
    QCOMPARE(sweep.deleted, 2);
    QCOMPARE(sweep.deletedBytes, 1001 + 1002);
    QCOMPARE(sweep.failed, 0);
    QCOMPARE(sweep.endedAt, rows.now);
}

void tst_RetentionSweeper::leavesAnEntryAReportAndTheFilesBehind()
{
    SweepRows rows;
    rows.add(1, rows.now.addDays(-100));
    const SweepId id = rows.begin();
    rows.go();
    QCOMPARE(rows.removedFiles, QList<RecordingId>{{1}});
    QCOMPARE(rows.count("SELECT count(*) FROM recording_keys"), 0); // shredded
    QCOMPARE(rows.count("SELECT count(*) FROM uploads WHERE recording_id = 1"), 1);
    AuditFilter filter;
    filter.recording = RecordingId{1};
    const QList<AuditEntry> entries = orThrow(Audit(rows.rows.database()).find(filter));
    QCOMPARE(entries.size(), 1);
    QCOMPARE(entries[0].action, QStringLiteral("retention-delete"));
    QCOMPARE(entries[0].username, QStringLiteral("sam"));
    QCOMPARE(entries[0].detail[QLatin1String("sweepId")].toInteger(), id.value);
    QCOMPARE(entries[0].detail[QLatin1String("retention")][QLatin1String("days")].toInt(), 90);
    QCOMPARE(rows.count("SELECT count(*) FROM changes WHERE kind = 'recording' AND subject_id = 1"), 1);
    QCOMPARE(rows.count("SELECT files_deleted FROM storage_days WHERE files_deleted > 0"), 1);
    QCOMPARE(rows.count("SELECT count(*) FROM audit WHERE action = 'retention-sweep-end'"), 1);
}

void tst_RetentionSweeper::aDryRunTakesNothing()
{
    SweepRows rows;
    rows.add(1, rows.now.addDays(-100));
    const SweepId id = rows.begin(true);
    rows.go();
    QCOMPARE(rows.recordings(), QList<qint64>{1});
    QCOMPARE(rows.sweep(id).state, SweepState::Finished);
    QCOMPARE(rows.sweep(id).due, 1);
    QCOMPARE(rows.sweep(id).deleted, 0);
    QVERIFY(!rows.newest()); // and is no sweep that ran
}

void tst_RetentionSweeper::whatIsHeldStaysAndIsCounted()
{
    SweepRows rows;
    for (qint64 id = 1; id <= 3; ++id)
        rows.add(id, rows.now.addDays(-100));
    rows.hold({2});
    const SweepId id = rows.begin();
    rows.go();
    QCOMPARE(rows.recordings(), QList<qint64>{2});
    QCOMPARE(rows.sweep(id).due, 2);
    QCOMPARE(rows.sweep(id).held, 1);
    QCOMPARE(rows.sweep(id).failed, 0);
}

void tst_RetentionSweeper::moreThanItsShareWaitsForAYes()
{
    SweepRows rows;
    rows.settings.limitPercent = 5;
    rows.start();
    for (qint64 id = 1; id <= 40; ++id)
        rows.add(id, rows.now.addDays(id <= 2 ? -100 : 0));
    const SweepId first = rows.begin();
    rows.go();
    QCOMPARE(rows.sweep(first).state, SweepState::Finished); // 5 % are no more than 5 %
    for (qint64 id = 41; id <= 43; ++id)
        rows.add(id, rows.now.addDays(-100));
    const SweepId second = rows.begin();
    rows.go();
    QCOMPARE(rows.sweep(second).state, SweepState::Waiting);
    QCOMPARE(rows.sweep(second).due, 3);
    QCOMPARE(rows.sweep(second).deleted, 0);
    QCOMPARE(rows.recordings().size(), 41);
    rows.go(); // it is nobody's but the admin's
    QCOMPARE(rows.sweep(second).state, SweepState::Waiting);
    rows.write([&](Database &database) { return RetentionSweeps(database).approve(second, {}); });
    rows.go();
    QCOMPARE(rows.sweep(second).state, SweepState::Finished);
    QCOMPARE(rows.recordings().size(), 38);
}

void tst_RetentionSweeper::aNoEndsIt()
{
    SweepRows rows;
    rows.settings.limitPercent = 5;
    rows.start();
    rows.add(1, rows.now.addDays(-100));
    const SweepId id = rows.begin();
    rows.go();
    AuditEntry ada;
    ada.at = rows.now;
    ada.username = QStringLiteral("ada");
    rows.write([&](Database &database) { return RetentionSweeps(database).refuse(id, ada); });
    rows.go();
    QCOMPARE(rows.sweep(id).state, SweepState::Refused);
    QCOMPARE(rows.sweep(id).decidedByName, QStringLiteral("ada"));
    QCOMPARE(rows.recordings().size(), 1);
    QCOMPARE(rows.count("SELECT count(*) FROM retention_sweep_candidates"), 0);
    rows.begin(); // another may begin
}

/// Whatever statement was the last: what is gone is gone whole, and the next start takes the rest.
void tst_RetentionSweeper::goesOnWhereverItWasKilled()
{
    bool isThrough = false;
    for (int last = 1; !isThrough; last += 7) {
        SweepRows rows;
        for (qint64 id = 1; id <= 6; ++id)
            rows.add(id, rows.now.addDays(-100));
        rows.hold({6});
        const SweepId id = rows.begin();
        int statements = 0;
        rows.writeGate = [&](QByteArrayView) -> Done {
            return ++statements > last ? fail(FailureKind::Unreachable, QStringLiteral("killed")) : Done();
        };
        isThrough = rows.sweeper->go() && rows.sweep(id).state == SweepState::Finished && statements <= last;
        const qint64 gone = 6 - rows.recordings().size();
        QCOMPARE(rows.sweep(id).deleted, gone); // the report and the rows are of one mind
        QCOMPARE(rows.count("SELECT count(*) FROM audit WHERE action = 'retention-delete'"), gone);
        QCOMPARE(rows.count("SELECT count(*) FROM recording_keys"), 6 - gone);
        rows.writeGate = {};
        rows.start();
        rows.go();
        QCOMPARE(rows.recordings(), QList<qint64>{6});
        QCOMPARE(rows.sweep(id).state, SweepState::Finished);
        QCOMPARE(rows.sweep(id).deleted, 5);
        QCOMPARE(rows.sweep(id).due, 5);
        QCOMPARE(rows.count("SELECT count(*) FROM retention_sweep_candidates"), 0);
        QCOMPARE(rows.count("SELECT count(*) FROM audit WHERE action = 'retention-delete'"), 5);
        QCOMPARE(rows.count("SELECT count(*) FROM uploads"), 5); // whose files a start removes, if nobody did
    }
}

void tst_RetentionSweeper::whatFailsIsToldAndTheRestGoesOn()
{
    SweepRows rows;
    for (qint64 id = 1; id <= 3; ++id)
        rows.add(id, rows.now.addDays(-100));
    rows.write([](Database &database) {
        return Query(database, "CREATE TRIGGER stuck BEFORE INSERT ON uploads WHEN new.recording_id = 2"
                               " BEGIN SELECT RAISE(ABORT, 'stuck'); END")
            .run();
    });
    const SweepId id = rows.begin();
    rows.go();
    QCOMPARE(rows.recordings(), QList<qint64>{2});
    QCOMPARE(rows.sweep(id).state, SweepState::Finished);
    QCOMPARE(rows.sweep(id).deleted, 2);
    const auto left = orThrow(RetentionSweeps(rows.rows.database()).left(id, {}, 10));
    QCOMPARE(left.size(), 1);
    QCOMPARE(left[0].recordingId, RecordingId{2});
    QVERIFY(!left[0].reason.isEmpty());
}

void tst_RetentionSweeper::beginsOnceADayAtItsHour()
{
    SweepRows rows;
    rows.now = QDateTime(QDate(2026, 5, 10), QTime(12, 0), Qt::UTC);
    rows.go();
    QVERIFY(!rows.newest()); // it has just come here: the first is at the next hour
    rows.now = QDateTime(QDate(2026, 5, 11), QTime(1, 59), Qt::UTC);
    rows.go();
    QVERIFY(!rows.newest());
    rows.now = QDateTime(QDate(2026, 5, 11), QTime(2, 0), Qt::UTC);
    rows.add(1, rows.now.addDays(-100));
    rows.go();
    QCOMPARE(rows.newest()->state, SweepState::Finished);
    QCOMPARE(rows.newest()->begunByName, QStringLiteral("retention"));
    QVERIFY(rows.recordings().isEmpty());
    rows.now = QDateTime(QDate(2026, 5, 11), QTime(23, 0), Qt::UTC);
    rows.go();
    QCOMPARE(rows.newest()->id, SweepId{1});
    rows.now = QDateTime(QDate(2026, 5, 12), QTime(2, 1), Qt::UTC);
    rows.go();
    QCOMPARE(rows.newest()->id, SweepId{2});
}

void tst_RetentionSweeper::makesUpForADayThatItMissed()
{
    SweepRows rows;
    rows.now = QDateTime(QDate(2026, 5, 10), QTime(12, 0), Qt::UTC);
    rows.go();
    rows.now = QDateTime(QDate(2026, 5, 13), QTime(17, 0), Qt::UTC); // switched off in between
    rows.start();
    rows.go();
    QCOMPARE(rows.newest()->state, SweepState::Finished);
    QCOMPARE(rows.newest()->begunAt, rows.now);
}

void tst_RetentionSweeper::deletesNothingByAClockThatWentBack()
{
    SweepRows rows;
    rows.go();
    rows.add(1, rows.now.addDays(-100));
    const QDateTime right = rows.now;
    rows.now = rows.now.addDays(-2);
    const SweepId id = rows.begin();
    rows.go();
    QCOMPARE(rows.sweep(id).state, SweepState::Failed);
    QVERIFY2(rows.sweep(id).problem.contains(QStringLiteral("went back")), qPrintable(rows.sweep(id).problem));
    QCOMPARE(rows.recordings().size(), 1);
    rows.now = right;
    rows.begin();
    rows.go();
    QVERIFY(rows.recordings().isEmpty());
}

void tst_RetentionSweeper::deletesNothingByAClockThatWentFarForward()
{
    SweepRows rows;
    rows.go();
    rows.add(1, rows.now);
    rows.now = rows.now.addYears(3);
    rows.go();
    QCOMPARE(rows.newest()->state, SweepState::Failed);
    QVERIFY(rows.newest()->problem.contains(QStringLiteral("far forward")));
    rows.go(); // not each minute
    QCOMPARE(rows.newest()->id, SweepId{1});
    rows.now = rows.now.addSecs(2 * 3600);
    rows.go();
    QCOMPARE(rows.newest()->id, SweepId{2});
    QCOMPARE(rows.newest()->state, SweepState::Failed); // that it fails does not make it believed
    QCOMPARE(rows.recordings().size(), 1);
    rows.write([&](Database &database) { return SweepClock(database).trust(rows.now); });
    rows.begin();
    rows.go();
    QCOMPARE(rows.newest()->state, SweepState::Finished);
    QVERIFY(rows.recordings().isEmpty());
}

void tst_RetentionSweeper::saysWhenNoneHasRunForADay()
{
    const QDateTime since = someTime();
    QVERIFY(sweepWarning({}, {}, since, since.addSecs(24 * 3600)).isEmpty());
    QVERIFY(!sweepWarning({}, {}, since, since.addSecs(26 * 3600)).isEmpty());
    RetentionSweep done;
    done.begunAt = since.addDays(3);
    done.endedAt = done.begunAt;
    done.state = SweepState::Finished;
    QVERIFY(sweepWarning(done, done, since, since.addDays(4)).isEmpty());
    QVERIFY(!sweepWarning(done, done, since, since.addDays(5)).isEmpty());
    RetentionSweep failed = done;
    failed.state = SweepState::Failed;
    failed.problem = QStringLiteral("because");
    QVERIFY(sweepWarning(failed, done, since, since.addDays(3)).contains(failed.problem));
    RetentionSweep waiting = done;
    waiting.state = SweepState::Waiting;
    waiting.endedAt.reset();
    QVERIFY(sweepWarning(waiting, done, since, since.addDays(3)).contains(QStringLiteral("yes")));
}

QTEST_GUILESS_MAIN(tst_RetentionSweeper)
#include "tst_RetentionSweeper.moc"
