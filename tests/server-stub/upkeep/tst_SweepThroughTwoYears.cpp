// SPDX-License-Identifier: GPL-3.0-or-later
#include "SweepRows.h"

#include <QMap>
#include <QRandomGenerator>
#include <QSet>
#include <QTest>

using namespace Holdfast;
using namespace Holdfast::Testing;

namespace {

constexpr qint64 dayMs = 86'400'000;

/// What should be there, reckoned another way: nothing of it knows of policies' scopes, verdicts or SQL.
struct Model
{
    struct Call
    {
        qint64 uploaded = 0;
        qint64 agent = 0;
        qint64 campaign = 0; // 0: none
        qint64 lead = 0;
        QSet<qint64> holds;
        qint64 restsFrom = 0; // when the last hold let go; 0: never held
    };
    QMap<qint64, Call> calls;
    QMap<qint64, int> daysOfCampaign;
    QMap<qint64, int> daysOfAgent;
    int daysOfAll = 0; // 0: no default policy
    QMap<qint64, qint64> leadOfHold;

    int daysFor(const Call &call) const
    {
        if (call.campaign != 0 && daysOfCampaign.contains(call.campaign))
            return daysOfCampaign[call.campaign];
        if (daysOfAgent.contains(call.agent))
            return daysOfAgent[call.agent];
        return daysOfAll != 0 ? daysOfAll : 90;
    }
    void add(qint64 id, Call call)
    {
        for (auto hold = leadOfHold.cbegin(); hold != leadOfHold.cend(); ++hold)
            if (hold.value() == call.lead)
                call.holds.insert(hold.key());
        calls.insert(id, call);
    }
    void holdLead(qint64 hold, qint64 lead)
    {
        leadOfHold.insert(hold, lead);
        for (Call &call : calls)
            if (call.lead == lead)
                call.holds.insert(hold);
    }
    void release(qint64 hold, qint64 at)
    {
        leadOfHold.remove(hold);
        for (Call &call : calls)
            if (call.holds.remove(hold) && call.holds.isEmpty())
                call.restsFrom = at;
    }
    int sweep(qint64 now)
    {
        return static_cast<int>(calls.removeIf([&](const QMap<qint64, Call>::iterator &call) {
            const bool isOld = call->uploaded + daysFor(*call) * dayMs <= now;
            const bool rests = call->restsFrom != 0 && call->restsFrom + 7 * dayMs > now;
            return isOld && !rests && call->holds.isEmpty();
        }));
    }
};

} // namespace

/// Two years of a small call centre, whose policies and holds change all the time, against a model.
class tst_SweepThroughTwoYears : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void leavesWhatTheModelLeaves();

private:
    void uploads();
    void changesPolicies();
    void changesHolds();
    void setPolicy(PolicyScope scope, std::optional<CampaignId> campaign, std::optional<UserId> agent);

    SweepRows m_rows;
    Model m_model;
    QRandomGenerator m_random{20261122};
    qint64 m_nextId = 1;
    QList<HoldId> m_holds;
};

void tst_SweepThroughTwoYears::uploads()
{
    for (int i = m_random.bounded(4); i > 0; --i) {
        Recording recording = m_rows.rows.recording(m_nextId++);
        recording.uploadedAt = recording.createdAt = m_rows.now.addSecs(-m_random.bounded(40'000));
        recording.agentId = m_random.bounded(2) == 0 ? m_rows.rows.one : m_rows.rows.two;
        recording.leadId = m_random.bounded(2) == 0 ? m_rows.rows.zoe : m_rows.rows.adam;
        recording.campaignId.reset();
        if (const int campaign = m_random.bounded(3); campaign > 0)
            recording.campaignId = campaign == 1 ? m_rows.rows.spring : m_rows.rows.autumn;
        m_rows.add(recording);
        m_model.add(recording.id.value, {recording.uploadedAt.toMSecsSinceEpoch(),
                                         recording.agentId.value,
                                         recording.campaignId ? recording.campaignId->value : 0,
                                         recording.leadId.value,
                                         {},
                                         0});
    }
}

void tst_SweepThroughTwoYears::setPolicy(PolicyScope scope, std::optional<CampaignId> campaign,
                                         std::optional<UserId> agent)
{
    const QList<RetentionPolicy> all = orThrow(Policies(m_rows.rows.database()).all());
    const auto before = std::find_if(all.begin(), all.end(), [&](const RetentionPolicy &policy) {
        return policy.appliesTo == scope && policy.campaignId == campaign && policy.agentId == agent;
    });
    const int days = m_random.bounded(4) == 0 ? 0 : 5 + m_random.bounded(150); // 0: there is none from now on
    m_rows.write([&](Database &database) -> Done {
        if (before != all.end())
            if (Done removed = Policies(database).remove(before->id); !removed)
                return removed;
        if (days == 0)
            return {};
        RetentionPolicy policy;
        policy.name = QStringLiteral("p");
        policy.retentionDays = days;
        policy.appliesTo = scope;
        policy.campaignId = campaign;
        policy.agentId = agent;
        policy.isDefault = scope == PolicyScope::All;
        policy.createdAt = policy.updatedAt = m_rows.now;
        const Result<PolicyId> added = Policies(database).add(policy);
        return added ? Done() : fail(added.error());
    });
    const auto set = [days](QMap<qint64, int> &map, qint64 subject) {
        if (days == 0)
            map.remove(subject);
        else
            map.insert(subject, days);
    };
    if (campaign)
        set(m_model.daysOfCampaign, campaign->value);
    else if (agent)
        set(m_model.daysOfAgent, agent->value);
    else
        m_model.daysOfAll = days;
}

void tst_SweepThroughTwoYears::changesPolicies()
{
    const ServerRows &rows = m_rows.rows;
    switch (m_random.bounded(100)) {
    case 0:
        return setPolicy(PolicyScope::All, std::nullopt, std::nullopt);
    case 1:
        return setPolicy(PolicyScope::Campaign, rows.spring, std::nullopt);
    case 2:
        return setPolicy(PolicyScope::Campaign, rows.autumn, std::nullopt);
    case 3:
        return setPolicy(PolicyScope::Agent, std::nullopt, rows.one);
    case 4:
        return setPolicy(PolicyScope::Agent, std::nullopt, rows.two);
    default:
        return;
    }
}

void tst_SweepThroughTwoYears::changesHolds()
{
    const int what = m_random.bounded(20);
    const qint64 at = m_rows.now.toMSecsSinceEpoch();
    if (what < 3 && !m_model.calls.isEmpty()) {
        const QList<qint64> ids = m_model.calls.keys();
        const qint64 id = ids[m_random.bounded(static_cast<int>(ids.size()))];
        const Result<HoldId> hold = m_rows.writes->submit<HoldId>(m_rows.placing(RecordingId{id})).result();
        if (hold) {
            m_holds.append(*hold);
            m_model.calls[id].holds.insert(hold->value);
        } else { // one stands for it already
            QCOMPARE(hold.error().kind, FailureKind::Conflict);
        }
    } else if (what == 3) {
        const LeadId lead = m_random.bounded(2) == 0 ? m_rows.rows.zoe : m_rows.rows.adam;
        m_holds.append(m_rows.write<HoldId>(m_rows.placing(lead)));
        m_model.holdLead(m_holds.last().value, lead.value);
    } else if (what < 8 && !m_holds.isEmpty()) {
        const HoldId hold = m_holds.takeAt(m_random.bounded(static_cast<int>(m_holds.size())));
        m_rows.release(hold);
        m_model.release(hold.value, at);
    }
    m_rows.settleHolds();
}

void tst_SweepThroughTwoYears::leavesWhatTheModelLeaves()
{
    const QDateTime begin(QDate(2026, 1, 1), QTime(3, 0), Qt::UTC);
    qint64 deleted = 0;
    int heldDays = 0;
    for (int day = 0; day < 730; ++day) {
        m_rows.now = begin.addDays(day);
        m_rows.go();
        if (day > 0) {
            const int byTheModel = m_model.sweep(m_rows.now.toMSecsSinceEpoch());
            QCOMPARE(m_rows.newest()->begunAt, m_rows.now);
            QCOMPARE(m_rows.newest()->state, SweepState::Finished);
            QCOMPARE(m_rows.newest()->deleted, byTheModel);
            deleted += byTheModel;
            heldDays += m_rows.newest()->held > 0;
        }
        QCOMPARE(m_rows.recordings(), m_model.calls.keys());
        m_rows.now = m_rows.now.addSecs(8 * 3600);
        uploads();
        changesPolicies();
        changesHolds();
    }
    // It was no idle walk.
    QVERIFY2(deleted > 500, qPrintable(QString::number(deleted)));
    QVERIFY2(heldDays > 100, qPrintable(QString::number(heldDays)));
    QCOMPARE(m_rows.removedFiles.size(), deleted);
    qInfo() << deleted << "of" << m_nextId - 1 << "deleted; on" << heldDays << "days a hold kept something";
}

QTEST_GUILESS_MAIN(tst_SweepThroughTwoYears)
#include "tst_SweepThroughTwoYears.moc"
