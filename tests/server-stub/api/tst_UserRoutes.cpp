// SPDX-License-Identifier: GPL-3.0-or-later
#include "TestApi.h"

using namespace Holdfast;
using namespace Holdfast::Testing;

class tst_UserRoutes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void makesAUserWhoCanSignIn();
    void listsThemByNameAndTellsNoHash();
    void aDisabledAccountIsOutAtOnce();
    void aDemotionCountsAtTheNextCall();
    void aNewPasswordEndsTheirSessions();
    void theLastAdminStaysOne();
    void aNameIsTakenOnce();
    void isForAdminsAlone();
    void refusesWhatIsNoUser_data();
    void refusesWhatIsNoUser();
    void eachChangeIsAnEntryWithBeforeAndAfter();

private:
    Answer create(const QByteArray &body, const QByteArray &token)
    {
        return m_api->call("POST", "/api/users", TestApi::bearer(token), body);
    }
    Answer change(const QByteArray &id, const QByteArray &body)
    {
        return m_api->call("PUT", "/api/users/" + id, TestApi::bearer(m_ada), body);
    }

    std::unique_ptr<TestServer> m_server;
    std::unique_ptr<TestApi> m_api;
    QByteArray m_ada;
};

namespace {

const QByteArray carol =
    R"({"username":"carol","fullName":"Carol C","role":"supervisor","password":"a good password"})";
const QByteArray adaId = "1";
const QByteArray samId = "2";
const QByteArray aliceId = "3";

} // namespace

void tst_UserRoutes::init()
{
    m_api.reset();
    m_server = std::make_unique<TestServer>();
    m_server->start();
    m_api = std::make_unique<TestApi>(*m_server);
    m_ada = m_api->tokenOf("ada");
}

void tst_UserRoutes::makesAUserWhoCanSignIn()
{
    const Answer made = create(carol, m_ada);
    QCOMPARE(made.status, 201);
    QCOMPARE(made.field("Location"), "/api/users/" + QByteArray::number(made.id()));
    QCOMPARE(made.object().value(QLatin1String("role")).toString(), QStringLiteral("supervisor"));
    QCOMPARE(made.object().value(QLatin1String("disabled")).toBool(), false);
    const Answer signedIn = m_api->logIn("carol", "a good password");
    QCOMPARE(signedIn.status, 200);
    const QByteArray token = signedIn.object().value(QLatin1String("token")).toString().toLatin1();
    QCOMPARE(m_api->get("/api/audit", token).status, 200);
    QCOMPARE(m_api->get("/api/users/" + QByteArray::number(made.id()), m_ada).object(), made.object());
}

void tst_UserRoutes::listsThemByNameAndTellsNoHash()
{
    const Answer listed = m_api->get("/api/users", m_ada);
    QStringList names;
    for (const QJsonValue &user : listed.array())
        names.append(user[QLatin1String("username")].toString());
    QCOMPARE(names, (QStringList{QStringLiteral("ada"), QStringLiteral("alice"), QStringLiteral("bob"),
                                 QStringLiteral("sam")}));
    QVERIFY(!listed.body.contains("argon2"));
    QVERIFY(!listed.body.contains("assword"));
}

void tst_UserRoutes::aDisabledAccountIsOutAtOnce()
{
    const QByteArray alice = m_api->tokenOf("alice");
    QCOMPARE(change(aliceId, R"({"fullName":"Alice Agent","role":"agent","disabled":true})").status, 200);
    QCOMPARE(m_api->get("/api/auth/me", alice).status, 401);
    QCOMPARE(m_api->logIn("alice", everybodysPassword).status, 401);
    QCOMPARE(change(aliceId, R"({"fullName":"Alice Agent","role":"agent","disabled":false})").status, 200);
    QCOMPARE(m_api->get("/api/auth/me", alice).status, 401); // who was out stays out until the next sign-in
    QCOMPARE(m_api->logIn("alice", everybodysPassword).status, 200);
}

void tst_UserRoutes::aDemotionCountsAtTheNextCall()
{
    const QByteArray sam = m_api->tokenOf("sam");
    QCOMPARE(m_api->get("/api/audit", sam).status, 200);
    QCOMPARE(change(samId, R"({"fullName":"Sam Agent","role":"agent","disabled":false})").status, 200);
    QCOMPARE(m_api->get("/api/audit", sam).status, 403);
    QCOMPARE(m_api->get("/api/auth/me", sam).object().value(QLatin1String("fullName")).toString(),
             QStringLiteral("Sam Agent"));
}

void tst_UserRoutes::aNewPasswordEndsTheirSessions()
{
    const QByteArray alice = m_api->tokenOf("alice");
    QCOMPARE(
        change(aliceId, R"({"fullName":"Alice","role":"agent","disabled":false,"password":"something new"})").status,
        200);
    QCOMPARE(m_api->get("/api/auth/me", alice).status, 401);
    QCOMPARE(m_api->logIn("alice", everybodysPassword).status, 401);
    QCOMPARE(m_api->logIn("alice", "something new").status, 200);
}

void tst_UserRoutes::theLastAdminStaysOne()
{
    for (const char *body : {R"({"fullName":"Ada","role":"supervisor","disabled":false})",
                             R"({"fullName":"Ada","role":"admin","disabled":true})"}) {
        const Answer refused = change(adaId, body);
        QCOMPARE(refused.status, 409);
        QVERIFY2(refused.message().contains(QStringLiteral("last admin")), qPrintable(refused.message()));
    }
    QCOMPARE(m_api->get("/api/users/1", m_ada).object().value(QLatin1String("fullName")).toString(),
             QStringLiteral("Ada Admin"));
    QCOMPARE(change(samId, R"({"fullName":"Sam","role":"admin","disabled":false})").status, 200);
    QCOMPARE(change(adaId, R"({"fullName":"Ada","role":"supervisor","disabled":false})").status, 200);
}

void tst_UserRoutes::aNameIsTakenOnce()
{
    QCOMPARE(create(carol, m_ada).status, 201);
    QByteArray again = carol;
    const Answer refused = create(again.replace("\"carol\"", "\"CAROL\""), m_ada);
    QCOMPARE(refused.status, 409);
    QVERIFY(refused.message().contains(QStringLiteral("already exists")));
    QByteArray zoe = carol;
    QCOMPARE(create(zoe.replace("\"carol\"", "\"zo\xc3\xab\""), m_ada).status, 201);
    QCOMPARE(create(zoe.replace("\"zo\xc3\xab\"", "\"ZO\xc3\x8b\""), m_ada).status, 409);
    QCOMPARE(m_api->logIn("Zo\xc3\x8b", "a good password").status, 200);
}

void tst_UserRoutes::isForAdminsAlone()
{
    for (const char *name : {"alice", "sam"}) {
        const QByteArray token = m_api->tokenOf(name);
        QCOMPARE(m_api->get("/api/users", token).status, 403);
        QCOMPARE(m_api->get("/api/users/1", token).status, 403);
        QCOMPARE(create(carol, token).status, 403);
        QCOMPARE(m_api
                     ->call("PUT", "/api/users/3", TestApi::bearer(token),
                            R"({"fullName":"A","role":"admin","disabled":false})")
                     .status,
                 403);
    }
    QCOMPARE(m_api->call("GET", "/api/users").status, 401);
    QCOMPARE(m_api->get("/api/users", m_ada).array().size(), 4);
}

void tst_UserRoutes::refusesWhatIsNoUser_data()
{
    QTest::addColumn<QByteArray>("body");
    const auto with = [](const char *was, const char *is) { return QByteArray(carol).replace(was, is); };
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("no name") << with(R"("carol")", R"("")");
    QTest::newRow("a name with a space") << with(R"("carol")", R"("ca rol")");
    QTest::newRow("a long name") << with("carol", QByteArray(65, 'x').constData());
    QTest::newRow("NUL") << with("carol", "ca\\u0000rol");
    QTest::newRow("no full name") << with(R"("Carol C")", R"(" ")");
    QTest::newRow("no role") << with(R"("supervisor")", R"("root")");
    QTest::newRow("a short password") << with("a good password", "short");
    QTest::newRow("a field that is not known") << with(R"("role")", R"("admin":true,"role")");
}

void tst_UserRoutes::refusesWhatIsNoUser()
{
    QFETCH(QByteArray, body);
    const Answer refused = create(body, m_ada);
    QCOMPARE(refused.status, 400);
    QVERIFY(!refused.message().isEmpty());
    QCOMPARE(m_api->get("/api/users", m_ada).array().size(), 4);
    QCOMPARE(m_api
                 ->call("PUT", "/api/users/404", TestApi::bearer(m_ada),
                        R"({"fullName":"A","role":"agent","disabled":false})")
                 .status,
             404);
}

void tst_UserRoutes::eachChangeIsAnEntryWithBeforeAndAfter()
{
    QCOMPARE(create(carol, m_ada).status, 201);
    QCOMPARE(change(samId, R"({"fullName":"Sam","role":"agent","disabled":false,"password":"something new"})").status,
             200);
    const QJsonArray entries = m_api->get("/api/audit?limit=2", m_ada).array();
    QCOMPARE(entries[1][QLatin1String("action")].toString(), QStringLiteral("user-create"));
    QCOMPARE(entries[0][QLatin1String("action")].toString(), QStringLiteral("user-change"));
    const QJsonObject detail = entries[0][QLatin1String("detail")].toObject();
    QCOMPARE(detail[QLatin1String("before")][QLatin1String("role")].toString(), QStringLiteral("supervisor"));
    QCOMPARE(detail[QLatin1String("after")][QLatin1String("role")].toString(), QStringLiteral("agent"));
    QCOMPARE(detail[QLatin1String("newPassword")].toBool(), true);
    QVERIFY(!QJsonDocument(entries).toJson().contains("something new"));
}

QTEST_GUILESS_MAIN(tst_UserRoutes)
#include "tst_UserRoutes.moc"
