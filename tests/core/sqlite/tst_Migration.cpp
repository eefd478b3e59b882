// SPDX-License-Identifier: GPL-3.0-or-later
#include "sqlite/Migration.h"

#include "support/OpenDatabase.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace Holdfast;
using namespace Holdfast::Testing;

class tst_Migration : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(QDir(m_folder->path()).mkdir(QStringLiteral("schema")));
        m_schema = m_folder->filePath(QStringLiteral("schema"));
        m_database = openDatabase(m_folder->filePath(QStringLiteral("a.db")));
    }
    void cleanup() { m_database.reset(); }

    void runsTheNumberedFilesInOrderAndOnce()
    {
        write("002-more.sql", "INSERT INTO t VALUES ('second')\n");
        write("001-first.sql", "CREATE TABLE t (a)\n\nINSERT INTO t VALUES ('first')\n");
        QVERIFY(migrate(*m_database, m_schema));
        QVERIFY(migrate(*m_database, m_schema));
        QCOMPARE(numberOf(*m_database, "SELECT count(*) FROM t"), 2);
        QCOMPARE(version(), 2);

        write("003-later.sql", "INSERT INTO t VALUES ('third')\n");
        QVERIFY(migrate(*m_database, m_schema));
        QCOMPARE(numberOf(*m_database, "SELECT count(*) FROM t"), 3);
        QCOMPARE(version(), 3);
    }
    void readsATriggersSemicolonsAsItsOwn()
    {
        write("001-a.sql", "-- Semicolons; in a comment; too.\nCREATE TABLE t (a)\n\n"
                           "CREATE TRIGGER twice AFTER INSERT ON t WHEN new.a < 10\nBEGIN\n"
                           "    INSERT INTO t VALUES (new.a + 10);\n    INSERT INTO t VALUES (new.a + 20);\nEND\n");
        QVERIFY(migrate(*m_database, m_schema));
        QVERIFY(run(*m_database, "INSERT INTO t VALUES (1)"));
        QCOMPARE(numberOf(*m_database, "SELECT sum(a) FROM t"), 33);
    }
    void leavesNothingOfAFileThatFails()
    {
        write("001-a.sql", "CREATE TABLE t (a)\n");
        write("002-b.sql", "INSERT INTO t VALUES (1)\n\nCREATE TABLE u (a)\n\nINSERT INTO nowhere VALUES (1)\n");
        QVERIFY(!migrate(*m_database, m_schema));
        QCOMPARE(version(), 1);
        QCOMPARE(numberOf(*m_database, "SELECT count(*) FROM t"), 0);
        QCOMPARE(numberOf(*m_database, "SELECT count(*) FROM sqlite_schema WHERE name = 'u'"), 0);

        write("002-b.sql", "INSERT INTO t VALUES (1)\n"); // mended, it goes on from there
        QVERIFY(migrate(*m_database, m_schema));
        QCOMPARE(version(), 2);
        QCOMPARE(numberOf(*m_database, "SELECT count(*) FROM t"), 1);
    }
    void leavesAFileOfANewerProgramAlone()
    {
        write("001-a.sql", "CREATE TABLE t (a)\n");
        QVERIFY(run(*m_database, "PRAGMA user_version=7"));
        const Done done = migrate(*m_database, m_schema);
        QVERIFY(!done);
        QCOMPARE(done.error().kind, FailureKind::Conflict);
        QVERIFY(done.error().message.contains(QStringLiteral("newer")));
        QCOMPARE(version(), 7);
        QCOMPARE(numberOf(*m_database, "SELECT count(*) FROM sqlite_schema"), 0);
    }
    void saysWhereItsFilesAreMissing()
    {
        const Done done = migrate(*m_database, m_schema);
        QVERIFY(!done);
        QCOMPARE(done.error().kind, FailureKind::Internal);
    }

private:
    void write(const char *name, const QByteArray &sql)
    {
        QFile file(m_schema + QLatin1Char('/') + QLatin1String(name));
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        QCOMPARE(file.write(sql), sql.size());
    }
    qint64 version() { return numberOf(*m_database, "PRAGMA user_version"); }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_schema;
    std::unique_ptr<Database> m_database;
};

QTEST_GUILESS_MAIN(tst_Migration)
#include "tst_Migration.moc"
