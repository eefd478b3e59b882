// SPDX-License-Identifier: GPL-3.0-or-later
#include "sqlite/Snapshot.h"

#include "sqlite/Transaction.h"
#include "support/OpenDatabase.h"
#include "support/RefusedStatement.h"

#include <QTest>

using namespace Holdfast;
using namespace Holdfast::Testing;

class tst_Snapshot : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_reader = openDatabase(m_folder->filePath(QStringLiteral("a.db")));
        m_writer = openDatabase(m_folder->filePath(QStringLiteral("a.db")));
        QVERIFY(run(*m_writer, "CREATE TABLE t (a)"));
    }
    void cleanup()
    {
        m_reader.reset();
        m_writer.reset();
    }

    void readsOneState()
    {
        {
            const Result<Snapshot> snapshot = Snapshot::begin(*m_reader);
            QVERIFY(snapshot);
            QCOMPARE(countRows(), 0);
            QVERIFY(run(*m_writer, "INSERT INTO t VALUES (1)")); // it is in nobody's way
            QCOMPARE(countRows(), 0);
        }
        QCOMPARE(countRows(), 1);
    }
    void oneThatCouldNotBeEndedHidesNothingThatIsNew()
    {
        Testing::RefusedStatement statement;
        const auto reader = std::move(
            *Database::open(m_folder->filePath(QStringLiteral("a.db")), Durability::ReadOnly, statement.gate()));
        {
            const Result<Snapshot> snapshot = Snapshot::begin(*reader);
            QVERIFY(snapshot);
            QCOMPARE(numberOf(*reader, "SELECT count(*) FROM t"), 0);
            statement.refuse(1);
        }
        QCOMPARE(statement.refused(), QStringLiteral("RELEASE snapshot"));
        QVERIFY(run(*m_writer, "INSERT INTO t VALUES (1)"));
        QCOMPARE(numberOf(*reader, "SELECT count(*) FROM t"), 1);
    }
    void endsOnceWhenMoved()
    {
        Result<Snapshot> first = Snapshot::begin(*m_reader);
        QVERIFY(first);
        {
            const Snapshot second = std::move(*first);
            QCOMPARE(countRows(), 0);
        }
        QVERIFY(run(*m_writer, "INSERT INTO t VALUES (1)"));
        QCOMPARE(countRows(), 1);
    }
    void isAPartOfATransaction()
    {
        Result<Transaction> transaction = Transaction::begin(*m_reader);
        QVERIFY(transaction);
        QVERIFY(run(*m_reader, "INSERT INTO t VALUES (1)"));
        {
            const Result<Snapshot> snapshot = Snapshot::begin(*m_reader);
            QVERIFY(snapshot);
            QCOMPARE(countRows(), 1);
        }
        QVERIFY(transaction->commit());
        QCOMPARE(numberOf(*m_writer, "SELECT count(*) FROM t"), 1);
    }

private:
    qint64 countRows() { return numberOf(*m_reader, "SELECT count(*) FROM t"); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Database> m_reader;
    std::unique_ptr<Database> m_writer;
};

QTEST_GUILESS_MAIN(tst_Snapshot)
#include "tst_Snapshot.moc"
