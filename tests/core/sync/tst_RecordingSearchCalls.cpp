// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/RecordingSearchCalls.h"

#include "contract/RecordingJson.h"
#include "support/SampleRecording.h"
#include "support/ScriptedServer.h"
#include "support/Wait.h"

#include <QTest>
#include <QUrlQuery>

using namespace Holdfast;
using Testing::recordingOf;
using Testing::ScriptedServer;
using Testing::wait;

class tst_RecordingSearchCalls : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_answer = {200, "[]", {"X-Total-Count: 0"}};
        m_server = std::make_unique<ScriptedServer>([this](const auto &) { return m_answer; });
        m_api = std::make_unique<ApiClient>();
        m_api->setServer(m_server->url());
        m_api->setToken("T0KEN");
    }
    void cleanup()
    {
        m_api.reset();
        m_server.reset();
    }

    void whatIsEmptyAsksForNothing()
    {
        QVERIFY(wait(calls().page({}, 0, 100)));
        QCOMPARE(m_server->requests().first().path, QByteArray("/api/recordings?sort=-callDate&limit=100"));
        QVERIFY(SearchTerms().isEmpty());
    }
    void asksForEachTermByTheContractsName()
    {
        SearchTerms terms;
        terms.words = QStringLiteral("  50 % + \u00fc&q=1 ");
        terms.agentId = UserId{3};
        terms.campaignId = CampaignId{7};
        terms.disposition = QStringLiteral("CALL BACK");
        terms.complianceHold = false;
        terms.storedFrom = QDateTime(QDate(2026, 1, 1), QTime(0, 0), Qt::UTC);
        terms.storedUntil = QDateTime(QDate(2026, 1, 31), QTime(23, 59, 59, 999), Qt::UTC);
        terms.shortest = std::chrono::seconds(30);
        terms.longest = std::chrono::minutes(10);
        terms.order = SearchOrder::Shortest;
        QVERIFY(!terms.isEmpty());
        QVERIFY(wait(calls().page(terms, 200, 50)));
        const QUrlQuery asked(QUrl(QString::fromLatin1(m_server->requests().first().path)));
        const QList<std::pair<QString, QString>> expected{
            {QStringLiteral("q"), QStringLiteral("50 % + \u00fc&q=1")},
            {QStringLiteral("agentId"), QStringLiteral("3")},
            {QStringLiteral("campaignId"), QStringLiteral("7")},
            {QStringLiteral("disposition"), QStringLiteral("CALL BACK")},
            {QStringLiteral("complianceHold"), QStringLiteral("false")},
            {QStringLiteral("startDate"), QStringLiteral("2026-01-01T00:00:00Z")},
            {QStringLiteral("endDate"), QStringLiteral("2026-01-31T23:59:59.999Z")},
            {QStringLiteral("minDuration"), QStringLiteral("30")},
            {QStringLiteral("maxDuration"), QStringLiteral("600")},
            {QStringLiteral("sort"), QStringLiteral("durationSeconds")},
            {QStringLiteral("limit"), QStringLiteral("50")},
            {QStringLiteral("offset"), QStringLiteral("200")},
        };
        QCOMPARE(asked.queryItems(QUrl::FullyDecoded), expected);
    }
    void answersThePageAndHowManyThereAreInAll()
    {
        const QList<Recording> two{recordingOf(2, {1}), recordingOf(1, {1})};
        m_answer = {200, jsonText(two), {"X-Total-Count: 1234567890123"}};
        const auto page = wait(calls().page({}, 0, 2));
        QVERIFY(page);
        QCOMPARE(page->recordings, two);
        QCOMPARE(page->total, 1'234'567'890'123);
    }
    void whatDoesNotSayHowManyIsNoAnswerOfOurs_data()
    {
        QTest::addColumn<QList<QByteArray>>("fields");
        QTest::newRow("none") << QList<QByteArray>{};
        QTest::newRow("no number") << QList<QByteArray>{"X-Total-Count: many"};
        QTest::newRow("negative") << QList<QByteArray>{"X-Total-Count: -1"};
    }
    void whatDoesNotSayHowManyIsNoAnswerOfOurs()
    {
        QFETCH(QList<QByteArray>, fields);
        m_answer.fields = fields;
        const auto page = wait(calls().page({}, 0, 2));
        QVERIFY(!page);
        QCOMPARE(page.error().kind, FailureKind::Internal);
    }
    void tellsWhenTheLatestWasStored()
    {
        QCOMPARE(*wait(calls().lastStored()), std::optional<QDateTime>());
        Recording latest = recordingOf(2, {1});
        latest.uploadedAt = QDateTime(QDate(2026, 1, 1), QTime(9, 30, 0, 7), Qt::UTC);
        m_answer.body = jsonText(QList{latest});
        QCOMPARE(*wait(calls().lastStored()), std::optional(latest.uploadedAt));
        QCOMPARE(m_server->requests().last().path, QByteArray("/api/recordings?sort=-uploadedAt&limit=1"));
    }
    void readsTheCampaigns()
    {
        m_answer = {200, R"([{"id":7,"name":"Q1 Sales"}])", {}};
        QCOMPARE(*wait(calls().campaigns()), (QList{Campaign{{7}, QStringLiteral("Q1 Sales")}}));
    }

private:
    RecordingSearchCalls calls() { return RecordingSearchCalls(*m_api); }

    ScriptedServer::Answer m_answer;
    std::unique_ptr<ScriptedServer> m_server;
    std::unique_ptr<ApiClient> m_api;
};

QTEST_GUILESS_MAIN(tst_RecordingSearchCalls)
#include "tst_RecordingSearchCalls.moc"
