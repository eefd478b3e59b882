// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/HoldCalls.h"

#include "support/ScriptedRoutes.h"
#include "support/Wait.h"

#include <QTest>

using namespace Holdfast;
using namespace Holdfast::Testing;

class tst_HoldCalls : public QObject
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

    void asksForAPageOfWhatItIsToldOf()
    {
        m_routes->tell("GET /api/holds", "[]");
        QVERIFY(wait(HoldCalls(*m_api).page({MatterId{4}, true, RecordingId{5}}, {12}, 100)));
        QCOMPARE(m_routes->lastQuery("GET /api/holds").toString(),
                 QStringLiteral("matterId=4&recordingId=5&stands=true&before=12&limit=100"));
        QVERIFY(wait(HoldCalls(*m_api).page({}, {}, 1)));
        QCOMPARE(m_routes->lastQuery("GET /api/holds").toString(), QStringLiteral("limit=1"));
    }
    void eachDecisionHasItsRoute_data()
    {
        QTest::addColumn<ReleaseRequestState>("decision");
        QTest::addColumn<QByteArray>("route");
        QTest::newRow("yes") << ReleaseRequestState::Approved << QByteArray("approve");
        QTest::newRow("no") << ReleaseRequestState::Refused << QByteArray("refuse");
        QTest::newRow("back") << ReleaseRequestState::Withdrawn << QByteArray("withdraw");
    }
    void eachDecisionHasItsRoute()
    {
        QFETCH(ReleaseRequestState, decision);
        QFETCH(QByteArray, route);
        const QByteArray path = "POST /api/hold-release-requests/3/" + route;
        m_routes->tell(path, R"({"message":"The one who asked decides nothing"})", 403);
        const auto decided = wait(HoldCalls(*m_api).decide({3}, decision));
        QVERIFY(!decided);
        QCOMPARE(decided.error().kind, FailureKind::Forbidden);
        QCOMPARE(m_routes->count(path), 1);
    }
    void whatIsDoneWhileSignedOutIsNotSaidToBeSentLater()
    {
        m_api->setToken({});
        const auto decided = wait(HoldCalls(*m_api).decide({3}, ReleaseRequestState::Approved));
        QVERIFY(!decided);
        QCOMPARE(decided.error().kind, FailureKind::NotSignedIn);
        QVERIFY2(decided.error().message.startsWith(QStringLiteral("Nothing was changed")),
                 qPrintable(decided.error().message));
    }
    void aLaterPageOfAPreviewBeginsBehindARecording()
    {
        const QByteArray path = "POST /api/holds/release/preview";
        m_routes->tell(path, R"({"at":"2026-01-16T00:00:00Z","totals":null,"recordings":[],"next":null})");
        QVERIFY(wait(HoldCalls(*m_api).previewRelease({{1}, {2}}, {7}, 100)));
        QCOMPARE(m_routes->lastBody(path).value(QLatin1String("after")).toInt(), 7);
        QVERIFY(wait(HoldCalls(*m_api).previewRelease({{1}, {2}}, {}, 100)));
        QVERIFY(!m_routes->lastBody(path).contains(QLatin1String("after")));
        QCOMPARE(m_routes->lastBody(path).value(QLatin1String("holdIds")).toArray(), (QJsonArray{1, 2}));
    }

private:
    std::unique_ptr<ScriptedRoutes> m_routes;
    std::unique_ptr<ApiClient> m_api;
};

QTEST_GUILESS_MAIN(tst_HoldCalls)
#include "tst_HoldCalls.moc"
