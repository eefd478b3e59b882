// SPDX-License-Identifier: GPL-3.0-or-later
#include "TestApi.h"

#include "sqlite/Query.h"
#include "support/OpenDatabase.h"
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
    void aMissingKeyIsSaidAndNoneIsMade();
    void numbersNeverComeTwice();
    void aFileThatNoRowKnowsIsNeverOverwrittenOrRemoved();
    void aStartPutsBackWhatSomebodyTookOutOfTheDatabase();
    void aStartMakesHoldsHoldAgainWhatSomebodyTookFromThem();
    void whatIsMissingWhileItRunsIsToldAndNothingIsHeld();
    void aKeyThatRecordingsNeedStaysThoughItIsCalledRetired();
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

void tst_DataFolder::aMissingKeyIsSaidAndNoneIsMade()
{
    TestServer server;
    server.start();
    server.stop();
    const QString key = server.dataFolder() + QStringLiteral("/keys/default.kek");
    QVERIFY(QFile::rename(key, key + QStringLiteral(".away")));
    const auto without = DataFolder::open({server.dataFolder()});
    QVERIFY(!without);
    QVERIFY2(without.error().message.contains(QStringLiteral("missing")), qPrintable(without.error().message));
    QVERIFY(!QFile::exists(key));
    QVERIFY(QFile::rename(key + QStringLiteral(".away"), key));
    QVERIFY(DataFolder::open({server.dataFolder()}));
}

namespace {

Answer holdAt(TestApi &api, const QByteArray &recording)
{
    return api.call("PUT", recording + "/compliance-hold",
                    TestApi::bearer(api.tokenOf("sam")) + Fields{{"Content-Type", "application/json"}},
                    QByteArrayLiteral("{\"complianceHold\":true}"));
}

Done dropTriggers(Database &database)
{
    QStringList names;
    {
        Query query(database, "SELECT name FROM sqlite_master WHERE type = 'trigger'");
        if (Done read = query.each([&] { names.append(query.text(0)); }); !read)
            return read;
    }
    for (const QString &name : names)
        if (Done dropped = Query(database, "DROP TRIGGER " + name.toLatin1()).run(); !dropped)
            return dropped;
    return {};
}

} // namespace

void tst_DataFolder::aStartPutsBackWhatSomebodyTookOutOfTheDatabase()
{
    TestServer server;
    server.start();
    TestApi api(server);
    const QByteArray path =
        "/api/recordings/" +
        QByteArray::number(api.upload(api.tokenOf("alice"), server.aliceLead, toneWav(1, 440, 880)).id());
    QCOMPARE(holdAt(api, path).status, 200);
    server.write(&dropTriggers);
    server.stop();
    {
        const auto command = DataFolder::open({.path = server.dataFolder(), .mustExist = true});
        QVERIFY(command); // it tells, and changes nothing
        QCOMPARE(numberOf(**(*command)->connections().ofThisThread(),
                          "SELECT count(*) FROM sqlite_master WHERE type = 'trigger'"),
                 0);
    }
    server.start();
    TestApi again(server);
    QVERIFY(!again.get("/readyz", {}).object().contains(QLatin1String("problems")));
    server.write([](Database &database) -> Done {
        return Query(database, "DELETE FROM recordings").run() ? fail(FailureKind::Internal, QStringLiteral("deleted"))
                                                               : Done();
    });
    QCOMPARE(again.call("DELETE", path, TestApi::bearer(again.tokenOf("ada"))).status, 403);
    const QJsonArray entries = again.get("/api/audit?action=database-mend", again.tokenOf("ada")).array();
    QCOMPARE(entries.size(), 1);
    QVERIFY(entries[0][QLatin1String("detail")][QLatin1String("putBack")].toArray().contains(
        QStringLiteral("trigger recordings_not_found")));
}

void tst_DataFolder::whatIsMissingWhileItRunsIsToldAndNothingIsHeld()
{
    TestServer server;
    server.start();
    TestApi api(server);
    const QByteArray path =
        "/api/recordings/" +
        QByteArray::number(api.upload(api.tokenOf("alice"), server.aliceLead, toneWav(1, 440, 880)).id());
    server.write([](Database &database) { return Query(database, "DROP TRIGGER held_recordings_marked").run(); });
    QCOMPARE(api.get("/readyz", {}).object()[QLatin1String("problems")].toArray(),
             (QJsonArray{QStringLiteral("The trigger held_recordings_marked of the database is missing.")}));
    QCOMPARE(holdAt(api, path).status, 500);
}

/// With the triggers away, marks are taken from holds that stand; then the triggers come back.
void tst_DataFolder::aStartMakesHoldsHoldAgainWhatSomebodyTookFromThem()
{
    TestServer server;
    server.start();
    TestApi api(server);
    const QByteArray sam = api.tokenOf("sam");
    QList<QByteArray> paths;
    for (const LeadId lead : {server.aliceLead, server.aliceLead, server.bobLead})
        paths.append(
            "/api/recordings/" +
            QByteArray::number(
                api.upload(api.tokenOf(lead == server.bobLead ? "bob" : "alice"), lead, toneWav(1, 440, 880)).id()));
    QCOMPARE(holdAt(api, paths[0]).status, 200);
    const auto place = [&](const QByteArray &hold) {
        return api.call("POST", "/api/holds", TestApi::bearer(sam) + Fields{{"Content-Type", "application/json"}},
                        R"({"scope":"lead","reason":"suit",)" + hold + "}");
    };
    const QByteArray aliceLead = QByteArray::number(server.aliceLead.value);
    const QByteArray bobLead = QByteArray::number(server.bobLead.value);
    const QList<qint64> holds{place(R"("leadId":)" + aliceLead + R"(,"includesLater":false)").id(),
                              place(R"("leadId":)" + bobLead + R"(,"includesLater":true)").id()};
    const auto areActive = [&] {
        return std::all_of(holds.begin(), holds.end(), [&](qint64 id) {
            return api.get("/api/holds/" + QByteArray::number(id), sam)
                       .object()
                       .value(QLatin1String("state"))
                       .toString() == QLatin1String("active");
        });
    };
    QTRY_VERIFY(areActive());
    server.write(&dropTriggers);
    server.write([](Database &database) { return Query(database, "DELETE FROM held_recordings").run(); });
    server.write([](Database &database) { return Query(database, "UPDATE recordings SET compliance_hold = 0").run(); });
    server.stop();
    server.start();
    for (const QByteArray &path : paths)
        QCOMPARE(api.call("DELETE", path, TestApi::bearer(api.tokenOf("ada"))).status, 403);
    QTRY_VERIFY(areActive());
    Database &database = **server.data().connections().ofThisThread();
    QCOMPARE(numberOf(database, "SELECT count(*) FROM held_recordings"), 4);
    QCOMPARE(numberOf(database, "SELECT sum(recording_count) FROM holds"), 4);
    QCOMPARE(numberOf(database, "SELECT sum(compliance_hold) FROM recordings"), 3);
    QCOMPARE(numberOf(database, "SELECT count(*) FROM audit WHERE action = 'database-mend'"
                                " AND json_array_length(detail, '$.holds') = 3"),
             1);
}

void tst_DataFolder::aKeyThatRecordingsNeedStaysThoughItIsCalledRetired()
{
    TestServer server;
    server.start();
    TestApi api(server);
    api.upload(api.tokenOf("alice"), server.aliceLead, toneWav(1, 440, 880));
    server.write([](Database &database) -> Done {
        if (Done dropped = Query(database, "DROP TRIGGER keys_in_use_are_not_retired").run(); !dropped)
            return dropped;
        return Query(database, "UPDATE wrapping_keys SET is_current = 0, retired_at = 1").run();
    });
    server.stop();
    const auto data = DataFolder::open({server.dataFolder()});
    QVERIFY(QFile::exists(server.dataFolder() + QStringLiteral("/keys/default.kek")));
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

/// A database that was set back to a backup gives numbers again that files of the time after it bear.
void tst_DataFolder::aFileThatNoRowKnowsIsNeverOverwrittenOrRemoved()
{
    TestServer server;
    server.start();
    TestApi api(server);
    const Answer first = api.upload(api.tokenOf("alice"), server.aliceLead, toneWav(1, 440, 880));
    const QString file =
        server.dataFolder() + QStringLiteral("/recordings/") + first.object()[QLatin1String("filePath")].toString();
    const auto bytes = [&] {
        QFile sealed(file);
        return sealed.open(QIODevice::ReadOnly) ? sealed.readAll() : QByteArray();
    };
    const QByteArray before = bytes();
    QVERIFY(!before.isEmpty());
    server.write([](Database &database) -> Done {
        if (Done done = Query(database, "DELETE FROM recordings").run(); !done)
            return done;
        return Query(database, "DELETE FROM sqlite_sequence").run();
    });
    server.stop();
    server.start();
    TestApi again(server);
    const Answer second = again.upload(again.tokenOf("alice"), server.aliceLead, toneWav(1, 300, 300));
    QCOMPARE(second.status, 201);
    QVERIFY(second.object()[QLatin1String("filePath")] != first.object()[QLatin1String("filePath")]);
    QCOMPARE(bytes(), before);
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
