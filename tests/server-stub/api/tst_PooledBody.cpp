// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/PooledBody.h"

#include <QTest>

#include <atomic>

using namespace Holdfast;

using State = Http::GrowingBody::Piece::State;

namespace {

/// How a maker goes on, and what became of it.
struct Fate
{
    std::atomic<int> made = 0;
    std::atomic<bool> isGone = false;
    int pieces = 3;
    bool breaks = false;
};

class CountingMaker : public PooledBody::Maker
{
public:
    explicit CountingMaker(std::shared_ptr<Fate> fate)
        : m_fate(std::move(fate))
    {
    }
    ~CountingMaker() override { m_fate->isGone = true; }
    Result<QByteArray> next() override
    {
        const int number = ++m_fate->made;
        if (number <= m_fate->pieces)
            return "piece " + QByteArray::number(number);
        if (m_fate->breaks)
            return fail(FailureKind::Corrupt, QStringLiteral("It broke."));
        return QByteArray();
    }

private:
    std::shared_ptr<Fate> m_fate;
};

} // namespace

class tst_PooledBody : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_fate = std::make_shared<Fate>();
        m_more = 0;
    }

    void givesWhatIsMadePieceByPieceAndThenTheEnd()
    {
        const auto body = begin();
        QCOMPARE(body->take().state, State::NotYet);
        for (const char *piece : {"piece 1", "piece 2", "piece 3"})
            QCOMPARE(next(*body).bytes, QByteArray(piece));
        QCOMPARE(next(*body).state, State::Whole);
        QCOMPARE(body->take().state, State::Whole);
    }

    void isNeverMoreThanAPieceAheadOfItsReader()
    {
        m_fate->pieces = 1000;
        const auto body = begin();
        QCOMPARE(body->take().state, State::NotYet);
        m_pool.waitForDone();
        QCOMPARE(m_fate->made.load(), 1);
        QCOMPARE(body->take().bytes, QByteArray("piece 1"));
        m_pool.waitForDone();
        QCOMPARE(m_fate->made.load(), 2);
    }

    void saysEachTimeThatThereIsMore()
    {
        const auto body = begin();
        for (int call = 1; call <= 3; ++call) {
            body->take();
            m_pool.waitForDone();
            QCOMPARE(m_more.load(), call);
        }
    }

    void whatBreaksStaysBroken()
    {
        m_fate->pieces = 1;
        m_fate->breaks = true;
        const auto body = begin();
        QCOMPARE(body->take().state, State::NotYet);
        QCOMPARE(next(*body).bytes, QByteArray("piece 1"));
        QCOMPARE(next(*body).state, State::Broken);
        QCOMPARE(body->take().state, State::Broken);
    }

    void nothingIsMadeForAReaderWhoIsGone()
    {
        auto body = begin();
        body->take();
        m_pool.waitForDone();
        body.reset();
        QVERIFY(m_fate->isGone);
        QCOMPARE(m_fate->made.load(), 1);
    }

private:
    std::unique_ptr<PooledBody> begin()
    {
        auto body = std::make_unique<PooledBody>(m_pool, std::make_unique<CountingMaker>(m_fate));
        body->whenMore([this] { ++m_more; });
        return body;
    }
    /// Once what is being made is there.
    Http::GrowingBody::Piece next(PooledBody &body)
    {
        m_pool.waitForDone();
        return body.take();
    }

    QThreadPool m_pool;
    std::shared_ptr<Fate> m_fate;
    std::atomic<int> m_more = 0;
};

QTEST_APPLESS_MAIN(tst_PooledBody)
#include "tst_PooledBody.moc"
