// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/HoldOrderCalls.h"

#include "support/ScriptedServer.h"
#include "support/Wait.h"

#include <QTest>

using namespace Holdfast;
using Testing::ScriptedServer;
using Testing::wait;

class tst_HoldOrderCalls : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_answer = {200, "[]", {}};
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

    void sendsTheContractsBody()
    {
        QVERIFY(wait(HoldOrderCalls(*m_api).carryOut(
            {{{5}, {6}}, true, QStringLiteral("complaint"), QStringLiteral("Case 7")})));
        const ScriptedServer::Request sent = m_server->requests().last();
        QCOMPARE(sent.method + ' ' + sent.path, QByteArray("POST /api/recordings/compliance-hold"));
        QCOMPARE(sent.body,
                 QByteArray(R"({"complianceHold":true,"ids":[5,6],"matter":"Case 7","reason":"complaint"})"));
        QVERIFY(wait(HoldOrderCalls(*m_api).carryOut({{{5}}, false, {}, {}})));
        QCOMPARE(m_server->requests().last().body, QByteArray(R"({"complianceHold":false,"ids":[5]})"));
    }
    void answersWhatBecameOfEach()
    {
        m_answer.body = R"([{"id":5,"status":200,"complianceHold":true},
                            {"id":6,"status":202,"complianceHold":true,"message":"release request 3"},
                            {"id":7,"status":404,"message":"Recording not found"}])";
        const auto outcomes = wait(HoldOrderCalls(*m_api).carryOut({{{5}, {6}, {7}}, false, {}, {}}));
        QVERIFY(outcomes);
        using What = HoldOutcome::What;
        const QList<HoldOutcome> expected{
            {{5}, What::CarriedOut, true, {}},
            {{6}, What::WaitsForSecondPerson, true, QStringLiteral("release request 3")},
            {{7}, What::Refused, false, QStringLiteral("Recording not found")},
        };
        QCOMPARE(*outcomes, expected);
    }
    void anOutcomeThatDoesNotSayWhetherItIsHeldIsNoAnswerOfOurs()
    {
        m_answer.body = R"([{"id":5,"status":200}])";
        const auto outcomes = wait(HoldOrderCalls(*m_api).carryOut({{{5}}, true, {}, {}}));
        QVERIFY(!outcomes);
        QCOMPARE(outcomes.error().kind, FailureKind::Internal);
    }

private:
    ScriptedServer::Answer m_answer;
    std::unique_ptr<ScriptedServer> m_server;
    std::unique_ptr<ApiClient> m_api;
};

QTEST_GUILESS_MAIN(tst_HoldOrderCalls)
#include "tst_HoldOrderCalls.moc"
