// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/StoragePage.h"

#include "storage/StorageChart.h"
#include "support/ScriptedServer.h"
#include "ui/AccessibleNames.h"
#include "ui/Pressing.h"

#include <QLabel>
#include <QProgressBar>
#include <QSignalSpy>
#include <QTest>

using namespace Holdfast;
using namespace Holdfast::Testing;

class tst_StoragePage : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        QLocale::setDefault(QLocale::c());
        m_answer.body = R"({"totalFiles":3,"totalSizeBytes":914793267,"totalSizeGB":0.85,"quotaGB":1.00,
            "quotaPercentage":85.20,"daysUntilFull":5,"projectedFullDate":"2026-02-06","dailyUsage":[
            {"id":2,"date":"2026-02-01","totalFiles":3,"totalSizeBytes":914793267,"recordingsAdded":1,
             "recordingsDeleted":0,"createdAt":"2026-02-01T12:00:00Z"},
            {"id":1,"date":"2026-01-31","totalFiles":2,"totalSizeBytes":900000000,"recordingsAdded":2,
             "recordingsDeleted":0,"createdAt":"2026-01-31T23:59:59Z"}]})";
        m_answer.status = 200;
        m_server = std::make_unique<ScriptedServer>([this](const ScriptedServer::Request &) { return m_answer; });
        m_api = std::make_unique<ApiClient>();
        m_api->setServer(m_server->url());
        m_api->setToken("T0KEN");
        m_page = std::make_unique<StoragePage>(StorageCalls(*m_api), &QDateTime::currentDateTimeUtc);
    }
    void cleanup()
    {
        m_page.reset();
        m_api.reset();
        m_server.reset();
    }

    void asksOnlyOnceItIsSeen()
    {
        QCOMPARE(m_server->heads(), 0);
        m_page->show();
        QTRY_COMPARE(m_server->requests().size(), 1);
        QCOMPARE(m_server->requests().first().path, QByteArray("/api/recordings/storage/stats"));
    }
    void saysWhereTheDiskHasLessRoomThanTheQuotaLeaves()
    {
        m_answer.body.replace("\"daysUntilFull\"", "\"diskRoomBytes\":5000000,\"daysUntilFull\"");
        m_page->show();
        QTRY_VERIFY(!sentenceWith(QStringLiteral("less than the quota leaves")).isEmpty());
    }
    void saysThatTheDiskIsNearlyFull()
    {
        m_answer.body.replace("\"daysUntilFull\"", "\"diskRoomBytes\":0,\"daysUntilFull\"");
        m_page->show();
        QTRY_VERIFY(sentenceWith(QStringLiteral("disk is nearly full")).contains(QStringLiteral("wait on the agents")));
    }
    void saysNothingOfADiskThatHasRoomForTheQuota()
    {
        m_answer.body.replace("\"daysUntilFull\"", "\"diskRoomBytes\":5000000000,\"daysUntilFull\"");
        m_page->show();
        QTRY_VERIFY(!sentenceWith(QStringLiteral("in 5 day")).isEmpty());
        QVERIFY(sentenceWith(QStringLiteral("disk")).isEmpty());
    }
    void saysHowMuchIsUsedAndWhenItIsFull()
    {
        m_page->show();
        QTRY_VERIFY(!sentenceWith(QStringLiteral("of 1")).isEmpty());
        QVERIFY(!sentenceWith(QStringLiteral("85.2 %")).isEmpty());
        QVERIFY(!sentenceWith(QStringLiteral("3 recording")).isEmpty());
        QVERIFY(sentenceWith(QStringLiteral("in 5 day")).contains(QStringLiteral("2026")));
        QCOMPARE(m_page->findChild<QProgressBar *>()->value(), 852);
        QCOMPARE(m_page->findChild<QProgressBar *>()->property("level").toString(), QStringLiteral("warn"));
        const QString days = m_page->findChild<StorageChart *>()->accessibleDescription();
        QVERIFY2(days.contains(QStringLiteral("872.4")) && days.contains(QStringLiteral("858.3")), qPrintable(days));
    }
    void aStorageThatDoesNotGrowHasNoDayOnWhichItIsFull()
    {
        m_answer.body.replace("\"daysUntilFull\":5,\"projectedFullDate\":\"2026-02-06\"",
                              "\"daysUntilFull\":null,\"projectedFullDate\":null");
        m_page->show();
        QTRY_VERIFY(!sentenceWith(QStringLiteral("does not fill up")).isEmpty());
    }
    void aFullOneSaysWhatBecomesOfNewRecordings()
    {
        m_answer.body.replace("85.20", "100.4");
        m_page->show();
        QTRY_VERIFY(!sentenceWith(QStringLiteral("wait on the agents' computers")).isEmpty());
        QCOMPARE(m_page->findChild<QProgressBar *>()->property("level").toString(), QStringLiteral("bad"));
    }
    void tellsWhatEachCampaignTakes()
    {
        show(QStringLiteral("By campaign"), R"({"campaigns":[
            {"campaignId":7,"campaignName":"Spring","totalFiles":3,"totalSizeBytes":3145728},
            {"campaignId":null,"campaignName":null,"totalFiles":1,"totalSizeBytes":1048576}]})");
        const QAbstractItemView *table = viewCalled(*m_page, QStringLiteral("Storage by campaign"));
        QTRY_COMPARE(table->model()->rowCount(), 2);
        QVERIFY2(rowText(*table, 0).startsWith(QStringLiteral("Spring|3")), qPrintable(rowText(*table, 0)));
        QVERIFY(rowText(*table, 0).endsWith(QStringLiteral("|75.0 %|3")));
        QVERIFY(rowText(*table, 1).startsWith(QStringLiteral("No campaign|")));
        QCOMPARE(m_server->requests().last().path, QByteArray("/api/recordings/storage/usage?by=campaign"));
    }
    void tellsWhatEachPolicyWouldFree()
    {
        show(QStringLiteral("By policy"), R"({"policies":[
            {"policyId":2,"policyName":"Q1","retentionDays":90,"totalFiles":3,"totalSizeBytes":3145728,"dueFiles":1,
             "dueSizeBytes":1048576,"dueIn30DaysFiles":2,"dueIn30DaysSizeBytes":2097152},
            {"policyId":null,"policyName":"DEFAULT_RETENTION_DAYS","retentionDays":30,"totalFiles":1,
             "totalSizeBytes":1024,"dueFiles":0,"dueSizeBytes":0,"dueIn30DaysFiles":0,"dueIn30DaysSizeBytes":0}]})");
        const QAbstractItemView *table = viewCalled(*m_page, QStringLiteral("Storage by policy"));
        QTRY_COMPARE(table->model()->rowCount(), 2);
        QVERIFY2(rowText(*table, 0).startsWith(QStringLiteral("Q1|90|3|3")), qPrintable(rowText(*table, 0)));
        QVERIFY(rowText(*table, 1).startsWith(QStringLiteral("No policy|30|1|")));
    }
    void whatCostsALookAtEveryRecordingIsAskedForOnlyWhereItIsSeen()
    {
        m_page->show();
        m_page->refresh();
        QSignalSpy reported(m_page.get(), &StoragePage::reported);
        QTRY_VERIFY(reported.count() > 0);
        for (const ScriptedServer::Request &request : m_server->requests())
            QVERIFY(!request.path.contains("usage"));
    }
    void whatWasShownStaysWhereTheServerCantBeReachedAndItIsSaid()
    {
        m_page->show();
        QSignalSpy reported(m_page.get(), &StoragePage::reported);
        QTRY_COMPARE(reported.count(), 1);
        m_server->goAway();
        m_page->refresh();
        QTRY_VERIFY(!sentenceWith(QStringLiteral("can't be reached")).isEmpty());
        QVERIFY(!sentenceWith(QStringLiteral("85.2 %")).isEmpty());
        QCOMPARE(reported.count(), 1);
    }
    void anAnswerThatIsNoneOfOursIsSaid()
    {
        m_answer.body = R"({"totalFiles":"three"})";
        m_page->show();
        QTRY_VERIFY(!sentenceWith(QStringLiteral("server")).isEmpty());
        QVERIFY(m_page->findChild<StorageChart *>()->accessibleDescription().isEmpty());
    }
    void everyControlHasAName()
    {
        m_page->show();
        QCOMPARE(withoutName(*m_page), QStringList());
    }

private:
    /// That view, and what the server answers from then on.
    void show(const QString &view, const QByteArray &answer)
    {
        m_page->show();
        QSignalSpy reported(m_page.get(), &StoragePage::reported);
        QTRY_COMPARE(reported.count(), 1);
        m_answer.body = answer;
        QVERIFY(press(*m_page, view));
    }
    QString sentenceWith(const QString &words) const
    {
        for (const QLabel *label : m_page->findChildren<QLabel *>())
            if (label->text().contains(words))
                return label->text();
        return {};
    }

    ScriptedServer::Answer m_answer;
    std::unique_ptr<ScriptedServer> m_server;
    std::unique_ptr<ApiClient> m_api;
    std::unique_ptr<StoragePage> m_page;
};

QTEST_MAIN(tst_StoragePage)
#include "tst_StoragePage.moc"
