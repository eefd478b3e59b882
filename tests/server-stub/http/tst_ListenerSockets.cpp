// SPDX-License-Identifier: GPL-3.0-or-later
#include "ListeningTest.h"
#include "OpenFiles.h"
#include "TestCertificate.h"

#include <QSslSocket>

#include <netinet/tcp.h>

using namespace Holdfast::Http;
using namespace Holdfast::Testing;

namespace {

Router routes()
{
    Router router;
    router.add("GET", QStringLiteral("/hello"), nullptr,
               answering([] { return Reply::message(200, QStringLiteral("hello")); }));
    router.add("POST", QStringLiteral("/echo"), nullptr, [](const Request &request, const Responder &responder) {
        return collectBody(request, responder, 100'000, [](const QByteArray &body, const Responder &to) {
            Reply reply;
            reply.body = body;
            to.reply(reply);
        });
    });
    return router;
}

} // namespace

class tst_ListenerSockets : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sendSmallAnswersAtOnce_data();
    void sendSmallAnswersAtOnce();
    void showTheCertificateThatWasGiven();
    void needALengthOrChunksForABody();
    void areClosedWithTheirClients();
};

void tst_ListenerSockets::sendSmallAnswersAtOnce_data()
{
    QTest::addColumn<bool>("secure");
    QTest::newRow("plain") << false;
    QTest::newRow("TLS") << true;
}

void tst_ListenerSockets::sendSmallAnswersAtOnce()
{
    QFETCH(const bool, secure);
    const ListeningTest test(routes(), {}, secure ? std::optional(testTls()) : std::nullopt);
    const auto c = test.client();
    QTRY_COMPARE(socketsAccepted(test.port).size(), 1u);
    // Set once the worker has taken the socket over from the acceptor.
    const auto noDelay = [&] {
        int value = 0;
        socklen_t size = sizeof value;
        ::getsockopt(socketsAccepted(test.port).at(0), IPPROTO_TCP, TCP_NODELAY, &value, &size);
        return value != 0;
    };
    QTRY_VERIFY(noDelay());
}

void tst_ListenerSockets::showTheCertificateThatWasGiven()
{
    const ListeningTest test(routes(), {}, testTls());
    QSslConfiguration trusting = QSslConfiguration::defaultConfiguration();
    trusting.setCaCertificates({QSslCertificate(testCertificate, QSsl::Pem)});
    trusting.setPeerVerifyMode(QSslSocket::VerifyPeer);
    QSslSocket socket;
    socket.setSslConfiguration(trusting);
    socket.connectToHostEncrypted(QStringLiteral("127.0.0.1"), test.port, QStringLiteral("localhost"));
    QTRY_VERIFY2(socket.isEncrypted(), qPrintable(socket.errorString()));
    QCOMPARE(socket.peerCertificate(), QSslCertificate(testCertificate, QSsl::Pem));
    QVERIFY(socket.sessionProtocol() == QSsl::TlsV1_2 || socket.sessionProtocol() == QSsl::TlsV1_3);
}

void tst_ListenerSockets::needALengthOrChunksForABody()
{
    const ListeningTest test(routes(), {});
    const auto c = test.client();
    // With neither there is no body (RFC 9112 §6.3), and what follows is the next request.
    c->send("POST /echo HTTP/1.1\r\nHost: a\r\n\r\n" + get("/hello"));
    TAKE(none, *c);
    QCOMPARE(none.status, 200);
    QVERIFY(none.body.isEmpty());
    TAKE(next, *c);
    QCOMPARE(next.body, "{\"message\":\"hello\"}");
    c->send("POST /echo HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nhi\r\n0\r\n\r\n");
    TAKE(chunked, *c);
    QCOMPARE(chunked.body, "hi");
    QVERIFY(!c->closed);
}

void tst_ListenerSockets::areClosedWithTheirClients()
{
    const ListeningTest test(routes(), {});
    std::vector<std::unique_ptr<RawClient>> clients;
    for (int i = 0; i < 40; ++i) {
        clients.push_back(test.client());
        clients.back()->send(
            QByteArray("POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\nhello").left(i * 2));
    }
    QTRY_COMPARE(socketsAccepted(test.port).size(), clients.size());
    for (std::size_t i = 0; i < clients.size(); ++i) {
        if (i % 2 == 0)
            clients[i]->socket->abort();
        else
            clients[i]->socket->disconnectFromHost();
    }
    QTRY_COMPARE(socketsAccepted(test.port).size(), 0u);
}

QTEST_GUILESS_MAIN(tst_ListenerSockets)
#include "tst_ListenerSockets.moc"
