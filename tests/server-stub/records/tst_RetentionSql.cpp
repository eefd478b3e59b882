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

private:
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

QTEST_GUILESS_MAIN(tst_RetentionSql)
#include "tst_RetentionSql.moc"
