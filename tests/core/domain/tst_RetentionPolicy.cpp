// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/RetentionPolicy.h"

#include <QTest>

#include <functional>

using namespace Holdfast;

namespace {

RetentionPolicy forCampaign()
{
    RetentionPolicy policy;
    policy.name = QStringLiteral("Spring");
    policy.retentionDays = 180;
    policy.appliesTo = PolicyScope::Campaign;
    policy.campaignId = CampaignId{5};
    return policy;
}

} // namespace

Q_DECLARE_METATYPE(std::function<void(RetentionPolicy &)>)

class tst_RetentionPolicy : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void acceptsEachScopeWithWhatItNeeds()
    {
        QVERIFY(checkPolicy(forCampaign()));
        RetentionPolicy forAgent = forCampaign();
        forAgent.appliesTo = PolicyScope::Agent;
        forAgent.campaignId = std::nullopt;
        forAgent.agentId = UserId{42};
        QVERIFY(checkPolicy(forAgent));
        RetentionPolicy forAll = forCampaign();
        forAll.appliesTo = PolicyScope::All;
        forAll.campaignId = std::nullopt;
        forAll.isDefault = true;
        QVERIFY(checkPolicy(forAll));
    }
    void namesWhatContradicts_data()
    {
        QTest::addColumn<std::function<void(RetentionPolicy &)>>("spoil");
        QTest::addColumn<QString>("said");
        const auto row = [](const char *name, std::function<void(RetentionPolicy &)> spoil, const char *said) {
            QTest::newRow(name) << std::move(spoil) << QString::fromLatin1(said);
        };
        row(
            "no name", [](RetentionPolicy &p) { p.name = QStringLiteral(" \t"); }, "name must not be empty");
        row(
            "a long name", [](RetentionPolicy &p) { p.name = QString(201, QLatin1Char('x')); }, "at most 200");
        row(
            "a NUL", [](RetentionPolicy &p) { p.name = QStringLiteral("a") + QChar(0); }, "control characters");
        row(
            "no days", [](RetentionPolicy &p) { p.retentionDays = 0; }, "must be positive");
        row(
            "negative days", [](RetentionPolicy &p) { p.retentionDays = -1; }, "must be positive");
        row(
            "many days", [](RetentionPolicy &p) { p.retentionDays = 36'501; }, "at most 36500");
        row(
            "no campaign", [](RetentionPolicy &p) { p.campaignId = std::nullopt; }, "campaignId is required");
        row(
            "an agent besides", [](RetentionPolicy &p) { p.agentId = UserId{1}; }, "agentId must be null");
        row(
            "a default of one campaign", [](RetentionPolicy &p) { p.isDefault = true; }, "isDefault needs");
        row(
            "all, with a campaign", [](RetentionPolicy &p) { p.appliesTo = PolicyScope::All; },
            "campaignId must be null");
        row(
            "an agent's without one", [](RetentionPolicy &p) { p.appliesTo = PolicyScope::Agent; },
            "agentId is required");
    }
    void namesWhatContradicts()
    {
        QFETCH(std::function<void(RetentionPolicy &)>, spoil);
        QFETCH(QString, said);
        RetentionPolicy policy = forCampaign();
        spoil(policy);
        const Done checked = checkPolicy(policy);
        QVERIFY(!checked);
        QCOMPARE(checked.error().kind, FailureKind::Malformed);
        QVERIFY2(checked.error().message.contains(said), qPrintable(checked.error().message));
    }
};

QTEST_GUILESS_MAIN(tst_RetentionPolicy)
#include "tst_RetentionPolicy.moc"
