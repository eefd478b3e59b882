// SPDX-License-Identifier: GPL-3.0-or-later
#include "TestApi.h"

#include "support/Tone.h"

using namespace Holdfast;
using namespace Holdfast::Testing;

namespace {

QDateTime now;

} // namespace

class tst_StorageRoutes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void tellsWhatIsStoredAndHowItGrew();
    void tellsOfAnEmptyServer();
    void warnsAndTellsWhatCampaignsTake();
    void tellsWhatPoliciesTakeAndWillFree();
    void isNotForAgents();

private:
    QJsonObject stats() { return m_api->get("/api/recordings/storage/stats", m_api->tokenOf("sam")).object(); }

    std::unique_ptr<TestServer> m_server;
    std::unique_ptr<TestApi> m_api;
};

void tst_StorageRoutes::init()
{
    now = QDateTime(QDate(2026, 1, 13), QTime(12, 0), Qt::UTC);
    m_api.reset();
    m_server = std::make_unique<TestServer>();
    m_server->options.clock = [] { return now; };
    m_server->options.quotaBytes = 1LL << 30;
    m_server->start();
    m_api = std::make_unique<TestApi>(*m_server);
}

void tst_StorageRoutes::tellsWhatIsStoredAndHowItGrew()
{
    const QByteArray file = toneWav(2, 440, 880);
    QCOMPARE(m_api->upload(m_api->tokenOf("alice"), m_server->aliceLead, file).id(), 1);
    now = now.addDays(2);
    const QByteArray alice = m_api->tokenOf("alice");
    QCOMPARE(m_api->upload(alice, m_server->aliceLead, file + '0').id(), 2);
    QCOMPARE(m_api->upload(alice, m_server->aliceLead, file + "00").id(), 3);
    QCOMPARE(m_api->call("DELETE", "/api/recordings/1", TestApi::bearer(m_api->tokenOf("sam"))).status, 204);

    const QJsonObject told = stats();
    const qint64 bytes = 2 * file.size() + 3;
    QCOMPARE(told[QLatin1String("totalFiles")].toInteger(), 2);
    QCOMPARE(told[QLatin1String("totalSizeBytes")].toInteger(), bytes);
    QCOMPARE(told[QLatin1String("quotaGB")].toDouble(), 1.0);
    QCOMPARE(told[QLatin1String("totalSizeGB")].toDouble(), 0.0);
    QCOMPARE(told[QLatin1String("quotaPercentage")].toDouble(),
             std::floor(10'000.0 * double(bytes) / double(1LL << 30)) / 100);
    const QJsonArray days = told[QLatin1String("dailyUsage")].toArray();
    QCOMPARE(days.size(), 3);
    QCOMPARE(days[0].toObject(), (QJsonObject{{QStringLiteral("id"), 20468},
                                              {QStringLiteral("date"), QStringLiteral("2026-01-15")},
                                              {QStringLiteral("totalFiles"), 2},
                                              {QStringLiteral("totalSizeBytes"), bytes},
                                              {QStringLiteral("recordingsAdded"), 2},
                                              {QStringLiteral("recordingsDeleted"), 1},
                                              {QStringLiteral("createdAt"), QStringLiteral("2026-01-15T12:00:00Z")}}));
    QCOMPARE(days[1][QLatin1String("totalSizeBytes")].toInteger(), file.size());
    QCOMPARE(days[1][QLatin1String("createdAt")].toString(), QStringLiteral("2026-01-14T23:59:59Z"));
    QCOMPARE(days[2][QLatin1String("recordingsAdded")].toInteger(), 1);
    const qint64 untilFull = ((1LL << 30) - bytes) * 2 / (file.size() + 3);
    QCOMPARE(told[QLatin1String("daysUntilFull")].toInteger(), untilFull);
    QCOMPARE(told[QLatin1String("projectedFullDate")].toString(),
             QDate(2026, 1, 15).addDays(untilFull).toString(Qt::ISODate));
}

void tst_StorageRoutes::tellsOfAnEmptyServer()
{
    const QJsonObject told = stats();
    QCOMPARE(told[QLatin1String("totalFiles")].toInteger(), 0);
    QCOMPARE(told[QLatin1String("quotaPercentage")].toDouble(), 0.0);
    QCOMPARE(told[QLatin1String("dailyUsage")].toArray().size(), 1);
    QVERIFY(told[QLatin1String("daysUntilFull")].isNull());
    QVERIFY(told[QLatin1String("projectedFullDate")].isNull());
}

void tst_StorageRoutes::warnsAndTellsWhatCampaignsTake()
{
    const QByteArray file = toneWav(2, 440, 880);
    m_api.reset();
    m_server->stop();
    m_server->options.quotaBytes = file.size() * 10 / 8;
    m_server->start();
    m_api = std::make_unique<TestApi>(*m_server);
    QVERIFY(stats()[QLatin1String("warningLevel")].isNull());
    QCOMPARE(m_api->upload(m_api->tokenOf("alice"), m_server->aliceLead, file).id(), 1);
    QCOMPARE(stats()[QLatin1String("warningLevel")].toInteger(), 80);

    const Answer usage = m_api->get("/api/recordings/storage/usage", m_api->tokenOf("sam"));
    const QJsonObject spring{{QStringLiteral("campaignId"), m_server->campaign.value},
                             {QStringLiteral("campaignName"), QStringLiteral("Spring")},
                             {QStringLiteral("totalFiles"), 1},
                             {QStringLiteral("totalSizeBytes"), file.size()}};
    QCOMPARE(usage.object(), (QJsonObject{{QStringLiteral("campaigns"), QJsonArray{spring}}}));
    QCOMPARE(m_api->call("DELETE", "/api/recordings/1", TestApi::bearer(m_api->tokenOf("sam"))).status, 204);
    QVERIFY(stats()[QLatin1String("warningLevel")].isNull());
}

void tst_StorageRoutes::tellsWhatPoliciesTakeAndWillFree()
{
    const QByteArray tone = toneWav(0.2, 440, 880);
    for (const int days : {0, 20, 10, 5}) { // ends in 30, 50, 60 and 65 days where 30 count
        now = now.addDays(days);
        QCOMPARE(m_api->upload(m_api->tokenOf("alice"), m_server->aliceLead, tone).status, 201);
    }
    QCOMPARE(m_api->upload(m_api->tokenOf("bob"), m_server->bobLead, tone).status, 201);
    const QByteArray held = "/api/recordings/2/compliance-hold";
    QCOMPARE(m_api->call("PUT", held, TestApi::bearer(m_api->tokenOf("sam")), R"({"complianceHold":true})").status,
             200);
    const QByteArray policy =
        R"({"name":"Alice","retentionDays":30,"appliesTo":"AGENT","agentId":3,"isDefault":false})";
    QCOMPARE(m_api->call("POST", "/api/retention-policies", TestApi::bearer(m_api->tokenOf("sam")), policy).status,
             200);
    const QJsonArray policies = m_api->get("/api/recordings/storage/usage?by=policy", m_api->tokenOf("sam"))
                                    .object()[QLatin1String("policies")]
                                    .toArray();
    QCOMPARE(policies.size(), 2);
    const auto number = [&](int place, const char *name) { return policies[place][QLatin1String(name)].toInteger(-1); };
    QCOMPARE(policies[0][QLatin1String("policyName")].toString(), QStringLiteral("Alice"));
    QCOMPARE(number(0, "totalFiles"), 4);
    QCOMPARE(number(0, "totalSizeBytes"), 4 * tone.size());
    QCOMPARE(number(0, "dueFiles"), 1);
    QCOMPARE(number(0, "dueSizeBytes"), tone.size());
    QCOMPARE(number(0, "dueIn30DaysFiles"), 3); // the held one is not due
    QVERIFY(policies[1][QLatin1String("policyId")].isNull());
    QCOMPARE(number(1, "retentionDays"), 90);
    QCOMPARE(number(1, "totalFiles"), 1);
    QCOMPARE(number(1, "dueIn30DaysFiles"), 0);
    QCOMPARE(m_api->get("/api/recordings/storage/usage?by=moon", m_api->tokenOf("sam")).status, 400);
}

void tst_StorageRoutes::isNotForAgents()
{
    QCOMPARE(m_api->get("/api/recordings/storage/stats", m_api->tokenOf("alice")).status, 403);
    QCOMPARE(m_api->call("GET", "/api/recordings/storage/stats").status, 401);
    QCOMPARE(m_api->get("/api/recordings/storage/stats", m_api->tokenOf("ada")).status, 200);
}

QTEST_GUILESS_MAIN(tst_StorageRoutes)
#include "tst_StorageRoutes.moc"
