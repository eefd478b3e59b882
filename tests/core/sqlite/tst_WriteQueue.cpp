// SPDX-License-Identifier: GPL-3.0-or-later
#include "sqlite/WriteQueue.h"

#include "support/OpenDatabase.h"

#include <QTest>

#include <latch>
#include <thread>
#include <vector>

using namespace Holdfast;
using namespace Holdfast::Testing;

namespace {

std::function<Result<qint64>(Database &)> insert(qint64 value)
{
    return [value](Database &database) -> Result<qint64> {
        Query query(database, "INSERT INTO t VALUES (?)");
        if (Done done = query.bind(value).run(); !done)
            return fail(done.error());
        return value;
    };
}

} // namespace

class tst_WriteQueue : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_path = m_folder->filePath(QStringLiteral("a.db"));
        QVERIFY(run(*openDatabase(m_path), "CREATE TABLE t (a INTEGER UNIQUE)"));
        Result<std::unique_ptr<WriteQueue>> queue = WriteQueue::start(m_path);
        QVERIFY(queue);
        m_queue = std::move(*queue);
    }
    void cleanup() { m_queue.reset(); }

    void takesWritesFromManyThreadsAndLosesNone()
    {
        constexpr int threads = 8;
        constexpr int each = 200;
        std::latch together(threads);
        std::vector<QList<Eventual<Result<qint64>>>> answers(threads);
        std::vector<std::thread> submitters;
        for (int thread = 0; thread < threads; ++thread)
            submitters.emplace_back([&, thread] {
                together.arrive_and_wait();
                for (int turn = 0; turn < each; ++turn)
                    answers[thread] << m_queue->submit(insert(qint64(thread) * each + turn));
            });
        for (std::thread &submitter : submitters)
            submitter.join();
        for (int thread = 0; thread < threads; ++thread)
            for (int turn = 0; turn < each; ++turn)
                QCOMPARE(answers[thread][turn].result().value(), qint64(thread) * each + turn);
        QCOMPARE(count(), threads * each);
    }
    void runsWhatOneThreadAsksInItsOrder()
    {
        const Held held(*m_queue);
        QVector<int> order;
        std::optional<Eventual<Result<qint64>>> last;
        for (int turn = 0; turn < 1000; ++turn) // more than one group holds
            last = m_queue->submit<qint64>([turn, &order](Database &) -> Result<qint64> {
                order << turn;
                return turn;
            });
        held.release();
        QVERIFY(last->result());
        QCOMPARE(order.size(), 1000);
        QVERIFY(std::is_sorted(order.cbegin(), order.cend()));
    }
    void aWriteThatFailsFailsAlone()
    {
        const Held held(*m_queue); // so that the three stand in one group
        auto one = m_queue->submit(insert(1));
        auto twice = m_queue->submit<qint64>([](Database &database) -> Result<qint64> {
            if (Done done = run(database, "INSERT INTO t VALUES (2)"); !done)
                return fail(done.error());
            return insert(1)(database); // is taken
        });
        auto three = m_queue->submit(insert(3));
        held.release();
        QVERIFY(one.result());
        QVERIFY(!twice.result());
        QCOMPARE(twice.result().error().kind, FailureKind::Conflict);
        QVERIFY(three.result());
        QCOMPARE(values(), (QList<qint64>{1, 3})); // nor is the first half of the second left
    }
    void anAnsweredWriteIsThereForWhoeverOpensTheFile()
    {
        for (qint64 value = 0; value < 20; ++value) {
            QVERIFY(m_queue->submit(insert(value)).result());
            QCOMPARE(count(), value + 1); // by another connection, at once
        }
    }
    void saysWhenTheDiskIsFullAndGoesOn()
    {
        QVERIFY(m_queue->submit(insert(1)).result());
        const auto limit = [this](const QByteArray &pages) {
            return m_queue
                ->submit<qint64>([pages](Database &database) -> Result<qint64> {
                    return numberOf(database, "PRAGMA max_page_count=" + pages);
                })
                .result();
        };
        // SQLite's own limit of pages fails as a full disk does (sqlite.org/pragma.html#pragma_max_page_count).
        const qint64 now = numberOf(*openDatabase(m_path), "PRAGMA page_count");
        QCOMPARE(limit(QByteArray::number(now)).value(), now);
        const auto large = [](Database &database) -> Result<qint64> {
            if (Done done = run(database, "CREATE TABLE large AS SELECT zeroblob(1000000) AS a"); !done)
                return fail(done.error());
            return 0;
        };
        {
            const Held held(*m_queue);
            auto small = m_queue->submit(insert(2));
            auto tooLarge = m_queue->submit<qint64>(large);
            auto alsoSmall = m_queue->submit(insert(3));
            held.release();
            QVERIFY(!tooLarge.result());
            QCOMPARE(tooLarge.result().error().kind, FailureKind::StorageFull);
            QVERIFY(small.result()); // SQLite gave up the whole group; these were tried again for themselves
            QVERIFY(alsoSmall.result());
        }
        QCOMPARE(values(), (QList<qint64>{1, 2, 3}));
        QVERIFY(limit("1000000"));
        QVERIFY(m_queue->submit<qint64>(large).result());
    }
    void finishesWhatWasSubmittedBeforeItEnds()
    {
        QList<Eventual<Result<qint64>>> answers;
        for (qint64 value = 0; value < 300; ++value)
            answers << m_queue->submit(insert(value));
        m_queue.reset();
        for (const auto &answer : answers)
            QVERIFY(answer.isGiven() && answer.result());
        QCOMPARE(count(), 300);
    }
    void saysWhyItDoesNotStart()
    {
        const auto queue = WriteQueue::start(m_folder->filePath(QStringLiteral("no/where.db")));
        QVERIFY(!queue);
        QCOMPARE(queue.error().kind, FailureKind::Unreachable);
    }

private:
    /// Keeps the writer busy until it is let go, so that what is submitted meanwhile waits together.
    class Held
    {
    public:
        explicit Held(WriteQueue &queue)
        {
            queue.submit<qint64>([go = m_go, begun = m_begun](Database &) -> Result<qint64> {
                begun->count_down();
                go->wait();
                return 0;
            });
            m_begun->wait();
        }
        ~Held() { release(); }
        Q_DISABLE_COPY_MOVE(Held)
        void release() const
        {
            if (!m_go->try_wait())
                m_go->count_down();
        }

    private:
        std::shared_ptr<std::latch> m_go = std::make_shared<std::latch>(1);
        std::shared_ptr<std::latch> m_begun = std::make_shared<std::latch>(1);
    };

    qint64 count() { return numberOf(*openDatabase(m_path), "SELECT count(*) FROM t"); }
    QList<qint64> values()
    {
        QList<qint64> values;
        const std::unique_ptr<Database> database = openDatabase(m_path);
        Query query(*database, "SELECT a FROM t ORDER BY a");
        if (!query.each([&] { values << query.number(0); }))
            values = {-1};
        return values;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
    std::unique_ptr<WriteQueue> m_queue;
};

QTEST_GUILESS_MAIN(tst_WriteQueue)
#include "tst_WriteQueue.moc"
