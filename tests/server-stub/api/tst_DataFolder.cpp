// SPDX-License-Identifier: GPL-3.0-or-later
#include "TestApi.h"

#include "sqlite/Query.h"
#include "support/Tone.h"

using namespace Holdfast;
using namespace Holdfast::Testing;

class tst_DataFolder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isForTheOwnerAlone();
    void isForOneProcessAtATime();
    void saysThatItCantBeWritten();
    void leavesADatabaseOfANewerProgramAlone();
    void refusesAKeyThatIsNotTheRecordings();
    void numbersNeverComeTwice();
    void saysThatThePortIsInUse();
};

void tst_DataFolder::isForTheOwnerAlone()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("new/data"));
    QVERIFY(DataFolder::open({path}));
    QCOMPARE(QFile::permissions(path) & (QFile::ReadGroup | QFile::ExeGroup | QFile::ReadOther | QFile::ExeOther),
             QFile::Permissions());
}

void tst_DataFolder::isForOneProcessAtATime()
{
    QTemporaryDir folder;
    {
        const auto first = DataFolder::open({folder.path()});
        QVERIFY(first);
        const auto second = DataFolder::open({folder.path()});
        QVERIFY(!second);
        QCOMPARE(second.error().kind, FailureKind::Conflict);
        QVERIFY(second.error().message.contains(folder.path()));
    }
    QVERIFY(DataFolder::open({folder.path()}));
}

void tst_DataFolder::saysThatItCantBeWritten()
{
    // A file in the way refuses everybody, where permissions would not stop a privileged user.
    QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("file")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    const auto data = DataFolder::open({folder.filePath(QStringLiteral("file/data"))});
    QVERIFY(!data);
    QVERIFY2(data.error().message.contains(QStringLiteral("can't be written")), qPrintable(data.error().message));
}

void tst_DataFolder::leavesADatabaseOfANewerProgramAlone()
{
    QTemporaryDir folder;
    {
        const auto data = DataFolder::open({folder.path()});
        QVERIFY(data);
    }
    {
        const auto database = Database::open(folder.filePath(QStringLiteral("holdfast.db")), Durability::Full);
        QVERIFY(database);
        QVERIFY(Query(**database, "PRAGMA user_version = 999").run());
    }
    const auto data = DataFolder::open({folder.path()});
    QVERIFY(!data);
    QCOMPARE(data.error().kind, FailureKind::Conflict);
    QVERIFY(data.error().message.endsWith(u'.'));
}

void tst_DataFolder::refusesAKeyThatIsNotTheRecordings()
{
    TestServer server;
    server.start();
    TestApi api(server);
    QCOMPARE(api.upload(api.tokenOf("alice"), server.aliceLead, toneWav(1, 440, 880)).status, 201);
    server.stop();
    QFile key(server.dataFolder() + QStringLiteral("/keys/default.kek"));
    QVERIFY(key.open(QIODevice::ReadWrite));
    const QByteArray right = key.readAll();
    QVERIFY(key.seek(0) && key.write(QByteArray(32, 'k')) == 32 && key.resize(32));
    key.close();
    const auto wrong = DataFolder::open({server.dataFolder()});
    QVERIFY(!wrong);
    QVERIFY2(wrong.error().message.contains(QStringLiteral("key")), qPrintable(wrong.error().message));

    QVERIFY(key.open(QIODevice::WriteOnly) && key.write(right) == right.size());
    key.close();
    QVERIFY(DataFolder::open({server.dataFolder()}));
}

void tst_DataFolder::numbersNeverComeTwice()
{
    TestServer server;
    server.start();
    TestApi api(server);
    const qint64 first = api.upload(api.tokenOf("alice"), server.aliceLead, toneWav(1, 440, 880)).id();
    server.write([](Database &database) { return Query(database, "DELETE FROM recordings").run(); });
    server.stop();
    server.start();
    TestApi again(server);
    const qint64 second = again.upload(again.tokenOf("alice"), server.aliceLead, toneWav(1, 440, 880)).id();
    QVERIFY(second > first);
}

void tst_DataFolder::saysThatThePortIsInUse()
{
    TestServer first;
    first.start();
    TestServer second;
    second.options.port = static_cast<quint16>(first.url().port());
    try {
        second.start();
        QFAIL("two servers took one port");
    } catch (const std::runtime_error &error) {
        QVERIFY2(QByteArray(error.what()).contains("in use"), error.what());
    }
}

QTEST_GUILESS_MAIN(tst_DataFolder)
#include "tst_DataFolder.moc"
