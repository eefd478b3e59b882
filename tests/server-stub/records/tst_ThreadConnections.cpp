// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/ThreadConnections.h"

#include "ServerRows.h"

#include <QSqlDatabase>
#include <QTest>

#include <thread>

using namespace Holdfast;
using namespace Holdfast::Testing;

class tst_ThreadConnections : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void givesEachThreadItsOwnAndAlwaysTheSame()
    {
        ServerRows rows;
        ThreadConnections connections(rows.path());
        const Result<Database *> here = connections.ofThisThread();
        QVERIFY(here);
        QCOMPARE(*connections.ofThisThread(), *here);
        Database *there = nullptr;
        qint64 users = 0;
        std::thread([&] {
            there = connections.ofThisThread().value_or(nullptr);
            users = there ? numberOf(*there, "SELECT count(*) FROM users") : -1;
        }).join();
        QVERIFY(there && there != *here);
        QCOMPARE(users, 2);
    }
    void onlyReads()
    {
        ServerRows rows;
        ThreadConnections connections(rows.path());
        QVERIFY(!run(**connections.ofThisThread(), "DELETE FROM users"));
        QCOMPARE(*Users(rows.database()).count(), 2);
    }
    void closesAConnectionWithItsThread()
    {
        ServerRows rows;
        ThreadConnections connections(rows.path());
        const qsizetype before = QSqlDatabase::connectionNames().size();
        std::thread([&] { QVERIFY(connections.ofThisThread()); }).join();
        QCOMPARE(QSqlDatabase::connectionNames().size(), before);
    }
    void saysWhereTheDatabaseCannotBeOpened()
    {
        ThreadConnections connections(QStringLiteral("/nowhere/server.db"));
        QVERIFY(!connections.ofThisThread());
    }
};

QTEST_GUILESS_MAIN(tst_ThreadConnections)
#include "tst_ThreadConnections.moc"
