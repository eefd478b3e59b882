// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/RetentionVerdict.h"

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
            return retentionVerdict(recording, policies, 90, uploaded).reason.days;
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
        QCOMPARE(retentionVerdict(recording, {}, 90, end.addMSecs(-1)).state, RetentionState::Kept);
        QCOMPARE(retentionVerdict(recording, {}, 90, end).state, RetentionState::Due);
    }
    void aHeldRecordingIsNeverDue()
    {
        Recording recording = recordingOf({1}, {1});
        recording.complianceHold = true;
        QCOMPARE(retentionVerdict(recording, {}, 90, uploaded.addYears(100)).state, RetentionState::Held);
    }
};

QTEST_APPLESS_MAIN(tst_RetentionVerdict)
#include "tst_RetentionVerdict.moc"
