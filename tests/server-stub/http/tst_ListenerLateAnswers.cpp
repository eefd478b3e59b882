// SPDX-License-Identifier: GPL-3.0-or-later
#include "ListeningTest.h"

#include <QElapsedTimer>

#include <atomic>
#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>

using namespace Holdfast::Http;
using namespace std::chrono_literals;

namespace {

/// Responders that wait for the test to answer through them.
class Waiting
{
public:
    void add(const Responder &responder)
    {
        const std::scoped_lock lock(m_mutex);
        m_responders.append(responder);
    }
    void clear()
    {
        const std::scoped_lock lock(m_mutex);
        m_responders.clear();
    }
    qsizetype count() const
    {
        const std::scoped_lock lock(m_mutex);
        return m_responders.size();
    }
    Responder at(qsizetype index) const
    {
        const std::scoped_lock lock(m_mutex);
        return m_responders.at(index);
    }

private:
    mutable std::mutex m_mutex;
    QList<Responder> m_responders;
};

/// Does things in a thread of its own, one after the other.
class OtherThread
{
public:
    ~OtherThread()
    {
        run(nullptr);
        m_thread.join();
    }
    /// Null ends it.
    void run(std::function<void()> deed)
    {
        const std::scoped_lock lock(m_mutex);
        m_deeds.push_back(std::move(deed));
        m_more.notify_one();
    }

private:
    void loop()
    {
        for (;;) {
            std::unique_lock lock(m_mutex);
            m_more.wait(lock, [this] { return !m_deeds.empty(); });
            const std::function<void()> deed = std::move(m_deeds.front());
            m_deeds.pop_front();
            lock.unlock();
            if (!deed)
                return;
            deed();
        }
    }

    std::mutex m_mutex;
    std::condition_variable m_more;
    std::deque<std::function<void()>> m_deeds;
    std::thread m_thread{[this] { loop(); }};
};

class LateSink final : public BodySink
{
public:
    LateSink(Waiting &waiting, std::atomic<int> &alive)
        : m_waiting(waiting)
        , m_alive(alive)
    {
        ++m_alive;
    }
    ~LateSink() override { --m_alive; }
    std::optional<Reply> take(QByteArrayView) override { return std::nullopt; }
    void finish(const Responder &responder) override { m_waiting.add(responder); }

private:
    Waiting &m_waiting;
    std::atomic<int> &m_alive;
};

Reply word(const char *text)
{
    return Reply::message(200, QLatin1String(text));
}

} // namespace

class tst_ListenerLateAnswers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void comeFromAnotherThread();
    void keepTheOrderOfTheRequests();
    void countOnce();
    void areDroppedWhenTheClientIsGone();
    void refuseABodyThatIsStillComing();
    void meetConnectionsThatCloseAllTheTime();
    void areWaitedForAtTheEnd();
    void areNotWaitedForBeyondTheGrace();

private:
    Waiting m_waiting;
    std::atomic<int> m_sinks = 0;
    std::unique_ptr<OtherThread> m_other;
    std::unique_ptr<ListeningTest> m_test;
};

void tst_ListenerLateAnswers::init()
{
    m_other = std::make_unique<OtherThread>();
    Router router;
    router.add("GET", QStringLiteral("/late"), nullptr,
               [this](const Request &, const Responder &responder) -> std::unique_ptr<BodySink> {
                   m_waiting.add(responder);
                   return nullptr;
               });
    router.add("POST", QStringLiteral("/late"), nullptr,
               [this](const Request &, const Responder &) { return std::make_unique<LateSink>(m_waiting, m_sinks); });
    router.add("POST", QStringLiteral("/early"), nullptr, [this](const Request &, const Responder &responder) {
        m_waiting.add(responder);
        return std::make_unique<LateSink>(m_waiting, m_sinks);
    });
    router.add("GET", QStringLiteral("/pool"), nullptr,
               [this](const Request &, const Responder &responder) -> std::unique_ptr<BodySink> {
                   m_other->run([responder] { responder.reply(word("pool")); });
                   return nullptr;
               });
    router.add("GET", QStringLiteral("/hello"), nullptr, answering([] { return word("hello"); }));
    m_test = std::make_unique<ListeningTest>(std::move(router), Limits{.lingerTime = 200ms});
}

void tst_ListenerLateAnswers::cleanup()
{
    m_test.reset();
    m_other.reset();
    m_waiting.clear();
    QCOMPARE(m_sinks, 0);
}

void tst_ListenerLateAnswers::comeFromAnotherThread()
{
    const auto c = m_test->client();
    for (int i = 0; i < 100; ++i) {
        c->send(get("/pool"));
        TAKE(answer, *c);
        QCOMPARE(answer.body, "{\"message\":\"pool\"}");
    }
}

void tst_ListenerLateAnswers::keepTheOrderOfTheRequests()
{
    const auto c = m_test->client();
    c->send(get("/late") + get("/hello") + get("/late"));
    QTRY_COMPARE(m_waiting.count(), 1);
    QVERIFY(c->received.isEmpty());
    m_waiting.at(0).reply(word("first"));
    TAKE(first, *c);
    QCOMPARE(first.body, "{\"message\":\"first\"}");
    TAKE(hello, *c);
    QCOMPARE(hello.body, "{\"message\":\"hello\"}");
    QTRY_COMPARE(m_waiting.count(), 2);
    m_waiting.at(1).reply(word("third"));
    TAKE(third, *c);
    QCOMPARE(third.body, "{\"message\":\"third\"}");
}

void tst_ListenerLateAnswers::countOnce()
{
    const auto c = m_test->client();
    c->send(get("/late"));
    QTRY_COMPARE(m_waiting.count(), 1);
    m_waiting.at(0).reply(word("one"));
    m_waiting.at(0).reply(word("two"));
    TAKE(answer, *c);
    QCOMPARE(answer.body, "{\"message\":\"one\"}");
    c->send(get("/late"));
    QTRY_COMPARE(m_waiting.count(), 2);
    m_waiting.at(0).reply(word("three"));
    m_waiting.at(1).reply(word("four"));
    TAKE(next, *c);
    QCOMPARE(next.body, "{\"message\":\"four\"}");
}

void tst_ListenerLateAnswers::areDroppedWhenTheClientIsGone()
{
    auto c = m_test->client();
    c->send("POST /late HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nhello");
    QTRY_COMPARE(m_waiting.count(), 1);
    QCOMPARE(m_sinks, 1); // lives on until the answer
    c.reset();
    QTRY_COMPARE(m_sinks, 0);
    m_waiting.at(0).reply(word("too late"));

    auto half = m_test->client();
    half->send("POST /late HTTP/1.1\r\nHost: a\r\nContent-Length: 500\r\n\r\nhello");
    QTRY_COMPARE(m_sinks, 1);
    half.reset();
    QTRY_COMPARE(m_sinks, 0);
    QCOMPARE(m_waiting.count(), 1); // never finished
}

void tst_ListenerLateAnswers::refuseABodyThatIsStillComing()
{
    const auto c = m_test->client();
    c->send("POST /early HTTP/1.1\r\nHost: a\r\nContent-Length: 500\r\n\r\nhello");
    QTRY_COMPARE(m_waiting.count(), 1);
    m_waiting.at(0).reply(Reply::message(403, QStringLiteral("No.")));
    TAKE(answer, *c);
    QCOMPARE(answer.status, 403);
    QCOMPARE(answer.headers.value("Connection"), "close");
    QTRY_VERIFY(c->closed);
    QCOMPARE(m_sinks, 0);
}

void tst_ListenerLateAnswers::meetConnectionsThatCloseAllTheTime()
{
    for (int i = 0; i < 80; ++i) {
        const auto c = m_test->client();
        c->send(get("/pool").repeated(3));
        QTRY_VERIFY(i % 2 == 0 ? c->socket->bytesToWrite() == 0 && c->socket->state() == QAbstractSocket::ConnectedState
                               : !c->received.isEmpty());
        c->socket->abort();
    }
    const auto c = m_test->client();
    c->send(get("/pool"));
    TAKE(answer, *c);
    QCOMPARE(answer.status, 200);
}

void tst_ListenerLateAnswers::areWaitedForAtTheEnd()
{
    const auto c = m_test->client();
    c->send(get("/late"));
    QTRY_COMPARE(m_waiting.count(), 1);
    std::atomic<bool> isIdle = false;
    m_other->run([this, &isIdle] {
        QTcpSocket idle;
        idle.connectToHost(QHostAddress(QHostAddress::LocalHost), m_test->port);
        idle.waitForConnected();
        idle.write(get("/hello"));
        idle.waitForReadyRead();
        isIdle = true;
        idle.waitForDisconnected(); // which shows that the listener is stopping
        m_waiting.at(0).reply(word("done"));
    });
    QTRY_VERIFY(isIdle);
    QElapsedTimer time;
    time.start();
    m_test->listener->stop(20s);
    QVERIFY(time.elapsed() < 10'000);
    TAKE(answer, *c);
    QCOMPARE(answer.body, "{\"message\":\"done\"}");
    QCOMPARE(answer.headers.value("Connection"), "close");
    QTRY_VERIFY(c->closed);
}

void tst_ListenerLateAnswers::areNotWaitedForBeyondTheGrace()
{
    const auto c = m_test->client();
    c->send(get("/late"));
    QTRY_COMPARE(m_waiting.count(), 1);
    m_test->listener->stop(20ms);
    m_waiting.at(0).reply(word("too late"));
    QTRY_VERIFY(c->closed);
    QVERIFY(c->received.isEmpty());
    const auto late = m_test->client();
    QTRY_COMPARE(late->socket->error(), QAbstractSocket::ConnectionRefusedError);
}

QTEST_GUILESS_MAIN(tst_ListenerLateAnswers)
#include "tst_ListenerLateAnswers.moc"
