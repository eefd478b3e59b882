// SPDX-License-Identifier: GPL-3.0-or-later
#include "ServerRows.h"

#include "records/Policies.h"
#include "records/RetentionSql.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Holdfast;
using namespace Holdfast::Testing;

/// What the database reckons for millions is what the function says of each.
class tst_RetentionSql : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void saysOfEachRecordingWhatTheFunctionSays();
    void saysOfAChangeWhatTheFunctionSaysOfTheChangedPolicies();
    void noRecordingIsTooYoungToBeLookedAtThatIsDue();

private:
    PolicyChange drawChange(ServerRows &rows, const QList<RetentionPolicy> &policies);
    QList<RetentionPolicy> drawPolicies(ServerRows &rows);
    void addRecordings(ServerRows &rows, int count);

    QRandomGenerator m_random{20261122};
};

QList<RetentionPolicy> tst_RetentionSql::drawPolicies(ServerRows &rows)
{
    if (!run(rows.database(), "DELETE FROM retention_policies"))
        throw std::runtime_error("policies stay");
    const auto add = [&](PolicyScope scope, std::optional<CampaignId> campaign, std::optional<UserId> agent) {
        if (m_random.bounded(2) == 0)
            return;
        RetentionPolicy policy;
        policy.name = QStringLiteral("p");
        policy.retentionDays = 1 + m_random.bounded(400);
        policy.appliesTo = scope;
        policy.campaignId = campaign;
        policy.agentId = agent;
        policy.isDefault = scope == PolicyScope::All;
        policy.createdAt = policy.updatedAt = someTime();
        if (!Policies(rows.database()).add(policy))
            throw std::runtime_error("no policy");
    };
    add(PolicyScope::All, std::nullopt, std::nullopt);
    add(PolicyScope::Agent, std::nullopt, rows.two);
    add(PolicyScope::Campaign, rows.spring, std::nullopt);
    add(PolicyScope::Campaign, rows.autumn, std::nullopt);
    add(PolicyScope::Agent, std::nullopt, rows.one);
    return Policies(rows.database()).all().value();
}

void tst_RetentionSql::addRecordings(ServerRows &rows, int count)
{
    for (int id = 1; id <= count; ++id) {
        Recording recording = rows.recording(id);
        recording.agentId = m_random.bounded(2) == 0 ? rows.one : rows.two;
        recording.callId = rows.addCall(recording.leadId, recording.agentId);
        if (const int campaign = m_random.bounded(3); campaign > 0)
            recording.campaignId = campaign == 1 ? rows.spring : rows.autumn;
        else
            recording.campaignId.reset();
        recording.uploadedAt = someTime(m_random.bounded(10'000));
        recording.complianceHold = m_random.bounded(5) == 0;
        if (!Recordings(rows.database()).add(recording, "k"))
            throw std::runtime_error("no recording");
        Query released(rows.database(), "UPDATE recordings SET hold_released_at = ? WHERE id = ?");
        if (m_random.bounded(3) == 0 && !released.bind(someTime(m_random.bounded(12'000)), recording.id).run())
            throw std::runtime_error("not released");
    }
}

void tst_RetentionSql::saysOfEachRecordingWhatTheFunctionSays()
{
    ServerRows rows;
    addRecordings(rows, 150);
    for (int round = 0; round < 40; ++round) {
        const RetentionRules rules{drawPolicies(rows), 1 + m_random.bounded(200), m_random.bounded(20)};
        const QDateTime now = someTime(m_random.bounded(20'000));
        SqlClause clause{"SELECT r.id, "};
        clause.add(retentionUntil(rules));
        clause.add(" AS until FROM recordings r");
        Query query(rows.database(), clause.sql);
        clause.bindTo(query);
        int seen = 0;
        const Done done = query.each([&] {
            const Recording recording = **Recordings(rows.database()).byId({query.number(0)});
            const RetentionVerdict verdict = retentionVerdict(recording, {}, rules, now);
            QCOMPARE(query.time(1), verdict.until);
            const bool isDue = !recording.complianceHold && query.time(1) <= now;
            QCOMPARE(isDue, verdict.state == RetentionState::Due);
            ++seen;
        });
        QVERIFY(done);
        QCOMPARE(seen, 150);
    }
}

PolicyChange tst_RetentionSql::drawChange(ServerRows &rows, const QList<RetentionPolicy> &policies)
{
    PolicyChange change;
    if (!policies.isEmpty() && m_random.bounded(2) == 0)
        change.without = policies[m_random.bounded(static_cast<int>(policies.size()))].id;
    if (change.without.isValid() && m_random.bounded(3) == 0)
        return change; // it is deleted
    RetentionPolicy policy;
    policy.retentionDays = 1 + m_random.bounded(400);
    policy.name = QStringLiteral("new");
    switch (m_random.bounded(3)) {
    case 0:
        policy.isDefault = m_random.bounded(4) > 0;
        break;
    case 1:
        policy.appliesTo = PolicyScope::Campaign;
        policy.campaignId = m_random.bounded(2) == 0 ? rows.spring : rows.autumn;
        break;
    default:
        policy.appliesTo = PolicyScope::Agent;
        policy.agentId = m_random.bounded(2) == 0 ? rows.one : rows.two;
    }
    change.with = policy;
    return change;
}

void tst_RetentionSql::saysOfAChangeWhatTheFunctionSaysOfTheChangedPolicies()
{
    ServerRows rows;
    addRecordings(rows, 60);
    int looked = 0;
    for (int round = 0; round < 150; ++round) {
        const RetentionRules rules{drawPolicies(rows), 1 + m_random.bounded(200), m_random.bounded(20)};
        const PolicyChange change = drawChange(rows, rules.policies);
        if (!Policies(rows.database()).check(change))
            continue; // a second of its kind
        ++looked;
        RetentionRules after = rules;
        after.policies = changed(rules.policies, change);
        SqlClause clause{"SELECT r.id, "};
        clause.add(retentionUntil(rules, "r.hold_released_at", change));
        clause.add(" AS until FROM recordings r");
        Query query(rows.database(), clause.sql);
        clause.bindTo(query);
        const Done done = query.each([&] {
            const Recording recording = **Recordings(rows.database()).byId({query.number(0)});
            QCOMPARE(query.time(1), retentionVerdict(recording, {}, after, someTime()).until);
        });
        QVERIFY(done);
    }
    QVERIFY2(looked > 50, qPrintable(QString::number(looked)));
}

void tst_RetentionSql::noRecordingIsTooYoungToBeLookedAtThatIsDue()
{
    ServerRows rows;
    addRecordings(rows, 100);
    int due = 0;
    for (int round = 0; round < 20; ++round) {
        const RetentionRules rules{drawPolicies(rows), 1 + m_random.bounded(200), m_random.bounded(20)};
        const QDateTime now = someTime(m_random.bounded(20'000));
        for (int id = 1; id <= 100; ++id) {
            Recording recording = **Recordings(rows.database()).byId({id});
            recording.complianceHold = false;
            if (retentionVerdict(recording, {}, rules, now).state != RetentionState::Due)
                continue;
            ++due;
            QVERIFY(recording.uploadedAt.toMSecsSinceEpoch() <= latestUploadDue(rules, now));
        }
    }
    QVERIFY(due > 100);
}

QTEST_GUILESS_MAIN(tst_RetentionSql)
#include "tst_RetentionSql.moc"
