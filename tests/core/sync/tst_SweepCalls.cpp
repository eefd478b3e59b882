// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/SweepCalls.h"

#include "contract/RecordingJson.h"
#include "support/SampleRecording.h"
#include "support/ScriptedRoutes.h"
#include "support/Wait.h"

#include <QTest>

using namespace Holdfast;
using namespace Holdfast::Testing;

class tst_SweepCalls : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_routes = std::make_unique<ScriptedRoutes>();
        m_api = std::make_unique<ApiClient>();
        m_api->setServer(m_routes->url());
        m_api->setToken("T0KEN");
    }
    void cleanup()
    {
        m_api.reset();
        m_routes.reset();
    }

    void whatIsDueComesPageByPage()
    {
        m_routes->tell(due, jsonText(QList{recordingOf(1, {1})}), 200,
                       {"X-Total-Count: 2", R"(Link: </api/recordings/expiring?days=30&cursor=AB-c_d>; rel="next")"});
        const auto first = wait(SweepCalls(*m_api).due(30, {}, 1));
        QVERIFY(first);
        QCOMPARE(first->total, 2);
        QCOMPARE(first->next, QStringLiteral("AB-c_d"));
        QVERIFY(!m_routes->lastQuery(due).hasQueryItem(QStringLiteral("cursor")));
        m_routes->tell(due, "[]", 200, {"X-Total-Count: 2"});
        const auto last = wait(SweepCalls(*m_api).due(30, first->next, 1));
        QVERIFY(last);
        QVERIFY(last->next.isEmpty());
        QCOMPARE(m_routes->lastQuery(due).queryItemValue(QStringLiteral("cursor")), QStringLiteral("AB-c_d"));
    }
    void anAnswerWithoutItsCountIsNoneOfOurs()
    {
        m_routes->tell(due, "[]");
        QVERIFY(!wait(SweepCalls(*m_api).due(30, {}, 1)));
    }
    void aReportGoesOnBehindARecording()
    {
        m_routes->tell("GET /api/retention-sweeps/9", R"({"message":"Retention sweep not found"})", 404);
        const auto report = wait(SweepCalls(*m_api).report({9}, {5}, 100));
        QVERIFY(!report);
        QCOMPARE(report.error().kind, FailureKind::NotFound);
        QCOMPARE(m_routes->lastQuery("GET /api/retention-sweeps/9").queryItemValue(QStringLiteral("after")),
                 QStringLiteral("5"));
    }

private:
    const QByteArray due = "GET /api/recordings/expiring";
    std::unique_ptr<ScriptedRoutes> m_routes;
    std::unique_ptr<ApiClient> m_api;
};

QTEST_GUILESS_MAIN(tst_SweepCalls)
#include "tst_SweepCalls.moc"
