// SPDX-License-Identifier: GPL-3.0-or-later
#include "ListeningTest.h"
#include "TestCertificate.h"

#include <QSslSocket>

#include <atomic>
#include <vector>

Q_DECLARE_METATYPE(Holdfast::Http::Limits)

using namespace Holdfast::Http;
using namespace std::chrono_literals;

namespace {

constexpr qint64 mebibyte = 1024 * 1024;

/// What the sources and sinks of a test have seen, for all threads.
struct Counts
{
    std::atomic<qint64> given = 0;
    std::atomic<qint64> taken = 0;
    std::atomic<int> sources = 0;
    std::atomic<int> sinks = 0;
};

class CountedSource final : public BodySource
{
public:
    CountedSource(Counts &counts, qint64 size)
        : m_counts(counts)
        , m_size(size)
    {
        ++m_counts.sources;
    }
    ~CountedSource() override { --m_counts.sources; }
    qint64 size() const override { return m_size; }
    QByteArray next() override
    {
        const QByteArray piece(std::min<qint64>(64 * 1024, m_size - m_mine), 'x');
        m_mine += piece.size();
        m_counts.given += piece.size();
        return piece;
    }

private:
    Counts &m_counts;
    qint64 m_size;
    qint64 m_mine = 0;
};

class CountedSink final : public BodySink
{
public:
    explicit CountedSink(Counts &counts)
        : m_counts(counts)
    {
        ++m_counts.sinks;
    }
    ~CountedSink() override { --m_counts.sinks; }
    std::optional<Reply> take(QByteArrayView bytes) override
    {
        m_counts.taken += bytes.size();
        return std::nullopt;
    }
    void finish(const Responder &responder) override { responder.reply(Reply::empty(204)); }

private:
    Counts &m_counts;
};

Router routes(Counts &counts, qint64 sourceBytes = 1024 * mebibyte)
{
    Router router;
    router.add("GET", QStringLiteral("/hello"), nullptr,
               answering([] { return Reply::message(200, QStringLiteral("hello")); }));
    router.add("GET", QStringLiteral("/large"), nullptr, answering([&counts, sourceBytes] {
                   Reply reply;
                   reply.source = std::make_shared<CountedSource>(counts, sourceBytes);
                   return reply;
               }));
    router.add("POST", QStringLiteral("/upload"), nullptr,
               [&counts](const Request &, const Responder &) { return std::make_unique<CountedSink>(counts); });
    router.add("POST", QStringLiteral("/never"), nullptr,
               [](const Request &, const Responder &) -> std::unique_ptr<BodySink> { return nullptr; });
    return router;
}

QByteArray upload(qint64 announced, const QByteArray &body)
{
    return "POST /upload HTTP/1.1\r\nHost: a\r\nContent-Length: " + QByteArray::number(announced) + "\r\n\r\n" + body;
}

} // namespace

class tst_ListenerLimits : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void endsASlowHead();
    void closesAnIdleConnection();
    void endsABodyThatStalls();
    void endsABodyThatTrickles();
    void cutsOffAReaderThatStalls_data();
    void cutsOffAReaderThatStalls();
    void leavesFurtherRequestsWithTheClient();
    void boundsWhatIsThrownAway();
    void turnsAwayWhoIsTooMany_data();
    void turnsAwayWhoIsTooMany();
    void servesBesideSilentConnections_data();
    void servesBesideSilentConnections();
    void speaksTls();
    void answersARefusalOverTls();
};

void tst_ListenerLimits::endsASlowHead()
{
    Counts counts;
    const ListeningTest test(routes(counts), {.headTime = 50ms});
    const auto c = test.client();
    c->send("GET /hello HTTP/1.1\r\n");
    TAKE(answer, *c);
    QCOMPARE(answer.status, 408);
    QTRY_VERIFY(c->closed);
}

void tst_ListenerLimits::closesAnIdleConnection()
{
    Counts counts;
    const ListeningTest test(routes(counts), {.idleTime = 50ms});
    const auto c = test.client();
    c->send(get("/hello"));
    TAKE(answer, *c);
    QCOMPARE(answer.status, 200);
    QTRY_VERIFY(c->closed);
    QVERIFY(c->received.isEmpty());
}

void tst_ListenerLimits::endsABodyThatStalls()
{
    Counts counts;
    const ListeningTest test(routes(counts), {.stallTime = 50ms});
    const auto c = test.client();
    c->send(upload(1000, "begun"));
    TAKE(answer, *c);
    QCOMPARE(answer.status, 408);
    QTRY_COMPARE(counts.sinks, 0);
    QCOMPARE(counts.taken, 5);
}

void tst_ListenerLimits::endsABodyThatTrickles()
{
    Counts counts;
    const ListeningTest test(routes(counts), {.bodyBytesPerSecond = 1'000'000, .slowBodyTime = 100ms});
    const auto c = test.client();
    QObject::connect(c->socket.get(), &QIODevice::bytesWritten, c.get(), [&c] { c->send("x"); });
    c->send(upload(50'000'000, "begun"));
    TAKE(answer, *c);
    QCOMPARE(answer.status, 408);
    QTRY_COMPARE(counts.sinks, 0);
}

void tst_ListenerLimits::cutsOffAReaderThatStalls_data()
{
    QTest::addColumn<bool>("secure");
    QTest::newRow("plain") << false;
    QTest::newRow("TLS") << true;
}

void tst_ListenerLimits::cutsOffAReaderThatStalls()
{
    QFETCH(const bool, secure);
    Counts counts;
    const ListeningTest test(routes(counts), {.stallTime = 200ms}, secure ? std::optional(testTls()) : std::nullopt);
    std::unique_ptr<RawClient> c;
    if (secure) {
        auto socket = std::make_unique<QSslSocket>();
        QSslSocket *const raw = socket.get();
        raw->setSslConfiguration(testTls());
        c = std::make_unique<RawClient>(test.port, std::move(socket));
        QObject::connect(raw, &QAbstractSocket::connected, raw, &QSslSocket::startClientEncryption);
        QTRY_VERIFY(raw->isEncrypted());
    } else {
        c = test.client();
    }
    c->reading = false;
    c->socket->setReadBufferSize(1);
    c->send(get("/large"));
    QTRY_VERIFY(counts.given > 0);
    QTRY_COMPARE(counts.sources, 0);
    // Of a gibibyte, no more than the kernel's buffers and our own were filled.
    QVERIFY2(counts.given < 32 * mebibyte, qPrintable(QString::number(counts.given)));
}

void tst_ListenerLimits::leavesFurtherRequestsWithTheClient()
{
    Counts counts;
    const ListeningTest test(routes(counts), {});
    const auto c = test.client();
    c->send("POST /never HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\n\r\n" + QByteArray(100 * mebibyte, 'x'));
    qint64 before = 0;
    const auto isSteady = [&] { return std::exchange(before, c->socket->bytesToWrite()) == c->socket->bytesToWrite(); };
    QTRY_VERIFY(c->socket->bytesToWrite() < 100 * mebibyte && isSteady());
    QVERIFY2(c->socket->bytesToWrite() > 60 * mebibyte, qPrintable(QString::number(c->socket->bytesToWrite())));
}

void tst_ListenerLimits::boundsWhatIsThrownAway()
{
    Counts counts;
    const ListeningTest test(routes(counts), {.bodyBytes = 100, .lingerBytes = mebibyte, .lingerTime = 60s});
    const auto c = test.client();
    c->reading = false;
    c->send(upload(200 * mebibyte, QByteArray(200 * mebibyte, 'x')));
    QTRY_VERIFY(c->closed);
    QCOMPARE(counts.taken, 0);
}

void tst_ListenerLimits::turnsAwayWhoIsTooMany_data()
{
    QTest::addColumn<Limits>("limits");
    QTest::newRow("in all") << Limits{.connections = 2};
    QTest::newRow("of one address") << Limits{.connections = 100, .connectionsPerAddress = 2};
}

void tst_ListenerLimits::turnsAwayWhoIsTooMany()
{
    QFETCH(const Limits, limits);
    Counts counts;
    const ListeningTest test(routes(counts), limits);
    auto first = test.client();
    const auto second = test.client();
    for (RawClient *const c : {first.get(), second.get()}) {
        c->send(get("/hello"));
        TAKE(answer, *c);
        QCOMPARE(answer.status, 200);
    }
    const auto third = test.client();
    TAKE(refused, *third);
    QCOMPARE(refused.status, 503);
    QTRY_VERIFY(third->closed);

    first.reset();
    const auto isServed = [&test] {
        const auto c = test.client();
        c->send(get("/hello"));
        return QTest::qWaitFor([&c] { return c->hasAnswer(); }) && c->takeAnswer().status == 200;
    };
    bool served = false; // looked at more than once, asked for until the first is gone
    QTRY_VERIFY(served = served || isServed());
}

void tst_ListenerLimits::servesBesideSilentConnections_data()
{
    QTest::addColumn<bool>("secure");
    QTest::newRow("plain") << false;
    QTest::newRow("TLS") << true;
}

void tst_ListenerLimits::servesBesideSilentConnections()
{
    QFETCH(const bool, secure);
    Counts counts;
    const ListeningTest test(routes(counts), {.headTime = 300ms, .handshakeTime = 300ms},
                             secure ? std::optional(testTls()) : std::nullopt);
    std::vector<std::unique_ptr<RawClient>> silent;
    for (int i = 0; i < 300; ++i) {
        silent.push_back(test.client());
        if (!secure)
            silent.back()->send("GET /he");
    }
    auto socket = std::make_unique<QSslSocket>();
    QSslSocket *const raw = socket.get();
    raw->setSslConfiguration(testTls());
    RawClient good(test.port, std::move(socket));
    if (secure)
        QObject::connect(raw, &QAbstractSocket::connected, raw, &QSslSocket::startClientEncryption);
    QTRY_VERIFY(secure ? raw->isEncrypted() : raw->state() == QAbstractSocket::ConnectedState);
    good.send(get("/hello"));
    TAKE(answer, good);
    QCOMPARE(answer.status, 200);
    for (const auto &c : silent)
        QTRY_VERIFY(c->closed);
}

void tst_ListenerLimits::speaksTls()
{
    Counts counts;
    const ListeningTest test(routes(counts, 3 * mebibyte), {}, testTls());
    auto socket = std::make_unique<QSslSocket>();
    QSslSocket *const raw = socket.get();
    raw->setSslConfiguration(testTls());
    RawClient c(test.port, std::move(socket));
    QObject::connect(raw, &QAbstractSocket::connected, raw, &QSslSocket::startClientEncryption);
    QTRY_VERIFY(raw->isEncrypted());
    c.send(get("/large") + upload(2 * mebibyte, QByteArray(2 * mebibyte, 'x')) + get("/hello"));
    TAKE(large, c);
    QVERIFY(large.body == QByteArray(3 * mebibyte, 'x'));
    TAKE(uploaded, c);
    QCOMPARE(uploaded.status, 204);
    QCOMPARE(counts.taken, 2 * mebibyte);
    TAKE(hello, c);
    QCOMPARE(hello.status, 200);
    c.send("GET /hello HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
    TAKE(last, c);
    QCOMPARE(last.status, 200);
    QTRY_VERIFY(c.closed);
}

void tst_ListenerLimits::answersARefusalOverTls()
{
    Counts counts;
    const ListeningTest test(routes(counts), {.bodyBytes = 1000, .lingerTime = 300ms}, testTls());
    auto socket = std::make_unique<QSslSocket>();
    QSslSocket *const raw = socket.get();
    raw->setSslConfiguration(testTls());
    RawClient c(test.port, std::move(socket));
    QObject::connect(raw, &QAbstractSocket::connected, raw, &QSslSocket::startClientEncryption);
    QTRY_VERIFY(raw->isEncrypted());
    c.send(upload(20 * mebibyte, QByteArray(20 * mebibyte, 'x')));
    TAKE(answer, c);
    QCOMPARE(answer.status, 413);
    QTRY_VERIFY(c.closed);
}

QTEST_GUILESS_MAIN(tst_ListenerLimits)
#include "tst_ListenerLimits.moc"
