// SPDX-License-Identifier: GPL-3.0-or-later
#include "TestApi.h"

#include "support/Tone.h"
#include "upkeep/WebhookSignature.h"

#include <QDir>
#include <QTcpServer>
#include <QTcpSocket>

using namespace Holdfast;
using namespace Holdfast::Testing;

namespace {

const QByteArray path("/api/webhooks");

/// A program that is told: keeps each body with its fields, and answers with that status.
class Receiver
{
public:
    struct Told
    {
        QByteArray head;
        QByteArray body;
        QByteArray field(const QByteArray &name) const
        {
            const qsizetype begin = head.indexOf(name + ": ") + name.size() + 2;
            return head.mid(begin, head.indexOf('\r', begin) - begin);
        }
    };

    Receiver()
    {
        if (!m_server.listen(QHostAddress::LocalHost))
            throw std::runtime_error("no port");
        QObject::connect(&m_server, &QTcpServer::newConnection, &m_server, [this] {
            QTcpSocket *socket = m_server.nextPendingConnection();
            QObject::connect(socket, &QTcpSocket::readyRead, &m_server, [this, socket] {
                const QByteArray all = socket->property("all").toByteArray() + socket->readAll();
                socket->setProperty("all", all);
                if (!all.endsWith("}"))
                    return;
                socket->setProperty("all", {});
                const qsizetype end = all.indexOf("\r\n\r\n");
                told.append({all.first(end + 2), all.sliced(end + 4)});
                socket->write("HTTP/1.1 " + QByteArray::number(status) + " x\r\nContent-Length: 0\r\n\r\n");
            });
        });
    }
    QByteArray url() const { return "http://127.0.0.1:" + QByteArray::number(m_server.serverPort()) + "/hook"; }

    QList<Told> told;
    int status = 200;

private:
    QTcpServer m_server;
};

} // namespace

class tst_WebhookRoutes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void tellsWhatHappenedWithASignature();
    void showsASecretOnceAndKeepsItSealed();
    void refusesWhatIsNoWebhook_data();
    void refusesWhatIsNoWebhook();
    void showsDeliveriesPageByPageAndSendsThemAgain();
    void tellsAfterARestartWhatItCouldNotTellBefore();
    void aTestIsSentAtOnceAndSaysWhatTheTargetAnswered();
    void nobodyIsToldATestWhoCanNotBe();
    void deletingOneSaysWhatWasDropped();
    void eachDeedIsAnAuditEntryWithoutTheSecret();

private:
    Answer send(const QByteArray &method, const QByteArray &where, const QByteArray &body = {})
    {
        return m_api->call(method, where, TestApi::bearer(m_ada), body);
    }
    static QByteArray request(const QByteArray &url, const QByteArray &more = {});
    QByteArray make(const QByteArray &url);
    QJsonObject outcomeOf(const QByteArray &where, qint64 delivery);
    qint64 upload() { return m_api->upload(m_alice, m_server->aliceLead, m_file).id(); }
    void restart(const std::function<void()> &meanwhile)
    {
        m_api.reset();
        m_server->stop();
        meanwhile();
        m_server->start();
        m_api = std::make_unique<TestApi>(*m_server);
    }

    std::unique_ptr<Receiver> m_receiver;
    std::unique_ptr<TestServer> m_server;
    std::unique_ptr<TestApi> m_api;
    QByteArray m_ada, m_alice, m_file;
};

QByteArray tst_WebhookRoutes::request(const QByteArray &url, const QByteArray &more)
{
    return "{\"url\":\"" + url + "\",\"events\":[\"recording.completed\",\"hold.changed\"]" + more + '}';
}

/// With a secret that the tests know; answers its path.
QByteArray tst_WebhookRoutes::make(const QByteArray &url)
{
    return path + '/' + QByteArray::number(send("POST", path, request(url, R"(,"secret":"0123456789abcdef")")).id());
}

void tst_WebhookRoutes::init()
{
    m_api.reset();
    m_receiver = std::make_unique<Receiver>();
    m_server = std::make_unique<TestServer>();
    m_server->options.webhookTargets = orThrow(WebhookTargets::parse(QStringLiteral("http://127.0.0.1, crm.example")));
    m_server->start();
    m_api = std::make_unique<TestApi>(*m_server);
    m_ada = m_api->tokenOf("ada");
    m_alice = m_api->tokenOf("alice");
    m_file = toneWav(0.2, 440, 880);
}

void tst_WebhookRoutes::tellsWhatHappenedWithASignature()
{
    make(m_receiver->url());
    const qint64 id = upload();
    QTRY_COMPARE(m_receiver->told.size(), 1);
    const Receiver::Told told = m_receiver->told.first();
    const QJsonObject body = QJsonDocument::fromJson(told.body).object();
    QCOMPARE(body[QLatin1String("event")].toString(), QStringLiteral("recording.completed"));
    QCOMPARE(body[QLatin1String("data")][QLatin1String("recordingId")].toInteger(), id);
    QCOMPARE(body[QLatin1String("data")][QLatin1String("fileSize")].toInteger(), m_file.size());
    QCOMPARE(told.field("Holdfast-Signature"),
             webhookSignature("0123456789abcdef", told.field("Holdfast-Timestamp"), told.body));
    QCOMPARE(told.field("Holdfast-Event-Id"), body[QLatin1String("id")].toString().toLatin1());
    QTRY_VERIFY(m_api->call("GET", "/metrics").body.contains("\nholdfast_webhook_taken_total 1\n"));
}

void tst_WebhookRoutes::showsASecretOnceAndKeepsItSealed()
{
    const Answer made = send("POST", path, request(m_receiver->url()));
    QCOMPARE(made.status, 201);
    const QByteArray secret = made.object()[QLatin1String("secret")].toString().toLatin1();
    QCOMPARE(secret.size(), 43);
    const QByteArray where = path + '/' + QByteArray::number(made.id());
    QCOMPARE(made.field("Location"), where);
    for (const QByteArray &shown : {send("GET", where).body, send("GET", path).body,
                                    send("PUT", where, request(m_receiver->url(), R"(,"on":true)")).body}) {
        QVERIFY(shown.contains(m_receiver->url()));
        QVERIFY(!shown.contains("secret"));
    }
    upload(); // a changed webhook keeps its secret
    QTRY_COMPARE(m_receiver->told.size(), 1);
    const Receiver::Told told = m_receiver->told.first();
    QCOMPARE(told.field("Holdfast-Signature"), webhookSignature(secret, told.field("Holdfast-Timestamp"), told.body));
    const Answer given = send("POST", path, request(m_receiver->url(), R"(,"secret":"given-by-an-admin")"));
    QCOMPARE(given.status, 201);
    QVERIFY(!given.body.contains("secret") && !given.body.contains("given-by"));
    restart([&] {
        const QDir folder(m_server->dataFolder());
        for (const QString &name : folder.entryList({QStringLiteral("holdfast.db*")})) {
            QFile file(folder.filePath(name));
            QVERIFY(file.open(QIODevice::ReadOnly));
            QVERIFY(!file.readAll().contains(secret));
        }
    });
}

/// As the webhook's deliveries tell it, once it is decided.
QJsonObject tst_WebhookRoutes::outcomeOf(const QByteArray &where, qint64 delivery)
{
    QJsonObject found;
    const auto isDecided = [&] {
        for (const QJsonValue &one : send("GET", where + "/deliveries").array())
            if (one[QLatin1String("id")].toInteger() == delivery)
                found = one.toObject();
        return found[QLatin1String("state")].toString() != QStringLiteral("waiting");
    };
    [&] { QTRY_VERIFY(isDecided()); }();
    return found;
}

void tst_WebhookRoutes::aTestIsSentAtOnceAndSaysWhatTheTargetAnswered()
{
    const QByteArray where = make(m_receiver->url());
    const Answer sent = send("POST", where + "/test");
    QCOMPARE(sent.status, 202);
    QCOMPARE(sent.object()[QLatin1String("event")].toString(), QStringLiteral("webhook.test"));
    QVERIFY(sent.object()[QLatin1String("nextAttemptAt")].isNull());
    const QJsonObject outcome = outcomeOf(where, sent.id());
    QCOMPARE(outcome[QLatin1String("state")].toString(), QStringLiteral("delivered"));
    QCOMPARE(outcome[QLatin1String("lastStatus")].toInt(), 200);
    QCOMPARE(m_receiver->told.size(), 1);
    const Receiver::Told told = m_receiver->told.first();
    QCOMPARE(told.field("Holdfast-Event"), QByteArray("webhook.test"));
    QCOMPARE(told.field("Holdfast-Signature"),
             webhookSignature("0123456789abcdef", told.field("Holdfast-Timestamp"), told.body));
    QCOMPARE(m_api->get("/api/audit?action=webhook-test", m_ada).array().size(), 1);
}

void tst_WebhookRoutes::nobodyIsToldATestWhoCanNotBe()
{
    const QByteArray where = make(m_receiver->url());
    QCOMPARE(send("PUT", where, request(m_receiver->url(), R"(,"on":false)")).status, 200);
    QCOMPARE(send("POST", where + "/test").status, 409);
    QCOMPARE(send("POST", path + "/404/test").status, 404);
    QCOMPARE(m_api->call("POST", where + "/test", TestApi::bearer(m_alice)).status, 403);
    QCOMPARE(send("POST", path, "{\"url\":\"" + m_receiver->url() + "\",\"events\":[\"webhook.test\"]}").status, 400);
    QVERIFY(m_receiver->told.isEmpty());
}

void tst_WebhookRoutes::refusesWhatIsNoWebhook_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("named");
    const auto row = [](const char *name, const QByteArray &body, const char *named) {
        QTest::newRow(name) << body << QString::fromLatin1(named);
    };
    row("a host that is not allowed", request("https://other.example/"), "other.example");
    row("without TLS", request("http://crm.example/"), "https");
    row("another scheme", request("file:///etc/passwd"), "url");
    row("no address", request("crm.example"), "url");
    row("a password in it", request("https://me:pass@crm.example/"), "url");
    row("too long", request("https://crm.example/" + QByteArray(2000, 'x')), "url");
    row("a short secret", request("https://crm.example/", R"(,"secret":"short")"), "secret");
    row("a secret with a blank", request("https://crm.example/", R"(,"secret":"0123456789 abcdef")"), "secret");
    row("a field that nobody knows", request("https://crm.example/", R"(,"secrets":"x")"), "secrets");
    row("no events", R"({"url":"https://crm.example/","events":[]})", "events");
    row("an event that nobody knows", R"({"url":"https://crm.example/","events":["recording.eaten"]})", "events");
    row("on is a number", request("https://crm.example/", R"(,"on":1)"), "on");
}

void tst_WebhookRoutes::refusesWhatIsNoWebhook()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, named);
    const Answer answer = send("POST", path, body);
    QCOMPARE(answer.status, 400);
    QVERIFY2(answer.message().contains(named), qPrintable(answer.message()));
    QCOMPARE(send("GET", path).array().size(), 0);
}

void tst_WebhookRoutes::showsDeliveriesPageByPageAndSendsThemAgain()
{
    const QByteArray webhook = make(m_receiver->url());
    for (int i = 0; i < 3; ++i)
        upload();
    QTRY_COMPARE(send("GET", webhook + "/deliveries?state=delivered").array().size(), 3);
    const Answer first = send("GET", webhook + "/deliveries?limit=2&state=delivered");
    QCOMPARE(first.array().size(), 2);
    const QByteArray link = first.field("Link");
    const Answer second = send("GET", link.mid(1, link.indexOf('>') - 1));
    QCOMPARE(second.array().size(), 1);
    QVERIFY(second.field("Link").isEmpty());
    const QJsonObject oldest = second.array()[0].toObject();
    QCOMPARE(oldest[QLatin1String("lastStatus")].toInteger(), 200);
    QCOMPARE(oldest[QLatin1String("attempts")].toInteger(), 1);
    QCOMPARE(send("GET", webhook + "/deliveries?state=lost").status, 400);

    const QByteArray id = QByteArray::number(oldest[QLatin1String("id")].toInteger());
    const Answer replayed = send("POST", webhook + "/deliveries/" + id + "/replay");
    QCOMPARE(replayed.status, 200);
    QCOMPARE(replayed.object()[QLatin1String("state")].toString(), QStringLiteral("waiting"));
    QVERIFY(replayed.object()[QLatin1String("nextAttemptAt")].isNull()); // at once
    QTRY_COMPARE(m_receiver->told.size(), 4);
    QCOMPARE(m_receiver->told[3].body, m_receiver->told[0].body);
}

void tst_WebhookRoutes::tellsAfterARestartWhatItCouldNotTellBefore()
{
    const QByteArray webhook = make(m_receiver->url());
    m_receiver->status = 503;
    upload();
    QTRY_COMPARE(m_receiver->told.size(), 1);
    QTRY_COMPARE(send("GET", webhook + "/deliveries").array()[0][QLatin1String("lastStatus")].toInteger(), 503);
    restart([&] { m_receiver->status = 200; });
    // Changing it, too, has it tried at once.
    QCOMPARE(send("PUT", webhook, request(m_receiver->url())).status, 200);
    QTRY_COMPARE(m_receiver->told.size(), 2);
    QCOMPARE(m_receiver->told[1].field("Holdfast-Event-Id"), m_receiver->told[0].field("Holdfast-Event-Id"));
}

void tst_WebhookRoutes::deletingOneSaysWhatWasDropped()
{
    const QByteArray webhook = make(m_receiver->url());
    m_receiver->status = 503;
    upload();
    upload();
    QTRY_COMPARE(m_receiver->told.size(), 1);
    const Answer gone = send("DELETE", webhook);
    QCOMPARE(gone.object(), (QJsonObject{{QStringLiteral("dropped"), 2}}));
    QCOMPARE(send("GET", webhook).status, 404);
    QVERIFY(m_api->call("GET", "/metrics").body.contains("\nholdfast_webhook_deliveries_waiting 0\n"));
}

void tst_WebhookRoutes::eachDeedIsAnAuditEntryWithoutTheSecret()
{
    const QByteArray webhook = make(m_receiver->url());
    upload();
    QTRY_COMPARE(send("GET", webhook + "/deliveries?state=delivered").array().size(), 1);
    send("POST", webhook + "/deliveries/1/replay");
    send("PUT", webhook, request(m_receiver->url(), R"(,"secret":"another secret of it")"));
    send("PUT", webhook, request(m_receiver->url(), R"(,"secret":"another-secret-of-it")"));
    send("DELETE", webhook);
    const Answer audit = m_api->get("/api/audit", m_ada);
    QStringList actions;
    for (const QJsonValue &entry : audit.array())
        if (entry[QLatin1String("action")].toString().startsWith(QLatin1String("webhook")))
            actions.prepend(entry[QLatin1String("action")].toString());
    QCOMPARE(actions, (QStringList{QStringLiteral("webhook-create"), QStringLiteral("webhook-replay"),
                                   QStringLiteral("webhook-change"), QStringLiteral("webhook-delete")}));
    QVERIFY(audit.body.contains("newSecret"));
    QVERIFY(!audit.body.contains("another-secret-of-it") && !audit.body.contains("0123456789abcdef"));
}

QTEST_GUILESS_MAIN(tst_WebhookRoutes)
#include "tst_WebhookRoutes.moc"
