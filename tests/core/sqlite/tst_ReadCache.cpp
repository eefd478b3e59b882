// SPDX-License-Identifier: GPL-3.0-or-later
#include "sqlite/ReadCache.h"

#include "support/OpenDatabase.h"

#include <QTest>

#include <atomic>
#include <thread>

using namespace Holdfast;
using namespace Holdfast::Testing;

class tst_ReadCache : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        const QString path = m_folder->filePath(QStringLiteral("a.db"));
        m_reader = openDatabase(path);
        QVERIFY(run(*m_reader, "CREATE TABLE t (a INTEGER)"));
        QVERIFY(run(*m_reader, "INSERT INTO t VALUES (0)"));
        Result<std::unique_ptr<WriteQueue>> queue = WriteQueue::start(path);
        QVERIFY(queue);
        m_queue = std::move(*queue);
        m_reads = 0;
    }
    void cleanup()
    {
        m_queue.reset();
        m_reader.reset();
    }

    void readsOnceBetweenTwoCommits()
    {
        ReadCache<int, qint64> cache(*m_queue, 10);
        QCOMPARE(valueThrough(cache), 0);
        QCOMPARE(valueThrough(cache), 0);
        QCOMPARE(m_reads, 1);
    }
    void seesAWriteAsSoonAsItIsAnswered()
    {
        ReadCache<int, qint64> cache(*m_queue, 10);
        for (qint64 value = 1; value <= 50; ++value) {
            QVERIFY(set(value));
            QCOMPARE(valueThrough(cache), value);
        }
    }
    void doesNotKeepWhatWasReadBeforeACommit()
    {
        ReadCache<int, qint64> cache(*m_queue, 10);
        const Result<qint64> old = cache.get(1, [this]() -> Result<qint64> {
            const qint64 read = value();
            set(7); // committed and answered while the other read is under way
            return read;
        });
        QCOMPARE(old.value(), 0);
        QCOMPARE(valueThrough(cache), 7);
    }
    void keepsNoFailure()
    {
        ReadCache<int, qint64> cache(*m_queue, 10);
        QVERIFY(!cache.get(1, []() -> Result<qint64> { return fail(FailureKind::Internal, QString()); }));
        QCOMPARE(valueThrough(cache), 0);
        QCOMPARE(m_reads, 1);
    }
    void holdsNoMoreThanItMay()
    {
        ReadCache<int, qint64> cache(*m_queue, 2);
        for (const int key : {1, 2, 3})
            QVERIFY(cache.get(key, [this]() -> Result<qint64> { return ++m_reads; }));
        QCOMPARE(cache.get(1, [this]() -> Result<qint64> { return ++m_reads; }).value(), 4);
    }
    void isNeverOlderThanAnAnsweredWriteForAnyOfManyReaders()
    {
        ReadCache<int, qint64> cache(*m_queue, 10);
        std::atomic<qint64> current = 0; // what stands in the table, as far as everybody may know
        std::atomic<qint64> answered = 0;
        std::atomic_int stale = 0;
        std::vector<std::jthread> readers;
        for (int i = 0; i < 4; ++i)
            readers.emplace_back([&](const std::stop_token &stop) {
                while (!stop.stop_requested()) {
                    const qint64 atLeast = answered;
                    if (cache.get(1, [&]() -> Result<qint64> { return current.load(); }).value() < atLeast)
                        ++stale;
                }
            });
        for (qint64 value = 1; value <= 300; ++value) {
            const Result<qint64> written = m_queue
                                               ->submit<qint64>([&current, value](Database &) -> Result<qint64> {
                                                   current = value;
                                                   return value;
                                               })
                                               .result();
            QVERIFY(written);
            answered = value;
        }
        readers.clear();
        QCOMPARE(stale.load(), 0);
    }

private:
    qint64 value() { return numberOf(*m_reader, "SELECT a FROM t"); }
    qint64 valueThrough(ReadCache<int, qint64> &cache)
    {
        return cache
            .get(1,
                 [this]() -> Result<qint64> {
                     ++m_reads;
                     return value();
                 })
            .value();
    }
    bool set(qint64 value)
    {
        return m_queue
            ->submit<void>([value](Database &database) {
                Query query(database, "UPDATE t SET a = ?");
                return query.bind(value).run();
            })
            .result()
            .has_value();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Database> m_reader;
    std::unique_ptr<WriteQueue> m_queue;
    int m_reads = 0;
};

QTEST_GUILESS_MAIN(tst_ReadCache)
#include "tst_ReadCache.moc"
