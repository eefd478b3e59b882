// SPDX-License-Identifier: GPL-3.0-or-later
#include "upkeep/WebhookHttp.h"

#include "../http/TestCertificate.h"

#include <QPointer>
#include <QSslServer>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

using namespace Holdfast;

namespace {

/// Hears what is sent and answers always the same.
class Target
{
public:
    explicit Target(QTcpServer &server, QByteArray answer = "HTTP/1.1 204 No Content\r\nContent-Length: 0\r\n\r\n")
        : m_server(server)
        , m_answer(std::move(answer))
    {
        if (!m_server.listen(QHostAddress::LocalHost))
            throw std::runtime_error("no port");
        QObject::connect(&m_server, &QTcpServer::pendingConnectionAvailable, &m_server, [this] {
            QTcpSocket *socket = m_server.nextPendingConnection();
            ++connections;
            QObject::connect(socket, &QTcpSocket::readyRead, &m_server, [this, socket] {
                heard += socket->readAll();
                if (heard.endsWith('}') && !m_answer.isEmpty())
                    socket->write(m_answer);
            });
        });
    }
    QUrl url(const QString &scheme, const QString &host) const
    {
        QUrl url;
        url.setScheme(scheme);
        url.setHost(host);
        url.setPort(m_server.serverPort());
        url.setPath(QStringLiteral("/hook"));
        return url;
    }

    QByteArray heard;
    int connections = 0;

private:
    QTcpServer &m_server;
    const QByteArray m_answer;
};

} // namespace

class tst_WebhookHttp : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void connectsToTheAddressThatWasLookedAt();
    void refusesTargets_data();
    void refusesTargets();
    void takesAnAllowedAddressOfSeveral();
    void doesNotFollowRedirects();
    void doesNotWaitForEver();
    void doesNotReadForEver();
    void saysThatNobodyIsThere();
    void theCertificateMustBeForTheName_data();
    void theCertificateMustBeForTheName();

private:
    WebhookSender::Outcome send(const QString &targets, const QUrl &url);

    WebhookHttp::Options m_options;
    QList<QHostAddress> m_found;
    int m_lookups = 0;
};

void tst_WebhookHttp::init()
{
    m_found = {QHostAddress(QHostAddress::LocalHost)};
    m_lookups = 0;
    m_options = {};
    m_options.lookup = [this](const QString &, QObject *, const WebhookHttp::Found &found) {
        ++m_lookups;
        found(m_found);
    };
}

WebhookSender::Outcome tst_WebhookHttp::send(const QString &targets, const QUrl &url)
{
    WebhookHttp http(WebhookTargets::parse(targets).value(), m_options);
    std::optional<WebhookSender::Outcome> outcome;
    http.send({url, {{"Holdfast-Event-Id", "abc"}}, "{\"a\":1}", 1},
              [&](const WebhookSender::Outcome &given) { outcome = given; });
    if (!QTest::qWaitFor([&] { return outcome.has_value(); }, 20'000))
        return {std::nullopt, QStringLiteral("nothing came")};
    return *outcome;
}

void tst_WebhookHttp::connectsToTheAddressThatWasLookedAt()
{
    QTcpServer server;
    Target target(server);
    const auto outcome = send(QStringLiteral("http://crm.example,127.0.0.1"),
                              target.url(QStringLiteral("http"), QStringLiteral("crm.example")));
    QCOMPARE(outcome.problem, QString());
    QCOMPARE(outcome.status, std::optional(204));
    QCOMPARE(m_lookups, 1); // whoever answers otherwise the second time is not asked
    QVERIFY(target.heard.startsWith("POST /hook HTTP/1.1\r\n"));
    const QByteArray host = "Host: crm.example:" + QByteArray::number(server.serverPort()) + "\r\n";
    QVERIFY2(target.heard.contains(host), target.heard.constData());
    QVERIFY(target.heard.contains("Content-Type: application/json\r\n"));
    QVERIFY(target.heard.contains("Holdfast-Event-Id: abc\r\n"));
    QVERIFY(target.heard.endsWith("\r\n\r\n{\"a\":1}"));
}

void tst_WebhookHttp::refusesTargets_data()
{
    QTest::addColumn<QString>("targets");
    QTest::addColumn<QString>("scheme");
    QTest::addColumn<QString>("host");
    const auto row = [](const char *name, const char *targets, const char *scheme, const char *host) {
        QTest::newRow(name) << QString::fromLatin1(targets) << QString::fromLatin1(scheme) << QString::fromLatin1(host);
    };
    row("where nothing is allowed", "", "http", "crm.example");
    row("a host that is not listed", "http://crm.example,127.0.0.1", "http", "other.example");
    row("without TLS", "crm.example,127.0.0.1", "http", "crm.example");
    row("a name for this machine", "http://crm.example", "http", "crm.example");
    row("this machine's address", "http://crm.example", "http", "127.0.0.1");
    row("the same in one number", "http://crm.example", "http", "2130706433");
}

void tst_WebhookHttp::refusesTargets()
{
    QFETCH(QString, targets);
    QFETCH(QString, scheme);
    QFETCH(QString, host);
    QTcpServer server;
    Target target(server);
    const auto outcome = send(targets, target.url(scheme, host));
    QVERIFY(!outcome.status);
    QVERIFY2(outcome.problem.contains(QLatin1String("HOLDFAST_WEBHOOK_HOSTS")) ||
                 outcome.problem.contains(QLatin1String("https")),
             qPrintable(outcome.problem));
    QCOMPARE(target.connections, 0);
}

void tst_WebhookHttp::takesAnAllowedAddressOfSeveral()
{
    QTcpServer server;
    Target target(server);
    m_found = {QHostAddress(QStringLiteral("169.254.169.254")), QHostAddress(QHostAddress::LocalHost)};
    const auto outcome = send(QStringLiteral("http://crm.example,127.0.0.1"),
                              target.url(QStringLiteral("http"), QStringLiteral("crm.example")));
    QCOMPARE(outcome.status, std::optional(204));
}

void tst_WebhookHttp::doesNotFollowRedirects()
{
    QTcpServer server;
    Target target(server, "HTTP/1.1 307 Moved\r\nLocation: /elsewhere\r\nContent-Length: 0\r\n\r\n");
    const auto outcome =
        send(QStringLiteral("http://127.0.0.1"), target.url(QStringLiteral("http"), QStringLiteral("127.0.0.1")));
    QCOMPARE(outcome.status, std::optional(307));
    QVERIFY(outcome.problem.contains(QLatin1String("Redirects are not followed")));
    QCOMPARE(target.heard.count("POST "), 1);
    QVERIFY(!target.heard.contains("elsewhere"));
}

void tst_WebhookHttp::doesNotWaitForEver()
{
    QTcpServer server;
    Target target(server, {});
    m_options.patience = std::chrono::milliseconds(300);
    const auto outcome =
        send(QStringLiteral("http://127.0.0.1"), target.url(QStringLiteral("http"), QStringLiteral("127.0.0.1")));
    QVERIFY(!outcome.status);
    QCOMPARE(outcome.problem, QStringLiteral("The target did not answer in time."));
}

void tst_WebhookHttp::doesNotReadForEver()
{
    QTcpServer server;
    Target target(server,
                  "HTTP/1.1 200 OK\r\nContent-Length: 999999999\r\n\r\n" + QByteArray(1'000'000, 'x')); // and no end
    const auto outcome =
        send(QStringLiteral("http://127.0.0.1"), target.url(QStringLiteral("http"), QStringLiteral("127.0.0.1")));
    QCOMPARE(outcome.status, std::optional(200));
    QCOMPARE(outcome.problem, QString());
}

void tst_WebhookHttp::saysThatNobodyIsThere()
{
    QUrl url;
    {
        QTcpServer server;
        Target target(server);
        url = target.url(QStringLiteral("http"), QStringLiteral("127.0.0.1"));
    }
    const auto outcome = send(QStringLiteral("http://127.0.0.1"), url);
    QVERIFY(!outcome.status);
    QVERIFY(outcome.problem.startsWith(QLatin1String("The target did not answer: ")));
    m_found = {};
    QCOMPARE(send(QStringLiteral("crm.example"), QUrl(QStringLiteral("https://crm.example/"))).problem,
             QStringLiteral("The target's name has no address."));
}

void tst_WebhookHttp::theCertificateMustBeForTheName_data()
{
    QTest::addColumn<QString>("host");
    QTest::addColumn<bool>("taken");
    QTest::newRow("for the name") << QStringLiteral("localhost") << true;
    QTest::newRow("for another") << QStringLiteral("crm.example") << false;
}

void tst_WebhookHttp::theCertificateMustBeForTheName()
{
    QFETCH(QString, host);
    QFETCH(bool, taken);
    QSslServer server;
    server.setSslConfiguration(Http::testTls());
    Target target(server);
    m_options.tls = QSslConfiguration::defaultConfiguration();
    m_options.tls.setCaCertificates({QSslCertificate(Http::testCertificate, QSsl::Pem)});
    const auto outcome =
        send(QStringLiteral("localhost,crm.example,127.0.0.1"), target.url(QStringLiteral("https"), host));
    QCOMPARE(outcome.problem.isEmpty(), taken);
    QCOMPARE(target.heard.isEmpty(), !taken);
}

QTEST_GUILESS_MAIN(tst_WebhookHttp)
#include "tst_WebhookHttp.moc"
