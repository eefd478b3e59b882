// SPDX-License-Identifier: GPL-3.0-or-later
#include "TestApi.h"

#include "access/SignInThrottle.h"
#include "access/TokenMint.h"
#include "access/TokenSignature.h"
#include "sqlite/Query.h"

using namespace Holdfast;
using namespace Holdfast::Testing;

namespace {

QDateTime now = QDateTime::currentDateTimeUtc();

} // namespace

class tst_AuthRoutes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void signsInWithTheRightPassword();
    void saysTheSameToAWrongPasswordAndAnUnknownUser();
    void refusesABodyThatIsNoSignIn_data();
    void refusesABodyThatIsNoSignIn();
    void slowsDownGuessing();
    void saysWhatIsMissingWithoutAToken();
    void refusesAForgedToken_data();
    void refusesAForgedToken();
    void aTokenEndsAtItsTime();
    void aSignedOutTokenIsNoneAtOnce();
    void aSignOutCountsThoughItCannotBeWrittenDown();
    void aDisabledAccountIsOutAtOnce();
    void aChangedRoleCountsAtOnce();
    void keepsTheTokenKeyOverARestart();

private:
    std::unique_ptr<TestServer> m_server;
    std::unique_ptr<TestApi> m_api;
};

void tst_AuthRoutes::init()
{
    now = QDateTime::currentDateTimeUtc();
    m_api.reset();
    m_server = std::make_unique<TestServer>();
    m_server->options.clock = [] { return now; };
    m_server->start();
    m_api = std::make_unique<TestApi>(*m_server);
}

void tst_AuthRoutes::signsInWithTheRightPassword()
{
    const Answer answer = m_api->logIn("alice", everybodysPassword);
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.object().value(QLatin1String("tokenType")).toString(), QStringLiteral("Bearer"));
    QCOMPARE(answer.field("Cache-Control"), QByteArray("no-store"));
    const Answer me = m_api->get("/api/auth/me", m_api->tokenOf("ALICE"));
    QCOMPARE(me.status, 200);
    QCOMPARE(me.object().value(QLatin1String("username")).toString(), QStringLiteral("alice"));
    QCOMPARE(me.object().value(QLatin1String("role")).toString(), QStringLiteral("agent"));
    QVERIFY(!me.body.contains("hash"));
}

void tst_AuthRoutes::saysTheSameToAWrongPasswordAndAnUnknownUser()
{
    const Answer wrong = m_api->logIn("alice", "open sesam");
    const Answer unknown = m_api->logIn("nobody", everybodysPassword);
    QCOMPARE(wrong.status, 401);
    QCOMPARE(wrong.message(), QStringLiteral("Invalid username or password"));
    QCOMPARE(unknown.status, wrong.status);
    QCOMPARE(unknown.body, wrong.body);
}

void tst_AuthRoutes::refusesABodyThatIsNoSignIn_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    QTest::newRow("empty") << QByteArray() << 400;
    QTest::newRow("no JSON") << QByteArray("username=alice") << 400;
    QTest::newRow("a list") << QByteArray("[]") << 400;
    QTest::newRow("no password") << QByteArray(R"({"username":"alice"})") << 400;
    QTest::newRow("a number") << QByteArray(R"({"username":7,"password":"x"})") << 400;
    QTest::newRow("NUL") << QByteArray("{\"username\":\"a\\u0000b\",\"password\":\"x\"}") << 400;
    QTest::newRow("lone surrogate") << QByteArray(R"({"username":"\ud800","password":"x"})") << 401;
    QTest::newRow("deep") << QByteArray(4000, '[') << 400;
    QTest::newRow("large") << QByteArray(5000, 'x') << 413;
}

void tst_AuthRoutes::refusesABodyThatIsNoSignIn()
{
    QFETCH(QByteArray, body);
    const Answer answer = m_api->call("POST", "/api/auth/login", {{"Content-Type", "application/json"}}, body);
    QTEST(answer.status, "status");
    QVERIFY(!answer.message().isEmpty());
}

void tst_AuthRoutes::slowsDownGuessing()
{
    for (int i = 0; i < SignInThrottle::freeAttempts; ++i)
        QCOMPARE(m_api->logIn("alice", "wrong").status, 401);
    const Answer answer = m_api->logIn("alice", everybodysPassword);
    QCOMPARE(answer.status, 429);
    QCOMPARE(answer.field("Retry-After"), QByteArray("1"));
    now = now.addSecs(1);
    QCOMPARE(m_api->logIn("alice", everybodysPassword).status, 200);
}

void tst_AuthRoutes::saysWhatIsMissingWithoutAToken()
{
    const Answer answer = m_api->call("GET", "/api/leads");
    QCOMPARE(answer.status, 401);
    QCOMPARE(answer.message(), QStringLiteral("Missing authorization header"));
    QCOMPARE(answer.field("WWW-Authenticate"), QByteArray("Bearer"));
}

void tst_AuthRoutes::refusesAForgedToken_data()
{
    QTest::addColumn<QByteArray>("form");
    for (const char *form : {"empty", "basic", "cut", "none", "none with signature kept", "another key", "two", "long"})
        QTest::newRow(form) << QByteArray(form);
}

void tst_AuthRoutes::refusesAForgedToken()
{
    QFETCH(QByteArray, form);
    const QByteArray good = m_api->tokenOf("ada");
    const QByteArray payload = good.split('.').value(1);
    const QByteArray none = QByteArray(R"({"alg":"none"})").toBase64(QByteArray::OmitTrailingEquals) + '.' + payload;
    QByteArray field = "Bearer " + good;
    QCOMPARE(m_api->call("GET", "/api/auth/me", {{"Authorization", field}}).status, 200);
    if (form == "empty")
        field = "Bearer";
    else if (form == "basic")
        field = "Basic " + good;
    else if (form == "cut")
        field.chop(1);
    else if (form == "none")
        field = "Bearer " + none + '.';
    else if (form == "none with signature kept")
        field = "Bearer " + none + '.' + good.split('.').value(2);
    else if (form == "another key")
        field = "Bearer " + TokenMint(SecretKey::random(), m_server->data().keys().tokenKeyId())
                                .issue({UserId{1}, Role::Admin, "0123", now, now.addSecs(60)});
    else if (form == "two")
        field += ", Bearer " + good;
    else
        field += QByteArray(maxTokenBytes, 'x');
    const Answer answer = m_api->call("GET", "/api/auth/me", {{"Authorization", field}});
    QCOMPARE(answer.status, 401);
    QCOMPARE(answer.message(), QStringLiteral("Invalid or expired token"));
}

void tst_AuthRoutes::aTokenEndsAtItsTime()
{
    const QByteArray token = m_api->tokenOf("alice");
    now = now.addSecs(tokenHours * 3600 - 2);
    QCOMPARE(m_api->get("/api/auth/me", token).status, 200);
    now = now.addSecs(2);
    QCOMPARE(m_api->get("/api/auth/me", token).status, 401);
}

void tst_AuthRoutes::aSignedOutTokenIsNoneAtOnce()
{
    const QByteArray token = m_api->tokenOf("alice");
    const QByteArray other = m_api->tokenOf("alice");
    QCOMPARE(m_api->call("POST", "/api/auth/logout", TestApi::bearer(token)).status, 204);
    QCOMPARE(m_api->get("/api/auth/me", token).status, 401);
    QCOMPARE(m_api->get("/api/auth/me", other).status, 200);
}

void tst_AuthRoutes::aSignOutCountsThoughItCannotBeWrittenDown()
{
    const QByteArray token = m_api->tokenOf("alice");
    m_server->write([](Database &database) {
        return Query(database, "CREATE TRIGGER breaks BEFORE INSERT ON revoked_tokens"
                               " BEGIN SELECT RAISE(ABORT, 'as if the disk were full'); END")
            .run();
    });
    const Answer unwritten = m_api->call("POST", "/api/auth/logout", TestApi::bearer(token));
    QVERIFY(unwritten.status >= 400);
    QVERIFY2(unwritten.message().contains(QStringLiteral("no longer works")), qPrintable(unwritten.message()));
    QCOMPARE(m_api->get("/api/auth/me", token).status, 401);
}

void tst_AuthRoutes::aDisabledAccountIsOutAtOnce()
{
    const QByteArray token = m_api->tokenOf("alice");
    m_server->write([](Database &database) {
        return Query(database, "UPDATE users SET disabled = 1 WHERE username = 'alice'").run();
    });
    QCOMPARE(m_api->get("/api/auth/me", token).status, 401);
    const Answer answer = m_api->logIn("alice", everybodysPassword);
    QCOMPARE(answer.status, 401);
    QCOMPARE(answer.message(), QStringLiteral("Invalid username or password"));
}

void tst_AuthRoutes::aChangedRoleCountsAtOnce()
{
    const QByteArray token = m_api->tokenOf("sam");
    QCOMPARE(m_api->get("/api/audit", token).status, 200);
    m_server->write([](Database &database) {
        return Query(database, "UPDATE users SET role = 'agent' WHERE username = 'sam'").run();
    });
    QCOMPARE(m_api->get("/api/audit", token).status, 403);
}

void tst_AuthRoutes::keepsTheTokenKeyOverARestart()
{
    const QByteArray token = m_api->tokenOf("alice");
    m_server->stop();
    m_server->start();
    QCOMPARE(m_api->get("/api/auth/me", token).status, 200);
}

QTEST_GUILESS_MAIN(tst_AuthRoutes)
#include "tst_AuthRoutes.moc"
