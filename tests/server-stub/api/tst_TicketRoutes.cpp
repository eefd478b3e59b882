// SPDX-License-Identifier: GPL-3.0-or-later
#include "TestApi.h"

#include "access/Tickets.h"
#include "sqlite/Query.h"
#include "support/Tone.h"

using namespace Holdfast;
using namespace Holdfast::Testing;

namespace {

QDateTime now;

} // namespace

class tst_TicketRoutes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void playsWithoutAHeader();
    void lastsFiveMinutesFromItsLastUse();
    void opensOneRecordingAndNothingElse();
    void isNotTakenForATokenNorATokenForIt();
    void endsWithItsSignIn();
    void goesOnWithARenewedToken();
    void endsWithTheAccountAndWithThePassword();
    void isNotForWhatOneMayNotSee();
    void makesRoomByForgettingTheLeastUsed();

private:
    QByteArray ticketFor(const QByteArray &token, const QByteArray &id = "1")
    {
        const Answer answer = m_api->call("POST", "/api/recordings/" + id + "/ticket", TestApi::bearer(token));
        return answer.object().value(QLatin1String("url")).toString().toLatin1();
    }
    int statusOf(const QByteArray &url) { return m_api->call("GET", url).status; }

    std::unique_ptr<TestServer> m_server;
    std::unique_ptr<TestApi> m_api;
    QByteArray m_alice;
    QByteArray m_file;
};

void tst_TicketRoutes::init()
{
    now = QDateTime::currentDateTimeUtc();
    m_api.reset();
    m_server = std::make_unique<TestServer>();
    m_server->options.clock = [] { return now; };
    m_server->start();
    m_api = std::make_unique<TestApi>(*m_server);
    m_alice = m_api->tokenOf("alice");
    m_file = toneWav(0.2, 440, 880);
    for (int id = 1; id <= 2; ++id)
        QCOMPARE(m_api->upload(m_alice, m_server->aliceLead, m_file).id(), id);
}

void tst_TicketRoutes::playsWithoutAHeader()
{
    const Answer issued = m_api->call("POST", "/api/recordings/1/ticket", TestApi::bearer(m_alice));
    QCOMPARE(issued.status, 200);
    QCOMPARE(issued.object().keys(), (QStringList{QStringLiteral("expiresAt"), QStringLiteral("url")}));
    QByteArray url = issued.object().value(QLatin1String("url")).toString().toLatin1();
    QVERIFY(url.startsWith("/api/recordings/1/stream?ticket="));
    QCOMPARE(m_api->call("GET", url).body, m_file);
    QCOMPARE(m_api->call("HEAD", url).status, 200);
    QCOMPARE(m_api->call("GET", url, {{"Range", "bytes=0-9"}}).body, m_file.first(10));
    url.replace("/stream", "/download");
    QCOMPARE(m_api->call("GET", url).body, m_file);
    QStringList entries;
    for (const QJsonValue &entry : m_api->get("/api/audit?limit=9", m_api->tokenOf("sam")).array())
        entries.append(entry[QLatin1String("username")].toString() + u' ' + entry[QLatin1String("action")].toString());
    for (const char *wanted : {"alice ticket", "alice stream", "alice download"})
        QVERIFY2(entries.contains(QString::fromLatin1(wanted)), wanted);
}

void tst_TicketRoutes::lastsFiveMinutesFromItsLastUse()
{
    const QByteArray url = ticketFor(m_alice);
    for (int i = 0; i < 3; ++i) {
        now = now.addSecs(299);
        QCOMPARE(statusOf(url), 200);
    }
    now = now.addSecs(300);
    QCOMPARE(statusOf(url), 401);
    QCOMPARE(m_api->call("GET", url).message(), QStringLiteral("Invalid or expired ticket"));
}

void tst_TicketRoutes::opensOneRecordingAndNothingElse()
{
    QByteArray url = ticketFor(m_alice);
    const QByteArray query = url.mid(url.indexOf('?'));
    QCOMPARE(statusOf("/api/recordings/2/stream" + query), 401);
    for (const char *path : {"/api/recordings/1", "/api/recordings/1/waveform", "/api/recordings", "/api/auth/me"})
        QCOMPARE(statusOf(path + query), 401);
    QCOMPARE(m_api->call("DELETE", "/api/recordings/1" + query).status, 401);
    url.chop(1);
    QCOMPARE(statusOf(url), 401);
    QCOMPARE(statusOf("/api/recordings/1/stream?ticket="), 401);
}

void tst_TicketRoutes::isNotTakenForATokenNorATokenForIt()
{
    const QByteArray url = ticketFor(m_alice);
    QCOMPARE(statusOf("/api/recordings/1/stream?ticket=" + m_alice), 401);
    QCOMPARE(m_api->get("/api/auth/me", url.mid(url.indexOf('=') + 1)).status, 401);
    QVERIFY(!url.contains(m_alice));
}

void tst_TicketRoutes::endsWithItsSignIn()
{
    const QByteArray url = ticketFor(m_alice);
    QCOMPARE(m_api->call("POST", "/api/auth/logout", TestApi::bearer(m_alice)).status, 204);
    QCOMPARE(statusOf(url), 401);
}

void tst_TicketRoutes::goesOnWithARenewedToken()
{
    const QByteArray url = ticketFor(m_alice);
    const Answer renewed = m_api->call("POST", "/api/auth/refresh", TestApi::bearer(m_alice));
    QCOMPARE(statusOf(url), 200);
    const QByteArray token = renewed.object().value(QLatin1String("token")).toString().toLatin1();
    QCOMPARE(m_api->call("POST", "/api/auth/logout", TestApi::bearer(token)).status, 204);
    QCOMPARE(statusOf(url), 401);
}

void tst_TicketRoutes::endsWithTheAccountAndWithThePassword()
{
    const QByteArray url = ticketFor(m_alice);
    const QByteArray sams = ticketFor(m_api->tokenOf("sam"));
    m_server->write([](Database &database) {
        return Query(database, "UPDATE users SET disabled = 1 WHERE username = 'alice'").run();
    });
    QCOMPARE(statusOf(url), 401);
    QCOMPARE(statusOf(sams), 200);
    const QByteArray body = R"({"currentPassword":")" + everybodysPassword + R"(","newPassword":"another password"})";
    QCOMPARE(m_api->call("POST", "/api/auth/password", TestApi::bearer(m_api->tokenOf("sam")), body).status, 200);
    QCOMPARE(statusOf(sams), 401);
}

void tst_TicketRoutes::isNotForWhatOneMayNotSee()
{
    const QByteArray bob = m_api->tokenOf("bob");
    QCOMPARE(m_api->call("POST", "/api/recordings/1/ticket", TestApi::bearer(bob)).status, 403);
    QCOMPARE(m_api->call("POST", "/api/recordings/404/ticket", TestApi::bearer(bob)).status, 404);
    QCOMPARE(m_api->call("POST", "/api/recordings/1/ticket").status, 401);
}

void tst_TicketRoutes::makesRoomByForgettingTheLeastUsed()
{
    Tickets tickets;
    const Tickets::Holder holder{{1}, "t", now, now.addSecs(3600)};
    const QByteArray first = tickets.issue(holder, {{1}}, now).ticket;
    const QByteArray second = tickets.issue(holder, {{1}}, now.addMSecs(1)).ticket;
    for (qsizetype i = 2; i < Tickets::mostTickets; ++i)
        tickets.issue(holder, {{1}}, now.addMSecs(2));
    QVERIFY(tickets.use(first, {1}, now.addMSecs(3)));
    tickets.issue(holder, {{1}}, now.addMSecs(4));
    QVERIFY(tickets.use(first, {1}, now.addMSecs(5)));
    QVERIFY(!tickets.use(second, {1}, now.addMSecs(5)));
}

QTEST_GUILESS_MAIN(tst_TicketRoutes)
#include "tst_TicketRoutes.moc"
