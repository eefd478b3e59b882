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
    void aRenewedTokenTakesThePlaceOfTheOld();
    void aNewPasswordSignsEverybodyElseOut();
    void aPasswordIsChangedOnlyByWhoKnowsIt();
    void refusesAPasswordThatIsNone_data();
    void refusesAPasswordThatIsNone();
    void guessingTheCurrentPasswordIsSlowedDown();
    void givesABrowserItsCookies();

private:
    Answer changePassword(const QByteArray &token, const QByteArray &current, const QByteArray &wanted)
    {
        return m_api->call("POST", "/api/auth/password", TestApi::bearer(token),
                           "{\"currentPassword\":\"" + current + "\",\"newPassword\":\"" + wanted + "\"}");
    }
    static QByteArray tokenIn(const Answer &answer)
    {
        return answer.object().value(QLatin1String("token")).toString().toLatin1();
    }

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

void tst_AuthRoutes::aRenewedTokenTakesThePlaceOfTheOld()
{
    const QByteArray token = m_api->tokenOf("alice");
    now = now.addSecs(3600);
    const Answer answer = m_api->call("POST", "/api/auth/refresh", TestApi::bearer(token));
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.object().value(QLatin1String("user")).toObject().value(QLatin1String("username")).toString(),
             QStringLiteral("alice"));
    const QByteArray renewed = tokenIn(answer);
    QCOMPARE(m_api->get("/api/auth/me", token).status, 401);
    QCOMPARE(m_api->call("POST", "/api/auth/refresh", TestApi::bearer(token)).status, 401);
    now = now.addSecs(tokenHours * 3600 - 2); // beyond the end of the first
    QCOMPARE(m_api->get("/api/auth/me", renewed).status, 200);
}

void tst_AuthRoutes::aNewPasswordSignsEverybodyElseOut()
{
    const QByteArray token = m_api->tokenOf("alice");
    const QByteArray other = m_api->tokenOf("alice");
    const QByteArray bob = m_api->tokenOf("bob");
    const Answer answer = changePassword(token, everybodysPassword, "a better one");
    QCOMPARE(answer.status, 200);
    QCOMPARE(m_api->get("/api/auth/me", tokenIn(answer)).status, 200);
    QCOMPARE(m_api->get("/api/auth/me", token).status, 401);
    QCOMPARE(m_api->get("/api/auth/me", other).status, 401);
    QCOMPARE(m_api->get("/api/auth/me", bob).status, 200);
    QCOMPARE(m_api->logIn("alice", everybodysPassword).status, 401);
    now = now.addMSecs(1); // at once, for a person
    const Answer again = m_api->logIn("alice", "a better one");
    QCOMPARE(again.status, 200);
    QCOMPARE(m_api->get("/api/auth/me", tokenIn(again)).status, 200);
}

void tst_AuthRoutes::aPasswordIsChangedOnlyByWhoKnowsIt()
{
    const QByteArray token = m_api->tokenOf("alice");
    const Answer answer = changePassword(token, "open sesam", "a better one");
    QCOMPARE(answer.status, 403);
    QVERIFY2(answer.message().contains(QStringLiteral("not changed")), qPrintable(answer.message()));
    QCOMPARE(m_api->get("/api/auth/me", token).status, 200);
    QCOMPARE(m_api->logIn("alice", everybodysPassword).status, 200);
    const QJsonObject entry = m_api->get("/api/audit?limit=2", m_api->tokenOf("sam")).array().last().toObject();
    QVERIFY(!QJsonDocument(entry).toJson().contains("sesam"));
}

void tst_AuthRoutes::refusesAPasswordThatIsNone_data()
{
    QTest::addColumn<QByteArray>("wanted");
    QTest::newRow("short") << QByteArray("7 bytes");
    QTest::newRow("long") << QByteArray(1025, 'x');
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("NUL") << QByteArray("eight \\u0000 bytes");
}

void tst_AuthRoutes::refusesAPasswordThatIsNone()
{
    QFETCH(QByteArray, wanted);
    QCOMPARE(changePassword(m_api->tokenOf("alice"), everybodysPassword, wanted).status, 400);
    QCOMPARE(m_api->logIn("alice", everybodysPassword).status, 200);
}

void tst_AuthRoutes::guessingTheCurrentPasswordIsSlowedDown()
{
    const QByteArray token = m_api->tokenOf("alice");
    for (int i = 0; i < SignInThrottle::freeAttempts; ++i)
        QCOMPARE(changePassword(token, "wrong", "a better one").status, 403);
    QCOMPARE(changePassword(token, everybodysPassword, "a better one").status, 429);
}

void tst_AuthRoutes::givesABrowserItsCookies()
{
    QByteArrayList cookies;
    for (const auto &[name, value] : m_api->logIn("alice", everybodysPassword).fields)
        if (name.compare("Set-Cookie", Qt::CaseInsensitive) == 0)
            cookies += value.split('\n'); // as Qt joins them
    QCOMPARE(cookies.size(), 2);
    QVERIFY(cookies[0].startsWith("holdfast_session="));
    for (const char *attribute : {"HttpOnly", "SameSite=Strict", "Path=/inquiries/"})
        QVERIFY2(cookies[0].contains(attribute), attribute);
    QVERIFY(!cookies[0].contains("Secure")); // the connection is not; the cookie would never come back
    QVERIFY(cookies[1].startsWith("csrftoken="));
    QVERIFY(!cookies[1].contains("HttpOnly"));
    const QByteArray cookie = cookies[0].split(';').value(0);
    QCOMPARE(m_api->call("GET", "/api/auth/me", {{"Cookie", cookie}}).status, 401); // not there
}

QTEST_GUILESS_MAIN(tst_AuthRoutes)
#include "tst_AuthRoutes.moc"
