// SPDX-License-Identifier: GPL-3.0-or-later
#include "TestApi.h"

#include "support/Tone.h"

using namespace Holdfast;
using namespace Holdfast::Testing;

namespace {

QDateTime now;

} // namespace

class tst_RateLimits : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void areOffUnlessTheyAreSwitchedOn();
    void allowWhatIsRecommendedAndThenSaysWhenToComeBack_data();
    void allowWhatIsRecommendedAndThenSaysWhenToComeBack();
    void areEachUsersOwnAndLeaveTheRestAlone();

private:
    void start(bool enforced)
    {
        now = QDateTime::currentDateTimeUtc();
        m_api.reset();
        m_server = std::make_unique<TestServer>();
        m_server->options.clock = [] { return now; };
        m_server->options.rateLimits = enforced;
        m_server->start();
        m_api = std::make_unique<TestApi>(*m_server);
        m_sam = m_api->tokenOf("sam");
        QCOMPARE(m_api->upload(m_api->tokenOf("alice"), m_server->aliceLead, toneWav(0.2, 440, 880)).id(), 1);
    }

    std::unique_ptr<TestServer> m_server;
    std::unique_ptr<TestApi> m_api;
    QByteArray m_sam;
};

void tst_RateLimits::areOffUnlessTheyAreSwitchedOn()
{
    start(false);
    for (int i = 0; i < 61; ++i)
        QCOMPARE(m_api->get("/api/recordings", m_sam).status, 200);
}

void tst_RateLimits::allowWhatIsRecommendedAndThenSaysWhenToComeBack_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<int>("aMinute");
    QTest::newRow("searches") << QByteArray("GET") << QByteArray("/api/recordings") << 60;
    QTest::newRow("a lead's recordings") << QByteArray("GET") << QByteArray("/api/leads/1/recordings") << 60;
    QTest::newRow("downloads") << QByteArray("GET") << QByteArray("/api/recordings/1/download") << 30;
    QTest::newRow("evidence packs") << QByteArray("POST") << QByteArray("/api/evidence-packs") << 30;
    QTest::newRow("previews of policies") << QByteArray("POST") << QByteArray("/api/retention-policies/preview") << 60;
    QTest::newRow("changes of policies") << QByteArray("DELETE") << QByteArray("/api/retention-policies/404") << 10;
}

void tst_RateLimits::allowWhatIsRecommendedAndThenSaysWhenToComeBack()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, path);
    QFETCH(int, aMinute);
    start(true);
    const auto ask = [&] { return m_api->call(method, path, TestApi::bearer(m_sam)); };
    for (int i = 0; i < aMinute; ++i)
        QVERIFY(ask().status != 429);
    const Answer refused = ask();
    QCOMPARE(refused.status, 429);
    QCOMPARE(refused.field("Retry-After"), QByteArray::number(60 / aMinute));
    now = now.addSecs(60 / aMinute);
    QVERIFY(ask().status != 429);
    QCOMPARE(ask().status, 429);
    now = now.addSecs(600);
    for (int i = 0; i < aMinute; ++i)
        QVERIFY(ask().status != 429);
    QCOMPARE(ask().status, 429); // what was not used is not saved up
}

void tst_RateLimits::areEachUsersOwnAndLeaveTheRestAlone()
{
    start(true);
    for (int i = 0; i < 60; ++i)
        QCOMPARE(m_api->get("/api/recordings", m_sam).status, 200);
    QCOMPARE(m_api->get("/api/recordings", m_sam).status, 429);
    QCOMPARE(m_api->get("/api/recordings", m_api->tokenOf("ada")).status, 200);
    for (int i = 0; i < 40; ++i)
        QCOMPARE(m_api->get("/api/recordings/1/stream", m_sam, {{"Range", "bytes=0-0"}}).status, 206);
    QCOMPARE(m_api->get("/api/retention-policies", m_sam).status, 200);
}

QTEST_GUILESS_MAIN(tst_RateLimits)
#include "tst_RateLimits.moc"
