// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/OpenDatabase.h"

#include <QFile>
#include <QTest>

using namespace Holdfast;
using namespace Holdfast::Testing;
using namespace std::chrono_literals;

class tst_Query : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_path = m_folder->filePath(QStringLiteral("a.db"));
        m_database = openDatabase(m_path);
        QVERIFY(run(*m_database, "CREATE TABLE t (a, b, c, d)"));
    }
    void cleanup() { m_database.reset(); }

    void givesBackWhatWasBound()
    {
        const QDateTime time = QDateTime::fromMSecsSinceEpoch(1'700'000'000'123, Qt::UTC);
        const QString text = QStringLiteral("Zo\u00eb '; DROP TABLE t; -- \U0001F4DE");
        const QByteArray bytes("\0\xff\n", 3);
        Query insert(*m_database, "INSERT INTO t VALUES (?, ?, ?, ?)");
        QVERIFY(insert.bind(text, bytes, time, LeadId{9'007'199'254'740'993}).run());
        QCOMPARE(insert.changedRows(), 1);
        QCOMPARE(insert.insertedId(), 1);

        Query query(*m_database, "SELECT a, b, c, d FROM t");
        QVERIFY(*query.step());
        QCOMPARE(query.text(0), text);
        QCOMPARE(query.bytes(1), bytes);
        QCOMPARE(query.time(2), time);
        QCOMPARE(query.number(3), 9'007'199'254'740'993); // more than a double could hold
        QVERIFY(!*query.step());
    }
    void tellsNothingFromEmpty()
    {
        Query insert(*m_database, "INSERT INTO t VALUES (?, ?, ?, ?)");
        QVERIFY(insert.bind(std::optional<LeadId>(), QString(), QByteArray(), std::optional(1500ms)).run());
        Query query(*m_database, "SELECT a IS NULL, b IS NULL, c IS NULL, d FROM t");
        QVERIFY(*query.step());
        QCOMPARE(query.number(0), 1);
        QCOMPARE(query.number(1), 0); // a null text is an empty one
        QCOMPARE(query.number(2), 0);
        QCOMPARE(query.number(3), 1500);
    }
    void bindsAnewEachTimeItsStatementIsUsedAgain()
    {
        for (int value = 1; value <= 3; ++value) {
            Query insert(*m_database, "INSERT INTO t (a) VALUES (?)");
            QVERIFY(insert.bind(value).run());
        }
        QCOMPARE(numberOf(*m_database, "SELECT sum(a) FROM t"), 6);
    }
    void runsTheSameStatementInsideItself()
    {
        QVERIFY(run(*m_database, "INSERT INTO t (a) VALUES (1), (2), (3)"));
        qint64 pairs = 0;
        Query outer(*m_database, "SELECT a FROM t ORDER BY a");
        QVERIFY(outer.each([&] {
            Query inner(*m_database, "SELECT a FROM t ORDER BY a");
            QVERIFY(inner.each([&] { ++pairs; }));
        }));
        QCOMPARE(pairs, 9);
    }
    void saysWhatFailed_data()
    {
        QTest::addColumn<QByteArray>("sql");
        QTest::addColumn<int>("kind");
        QTest::newRow("no such table") << QByteArray("SELECT * FROM nowhere") << int(FailureKind::Unreachable);
        QTest::newRow("no SQL") << QByteArray("HELLO") << int(FailureKind::Unreachable);
        QTest::newRow("taken") << QByteArray("INSERT INTO u VALUES (1)") << int(FailureKind::Conflict);
        QTest::newRow("a trigger refused") << QByteArray("DELETE FROM u") << int(FailureKind::Conflict);
    }
    void saysWhatFailed()
    {
        QFETCH(QByteArray, sql);
        QFETCH(int, kind);
        QVERIFY(run(*m_database, "CREATE TABLE u (a UNIQUE)"));
        QVERIFY(run(*m_database, "INSERT INTO u VALUES (1)"));
        QVERIFY(run(*m_database, "CREATE TRIGGER stays BEFORE DELETE ON u BEGIN SELECT RAISE(ABORT, 'no'); END"));
        const Done done = run(*m_database, sql);
        QVERIFY(!done);
        QCOMPARE(int(done.error().kind), kind);
        QVERIFY(!done.error().message.isEmpty());
        QVERIFY(!done.error().message.contains(QStringLiteral("SELECT"))); // for a person, not for a programmer
    }
    void tellsARowThatFailsFromTheEnd()
    {
        QVERIFY(run(*m_database, "INSERT INTO t (a) VALUES ('{}'), ('no JSON')"));
        int rows = 0;
        Query query(*m_database, "SELECT json(a) FROM t ORDER BY rowid");
        const Done done = query.each([&] { ++rows; });
        QCOMPARE(rows, 1);
        QVERIFY(!done);
    }
    void doesNotHoldTheLogOpenOnceItIsGone()
    {
        QVERIFY(run(*m_database, "INSERT INTO t (a) VALUES (1), (2)"));
        {
            Query half(*m_database, "SELECT a FROM t");
            QVERIFY(*half.step());
        }
        Query fold(*m_database, "PRAGMA wal_checkpoint(TRUNCATE)");
        QVERIFY(*fold.step());
        QCOMPARE(fold.number(0), 0); // 1 where a reader stood in the way
    }
    void aReadingConnectionNeverWrites()
    {
        auto reader = Database::open(m_path, Durability::ReadOnly);
        QVERIFY(reader);
        QVERIFY(!run(**reader, "INSERT INTO t (a) VALUES (1)"));
        QCOMPARE(numberOf(*m_database, "SELECT count(*) FROM t"), 0);
    }
    void saysWhereAFileIsNoDatabase()
    {
        const QString path = m_folder->filePath(QStringLiteral("text.db"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray(8192, 'x'));
        file.close();
        const auto opened = Database::open(path, Durability::Full);
        QVERIFY(!opened);
        QCOMPARE(opened.error().kind, FailureKind::Corrupt);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), QByteArray(8192, 'x'));
    }
    void saysWhereThereIsNoFolder()
    {
        const auto opened = Database::open(m_folder->filePath(QStringLiteral("no/where.db")), Durability::Full);
        QVERIFY(!opened);
        QCOMPARE(opened.error().kind, FailureKind::Unreachable);
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
    std::unique_ptr<Database> m_database;
};

QTEST_GUILESS_MAIN(tst_Query)
#include "tst_Query.moc"
