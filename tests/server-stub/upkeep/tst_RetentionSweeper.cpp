// SPDX-License-Identifier: GPL-3.0-or-later
#include "SweepRows.h"

#include "records/RecordingRemoval.h"
#include "records/SweepClock.h"
#include "records/Uploads.h"
#include "upkeep/SweepCounting.h"

#include <QTest>

#include <atomic>

using namespace Holdfast;
using namespace Holdfast::Testing;

namespace {

void setDefaultPolicy(Database &database, int days, const QDateTime &at)
{
    RetentionPolicy policy;
    policy.name = QStringLiteral("for all");
    policy.retentionDays = days;
    policy.isDefault = true;
    policy.createdAt = policy.updatedAt = at;
    orThrow(Policies(database).add(policy));
}

void setPolicyOf(Database &database, CampaignId campaign, int days, const QDateTime &at)
{
    RetentionPolicy policy;
    policy.name = QStringLiteral("of one");
    policy.retentionDays = days;
    policy.appliesTo = PolicyScope::Campaign;
    policy.campaignId = campaign;
    policy.createdAt = policy.updatedAt = at;
    orThrow(Policies(database).add(policy));
}

/// Of what the sweep left, by the recordings' numbers.
QList<SweepLeftWhy> whys(SweepRows &rows, SweepId id)
{
    QList<SweepLeftWhy> whys;
    for (const SweepLeft &left : orThrow(RetentionSweeps(rows.rows.database()).left(id, {}, 100)))
        whys.append(left.why);
    return whys;
}

} // namespace

class tst_RetentionSweeper : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesWhatHasRunItsTimeAndNothingElse();
    void leavesAnEntryAReportAndTheFilesBehind();
    void aDryRunTakesNothing();
    void whatIsHeldStaysAndIsCounted();
    void asksPoliciesAgainForEachRecording();
    void moreThanItsShareWaitsForAYes();
    void aYesIsForWhatWasShown();
    void aNoEndsIt();
    void takesNothingThatItDidNotCount();
    void tellsOfAllThatItCounted();
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

void tst_RetentionSweeper::asksPoliciesAgainForEachRecording()
{
    SweepRows rows;
    for (qint64 id = 1; id <= 3; ++id)
        rows.add(id, rows.now.addDays(-100));
    const SweepId id = rows.begin();
    // Between the look at what is due and the first deletion somebody makes a policy that keeps them all longer.
    std::atomic_bool isLookedFor = false;
    std::atomic_bool isMade = false;
    rows.readGate = [&](QByteArrayView statement) -> Done {
        if (statement.startsWith("SELECT recording_id FROM retention_sweep_candidates"))
            isLookedFor = true;
        return {};
    };
    rows.writeGate = [&](QByteArrayView statement) -> Done {
        if (!isLookedFor || !statement.startsWith("BEGIN") || isMade.exchange(true))
            return {};
        const auto other = openDatabase(rows.rows.path());
        setDefaultPolicy(*other, 200, rows.now);
        return {};
    };
    rows.go();
    QVERIFY(isMade);
    QCOMPARE(rows.recordings(), (QList<qint64>{1, 2, 3}));
    QCOMPARE(rows.sweep(id).due, 3); // by what was so when it counted
    QCOMPARE(rows.sweep(id).deleted, 0);
    QCOMPARE(rows.sweep(id).failed, 0);
    QCOMPARE(rows.sweep(id).noLongerDue, 3);
    QCOMPARE(whys(rows, id), QList<SweepLeftWhy>(3, SweepLeftWhy::NotDue));
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

/// Between the count and the yes the policies change places: what was shown is to stay, others are to go.
void tst_RetentionSweeper::aYesIsForWhatWasShown()
{
    SweepRows rows;
    rows.settings.limitPercent = 5;
    rows.start();
    for (qint64 id = 1; id <= 9; ++id) {
        Recording recording = rows.rows.recording(id);
        recording.campaignId = id <= 5 ? rows.rows.spring : rows.rows.autumn;
        recording.uploadedAt = recording.createdAt = rows.now.addDays(id <= 5 ? -100 : -50);
        rows.add(recording);
    }
    const SweepId id = rows.begin();
    rows.go();
    QCOMPARE(rows.sweep(id).due, 5);
    rows.write([&](Database &database) {
        setPolicyOf(database, rows.rows.spring, 400, rows.now);
        setPolicyOf(database, rows.rows.autumn, 30, rows.now);
        return Done();
    });
    rows.write([&](Database &database) { return RetentionSweeps(database).approve(id, {}); });
    rows.go();
    QCOMPARE(rows.recordings().size(), 9);
    const RetentionSweep sweep = rows.sweep(id);
    QCOMPARE(sweep.state, SweepState::Finished);
    QCOMPARE(sweep.due, 5);
    QCOMPARE(sweep.deleted, 0);
    QCOMPARE(sweep.noLongerDue, 5);
    QCOMPARE(rows.begin(), SweepId{id.value + 1}); // the others wait for the next, which shows them
    rows.go();
    QCOMPARE(rows.newest()->state, SweepState::Waiting);
    QCOMPARE(rows.newest()->due, 4);
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

void tst_RetentionSweeper::takesNothingThatItDidNotCount()
{
    SweepRows rows;
    rows.settings.limitPercent = 50;
    rows.start();
    for (qint64 id = 1; id <= 100; ++id)
        rows.add(id, rows.now.addDays(id <= 10 ? -100 : -50));
    const SweepId id = rows.begin();
    // While it runs, a policy makes all of them due.
    rows.readGate = [&rows, done = false](QByteArrayView statement) mutable -> Done {
        if (done || !statement.startsWith("SELECT user_id, username, role, address FROM retention_sweeps"))
            return {};
        done = true;
        rows.write([&rows](Database &database) {
            setDefaultPolicy(database, 1, rows.now);
            return Done();
        });
        return {};
    };
    rows.go();
    const RetentionSweep sweep = rows.sweep(id);
    QCOMPARE(sweep.state, SweepState::Finished);
    QCOMPARE(sweep.due, 10);
    QCOMPARE(sweep.deleted, 10);
    QCOMPARE(rows.recordings().size(), 90);
}

void tst_RetentionSweeper::tellsOfAllThatItCounted()
{
    SweepRows rows;
    rows.settings.limitPercent = 5;
    rows.start();
    constexpr qint64 many = SweepCounting::atOnce + 7; // written down in more than one portion
    for (qint64 id = 1; id <= 7; ++id) {
        Recording recording = rows.old(id);
        if (id == 7)
            recording.campaignId = rows.rows.autumn;
        rows.add(recording);
    }
    rows.write([&](Database &database) -> Done {
        for (qint64 id = 8; id <= many; ++id)
            if (Done added = Recordings(database).add(rows.old(id), "key"); !added)
                return added;
        return {};
    });
    rows.hold({1});
    const SweepId id = rows.begin();
    rows.go();
    QCOMPARE(rows.sweep(id).due, many - 1);
    rows.hold({2});
    rows.hold({3});
    AuditEntry sam;
    sam.at = rows.now;
    sam.recordingId = {4};
    rows.write<Recording>([sam](Database &database) { return RecordingRemoval(database).byHand(sam); });
    const HoldId brief = rows.hold({5}); // and it rests once that is released
    rows.release(brief);
    rows.write([](Database &database) {
        return Query(database, "CREATE TRIGGER stuck BEFORE INSERT ON uploads WHEN new.recording_id = 6"
                               " BEGIN SELECT RAISE(ABORT, 'stuck'); END")
            .run();
    });
    rows.write([&](Database &database) {
        setPolicyOf(database, rows.rows.autumn, 400, rows.now);
        return RetentionSweeps(database).approve(id, {});
    });
    rows.go();
    const RetentionSweep sweep = rows.sweep(id);
    QCOMPARE(sweep.state, SweepState::Finished);
    QCOMPARE(sweep.held, 3);
    QCOMPARE(sweep.heldSince, 2);
    QCOMPARE(sweep.noLongerDue, 3);
    QCOMPARE(sweep.failed, 1);
    QCOMPARE(sweep.deleted, many - 7);
    QCOMPARE(sweep.due, sweep.deleted + sweep.heldSince + sweep.noLongerDue + sweep.failed);
    using enum SweepLeftWhy;
    QCOMPARE(whys(rows, id), (QList<SweepLeftWhy>{Held, Held, Gone, NotDue, Failed, NotDue}));
    QCOMPARE(rows.count("SELECT count(*) FROM retention_sweep_candidates"), 0);
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
