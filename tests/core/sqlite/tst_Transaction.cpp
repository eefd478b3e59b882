// SPDX-License-Identifier: GPL-3.0-or-later
#include "sqlite/Transaction.h"

#include "support/OpenDatabase.h"
#include "support/RefusedStatement.h"

#include <QTest>

#include <thread>

using namespace Holdfast;
using namespace Holdfast::Testing;

class tst_Transaction : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_path = m_folder->filePath(QStringLiteral("a.db"));
        m_database = openDatabase(m_path);
        QVERIFY(run(*m_database, "CREATE TABLE t (a)"));
    }
    void cleanup() { m_database.reset(); }

    void keepsWhatWasCommitted()
    {
        {
            Result<Transaction> transaction = Transaction::begin(*m_database);
            QVERIFY(transaction);
            QVERIFY(run(*m_database, "INSERT INTO t VALUES (1)"));
            QVERIFY(run(*m_database, "INSERT INTO t VALUES (2)"));
            QVERIFY(transaction->commit());
        }
        QCOMPARE(count(), 2);
    }
    void takesBackWhatWasNot()
    {
        {
            Result<Transaction> transaction = Transaction::begin(*m_database);
            QVERIFY(transaction);
            QVERIFY(run(*m_database, "INSERT INTO t VALUES (1)"));
        }
        QCOMPARE(count(), 0);
        Result<Transaction> next = Transaction::begin(*m_database); // the first one is not in its way
        QVERIFY(next);
    }
    void oneThatCouldNotBeEndedIsInNobodysWay()
    {
        Testing::RefusedStatement statement;
        const auto database = std::move(*Database::open(m_path, Durability::Full, statement.gate()));
        {
            Result<Transaction> transaction = Transaction::begin(*database);
            QVERIFY(transaction);
            QVERIFY(run(*database, "INSERT INTO t VALUES (1)"));
            statement.refuse(1);
        }
        QCOMPARE(statement.refused(), QStringLiteral("ROLLBACK"));
        QCOMPARE(numberOf(*database, "SELECT count(*) FROM t"), 0);
        Result<Transaction> next = Transaction::begin(*database);
        QVERIFY(next);
        QVERIFY(run(*database, "INSERT INTO t VALUES (2)"));
        QVERIFY(next->commit());
        QCOMPARE(count(), 1);
    }
    void oneWhoseCommitFailedIsRolledBack()
    {
        Testing::RefusedStatement statement;
        const auto database = std::move(*Database::open(m_path, Durability::Full, statement.gate()));
        {
            Result<Transaction> transaction = Transaction::begin(*database);
            QVERIFY(transaction);
            QVERIFY(run(*database, "INSERT INTO t VALUES (1)"));
            statement.refuse(1);
            QVERIFY(!transaction->commit());
        }
        QCOMPARE(count(), 0);
        QVERIFY(Transaction::begin(*database));
    }
    void endsOnceWhenMoved()
    {
        {
            Result<Transaction> first = Transaction::begin(*m_database);
            QVERIFY(first);
            QVERIFY(run(*m_database, "INSERT INTO t VALUES (1)"));
            Transaction second = std::move(*first);
            QVERIFY(second.commit());
        }
        QCOMPARE(count(), 1);
    }
    void queuesTwoWritersInsteadOfFailing()
    {
        constexpr int each = 25;
        const auto write = [this](int *failures) {
            const std::unique_ptr<Database> own = openDatabase(m_path);
            for (int turn = 0; turn < each; ++turn) {
                Result<Transaction> transaction = Transaction::begin(*own);
                // Reads before it writes: with a deferred BEGIN, this is what fails with SQLITE_BUSY at once.
                const qint64 before = transaction ? numberOf(*own, "SELECT count(*) FROM t") : -1;
                Query insert(*own, "INSERT INTO t VALUES (?)");
                if (before < 0 || !insert.bind(before).run() || !transaction->commit())
                    ++*failures;
            }
        };
        int failuresOfOne = 0;
        int failuresOfTwo = 0;
        std::thread one(write, &failuresOfOne);
        std::thread two(write, &failuresOfTwo);
        one.join();
        two.join();
        QCOMPARE(failuresOfOne + failuresOfTwo, 0);
        QCOMPARE(count(), 2 * each);
        QCOMPARE(numberOf(*m_database, "SELECT count(DISTINCT a) FROM t"), 2 * each); // none saw a half-done other
    }

private:
    qint64 count() { return numberOf(*m_database, "SELECT count(*) FROM t"); }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
    std::unique_ptr<Database> m_database;
};

QTEST_GUILESS_MAIN(tst_Transaction)
#include "tst_Transaction.moc"
