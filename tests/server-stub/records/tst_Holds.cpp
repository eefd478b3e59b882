// SPDX-License-Identifier: GPL-3.0-or-later
#include "ServerRows.h"

#include "records/HoldProgress.h"
#include "records/Holds.h"
#include "records/Matters.h"
#include "records/RecordingSearch.h"
#include "records/ReleasePreview.h"
#include "records/ReleaseRequests.h"

#include <QFile>
#include <QTest>

using namespace Holdfast;
using namespace Holdfast::Testing;

class tst_Holds : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_rows = std::make_unique<ServerRows>();
        m_zoe = {};
        for (const qint64 id : {1, 2, 3})
            add(m_rows->recording(id));
        Matter matter;
        matter.name = QStringLiteral("Smith v. Jones");
        matter.createdAt = matter.updatedAt = someTime();
        m_matter = Matters(database()).add(matter).value();
    }
    void aRecordingGoesFreeWhenTheLastLetsGoAndRemembersWhen();
    void oneMatterHoldsARecordingOnce();
    void aClosedMatterTakesNoHoldAndOneWithHoldsIsNotClosed();
    void aHeldRecordingResistsPlainSql_data();
    void aHeldRecordingResistsPlainSql();
    void largeHoldsAreMarkedAndLetGoInPortions();
    void plainSqlDoesNotEndThePlacing_data();
    void plainSqlDoesNotEndThePlacing();
    void aPlacingThatSomebodyMovedOnGoesOnWithTheRest();
    void aReleaseInTheMidstOfPlacingEndsIt();
    void whoAskedForAReleaseCanNotApproveIt();
    void thePreviewSaysWhatReleasingDoes();
    void whatWasOnHoldBeforeThereWereMattersStaysSo();

private:
    Database &database() { return m_rows->database(); }
    Holds holds() { return Holds(database()); }
    void add(Recording recording)
    {
        recording.callId = m_rows->addCall(recording.leadId, recording.agentId);
        if (const Done done = Recordings(database()).add(recording, "k"); !done)
            throw std::runtime_error(done.error().detail.toStdString());
    }
    Recording recording(qint64 id) { return **Recordings(database()).byId({id}); }
    Result<HoldId> place(qint64 id, MatterId matter)
    {
        Hold hold;
        hold.matterId = matter;
        hold.recordingId = RecordingId{id};
        hold.reason = QStringLiteral("because");
        hold.placedBy = m_rows->one;
        hold.placedAt = someTime();
        return holds().placeOnRecording(hold);
    }
    Done release(HoldId id, int hours)
    {
        return releaseHold(database(), id, m_rows->two, someTime(hours), QStringLiteral("over"));
    }
    void noteAsked(HoldId hold, UserId by, const QDateTime &at)
    {
        AuditEntry entry;
        entry.at = at;
        entry.userId = by;
        entry.action = QStringLiteral("hold-release-ask");
        entry.detail.insert(QLatin1String("holdId"), hold.value);
        QVERIFY(Audit(database()).append(entry));
    }
    HoldId placeOverZoe()
    {
        Hold hold;
        hold.matterId = m_matter;
        hold.scope = HoldScope::Lead;
        hold.leadId = m_rows->zoe;
        hold.includesLater = true;
        hold.placedAt = someTime();
        m_zoe.leadId = m_rows->zoe;
        return holds().placeRule(hold, m_zoe).value();
    }

    std::unique_ptr<ServerRows> m_rows;
    MatterId m_matter;
    RecordingFilter m_zoe;
};

void tst_Holds::aRecordingGoesFreeWhenTheLastLetsGoAndRemembersWhen()
{
    const HoldId first = place(1, defaultMatter).value();
    const HoldId second = place(1, m_matter).value();
    QCOMPARE(recording(1).revision, 2);
    QVERIFY(release(first, 5));
    QVERIFY(recording(1).complianceHold);
    QVERIFY(!recording(1).holdReleasedAt);
    QVERIFY(release(second, 9));
    QVERIFY(!recording(1).complianceHold);
    QCOMPARE(recording(1).holdReleasedAt, std::optional(someTime(9)));
    QCOMPARE(release(second, 10).error().kind, FailureKind::Conflict);
    const Hold hold = holds().byId(second).value();
    QCOMPARE(hold.state, HoldState::Released);
    QCOMPARE(hold.matterName, QStringLiteral("Smith v. Jones"));
    QCOMPARE(hold.releasedByName, QStringLiteral("Bob B"));
    QCOMPARE(hold.recordingCount, 1);
    HoldFilter ofIt;
    ofIt.recording = RecordingId{1};
    QCOMPARE(holds().find(ofIt)->size(), 2); // its history
    ofIt.stands = true;
    QVERIFY(holds().find(ofIt)->isEmpty());
}

void tst_Holds::oneMatterHoldsARecordingOnce()
{
    const HoldId first = place(1, m_matter).value();
    QCOMPARE(place(1, m_matter).error().kind, FailureKind::Conflict);
    QCOMPARE(place(404, m_matter).error().kind, FailureKind::NotFound);
    QCOMPARE(place(1, {404}).error().kind, FailureKind::Malformed);
    QVERIFY(release(first, 1));
    QVERIFY(place(1, m_matter));
}

void tst_Holds::aClosedMatterTakesNoHoldAndOneWithHoldsIsNotClosed()
{
    const HoldId hold = place(1, m_matter).value();
    Matter matter = Matters(database()).byId(m_matter).value();
    QCOMPARE(matter.standingHolds, 1);
    matter.closedAt = someTime();
    QCOMPARE(Matters(database()).change(matter).error().kind, FailureKind::Conflict);
    QVERIFY(release(hold, 1));
    QVERIFY(Matters(database()).change(matter));
    QCOMPARE(place(1, m_matter).error().kind, FailureKind::Conflict);
    QCOMPARE(Matters(database()).remove(m_matter).error().kind, FailureKind::Conflict); // it says why it was held
    QCOMPARE(Matters(database()).remove(defaultMatter).error().kind, FailureKind::Conflict);
}

void tst_Holds::aHeldRecordingResistsPlainSql_data()
{
    QTest::addColumn<QByteArray>("sql");
    for (
        const char *sql :
        {"DELETE FROM recordings WHERE id = 1",
         "DELETE FROM recordings",
         "UPDATE recordings SET compliance_hold = 0 WHERE id = 1",
         "UPDATE recordings SET compliance_hold = 1 WHERE id = 2",
         "UPDATE recordings SET id = 9 WHERE id = 1",
         "UPDATE recordings SET file_path = 'x' WHERE id = 1",
         "UPDATE recordings SET sha256 = zeroblob(32)",
         "UPDATE recordings SET uploaded_at = 0 WHERE id = 1",
         "UPDATE OR REPLACE recordings SET id = 1 WHERE id = 2",
         "UPDATE OR REPLACE recordings SET file_path = (SELECT file_path FROM recordings WHERE id = 1) WHERE id = 2",
         "REPLACE INTO recordings (id, call_id, lead_id, agent_id, disposition, file_path, file_size, format, channels,"
         " sample_rate, sha256, original_name, encryption_key_id, notes, call_date, uploaded_at, created_at)"
         " VALUES (1, 1, 1, 1, '', 'y', 1, 'WAV', 1, 1, zeroblob(32), '', '', '', 0, 0, 0)",
         "REPLACE INTO recordings (id, call_id, lead_id, agent_id, disposition, file_path, file_size, format, channels,"
         " sample_rate, sha256, original_name, encryption_key_id, notes, call_date, uploaded_at, created_at)"
         " SELECT 77, 1, 1, 1, '', file_path, 1, 'WAV', 1, 1, zeroblob(32), '', '', '', 0, 0, 0 FROM recordings"
         " WHERE id = 1",
         "DELETE FROM recording_keys WHERE recording_id = 1",
         "REPLACE INTO recording_keys VALUES (1, 'x')",
         "UPDATE recording_keys SET wrapped_key = '' WHERE recording_id = 1",
         "UPDATE recording_keys SET recording_id = 99 WHERE recording_id = 1",
         "DELETE FROM held_recordings",
         "UPDATE held_recordings SET recording_id = 2",
         "REPLACE INTO held_recordings VALUES (1, 1)",
         "DELETE FROM holds",
         "UPDATE holds SET recording_id = 2",
         "UPDATE holds SET matter_id = 2",
         "REPLACE INTO holds (id, matter_id, scope, recording_id, includes_later, reason, placed_at, state, "
         "released_at)"
         " VALUES (1, 1, 'recording', 2, 0, '', 0, 'released', 1)",
         "DELETE FROM matters WHERE id = 1",
         "DELETE FROM hold_rules",
         "UPDATE hold_rules SET lead_id = 99",
         "UPDATE holds SET released_at = 1, state = 'released' WHERE recording_id = 1",
         "UPDATE holds SET released_at = 1, state = 'releasing', released_by = 1 WHERE recording_id = 1",
         "UPDATE holds SET released_by = 1",
         "UPDATE holds SET release_reason = 'x'",
         "UPDATE hold_release_requests SET asked_by = 2",
         "UPDATE hold_release_requests SET hold_id = 2",
         "UPDATE hold_release_requests SET state = 'approved', decided_by = 2, decided_at = 1",
         "DELETE FROM hold_release_requests",
         "REPLACE INTO hold_release_requests (id, hold_id, reason, asked_by, asked_at, state)"
         " VALUES (1, 1, '', 2, 0, 'open')",
         "REPLACE INTO hold_release_requests (hold_id, reason, asked_by, asked_at, state)"
         " VALUES (1, '', 2, 0, 'open')",
         "UPDATE recording_keys SET wrapped_key = x'7a' WHERE recording_id = 1",
         "UPDATE recording_keys SET wrapped_key = zeroblob(1) WHERE recording_id = 1",
         "UPDATE recordings SET encryption_key_id = 'key-9' WHERE id = 1",
         "UPDATE recordings SET encryption_key_id = '' WHERE id = 1",
         "UPDATE recordings SET lead_id = 99999 WHERE id = 1",
         "UPDATE recordings SET agent_id = 99999 WHERE id = 1",
         "UPDATE recordings SET call_id = 99999 WHERE id = 1",
         "UPDATE recordings SET campaign_id = 99999 WHERE id = 1",
         "DELETE FROM leads WHERE id = 1",
         "UPDATE leads SET id = 99 WHERE id = 1",
         "DELETE FROM users WHERE id = 1",
         "UPDATE users SET id = 99 WHERE id = 1",
         "REPLACE INTO users (id, username, full_name, role, password_hash, created_at)"
         " VALUES (99, 'ALICE', '', 'agent', '', 0)",
         "UPDATE OR REPLACE users SET username = 'alice' WHERE id = 2",
         "DELETE FROM calls",
         "DELETE FROM campaigns",
         "REPLACE INTO campaigns (id, name) VALUES (99, 'Spring')",
         "REPLACE INTO matters (id, name, created_at, updated_at) VALUES (99, 'compliance hold', 0, 0)",
         "UPDATE OR REPLACE matters SET name = 'Compliance hold' WHERE id = 2",
         "UPDATE matters SET id = 99 WHERE id = 1",
         "INSERT INTO wrapping_keys (id, fingerprint, made_at, retired_at) VALUES ('key-1', '', 0, NULL)"
         " ON CONFLICT DO UPDATE SET retired_at = 1",
         "REPLACE INTO hold_rules SELECT * FROM hold_rules"})
        QTest::newRow(sql) << QByteArray(sql);
}

/// On a connection as the command line tool of SQLite opens it: no foreign keys, no recursive triggers.
void tst_Holds::aHeldRecordingResistsPlainSql()
{
    QFETCH(QByteArray, sql);
    QVERIFY(place(1, defaultMatter));
    placeOverZoe();
    QVERIFY(ReleaseRequests(database()).ask({1}, m_rows->one, someTime(), {}));
    QVERIFY(run(database(), "INSERT INTO wrapping_keys (id, fingerprint, made_at, is_current)"
                            " VALUES ('key-1', '', 0, 1), ('key-9', '', 0, 0)"));
    QVERIFY(run(database(), "PRAGMA foreign_keys=OFF"));
    QVERIFY(run(database(), "PRAGMA recursive_triggers=OFF"));
    const Recording before = recording(1);
    const Done done = run(database(), sql);
    QVERIFY(!done);
    QCOMPARE(done.error().kind, FailureKind::Conflict);
    QCOMPARE(recording(1), before);
    QCOMPARE(numberOf(database(), "SELECT count(*) FROM recordings"), 3);
    QCOMPARE(numberOf(database(), "SELECT count(*) FROM recording_keys WHERE length(wrapped_key) = 1"), 3);
    QCOMPARE(numberOf(database(), "SELECT count(*) FROM standing_holds WHERE recording_id = 1"), 1);
}

void tst_Holds::largeHoldsAreMarkedAndLetGoInPortions()
{
    const HoldId id = placeOverZoe();
    QList<RecordingId> order;
    for (int portions = 0; portions < 4; ++portions) {
        const auto step = HoldProgress(database()).next().value();
        QVERIFY(step && step->placing && step->hold == id);
        m_zoe.after = step->reached;
        m_zoe.limit = 1;
        const QList<RecordingPlace> found = RecordingSearch::walk(database(), m_zoe).value();
        for (const RecordingPlace &place : found)
            order.append(place.id);
        QVERIFY(HoldProgress(database()).mark(id, found));
        m_rows->reopen(); // as after a kill
    }
    QCOMPARE(order, (QList<RecordingId>{{3}, {2}, {1}}));
    QCOMPARE(holds().byId(id)->state, HoldState::Active);
    QVERIFY(!HoldProgress(database()).next()->has_value());

    QVERIFY(release(id, 4));
    QCOMPARE(holds().byId(id)->state, HoldState::Releasing);
    QVERIFY(!run(database(), "DELETE FROM recordings")); // still marked
    QVERIFY(!*HoldProgress(database()).letGo(id, 2));
    m_rows->reopen();
    QVERIFY(!recording(1).complianceHold && !recording(2).complianceHold && recording(3).complianceHold);
    QVERIFY(*HoldProgress(database()).letGo(id, 2));
    QVERIFY(!recording(3).complianceHold);
    QCOMPARE(holds().byId(id)->state, HoldState::Released);
    QVERIFY(run(database(), "DELETE FROM recordings"));
}

void tst_Holds::plainSqlDoesNotEndThePlacing_data()
{
    QTest::addColumn<QByteArray>("sql");
    QTest::newRow("done") << QByteArray("UPDATE holds SET state = 'active'");
    QTest::newRow("further") << QByteArray("UPDATE holds SET reached_time = 0, reached_id = 1");
    QTest::newRow("further, by number alone") << QByteArray("UPDATE holds SET reached_id = 1");
    QTest::newRow("done, and over with") << QByteArray(
        "UPDATE holds SET state = 'active', reached_time = 0, reached_id = 1");
}

void tst_Holds::plainSqlDoesNotEndThePlacing()
{
    QFETCH(QByteArray, sql);
    const HoldId id = placeOverZoe();
    m_zoe.limit = 1;
    QVERIFY(HoldProgress(database()).mark(id, RecordingSearch::walk(database(), m_zoe).value()));
    const Done done = run(database(), sql);
    QVERIFY(!done);
    QCOMPARE(done.error().kind, FailureKind::Conflict);
    QCOMPARE(holds().byId(id)->state, HoldState::Placing);
}

void tst_Holds::aPlacingThatSomebodyMovedOnGoesOnWithTheRest()
{
    const HoldId id = placeOverZoe();
    QVERIFY(run(database(), "INSERT INTO held_recordings (recording_id, hold_id) SELECT 1, id FROM holds"));
    QVERIFY(run(database(), "UPDATE holds SET reached_id = 1,"
                            " reached_time = (SELECT uploaded_at FROM recordings WHERE id = 1)"));
    for (int portions = 0; portions < 2; ++portions) {
        const auto step = HoldProgress(database()).next().value();
        QVERIFY(step);
        m_zoe.after = step->reached;
        QVERIFY(HoldProgress(database()).mark(id, RecordingSearch::walk(database(), m_zoe).value()));
    }
    QCOMPARE(holds().byId(id)->state, HoldState::Active);
    QVERIFY(recording(1).complianceHold && recording(2).complianceHold && recording(3).complianceHold);
}

void tst_Holds::aReleaseInTheMidstOfPlacingEndsIt()
{
    const HoldId id = placeOverZoe();
    m_zoe.limit = 2;
    const QList<RecordingPlace> found = RecordingSearch::walk(database(), m_zoe).value();
    QVERIFY(HoldProgress(database()).mark(id, found));
    QVERIFY(release(id, 1));
    QVERIFY(HoldProgress(database()).mark(id, {RecordingPlace{0, {1}}})); // looked for before the release
    QVERIFY(!recording(1).complianceHold);
    QVERIFY(*HoldProgress(database()).letGo(id, 10));
    QCOMPARE(numberOf(database(), "SELECT sum(compliance_hold) FROM recordings"), 0);
}

void tst_Holds::whoAskedForAReleaseCanNotApproveIt()
{
    const HoldId hold = place(1, m_matter).value();
    ReleaseRequests requests(database());
    const ReleaseRequestId first = requests.ask(hold, m_rows->one, someTime(1), QStringLiteral("done")).value();
    QCOMPARE(requests.ask(hold, m_rows->two, someTime(1), {}).error().kind, FailureKind::Conflict);
    const auto decide = [&](ReleaseRequestId id, ReleaseRequestState state, UserId by) {
        const Done done = ReleaseRequests(database()).decide(id, state, by, someTime(2));
        return done ? std::optional<FailureKind>() : std::optional(done.error().kind);
    };
    QCOMPARE(decide(first, ReleaseRequestState::Approved, m_rows->one), FailureKind::Forbidden);
    QCOMPARE(decide(first, ReleaseRequestState::Withdrawn, m_rows->two), FailureKind::Forbidden);
    QVERIFY(!run(database(), "UPDATE hold_release_requests SET state = 'approved', decided_by = asked_by,"
                             " decided_at = 1")); // the database knows it too
    QCOMPARE(decide(first, ReleaseRequestState::Withdrawn, m_rows->one), std::nullopt);
    const ReleaseRequestId second = requests.ask(hold, m_rows->one, someTime(1), {}).value();
    QCOMPARE(decide(second, ReleaseRequestState::Refused, m_rows->two), std::nullopt);
    QVERIFY(recording(1).complianceHold);
    QCOMPARE(decide(second, ReleaseRequestState::Approved, m_rows->two), FailureKind::Conflict);
    const ReleaseRequestId third = requests.ask(hold, m_rows->one, someTime(1), QStringLiteral("done")).value();
    QCOMPARE(decide(third, ReleaseRequestState::Approved, m_rows->two), FailureKind::Conflict); // not by the server
    noteAsked(hold, m_rows->one, someTime(1));
    QCOMPARE(decide(third, ReleaseRequestState::Approved, m_rows->two), std::nullopt);
    QVERIFY(recording(1).complianceHold); // until it is released
    QCOMPARE(requests.find({ReleaseRequestState::Approved, hold, std::nullopt, 9})->size(), 1);
}

void tst_Holds::thePreviewSaysWhatReleasingDoes()
{
    const HoldId lead = placeOverZoe();
    QVERIFY(HoldProgress(database()).mark(lead, RecordingSearch::walk(database(), m_zoe).value()));
    QVERIFY(place(2, defaultMatter));
    RetentionRules rules{{}, 90, 7};
    const QDateTime now = someTime().addDays(100);
    const auto preview = [&] { return ReleasePreview(database(), rules); };
    auto totals = preview().totals({lead}, now).value();
    QCOMPARE(totals.goFree, 2);
    QCOMPARE(totals.bytes, 1001 + 1003);
    QCOMPARE(totals.stay, 1);
    QCOMPARE(totals.due, 0); // they rest first
    auto page = preview().page({lead}, {}, 10, now).value();
    QCOMPARE(page.size(), 2);
    QCOMPARE(page.first().recording.id, RecordingId{1});
    QCOMPARE(page.first().verdict.until, now.addDays(7));
    QCOMPARE(page.first().verdict.state, RetentionState::Kept);
    rules.coolingOffDays = 0;
    totals = preview().totals({lead}, now).value();
    QCOMPARE(totals.due, 2);
    QCOMPARE(totals.dueBytes, 1001 + 1003);
    page = preview().page({lead}, {1}, 10, now).value();
    QCOMPARE(page.size(), 1);
    QCOMPARE(page.first().verdict.state, RetentionState::Due);
    const HoldId both = holds().standing({2}, defaultMatter).value()->id;
    QCOMPARE(preview().totals({lead, both}, now)->goFree, 3);
    QCOMPARE(preview().page({lead, both}, {}, 2, now)->size(), 2);
    QCOMPARE(recording(1).complianceHold, true); // nothing was done
}

void tst_Holds::whatWasOnHoldBeforeThereWereMattersStaysSo()
{
    const QTemporaryDir folder;
    for (const char *file :
         {"001-initial", "002-search", "003-contract", "004-analysis", "005-annotation-keys", "006-agent-channel"})
        QVERIFY(QFile::copy(QStringLiteral(":/schema/server/%1.sql").arg(QLatin1String(file)),
                            folder.filePath(QStringLiteral("%1.sql").arg(QLatin1String(file)))));
    const std::unique_ptr<Database> old = openDatabase(folder.filePath(QStringLiteral("a.db")));
    QVERIFY(migrate(*old, folder.path()));
    for (const char *sql :
         {"INSERT INTO users VALUES (7, 'sam', 'Sam S', 'supervisor', '', 0, 0, 0)",
          "INSERT INTO leads (id, name, phone, created_at, updated_at) VALUES (1, 'Zoe', '1', 0, 0)",
          "INSERT INTO calls VALUES (1, 1, 7, NULL, '', 0)",
          "INSERT INTO recordings (id, call_id, lead_id, agent_id, disposition, file_path, file_size, format, channels,"
          " sample_rate, sha256, original_name, encryption_key_id, notes, call_date, uploaded_at, compliance_hold,"
          " created_at) SELECT value, 1, 1, 7, '', 'p' || value, 1, 'WAV', 1, 1, zeroblob(32), '', '', '', 0, 50 + "
          "value,"
          " value < 3, 0 FROM json_each('[1, 2, 3]')",
          "INSERT INTO audit (at, user_id, username, role, action, recording_id, lead_id, outcome, address, detail)"
          " VALUES (77, 7, 'sam', 'supervisor', 'hold', 1, 1, 'allowed', '', '{\"reason\":\"Case 7\"}')"})
        QVERIFY2(run(*old, sql), sql);
    QVERIFY(migrate(*old, QStringLiteral(":/schema/server")));
    HoldFilter standing;
    standing.stands = true;
    const QList<Hold> found = Holds(*old).find(standing).value();
    QCOMPARE(found.size(), 2);
    QCOMPARE(found[1].recordingId, std::optional(RecordingId{1}));
    QCOMPARE(found[1].matterId, defaultMatter);
    QCOMPARE(found[1].reason, QStringLiteral("Case 7"));
    QCOMPARE(found[1].placedByName, QStringLiteral("Sam S"));
    QCOMPARE(found[1].placedAt.toMSecsSinceEpoch(), 77);
    QCOMPARE(found[0].placedBy, std::nullopt);
    QCOMPARE(found[0].recordingCount, 1);
    QVERIFY(!run(*old, "DELETE FROM recordings WHERE id = 1"));
    QVERIFY(releaseHold(*old, found[1].id, {7}, someTime()));
    QVERIFY(run(*old, "DELETE FROM recordings WHERE id = 1"));
    QVERIFY(run(*old, "DELETE FROM recordings WHERE id = 3"));
}

QTEST_GUILESS_MAIN(tst_Holds)
#include "tst_Holds.moc"
