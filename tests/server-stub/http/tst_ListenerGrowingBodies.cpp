// SPDX-License-Identifier: GPL-3.0-or-later
#include "ListeningTest.h"

#include <atomic>
#include <deque>
#include <mutex>

using namespace Holdfast::Http;
using namespace std::chrono_literals;

namespace {

using Piece = GrowingBody::Piece;

/// What the test gives it, piece by piece, from the test's thread.
class Fed
{
public:
    void give(Piece::State state, const QByteArray &bytes = {})
    {
        std::function<void()> more;
        {
            const std::scoped_lock lock(m_mutex);
            m_pieces.push_back({state, bytes});
            more = m_more;
        }
        if (more)
            more();
    }
    Piece take()
    {
        const std::scoped_lock lock(m_mutex);
        ++asked;
        if (m_pieces.empty())
            return {};
        const Piece piece = m_pieces.front();
        m_pieces.pop_front();
        return piece;
    }
    void whenMore(std::function<void()> call)
    {
        const std::scoped_lock lock(m_mutex);
        m_more = std::move(call);
    }
    size_t left()
    {
        const std::scoped_lock lock(m_mutex);
        return m_pieces.size();
    }

    std::atomic<int> asked = 0;
    std::atomic<bool> isGone = false;

private:
    std::mutex m_mutex;
    std::deque<Piece> m_pieces;
    std::function<void()> m_more;
};

class FedBody : public GrowingBody
{
public:
    explicit FedBody(std::shared_ptr<Fed> fed)
        : m_fed(std::move(fed))
    {
    }
    ~FedBody() override { m_fed->isGone = true; }
    Piece take() override { return m_fed->take(); }
    void whenMore(std::function<void()> call) override { m_fed->whenMore(std::move(call)); }

private:
    std::shared_ptr<Fed> m_fed;
};

std::unique_ptr<ListeningTest> listening(const std::shared_ptr<Fed> &fed, const Limits &limits = {})
{
    Router router;
    router.add("GET", QStringLiteral("/growing"), nullptr, answering([fed] {
                   Reply reply;
                   reply.growing = std::make_shared<FedBody>(fed);
                   return reply;
               }));
    router.add("GET", QStringLiteral("/small"), nullptr,
               answering([] { return Reply::message(200, QStringLiteral("small")); }));
    return std::make_unique<ListeningTest>(std::move(router), limits);
}

} // namespace

class tst_ListenerGrowingBodies : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void goesOutInChunksAsItGrows()
    {
        const auto fed = std::make_shared<Fed>();
        const auto test = listening(fed);
        const auto client = test->client();
        client->send(get("/growing"));
        QTRY_VERIFY(fed->asked > 0);
        fed->give(Piece::State::Bytes, "first");
        QTRY_VERIFY(client->received.endsWith("\r\n\r\n5\r\nfirst\r\n"));
        QVERIFY(client->received.contains("Transfer-Encoding: chunked\r\n"));
        QVERIFY(!client->received.contains("Content-Length"));
        fed->give(Piece::State::Bytes, QByteArray(17, 'x'));
        fed->give(Piece::State::Whole);
        QTRY_VERIFY(client->received.endsWith("\r\n11\r\n" + QByteArray(17, 'x') + "\r\n0\r\n\r\n"));
        QTRY_VERIFY(fed->isGone);
    }

    void theConnectionIsKeptForTheNextRequest()
    {
        const auto fed = std::make_shared<Fed>();
        const auto test = listening(fed);
        const auto client = test->client();
        fed->give(Piece::State::Bytes, "all");
        fed->give(Piece::State::Whole);
        client->send(get("/growing") + get("/small"));
        QTRY_VERIFY(client->received.contains("\r\n3\r\nall\r\n0\r\n\r\nHTTP/1.1 200 OK\r\n"));
        QTRY_VERIFY(client->received.endsWith("\"small\"}"));
        QVERIFY(!client->closed);
    }

    void whatBreaksIsNotEnded()
    {
        const auto fed = std::make_shared<Fed>();
        const auto test = listening(fed);
        const auto client = test->client();
        fed->give(Piece::State::Bytes, "half");
        client->send(get("/growing"));
        QTRY_VERIFY(client->received.endsWith("half\r\n"));
        fed->give(Piece::State::Broken);
        QTRY_VERIFY(client->closed);
        QVERIFY(!client->received.contains("\r\n0\r\n"));
    }

    void anOldClientGetsItWithoutChunksAndThenTheEnd()
    {
        const auto fed = std::make_shared<Fed>();
        const auto test = listening(fed);
        const auto client = test->client();
        fed->give(Piece::State::Bytes, "plain");
        fed->give(Piece::State::Whole);
        client->send("GET /growing HTTP/1.0\r\nConnection: keep-alive\r\n\r\n");
        QTRY_VERIFY(client->closed);
        QVERIFY(client->received.endsWith("\r\n\r\nplain"));
        QVERIFY(!client->received.contains("Transfer-Encoding"));
    }

    void aHeadTellsOfItAndHasNone()
    {
        const auto fed = std::make_shared<Fed>();
        const auto test = listening(fed);
        const auto client = test->client();
        client->send("HEAD /growing HTTP/1.1\r\nHost: localhost\r\n\r\n");
        QTRY_VERIFY(client->received.endsWith("\r\n\r\n"));
        QVERIFY(client->received.contains("Transfer-Encoding: chunked\r\n"));
        QTRY_VERIFY(fed->isGone);
        QCOMPARE(fed->asked.load(), 0);
    }

    void itIsLetGoWhenTheClientGoesAway()
    {
        const auto fed = std::make_shared<Fed>();
        const auto test = listening(fed);
        auto client = test->client();
        client->send(get("/growing"));
        QTRY_VERIFY(fed->asked > 0);
        client.reset();
        QTRY_VERIFY(fed->isGone);
        fed->give(Piece::State::Bytes, "too late");
    }

    void aSlowMakerIsNotTakenForAStalledClient()
    {
        Limits limits;
        limits.stallTime = 50ms;
        limits.idleTime = 300ms;
        const auto fed = std::make_shared<Fed>();
        const auto test = listening(fed, limits);
        const auto client = test->client();
        fed->give(Piece::State::Bytes, "begun");
        client->send(get("/growing"));
        QTRY_VERIFY(client->received.endsWith("begun\r\n"));
        const auto idle = test->client(); // is closed after several times the stall time
        QTRY_VERIFY(idle->closed);
        QVERIFY(!client->closed);
        fed->give(Piece::State::Whole);
        QTRY_VERIFY(client->received.endsWith("0\r\n\r\n"));
    }

    void aSlowReaderIsNotWrittenFarAhead()
    {
        const auto fed = std::make_shared<Fed>();
        const auto test = listening(fed);
        const auto client = test->client();
        client->reading = false;
        client->socket->setReadBufferSize(1);
        const QByteArray piece(256 * 1024, 'x');
        constexpr size_t pieces = 400; // 100 MiB, past what any socket's buffers take
        for (size_t i = 0; i < pieces; ++i)
            fed->give(Piece::State::Bytes, piece);
        fed->give(Piece::State::Whole);
        client->send(get("/growing"));
        QTRY_VERIFY(fed->asked > 2);
        QVERIFY(fed->left() > pieces / 2);
        QVERIFY(!fed->isGone);
        client->reading = true;
        client->socket->setReadBufferSize(0);
        client->received += client->socket->readAll();
        QTRY_VERIFY_WITH_TIMEOUT(client->received.endsWith("0\r\n\r\n"), 30'000);
    }
};

QTEST_GUILESS_MAIN(tst_ListenerGrowingBodies)
#include "tst_ListenerGrowingBodies.moc"
