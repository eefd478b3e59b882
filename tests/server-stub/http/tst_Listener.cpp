// SPDX-License-Identifier: GPL-3.0-or-later
#include "ListeningTest.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Holdfast::Http;

namespace {

const QByteArray host("Host: localhost\r\n");

QByteArray post(const QByteArray &target, const QByteArray &body, const QByteArray &fields = {})
{
    return "POST " + target + " HTTP/1.1\r\n" + host + fields + "Content-Length: " + QByteArray::number(body.size()) +
           "\r\n\r\n" + body;
}

class Pattern final : public BodySource
{
public:
    explicit Pattern(qint64 size)
        : m_size(size)
    {
    }
    qint64 size() const override { return m_size; }
    QByteArray next() override
    {
        const qint64 length = std::min<qint64>(64 * 1024, m_size - m_given);
        m_given += length;
        return QByteArray(length, static_cast<char>('a' + m_given % 26));
    }

private:
    qint64 m_size;
    qint64 m_given = 0;
};

class Broken final : public BodySource
{
public:
    qint64 size() const override { return 1000; }
    QByteArray next() override { return m_begun ? QByteArray() : (m_begun = true, QByteArray("begun")); }

private:
    bool m_begun = false;
};

class Refusing final : public BodySink
{
public:
    std::optional<Reply> take(QByteArrayView) override { return Reply::message(415, QStringLiteral("Not this kind.")); }
    void finish(const Responder &responder) override { responder.reply(Reply::empty(204)); }
};

void addRoutes(Router &router)
{
    const auto answering = [](auto make) {
        return [make](const Request &request, const Responder &responder) -> std::unique_ptr<BodySink> {
            responder.reply(make(request));
            return nullptr;
        };
    };
    router.add("GET", QStringLiteral("/hello"), nullptr,
               answering([](const Request &) { return Reply::message(200, QStringLiteral("hello")); }));
    router.add("GET", QStringLiteral("/said/{word}"), nullptr, answering([](const Request &request) {
                   return Reply::message(200, request.captures[QStringLiteral("word")]);
               }));
    router.add("GET", QStringLiteral("/large"), nullptr, answering([](const Request &) {
                   Reply reply;
                   reply.source = std::make_shared<Pattern>(1'000'000);
                   return reply;
               }));
    router.add("GET", QStringLiteral("/broken"), nullptr, answering([](const Request &) {
                   Reply reply;
                   reply.source = std::make_shared<Broken>();
                   return reply;
               }));
    router.add("GET", QStringLiteral("/split"), nullptr, answering([](const Request &) {
                   Reply reply = Reply::empty(200);
                   reply.headers.add("X-Name", "one\r\nX-Evil: two");
                   return reply;
               }));
    router.add("POST", QStringLiteral("/echo"), nullptr, [](const Request &request, const Responder &responder) {
        return collectBody(request, responder, 100'000, [](const QByteArray &body, const Responder &to) {
            Reply reply;
            reply.body = body;
            to.reply(reply);
        });
    });
    router.add("POST", QStringLiteral("/refusing"), nullptr,
               [](const Request &, const Responder &) { return std::make_unique<Refusing>(); });
    router.add(
        "POST", QStringLiteral("/guarded"),
        [](Request &request) -> std::optional<Reply> {
            if (request.headers.value("Authorization") == "yes")
                return std::nullopt;
            return Reply::message(401, QStringLiteral("Who are you?"));
        },
        [](const Request &, const Responder &responder) -> std::unique_ptr<BodySink> {
            responder.reply(Reply::empty(204));
            return nullptr;
        });
}

} // namespace

class tst_Listener : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void answersAndKeepsTheConnection();
    void answersPipelinedRequestsInOrder();
    void closesAfterConnectionClose();
    void speaksTheOldVersion();
    void sendsTheHeadAloneToHead();
    void handsOnBodiesByLengthAndByChunks();
    void takesABodyInSmallestPieces();
    void asksForTheBodyOnlyWhereItIsWanted();
    void streamsASource();
    void closesWhenASourceBreaks();
    void keepsControlCharactersOutOfFields();
    void refusesBadRequests_data();
    void refusesBadRequests();
    void saysWhatIsAllowed();
    void refusesBrokenChunks();
    void answersARefusalWhileTheBodyIsBeingSent_data();
    void answersARefusalWhileTheBodyIsBeingSent();
    void keepsTheConnectionWhereARefusedBodyHasCome();
    void saysWhyItCannotListen();

private:
    std::unique_ptr<RawClient> client() { return std::make_unique<RawClient>(m_port); }

    Router m_router;
    std::unique_ptr<Listener> m_listener;
    quint16 m_port = 0;
};

void tst_Listener::init()
{
    m_router = Router();
    addRoutes(m_router);
    Limits limits;
    limits.bodyBytes = 5'000'000;
    m_listener = std::make_unique<Listener>(m_router, limits, std::nullopt, 2);
    const auto port = m_listener->listen(QHostAddress(QHostAddress::LocalHost), 0);
    QVERIFY(port);
    m_port = *port;
}

void tst_Listener::cleanup()
{
    m_listener.reset();
}

void tst_Listener::answersAndKeepsTheConnection()
{
    const auto c = client();
    for (int i = 0; i < 3; ++i) {
        c->send(get("/hello"));
        TAKE(answer, *c);
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.body, "{\"message\":\"hello\"}");
        QCOMPARE(answer.headers.value("content-type"), "application/json");
        QCOMPARE(answer.headers.value("cache-control"), "no-store");
        QCOMPARE(answer.headers.value("x-content-type-options"), "nosniff");
        QVERIFY(answer.headers.value("date").endsWith(" GMT"));
    }
    QVERIFY(!c->closed);
}

void tst_Listener::answersPipelinedRequestsInOrder()
{
    const auto c = client();
    QByteArray all;
    for (int i = 0; i < 500; ++i)
        all += i % 50 == 7 ? post("/echo", QByteArray::number(i)) : get("/said/" + QByteArray::number(i));
    c->send(all);
    for (int i = 0; i < 500; ++i) {
        TAKE(answer, *c);
        const QByteArray number = QByteArray::number(i);
        QCOMPARE(answer.body, i % 50 == 7 ? number : "{\"message\":\"" + number + "\"}");
    }
}

void tst_Listener::closesAfterConnectionClose()
{
    const auto c = client();
    c->send(get("/hello", "Connection: foo, Close\r\n"));
    TAKE(answer, *c);
    QCOMPARE(answer.headers.value("connection"), "close");
    QTRY_VERIFY(c->closed);
}

void tst_Listener::speaksTheOldVersion()
{
    const auto c = client();
    c->send("GET /hello HTTP/1.0\r\nConnection: keep-alive\r\n\r\n");
    TAKE(kept, *c);
    QCOMPARE(kept.headers.value("connection"), "keep-alive");
    c->send("GET /hello HTTP/1.0\r\n\r\n");
    TAKE(closed, *c);
    QCOMPARE(closed.headers.value("connection"), "close");
    QTRY_VERIFY(c->closed);
}

void tst_Listener::sendsTheHeadAloneToHead()
{
    const auto c = client();
    c->send("HEAD /large HTTP/1.1\r\n" + host + "\r\n" + get("/hello"));
    QTRY_VERIFY(c->hasAnswer(true));
    const RawClient::Answer answer = c->takeAnswer(true);
    QCOMPARE(answer.headers.value("content-length"), "1000000");
    TAKE(next, *c);
    QCOMPARE(next.body, "{\"message\":\"hello\"}");
}

void tst_Listener::handsOnBodiesByLengthAndByChunks()
{
    const auto c = client();
    const QByteArray body(90'000, 'x');
    c->send(post("/echo", body));
    TAKE(byLength, *c);
    QCOMPARE(byLength.body, body);

    c->send("POST /echo HTTP/1.1\r\n" + host +
            "Transfer-Encoding: chunked\r\n\r\n5;a=\"b\"\r\nhello\r\n001\r\n!\r\n0\r\nTrailer: x\r\n\r\n" +
            get("/hello"));
    TAKE(byChunks, *c);
    QCOMPARE(byChunks.body, "hello!");
    TAKE(next, *c);
    QCOMPARE(next.status, 200);

    c->send(post("/echo", {}));
    TAKE(empty, *c);
    QCOMPARE(empty.status, 200);
    QCOMPARE(empty.body, QByteArray());
}

void tst_Listener::takesABodyInSmallestPieces()
{
    const auto c = client();
    const QByteArray all = "POST /echo HTTP/1.1\r\n" + host +
                           "Transfer-Encoding: chunked\r\n\r\nb\r\nhello world\r\n0\r\n\r\n" + post("/echo", "again");
    QTRY_COMPARE(c->socket->state(), QAbstractSocket::ConnectedState);
    for (const char byte : all) {
        c->send(QByteArray(1, byte));
        c->socket->flush();
    }
    TAKE(first, *c);
    QCOMPARE(first.body, "hello world");
    TAKE(second, *c);
    QCOMPARE(second.body, "again");
}

void tst_Listener::asksForTheBodyOnlyWhereItIsWanted()
{
    const auto c = client();
    c->send("POST /echo HTTP/1.1\r\n" + host + "Expect: 100-continue\r\nContent-Length: 5\r\n\r\n");
    TAKE(goOn, *c);
    QCOMPARE(goOn.status, 100);
    c->send("12345");
    TAKE(answer, *c);
    QCOMPARE(answer.body, "12345");

    c->send("POST /guarded HTTP/1.1\r\n" + host + "Expect: 100-continue\r\nContent-Length: 5\r\n\r\n");
    TAKE(refused, *c);
    QCOMPARE(refused.status, 401);
    QCOMPARE(refused.headers.value("connection"), "close");
    QTRY_VERIFY(c->closed);
}

void tst_Listener::streamsASource()
{
    const auto c = client();
    c->send(get("/large"));
    TAKE(answer, *c);
    QByteArray expected;
    Pattern pattern(1'000'000);
    while (expected.size() < 1'000'000)
        expected += pattern.next();
    QVERIFY(answer.body == expected);
}

void tst_Listener::closesWhenASourceBreaks()
{
    const auto c = client();
    c->send(get("/broken"));
    QTRY_VERIFY(c->closed);
    QVERIFY(!c->hasAnswer());
}

void tst_Listener::keepsControlCharactersOutOfFields()
{
    const auto c = client();
    c->send(get("/split"));
    TAKE(answer, *c);
    QVERIFY(!answer.headers.has("X-Evil"));
    QCOMPARE(answer.headers.value("X-Name"), "one  X-Evil: two");
}

void tst_Listener::refusesBadRequests_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<int>("status");
    const QByteArray end("\r\n");
    QTest::newRow("no first line") << QByteArray("\x16\x03\x01\x02\x00") << 400;
    QTest::newRow("HTTP/0.9") << QByteArray("GET /hello\r\n\r\n") << 400;
    QTest::newRow("another version") << "GET /hello HTTP/2.0\r\n" + host + end << 505;
    QTest::newRow("HTTP/1.2") << "GET /hello HTTP/1.2\r\n" + host + end << 505;
    QTest::newRow("unknown method") << "BREW /hello HTTP/1.1\r\n" + host + end << 501;
    QTest::newRow("lower case method") << "get /hello HTTP/1.1\r\n" + host + end << 501;
    QTest::newRow("no Host") << QByteArray("GET /hello HTTP/1.1\r\n\r\n") << 400;
    QTest::newRow("two Hosts") << "GET /hello HTTP/1.1\r\n" + host + host + end << 400;
    QTest::newRow("Host with a path") << QByteArray("GET /hello HTTP/1.1\r\nHost: a/b?c#d@e\r\n\r\n") << 400;
    QTest::newRow("two lengths") << "POST /echo HTTP/1.1\r\n" + host +
                                        "Content-Length: 5\r\nContent-Length: 5\r\n\r\nhello"
                                 << 400;
    QTest::newRow("list of lengths") << "POST /echo HTTP/1.1\r\n" + host + "Content-Length: 5, 5\r\n\r\nhello" << 400;
    QTest::newRow("negative length") << "POST /echo HTTP/1.1\r\n" + host + "Content-Length: -5\r\n\r\n" << 400;
    QTest::newRow("length with a sign") << "POST /echo HTTP/1.1\r\n" + host + "Content-Length: +5\r\n\r\nhello" << 400;
    QTest::newRow("length in words") << "POST /echo HTTP/1.1\r\n" + host + "Content-Length: five\r\n\r\n" << 400;
    QTest::newRow("length past 63 bits") << "POST /echo HTTP/1.1\r\n" + host +
                                                "Content-Length: 9223372036854775809\r\n\r\n"
                                         << 400;
    QTest::newRow("length and chunks") << "POST /echo HTTP/1.1\r\n" + host +
                                              "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"
                                       << 400;
    QTest::newRow("chunks and length") << "POST /echo HTTP/1.1\r\n" + host +
                                              "Transfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n0\r\n\r\n"
                                       << 400;
    QTest::newRow("xchunked") << "POST /echo HTTP/1.1\r\n" + host + "Transfer-Encoding: xchunked\r\n\r\n" << 501;
    QTest::newRow("gzip, chunked") << "POST /echo HTTP/1.1\r\n" + host + "Transfer-Encoding: gzip, chunked\r\n\r\n"
                                   << 501;
    QTest::newRow("chunked in the old version")
        << QByteArray("POST /echo HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n") << 400;
    QTest::newRow("folded field") << "GET /hello HTTP/1.1\r\n" + host + "X: a\r\n b\r\n\r\n" << 400;
    QTest::newRow("bare line feed") << "GET /hello HTTP/1.1\n" + host + end << 400;
    QTest::newRow("bare return") << "GET /hello HTTP/1.1\r\n" + host + "X: a\rb\r\n\r\n" << 400;
    QTest::newRow("NUL") << "GET /hello HTTP/1.1\r\n" + host + QByteArray("X: a\0b\r\n\r\n", 10) << 400;
    QTest::newRow("blank before the colon")
        << "GET /hello HTTP/1.1\r\n" + host + "Content-Length : 5\r\n\r\nhello" << 400;
    QTest::newRow("no colon") << "GET /hello HTTP/1.1\r\n" + host + "nonsense\r\n\r\n" << 400;
    QTest::newRow("NUL in the path") << get("/said/%00") << 400;
    QTest::newRow("slash in a segment") << get("/said/a%2Fb") << 400;
    QTest::newRow("backslash in a segment") << get("/said/a%5cb") << 400;
    QTest::newRow("dots") << get("/said/..") << 400;
    QTest::newRow("escaped dots") << get("/said/%2e%2E") << 400;
    QTest::newRow("wrong UTF-8") << get("/said/%ff") << 400;
    QTest::newRow("surrogate") << get("/said/%ed%a0%80") << 400;
    QTest::newRow("half an escape") << get("/said/%4") << 400;
    QTest::newRow("NUL in the query") << get("/hello?a=%00") << 400;
    QTest::newRow("asterisk") << get("*") << 400;
    QTest::newRow("no slash") << get("hello") << 400;
    QTest::newRow("long target") << get("/" + QByteArray(9000, 'a')) << 414;
    QTest::newRow("endless target") << "GET /" + QByteArray(20'000, 'a') << 414;
    QTest::newRow("endless fields") << "GET /hello HTTP/1.1\r\n" + host + "X: " + QByteArray(20'000, 'a') << 431;
    QTest::newRow("many fields") << get("/hello", QByteArray("X: a\r\n").repeated(101)) << 431;
    QTest::newRow("other expectation") << post("/echo", "a", "Expect: a-miracle\r\n") << 417;
    QTest::newRow("unknown path") << get("/nowhere") << 404;
    QTest::newRow("empty segment") << get("//hello") << 404;
    QTest::newRow("wrong method") << "DELETE /hello HTTP/1.1\r\n" + host + end << 405;
    QTest::newRow("too long for the route") << post("/echo", QByteArray(100'001, 'a')) << 413;
    QTest::newRow("too long for all") << "POST /refusing HTTP/1.1\r\n" + host + "Content-Length: 5000001\r\n\r\n"
                                      << 413;
}

void tst_Listener::refusesBadRequests()
{
    QFETCH(const QByteArray, request);
    QFETCH(const int, status);
    const auto c = client();
    c->send(request);
    TAKE(answer, *c);
    QCOMPARE(answer.status, status);
    QCOMPARE(answer.headers.value("content-type"), "application/json");
    const QJsonObject body = QJsonDocument::fromJson(answer.body).object();
    QCOMPARE(body.keys(), QStringList{QStringLiteral("message")});
    QVERIFY(!body[QLatin1String("message")].toString().isEmpty());
    if (answer.headers.value("connection") == "close")
        QTRY_VERIFY(c->closed);
    QVERIFY(c->received.isEmpty()); // nothing of it was taken for a second request
}

void tst_Listener::saysWhatIsAllowed()
{
    const auto c = client();
    c->send("DELETE /hello HTTP/1.1\r\n" + host + "\r\n");
    TAKE(refused, *c);
    QCOMPARE(refused.headers.value("allow"), "GET, HEAD, OPTIONS");
    c->send("OPTIONS /echo HTTP/1.1\r\n" + host + "\r\n");
    TAKE(options, *c);
    QCOMPARE(options.status, 204);
    QCOMPARE(options.headers.value("allow"), "OPTIONS, POST");
    QVERIFY(!options.headers.has("content-length"));
    c->send("OPTIONS * HTTP/1.1\r\n" + host + "\r\n");
    TAKE(all, *c);
    QCOMPARE(all.status, 204);
}

void tst_Listener::refusesBrokenChunks()
{
    for (const char *chunks :
         {"x\r\n", "-1\r\n", "\r\n", "5\nhello", "5\r\nhelloXX", "ffffffffffffffff\r\n", "0\r\nA: b\n"}) {
        const auto c = client();
        c->send("POST /echo HTTP/1.1\r\n" + host + "Transfer-Encoding: chunked\r\n\r\n" + chunks);
        TAKE(answer, *c);
        QCOMPARE(answer.status, 400);
        QTRY_VERIFY(c->closed);
    }
}

void tst_Listener::answersARefusalWhileTheBodyIsBeingSent_data()
{
    QTest::addColumn<QByteArray>("head");
    QTest::addColumn<int>("status");
    QTest::newRow("401") << QByteArray("POST /guarded HTTP/1.1\r\nHost: a\r\nContent-Length: 4000000\r\n\r\n") << 401;
    QTest::newRow("413 of all") << QByteArray("POST /refusing HTTP/1.1\r\nHost: a\r\nContent-Length: 40000000\r\n\r\n")
                                << 413;
    QTest::newRow("413 of the route") << QByteArray("POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 4000000\r\n\r\n")
                                      << 413;
    QTest::newRow("413 of chunks")
        << QByteArray("POST /echo HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n3d0900\r\n") << 413;
    QTest::newRow("415") << QByteArray("POST /refusing HTTP/1.1\r\nHost: a\r\nContent-Length: 4000000\r\n\r\n") << 415;
}

void tst_Listener::answersARefusalWhileTheBodyIsBeingSent()
{
    QFETCH(const QByteArray, head);
    QFETCH(const int, status);
    const auto c = client();
    c->send(head + QByteArray(4'000'000, 'x'));
    TAKE(answer, *c);
    QCOMPARE(answer.status, status);
    QCOMPARE(answer.headers.value("connection"), "close");
    QTRY_VERIFY(c->closed);
}

void tst_Listener::keepsTheConnectionWhereARefusedBodyHasCome()
{
    const auto c = client();
    c->send(post("/guarded", "small") + post("/guarded", "small", "Authorization: yes\r\n") + get("/hello"));
    TAKE(refused, *c);
    QCOMPARE(refused.status, 401);
    TAKE(taken, *c);
    QCOMPARE(taken.status, 204);
    TAKE(next, *c);
    QCOMPARE(next.status, 200);
}

void tst_Listener::saysWhyItCannotListen()
{
    Listener other(m_router, {}, std::nullopt, 1);
    const auto port = other.listen(QHostAddress(QHostAddress::LocalHost), m_port);
    QVERIFY(!port);
    QVERIFY2(port.error().contains(QStringLiteral("in use")), qPrintable(port.error()));
}

QTEST_GUILESS_MAIN(tst_Listener)
#include "tst_Listener.moc"
