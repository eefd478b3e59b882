// SPDX-License-Identifier: GPL-3.0-or-later
#include "SweepRows.h"

#include "records/RecordingRemoval.h"
#include "sqlite/Migration.h"
#include "upkeep/SweepCounting.h"

#include <QDir>
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

/// A sweep takes what it counted and nothing else, and tells of all of it.
class tst_SweepCounting : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void asksPoliciesAgainForEachRecording();
    void aYesIsForWhatWasShown();
    void takesNothingThatItDidNotCount();
    void tellsOfAllThatItCounted();
    void countsAnewWhatAnOlderServerLeftUnderWay();
};

void tst_SweepCounting::asksPoliciesAgainForEachRecording()
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

/// Between the count and the yes the policies change places: what was shown is to stay, others are to go.
void tst_SweepCounting::aYesIsForWhatWasShown()
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

void tst_SweepCounting::takesNothingThatItDidNotCount()
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

void tst_SweepCounting::tellsOfAllThatItCounted()
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

void tst_SweepCounting::countsAnewWhatAnOlderServerLeftUnderWay()
{
    const QTemporaryDir folder;
    const QString schema = folder.filePath(QStringLiteral("schema"));
    QVERIFY(QDir().mkpath(schema));
    for (const QString &file : QDir(QStringLiteral(":/schema/server")).entryList(QDir::Files))
        if (file < QStringLiteral("014"))
            QVERIFY(QFile::copy(QStringLiteral(":/schema/server/") + file, schema + QLatin1Char('/') + file));
    const std::unique_ptr<Database> old = openDatabase(folder.filePath(QStringLiteral("a.db")));
    orThrow(migrate(*old, schema));
    for (const char *sql :
         {"INSERT INTO retention_sweeps (id, state, dry_run, user_id, username, role, address, begun_at, ended_at, due,"
          " allowed, deleted) VALUES (1, 'finished', 0, 0, '', '', '', 1, 2, 4, 4, 2)",
          "INSERT INTO retention_sweep_left VALUES (1, 7, 1, 'held'), (1, 8, 0, 'stuck')",
          "INSERT INTO retention_sweeps (id, state, dry_run, user_id, username, role, address, begun_at, due, allowed,"
          " deleted, decided_by, decided_name, decided_at)"
          " VALUES (2, 'running', 0, 0, '', '', '', 3, 90, 90, 40, 1, 'ada', 4)",
          "INSERT INTO retention_sweep_left VALUES (2, 9, 0, 'stuck')"})
        orThrow(Query(*old, sql).run());
    orThrow(migrate(*old, QStringLiteral(":/schema/server")));
    RetentionSweeps sweeps(*old);
    const RetentionSweep finished = orThrow(sweeps.byId({1}));
    QCOMPARE(finished.due, finished.deleted + finished.heldSince + finished.noLongerDue + finished.failed);
    const QList<SweepLeft> left = orThrow(sweeps.left({1}, {}, 10));
    QCOMPARE(left, (QList<SweepLeft>{{{7}, SweepLeftWhy::Held, QStringLiteral("held")},
                                     {{8}, SweepLeftWhy::Failed, QStringLiteral("stuck")}}));
    const RetentionSweep underWay = orThrow(sweeps.byId({2}));
    QCOMPARE(underWay.state, SweepState::Counting);
    QCOMPARE(underWay.deleted, 40);
    QCOMPARE(underWay.failed, 0);
    QVERIFY(!underWay.decidedAt);
    QVERIFY(orThrow(sweeps.left({2}, {}, 10)).isEmpty());
    // Its yes was for things that nobody wrote down: what more there is needs another.
    const SweepState state = orThrow(sweeps.counted({2}, {960, 60, 600, 0}, 5, someTime()));
    QCOMPARE(state, SweepState::Waiting);
}

QTEST_GUILESS_MAIN(tst_SweepCounting)
#include "tst_SweepCounting.moc"
