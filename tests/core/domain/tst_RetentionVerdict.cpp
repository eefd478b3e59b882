// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/RetentionVerdict.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Holdfast;

namespace {

const QDateTime uploaded(QDate(2026, 1, 15), QTime(14, 30), Qt::UTC);

Recording recordingOf(CampaignId campaign, UserId agent)
{
    Recording recording;
    recording.campaignId = campaign;
    recording.agentId = agent;
    recording.uploadedAt = uploaded;
    return recording;
}

RetentionPolicy policy(qint64 id, PolicyScope scope, int days)
{
    RetentionPolicy made;
    made.id = {id};
    made.name = QStringLiteral("policy %1").arg(id);
    made.appliesTo = scope;
    made.retentionDays = days;
    made.isDefault = scope == PolicyScope::All;
    if (scope == PolicyScope::Campaign)
        made.campaignId = CampaignId{5};
    if (scope == PolicyScope::Agent)
        made.agentId = UserId{42};
    return made;
}

Hold hold(qint64 id, std::optional<QDateTime> releasedAt = std::nullopt)
{
    Hold made;
    made.id = {id};
    made.placedAt = uploaded;
    made.releasedAt = releasedAt;
    return made;
}

/// Draws recordings, policies, holds and clocks, the same ones in each run.
struct Draw
{
    QRandomGenerator random{20261122};

    int upTo(int most) { return random.bounded(most + 1); }
    QDateTime time() { return uploaded.addSecs(random.bounded(400 * 24) * 3600LL); }
    Recording recording()
    {
        Recording drawn = recordingOf({1 + upTo(2)}, {40 + upTo(3)});
        if (upTo(3) == 0)
            drawn.campaignId.reset();
        if (upTo(3) == 0)
            drawn.holdReleasedAt = time();
        return drawn;
    }
    RetentionRules rules()
    {
        RetentionRules drawn{{}, 1 + upTo(200), upTo(20)};
        for (qint64 id = 1; id <= 3; ++id)
            for (const PolicyScope scope : {PolicyScope::All, PolicyScope::Agent, PolicyScope::Campaign}) {
                if (upTo(1) == 0 || (scope == PolicyScope::All && id > 1))
                    continue;
                RetentionPolicy one = policy(id * 10 + static_cast<int>(scope), scope, 1 + upTo(300));
                if (one.campaignId)
                    one.campaignId = CampaignId{id};
                if (one.agentId)
                    one.agentId = UserId{39 + id};
                drawn.policies.insert(upTo(static_cast<int>(drawn.policies.size())), one);
            }
        return drawn;
    }
    QList<Hold> holds(bool standing)
    {
        QList<Hold> drawn;
        for (qint64 id = 1; id <= upTo(3); ++id)
            drawn.append(hold(id, standing && upTo(1) == 0 ? std::nullopt : std::optional(time())));
        return drawn;
    }
};

constexpr int rounds = 5000;

} // namespace

class tst_RetentionVerdict : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void campaignComesBeforeAgentBeforeDefaultBeforeTheFallback()
    {
        const RetentionPolicy forAll = policy(1, PolicyScope::All, 30);
        const RetentionPolicy forAgent = policy(2, PolicyScope::Agent, 60);
        const RetentionPolicy forCampaign = policy(3, PolicyScope::Campaign, 180);
        const Recording recording = recordingOf({5}, {42});
        const auto days = [&](const QList<RetentionPolicy> &policies) {
            return retentionVerdict(recording, {}, {policies, 90, 7}, uploaded).reason.days;
        };
        QCOMPARE(days({forAll, forAgent, forCampaign}), 180);
        QCOMPARE(days({forCampaign, forAgent, forAll}), 180);
        QCOMPARE(days({forAll, forAgent}), 60);
        QCOMPARE(days({forAll}), 30);
        QCOMPARE(days({}), 90);
    }
    void isDueFromTheDayOnAndNotAMomentBefore()
    {
        const Recording recording = recordingOf({1}, {1});
        const QDateTime end = uploaded.addDays(90);
        QCOMPARE(retentionVerdict(recording, {}, {{}, 90, 7}, end.addMSecs(-1)).state, RetentionState::Kept);
        QCOMPARE(retentionVerdict(recording, {}, {{}, 90, 7}, end).state, RetentionState::Due);
    }
    void aHeldRecordingIsNeverDue()
    {
        Recording recording = recordingOf({1}, {1});
        recording.complianceHold = true;
        QCOMPARE(retentionVerdict(recording, {}, {{}, 90, 7}, uploaded.addYears(100)).state, RetentionState::Held);
    }
    void aStandingHoldHoldsAndSaysWhichItIs()
    {
        const QList<Hold> holds{hold(3), hold(4, uploaded.addDays(1)), hold(5)};
        const auto verdict = retentionVerdict(recordingOf({1}, {1}), holds, {{}, 90, 7}, uploaded.addYears(9));
        QCOMPARE(verdict.state, RetentionState::Held);
        QCOMPARE(verdict.heldBy, (QList<HoldId>{{3}, {5}}));
    }
    void restsAfterItsLastHoldLetGo()
    {
        Recording recording = recordingOf({1}, {1});
        const QDateTime late = uploaded.addDays(200);
        recording.holdReleasedAt = uploaded.addDays(100);
        const QList<Hold> holds{hold(1, late), hold(2, uploaded.addDays(150))};
        const auto verdict = retentionVerdict(recording, holds, {{}, 90, 7}, late.addDays(7).addMSecs(-1));
        QCOMPARE(verdict.state, RetentionState::Kept);
        QCOMPARE(verdict.until, late.addDays(7));
        QCOMPARE(verdict.reason.coolingOffUntil, std::optional(late.addDays(7)));
        QCOMPARE(retentionVerdict(recording, holds, {{}, 90, 7}, late.addDays(7)).state, RetentionState::Due);
        QCOMPARE(retentionVerdict(recording, holds, {{}, 365, 7}, late).reason.coolingOffUntil, std::nullopt);
    }
    void whatIsHeldAgainDoesNotRest()
    {
        Recording recording = recordingOf({1}, {1});
        recording.holdReleasedAt = uploaded.addDays(100);
        const auto again = retentionVerdict(recording, {hold(3)}, {{}, 90, 7}, uploaded.addDays(101));
        QCOMPARE(again.reason.coolingOffUntil, std::nullopt);
        recording.complianceHold = true;
        const auto marked = retentionVerdict(recording, {}, {{}, 90, 7}, uploaded.addDays(101));
        QCOMPARE(marked.reason.coolingOffUntil, std::nullopt);
    }
    void theFirstPolicyInTheSeedsOrderDecidesWhateverTheirOrderHere()
    {
        Draw draw;
        for (int round = 0; round < rounds; ++round) {
            const Recording recording = draw.recording();
            const RetentionRules rules = draw.rules();
            std::optional<int> days;
            for (const PolicyScope scope : {PolicyScope::Campaign, PolicyScope::Agent, PolicyScope::All})
                for (const RetentionPolicy &policy : rules.policies)
                    if (!days && policy.appliesTo == scope &&
                        (!policy.campaignId || policy.campaignId == recording.campaignId) &&
                        (!policy.agentId || policy.agentId == recording.agentId))
                        days = policy.retentionDays;
            QCOMPARE(retentionVerdict(recording, {}, rules, uploaded).reason.days, days.value_or(rules.fallbackDays));
        }
    }
    void whatIsHeldIsNeverDue()
    {
        Draw draw;
        for (int round = 0; round < rounds; ++round) {
            Recording recording = draw.recording();
            QList<Hold> holds = draw.holds(true);
            recording.complianceHold = draw.upTo(1) == 0;
            if (!recording.complianceHold)
                holds.append(hold(99));
            QCOMPARE(retentionVerdict(recording, holds, draw.rules(), draw.time().addYears(draw.upTo(50))).state,
                     RetentionState::Held);
        }
    }
    void oneMoreHoldNeverShortens()
    {
        Draw draw;
        for (int round = 0; round < rounds; ++round) {
            const Recording recording = draw.recording();
            const RetentionRules rules = draw.rules();
            QList<Hold> holds = draw.holds(true);
            const QDateTime now = draw.time();
            const RetentionVerdict before = retentionVerdict(recording, holds, rules, now);
            holds.insert(draw.upTo(static_cast<int>(holds.size())),
                         hold(7, draw.upTo(1) == 0 ? std::nullopt : std::optional(draw.time())));
            const RetentionVerdict after = retentionVerdict(recording, holds, rules, now);
            QVERIFY(after.until >= before.until);
            QVERIFY(before.state != RetentionState::Held || after.state == RetentionState::Held);
            QVERIFY(after.state != RetentionState::Due || before.state == RetentionState::Due);
        }
    }
    void timeOnlyEverMovesItForward()
    {
        Draw draw;
        for (int round = 0; round < rounds; ++round) {
            const Recording recording = draw.recording();
            const RetentionRules rules = draw.rules();
            const QList<Hold> holds = draw.holds(true);
            const QDateTime now = draw.time();
            const RetentionVerdict first = retentionVerdict(recording, holds, rules, now);
            const RetentionVerdict later = retentionVerdict(recording, holds, rules, now.addSecs(draw.upTo(9'000'000)));
            QCOMPARE(later.until, first.until);
            QVERIFY(later.state == first.state ||
                    (first.state == RetentionState::Kept && later.state == RetentionState::Due));
        }
    }
};

QTEST_APPLESS_MAIN(tst_RetentionVerdict)
#include "tst_RetentionVerdict.moc"
