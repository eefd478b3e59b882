// SPDX-License-Identifier: GPL-3.0-or-later
#include "TestApi.h"

#include "support/Tone.h"

using namespace Holdfast;
using namespace Holdfast::Testing;

class tst_HoldRoutes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void placesAndReleasesAndAnswersWithTheRecording();
    void eachOrderIsAnAuditEntryWithBeforeAndAfter();
    void aNewRevisionOnlyWhereItChanges();
    void isNotForAgents();
    void refusesWhatIsNoOrder_data();
    void refusesWhatIsNoOrder();
    void saysWhereThereIsNoRecording();
    void ordersManyAtOnceAndAnswersForEach();
    void refusesWhatIsNoListOfIds_data();
    void refusesWhatIsNoListOfIds();

private:
    Answer put(const QByteArray &id, const QByteArray &body, const QByteArray &token)
    {
        return m_api->call("PUT", "/api/recordings/" + id + "/compliance-hold", TestApi::bearer(token), body);
    }
    Answer order(const QByteArray &body, const QByteArray &token)
    {
        return m_api->call("POST", "/api/recordings/compliance-hold", TestApi::bearer(token), body);
    }
    QJsonObject recording(const QByteArray &id) { return m_api->get("/api/recordings/" + id, m_sam).object(); }
    bool isHeld(const QByteArray &id) { return recording(id)[QLatin1String("complianceHold")].toBool(); }

    std::unique_ptr<TestServer> m_server;
    std::unique_ptr<TestApi> m_api;
    QByteArray m_alice;
    QByteArray m_sam;
};

void tst_HoldRoutes::init()
{
    m_api.reset();
    m_server = std::make_unique<TestServer>();
    m_server->start();
    m_api = std::make_unique<TestApi>(*m_server);
    m_alice = m_api->tokenOf("alice");
    m_sam = m_api->tokenOf("sam");
    for (int id = 1; id <= 2; ++id)
        QCOMPARE(m_api->upload(m_alice, m_server->aliceLead, toneWav(0.2, 440, 880)).id(), id);
}

void tst_HoldRoutes::placesAndReleasesAndAnswersWithTheRecording()
{
    const Answer placed = put("1", R"({"complianceHold":true})", m_sam);
    QCOMPARE(placed.status, 200);
    QCOMPARE(placed.object(), recording("1"));
    QVERIFY(isHeld("1"));
    QVERIFY(!isHeld("2"));
    m_server->stop();
    m_server->start();
    QVERIFY(isHeld("1"));
    QCOMPARE(put("1", R"({"complianceHold":false})", m_sam).status, 200);
    QVERIFY(!isHeld("1"));
}

void tst_HoldRoutes::eachOrderIsAnAuditEntryWithBeforeAndAfter()
{
    QCOMPARE(put("1", R"({"complianceHold":true,"reason":"Case 2026-14"})", m_sam).status, 200);
    QCOMPARE(put("1", R"({"complianceHold":false})", m_sam).status, 200);
    const QJsonArray entries = m_api->get("/api/audit?limit=2", m_sam).array();
    for (const QJsonValue &entry : entries) {
        QCOMPARE(entry[QLatin1String("action")].toString(), QStringLiteral("hold"));
        QCOMPARE(entry[QLatin1String("username")].toString(), QStringLiteral("sam"));
        QCOMPARE(entry[QLatin1String("recordingId")].toInteger(), 1);
        QCOMPARE(entry[QLatin1String("leadId")].toInteger(), m_server->aliceLead.value);
    }
    QCOMPARE(entries[1][QLatin1String("detail")].toObject(),
             (QJsonObject{{QStringLiteral("before"), false},
                          {QStringLiteral("after"), true},
                          {QStringLiteral("reason"), QStringLiteral("Case 2026-14")}}));
    QCOMPARE(entries[0][QLatin1String("detail")].toObject(),
             (QJsonObject{
                 {QStringLiteral("before"), true}, {QStringLiteral("after"), false}, {QStringLiteral("holdId"), 1}}));
}

void tst_HoldRoutes::aNewRevisionOnlyWhereItChanges()
{
    const auto revision = [this] { return recording("1")[QLatin1String("revision")].toInteger(); };
    QCOMPARE(revision(), 1);
    QCOMPARE(put("1", R"({"complianceHold":false})", m_sam).status, 200);
    QCOMPARE(revision(), 1);
    QCOMPARE(put("1", R"({"complianceHold":true})", m_sam).status, 200);
    QCOMPARE(put("1", R"({"complianceHold":true})", m_sam).status, 200);
    QCOMPARE(revision(), 2);
}

void tst_HoldRoutes::isNotForAgents()
{
    const Answer refused = put("1", R"({"complianceHold":true})", m_alice); // though it is her own
    QCOMPARE(refused.status, 403);
    QVERIFY(refused.message().contains(QStringLiteral("permission")));
    QCOMPARE(order(R"({"ids":[1],"complianceHold":true})", m_alice).status, 403);
    QCOMPARE(put("1", R"({"complianceHold":true})", m_api->tokenOf("bob")).status, 403);
    QCOMPARE(m_api->call("PUT", "/api/recordings/1/compliance-hold", {}, R"({"complianceHold":true})").status, 401);
    QVERIFY(!isHeld("1"));
    int entries = 0;
    for (const QJsonValue &entry : m_api->get("/api/audit?limit=9", m_sam).array())
        if (entry[QLatin1String("action")].toString() == QStringLiteral("hold"))
            entries += entry[QLatin1String("outcome")].toString() == QStringLiteral("refused");
    QCOMPARE(entries, 3);
}

void tst_HoldRoutes::refusesWhatIsNoOrder_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("no JSON") << QByteArray("true");
    QTest::newRow("not said") << QByteArray("{}");
    QTest::newRow("a text") << QByteArray(R"({"complianceHold":"true"})");
    QTest::newRow("a number") << QByteArray(R"({"complianceHold":1})");
    QTest::newRow("a reason that is none") << QByteArray(R"({"complianceHold":true,"reason":5})");
    QTest::newRow("a novel") << QByteArray(R"({"complianceHold":true,"reason":")") + QByteArray(1001, 'x') + "\"}";
}

void tst_HoldRoutes::refusesWhatIsNoOrder()
{
    QFETCH(QByteArray, body);
    const Answer refused = put("1", body, m_sam);
    QCOMPARE(refused.status, 400);
    QVERIFY(!refused.message().isEmpty());
    QVERIFY(!isHeld("1"));
}

void tst_HoldRoutes::saysWhereThereIsNoRecording()
{
    for (const QByteArray id : {"404", "0", "abc", "99999999999999999999"}) {
        const Answer refused = put(id, R"({"complianceHold":true})", m_sam);
        QCOMPARE(refused.status, 404);
        QCOMPARE(refused.message(), QStringLiteral("Recording not found"));
    }
}

void tst_HoldRoutes::ordersManyAtOnceAndAnswersForEach()
{
    const Answer answer = order(R"({"ids":[2,404,1,2],"complianceHold":true,"reason":"Case 7"})", m_sam);
    QCOMPARE(answer.status, 200);
    const QJsonArray outcomes = answer.array();
    QCOMPARE(outcomes.size(), 3); // what is named twice is ordered once
    QCOMPARE(outcomes[0].toObject(), (QJsonObject{{QStringLiteral("id"), 2},
                                                  {QStringLiteral("status"), 200},
                                                  {QStringLiteral("complianceHold"), true}}));
    QCOMPARE(outcomes[1].toObject(), (QJsonObject{{QStringLiteral("id"), 404},
                                                  {QStringLiteral("status"), 404},
                                                  {QStringLiteral("message"), QStringLiteral("Recording not found")}}));
    QVERIFY(isHeld("1") && isHeld("2"));
    QCOMPARE(m_api->get("/api/recordings?complianceHold=true", m_sam).array().size(), 2);
}

void tst_HoldRoutes::refusesWhatIsNoListOfIds_data()
{
    QTest::addColumn<QByteArray>("ids");
    QTest::newRow("none") << QByteArray("[]");
    QTest::newRow("no list") << QByteArray("1");
    QTest::newRow("a text in it") << QByteArray("[1,\"2\"]");
    QTest::newRow("a half") << QByteArray("[1,1.5]");
    QTest::newRow("a negative") << QByteArray("[1,-1]");
    QTest::newRow("too many") << QByteArray("[1") + QByteArray(",1").repeated(1000) + "]";
}

void tst_HoldRoutes::refusesWhatIsNoListOfIds()
{
    QFETCH(QByteArray, ids);
    const Answer refused = order(R"({"complianceHold":true,"ids":)" + ids + "}", m_sam);
    QCOMPARE(refused.status, 400);
    QVERIFY2(refused.message().contains(QStringLiteral("ids")), qPrintable(refused.message()));
    QVERIFY(!isHeld("1"));
}

QTEST_GUILESS_MAIN(tst_HoldRoutes)
#include "tst_HoldRoutes.moc"
