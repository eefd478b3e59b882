// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/StorageJson.h"

#include <QJsonArray>
#include <QTest>

using namespace Holdfast;

class tst_StorageJson : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aReportIsReadAsItWasWritten()
    {
        StorageReport report;
        report.files = 3;
        report.bytes = 914'793'267;
        report.quotaBytes = 1LL << 30;
        report.quotaPercent = 85.2;
        report.warned = 80;
        report.history = {{today, 3, 914'793'267, 1, 0}, {today.addDays(-1), 2, 900'000'000, 2, 4}};
        report.daysUntilFull = 5;
        report.fullOn = today.addDays(5);
        const auto read = storageReportFromJson(toJson(report, now));
        QVERIFY(read);
        QCOMPARE(read->files, report.files);
        QCOMPARE(read->bytes, report.bytes);
        QCOMPARE(read->quotaBytes, report.quotaBytes);
        QCOMPARE(read->quotaPercent, report.quotaPercent);
        QCOMPARE(read->warned, report.warned);
        QVERIFY(read->history == report.history);
        QCOMPARE(read->daysUntilFull, report.daysUntilFull);
        QCOMPARE(read->fullOn, report.fullOn);
    }
    void whatIsNotKnownIsNullBothWays()
    {
        const QJsonObject json = toJson(StorageReport{}, now);
        for (const char *name : {"warningLevel", "daysUntilFull", "projectedFullDate"})
            QVERIFY2(json.value(QLatin1String(name)).isNull(), name);
        const auto read = storageReportFromJson(json);
        QVERIFY(read && !read->warned && !read->daysUntilFull && !read->fullOn);
    }
    void aDayThatIsOverWasWrittenDownAtItsLastSecond()
    {
        StorageReport report;
        report.history = {{today, 1, 1, 1, 0}, {today.addDays(-1), 0, 0, 0, 0}};
        const QJsonArray days = toJson(report, now).value(QLatin1String("dailyUsage")).toArray();
        QCOMPARE(days[0].toObject().value(QLatin1String("createdAt")).toString(),
                 QStringLiteral("2026-02-01T12:00:00Z"));
        QCOMPARE(days[1].toObject().value(QLatin1String("createdAt")).toString(),
                 QStringLiteral("2026-01-31T23:59:59Z"));
    }
    void usagesAreReadAsTheyWereWritten()
    {
        const QList<CampaignUsage> campaigns{{CampaignId{7}, QStringLiteral("Spring"), 2, 30}, {{}, {}, 1, 5}};
        const auto readCampaigns = campaignUsagesFromJson(toJson(campaigns));
        QVERIFY(readCampaigns && *readCampaigns == campaigns);
        const QList<PolicyUsage> policies{{PolicyId{3}, QStringLiteral("Q1"), 90, 6, 60, 1, 10, 2, 20},
                                          {{}, {}, 30, 1, 5, 0, 0, 1, 5}};
        const auto readPolicies = policyUsagesFromJson(toJson(policies));
        QVERIFY(readPolicies && *readPolicies == policies);
    }
    void whatNoPolicyDecidesAboutBearsTheNameOfTheSetting()
    {
        const QJsonObject one =
            toJson(QList<PolicyUsage>{PolicyUsage{}}).value(QLatin1String("policies")).toArray().first().toObject();
        QVERIFY(one.value(QLatin1String("policyId")).isNull());
        QCOMPARE(one.value(QLatin1String("policyName")).toString(), QStringLiteral("DEFAULT_RETENTION_DAYS"));
    }
    void anUsageOfAnotherKindIsRefusedAndNamed()
    {
        const auto read = policyUsagesFromJson(toJson(QList<CampaignUsage>{}));
        QVERIFY(!read);
        QVERIFY(read.error().message.contains(QStringLiteral("policies")));
    }

private:
    const QDate today{2026, 2, 1};
    const QDateTime now{today, QTime(12, 0), Qt::UTC};
};

QTEST_GUILESS_MAIN(tst_StorageJson)
#include "tst_StorageJson.moc"
