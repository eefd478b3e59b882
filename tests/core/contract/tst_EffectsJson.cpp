// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/HoldJson.h"
#include "contract/MatterJson.h"
#include "contract/PolicyEffectsJson.h"
#include "contract/PolicyJson.h"
#include "contract/ReleaseEffectsJson.h"
#include "contract/SearchParameters.h"

#include <QJsonDocument>
#include <QTest>

using namespace Holdfast;

namespace {

QJsonObject object(const char *json)
{
    return QJsonDocument::fromJson(json).object();
}

const char *policyEffects = R"({"totals":{"changed":3,"bytes":30,"sooner":2,"later":1,"expireAtOnce":1,
    "expireAtOnceBytes":10,"keptByHold":1,"noLongerExpired":0},"recordings":[{"recordingId":5,"leadId":6,
    "leadName":"Dora","originalName":"call.wav","fileSize":10,"uploadedAt":"2026-01-15T14:30:00Z",
    "complianceHold":false,"takenByNextSweep":true,
    "before":{"retentionUntil":"2026-04-15T14:30:00Z","retentionReason":{"policyId":null,"policyName":"",
              "appliesTo":"ALL","days":90,"coolingOffUntil":null}},
    "after":{"retentionUntil":"2026-02-15T14:30:00Z","retentionReason":{"policyId":4,"policyName":"Short",
             "appliesTo":"CAMPAIGN","days":31,"coolingOffUntil":"2026-02-10T00:00:00Z"}}}]})";

const char *releaseEffects = R"({"at":"2026-01-16T00:00:00Z","totals":{"goFree":2,"bytes":20,"stayHeld":1,
    "takenByNextSweep":0,"bytesTakenByNextSweep":0},"recordings":[{"recordingId":5,"leadId":6,"leadName":"Dora",
    "originalName":"call.wav","fileSize":10,"uploadedAt":"2026-01-15T14:30:00Z",
    "retentionUntil":"2026-04-15T14:30:00Z","retentionReason":{"policyId":4,"policyName":"Short",
    "appliesTo":"AGENT","days":90,"coolingOffUntil":null},"takenByNextSweep":false}],"next":5})";

} // namespace

class tst_EffectsJson : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readsWhatAChangeOfThePoliciesWouldDo()
    {
        const Result<PolicyEffects> effects = policyEffectsFromJson(object(policyEffects));
        QVERIFY2(effects, effects ? "" : qPrintable(effects.error().message));
        QCOMPARE(effects->changed, 3);
        QCOMPARE(effects->sooner, 2);
        QCOMPARE(effects->expireAtOnceBytes, 10);
        QCOMPARE(effects->keptByHold, 1);
        const PolicyEffects::Changed &first = effects->first.first();
        QCOMPARE(first.leadName, QStringLiteral("Dora"));
        QVERIFY(!first.before.reason.policyId.isValid());
        QCOMPARE(first.after.reason.policyName, QStringLiteral("Short"));
        QVERIFY(first.after.reason.coolingOffUntil);
        QVERIFY(first.after.until < first.before.until);
        QVERIFY(first.takenByNextSweep);
    }
    void readsWhatAReleaseWouldDo()
    {
        const Result<ReleaseEffects> effects = releaseEffectsFromJson(object(releaseEffects));
        QVERIFY2(effects, effects ? "" : qPrintable(effects.error().message));
        QCOMPARE(effects->totals->goFree, 2);
        QCOMPARE(effects->totals->stayHeld, 1);
        QCOMPARE(effects->next, RecordingId{5});
        QCOMPARE(effects->recordings.first().end.reason.days, 90);
    }
    void aReleaseSaysThatAHoldIsStillBeingPlaced()
    {
        QVERIFY(!releaseEffectsFromJson(object(releaseEffects))->totals->placing);
        QByteArray text(releaseEffects);
        text.replace("\"bytesTakenByNextSweep\":0", "\"bytesTakenByNextSweep\":0,\"placing\":true");
        QVERIFY(releaseEffectsFromJson(object(text))->totals->placing);
    }
    void laterPagesHaveNoTotals()
    {
        QJsonObject json = object(releaseEffects);
        json.insert(QStringLiteral("totals"), QJsonValue());
        json.insert(QStringLiteral("next"), QJsonValue());
        const Result<ReleaseEffects> effects = releaseEffectsFromJson(json);
        QVERIFY(effects);
        QVERIFY(!effects->totals);
        QVERIFY(!effects->next.isValid());
    }
    void whatIsMissingInARowIsNamed()
    {
        QByteArray text(policyEffects);
        text.replace("\"leadName\":\"Dora\",", "");
        const Result<PolicyEffects> effects = policyEffectsFromJson(object(text));
        QVERIFY(!effects);
        QVERIFY2(effects.error().message.contains(QStringLiteral("recordings.leadName")),
                 qPrintable(effects.error().message));
    }
    void outcomesOfAReleaseGoByTheirStatus()
    {
        using What = ReleaseOutcome::What;
        QCOMPARE(releaseOutcomeFromJson(object(R"({"holdId":1,"status":200})"))->what, What::Released);
        QCOMPARE(releaseOutcomeFromJson(object(R"({"holdId":1,"status":202,"requestId":4})"))->what,
                 What::WaitsForSecondPerson);
        const auto refused = releaseOutcomeFromJson(object(R"({"holdId":1,"status":409,"message":"before"})"));
        QCOMPARE(refused->what, What::Refused);
        QCOMPARE(refused->message, QStringLiteral("before"));
    }
    void whatIsAskedForIsReadAsItWasWritten()
    {
        HoldRequest lead;
        lead.matterId = {4};
        lead.scope = HoldScope::Lead;
        lead.leadId = {6};
        lead.includesLater = true;
        lead.reason = QStringLiteral("complaint");
        const Result<HoldRequest> readLead = holdRequestFromJson(toJson(lead));
        QVERIFY2(readLead, readLead ? "" : qPrintable(readLead.error().message));
        QCOMPARE(readLead->leadId, lead.leadId);
        QVERIFY(readLead->includesLater);
        HoldRequest recording;
        recording.matterId = {4};
        recording.recordingIds = {{9}};
        QCOMPARE(holdRequestFromJson(toJson(recording))->recordingIds, recording.recordingIds);
        const ReleaseOrder order{{{1}, {2}}, QStringLiteral("over")};
        QCOMPARE(releaseOrderFromJson(toJson(order))->holdIds, order.holdIds);
        const MatterRequest matter{
            QStringLiteral("Smith v. Jones"), QStringLiteral("AZ 1"), {}, UserId{2}, QDate(2027, 3, 1), true};
        const Result<MatterRequest> readMatter = matterRequestFromJson(toJson(matter));
        QVERIFY(readMatter);
        QCOMPARE(readMatter->reviewDate, matter.reviewDate);
        QVERIFY(readMatter->closed);
        RetentionPolicy policy;
        policy.name = QStringLiteral("Q1");
        policy.retentionDays = 30;
        policy.appliesTo = PolicyScope::Agent;
        policy.agentId = UserId{3};
        QCOMPARE(*policyRequestFromJson(policyRequestToJson(policy)), policy);
    }
    void aSearchAsAnObjectSaysWhatItsParametersSay()
    {
        SearchTerms terms;
        terms.words = QStringLiteral("refund 50 % + more");
        terms.agentId = UserId{3};
        terms.shortest = std::chrono::seconds(60);
        const QJsonObject expected{{QStringLiteral("q"), QStringLiteral("refund 50 % + more")},
                                   {QStringLiteral("agentId"), QStringLiteral("3")},
                                   {QStringLiteral("minDuration"), QStringLiteral("60")}};
        QCOMPARE(searchObject(terms), expected);
    }
};

QTEST_GUILESS_MAIN(tst_EffectsJson)
#include "tst_EffectsJson.moc"
