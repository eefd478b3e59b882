// SPDX-License-Identifier: GPL-3.0-or-later
#include "audit/Checkpoint.h"
#include "crypto/Sha256.h"
#include "server-stub/http/TestCertificate.h"
#include "support/BlockingHttp.h"
#include "support/OpenDatabase.h"
#include "support/ServerProcess.h"
#include "support/Tone.h"

#include <QDirIterator>
#include <QElapsedTimer>
#include <QJsonArray>
#include <QProcess>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTemporaryFile>
#include <QTest>

using namespace Holdfast;
using namespace Holdfast::Testing;

namespace {

// Made for these tests alone and known to everybody: they protect nothing.
const QByteArray otherKey("-----BEGIN PRIVATE KEY-----\n"
                          "MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgXiYswJ7DYOmD0WQ+\n"
                          "cnHcRYcf4pl0Idhm09/ASBczppqhRANCAATxge9TdL0dRThU9DrFTGMAOwoLcUiB\n"
                          "faSWEsbmBd5eGdv1RQquNCGzzgA1c5YuCDmitSm/jXSncPY50LpXwpbB\n"
                          "-----END PRIVATE KEY-----\n");
const QByteArray encryptedKey("-----BEGIN ENCRYPTED PRIVATE KEY-----\n"
                              "MIHsMFcGCSqGSIb3DQEFDTBKMCkGCSqGSIb3DQEFDDAcBAjQm3QcnOqm9gICCAAw\n"
                              "DAYIKoZIhvcNAgkFADAdBglghkgBZQMEAQIEEAUuGZ8dP3UtpQDCkT2mlk8EgZAY\n"
                              "DJl96+L3MLWtOqbWdI64UeCqkRrh19fO+OfO+MJvZdzXhdCjbwWubJCqsyS/pA/N\n"
                              "Ap/dInQoiUjLrMMmXrsUkye10PI0s0Q02/0t78Fni0FDI01TOWbwFg+l4hYZtL7D\n"
                              "UvF9pfcp+FCmTeTgRFr/5faZg1EIoOsIOdbNn3+hopBUTpbF41EQaZXLMbfgm6A=\n"
                              "-----END ENCRYPTED PRIVATE KEY-----\n");
const QByteArray edKey("-----BEGIN PRIVATE KEY-----\n"
                       "MC4CAQAwBQYDK2VwBCIEIPI2nvCopNeSt0xDbukOMhWf3TtiWzshLhnWV8yObORs\n"
                       "-----END PRIVATE KEY-----\n");

const QString program = QStringLiteral(HOLDFAST_SERVER_PROGRAM);

struct Outcome
{
    int code = -1;
    QString output;
    QString complaint;
};

/// holdfast-server run to its end.
Outcome run(const QStringList &arguments, const QByteArray &input = {}, const QStringList &environment = {})
{
    QProcess process;
    process.setEnvironment(QProcess::systemEnvironment() + environment);
    process.start(program, arguments);
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(30'000)) {
        process.kill();
        process.waitForFinished();
        return {};
    }
    return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1,
            QString::fromUtf8(process.readAllStandardOutput()), QString::fromUtf8(process.readAllStandardError())};
}

} // namespace

/// The program as whoever runs it sees it: its words, its exit codes, and what it leaves.
class tst_ServerProgram : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void refusesWhatItCantUnderstand_data();
    void refusesWhatItCantUnderstand();
    void theDemoServesAndEndsCleanly();
    void theDemoRefusesADirectoryWithOtherUsers();
    void addsUsers();
    void makesNothingOfAMistypedDirectory();
    void refusesACertificateAndAKeyThatDoNotServe_data();
    void refusesACertificateAndAKeyThatDoNotServe();
    void oneProcessForADirectory();
    void saysThatThePortIsInUse();
    void checkFindsWhatIsWrong();
    void verifiesTheAuditLog();
    void checkNamesEachRecordingWhoseKeyIsLost();
    void checkNamesWhatPlainSqlDid();
    void rotatesAndRetiresKeys();
    void rotatesTheKeyOfTheAuditLogAndReplacesALostOne();
    void killedInTheMidstOfRotatingTheLogStillVerifies();
    void importsWhatIsKnownOfRecordings();
    void importsAllOrNothing_data();
    void importsAllOrNothing();
};

void tst_ServerProgram::refusesWhatItCantUnderstand_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("environment");
    QTest::addColumn<QString>("says");
    const QString none;
    const auto row = [&](const char *name, const char *arguments, const QString &environment, const char *says) {
        QTest::newRow(name) << QString::fromLatin1(arguments).split(u' ', Qt::SkipEmptyParts) << environment
                            << QString::fromLatin1(says);
    };
    row("no directory", "", none, "--data");
    row("unknown option", "--data DIR --verbose", none, "verbose");
    row("unknown command", "--data DIR serve", none, "serve");
    row("half a command", "--data DIR user add", none, "user add");
    row("listen without a port", "--data DIR --listen 127.0.0.1", none, "--listen");
    row("listen on no address", "--data DIR --listen here:3000", none, "--listen");
    row("port is too large", "--data DIR --listen 127.0.0.1:65536", none, "--listen");
    row("certificate without a key", "--data DIR --tls-cert /nowhere", none, "--tls-key");
    row("certificate that is not there", "--data DIR --tls-cert /nowhere --tls-key /nowhere", none, "/nowhere");
    row("half a command about keys", "--data DIR keys retire", none, "keys retire");
    row("old key file", "--data DIR", QStringLiteral("HOLDFAST_OLD_KEK_FILES=/nowhere"), "/nowhere");
    row("import of nothing", "--data DIR import", none, "import");
    row("role", "--data DIR user add carol --role boss", none, "--role");
    row("retention", "--data DIR", QStringLiteral("DEFAULT_RETENTION_DAYS=0"), "DEFAULT_RETENTION_DAYS");
    row("cooling-off", "--data DIR", QStringLiteral("HOLD_COOLING_OFF_DAYS=-1"), "HOLD_COOLING_OFF_DAYS");
    row("second person", "--data DIR", QStringLiteral("HOLD_RELEASE_NEEDS_TWO=yes"), "HOLD_RELEASE_NEEDS_TWO");
    row("quota", "--data DIR", QStringLiteral("HOLDFAST_QUOTA_GB=1.5"), "HOLDFAST_QUOTA_GB");
    row("disk reserve", "--data DIR", QStringLiteral("HOLDFAST_DISK_RESERVE_MB=-1"), "HOLDFAST_DISK_RESERVE_MB");
    row("password", "--data DIR", QStringLiteral("HOLDFAST_ADMIN_PASSWORD=short"), "HOLDFAST_ADMIN_PASSWORD");
    row("key file", "--data DIR", QStringLiteral("HOLDFAST_KEK_FILE=/nowhere"), "/nowhere");
}

void tst_ServerProgram::refusesWhatItCantUnderstand()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, environment);
    QFETCH(QString, says);
    QTemporaryDir folder;
    arguments.replaceInStrings(QStringLiteral("DIR"), folder.filePath(QStringLiteral("data")));
    const Outcome outcome = run(arguments, {}, environment.isEmpty() ? QStringList() : QStringList{environment});
    QCOMPARE(outcome.code, 1);
    QVERIFY2(outcome.complaint.startsWith(QStringLiteral("holdfast-server: ")), qPrintable(outcome.complaint));
    QVERIFY2(outcome.complaint.contains(says), qPrintable(outcome.complaint));
}

void tst_ServerProgram::theDemoServesAndEndsCleanly()
{
    QTemporaryDir folder;
    const QString data = folder.filePath(QStringLiteral("data"));
    for (int start = 0; start < 2; ++start) {
        ServerProcess server(program, data);
        const Account sam = Account::signIn(server.url(), "sam", "holdfast-demo");
        BlockingHttp http(server.url());
        http.send(http.head("GET", "/api/leads", sam.authorization()));
        QCOMPARE(http.receive().json().array().size(), 40);
        http.send(http.head("GET", "/api/recordings", sam.authorization()));
        const QJsonArray recordings = http.receive().json().array();
        QVERIFY2(recordings.size() == 5, "the second start makes no more calls");
        const QByteArray newest = QByteArray::number(recordings[0][QLatin1String("id")].toInteger());
        http.send(http.head("GET", "/api/recordings/" + newest + "/waveform?detail=fine", sam.authorization()));
        QCOMPARE(http.receive().status, 200); // and is kept beside it, which the check has to know
        QCOMPARE(server.stop(), 0);
    }
    QCOMPARE(run({QStringLiteral("--data"), data, QStringLiteral("check")}).code, 0);
}

void tst_ServerProgram::theDemoRefusesADirectoryWithOtherUsers()
{
    QTemporaryDir folder;
    QCOMPARE(ServerProcess(program, folder.path()).stop(), 0);
    const QStringList data{QStringLiteral("--data"), folder.path()};
    QCOMPARE(run(data + QStringList{QStringLiteral("user"), QStringLiteral("add"), QStringLiteral("carol")},
                 "a long password\n")
                 .code,
             0);
    const Outcome outcome = run(data + QStringList{QStringLiteral("--demo")});
    QCOMPARE(outcome.code, 1);
    QVERIFY(outcome.complaint.contains(QStringLiteral("users of its own")));
}

void tst_ServerProgram::addsUsers()
{
    QTemporaryDir folder;
    QCOMPARE(ServerProcess(program, folder.path()).stop(), 0);
    const QStringList add{QStringLiteral("--data"), folder.path(), QStringLiteral("user"), QStringLiteral("add")};
    QCOMPARE(run(add + QStringList{QStringLiteral("carol")}, "short\n").code, 1);
    QCOMPARE(run(add + QStringList{QStringLiteral("carol")}, "a long password\nand no more\n").code, 0);
    const Outcome twice = run(add + QStringList{QStringLiteral("Carol")}, "a long password\n");
    QCOMPARE(twice.code, 1);
    QVERIFY(twice.complaint.contains(QStringLiteral("exists")));
    QCOMPARE(run(add + QStringList{QStringLiteral("two words")}, "a long password\n").code, 1);
}

void tst_ServerProgram::makesNothingOfAMistypedDirectory()
{
    QTemporaryDir folder;
    const QString typo = folder.filePath(QStringLiteral("typo"));
    for (const QStringList &command : {QStringList{QStringLiteral("check")},
                                       {QStringLiteral("user"), QStringLiteral("add"), QStringLiteral("carol")}}) {
        const Outcome outcome = run(QStringList{QStringLiteral("--data"), typo} + command, "a long password\n");
        QCOMPARE(outcome.code, 1);
        QVERIFY2(outcome.complaint.contains(QStringLiteral("no data directory")), qPrintable(outcome.complaint));
        QVERIFY(!QFile::exists(typo));
    }
}

void tst_ServerProgram::refusesACertificateAndAKeyThatDoNotServe_data()
{
    QTest::addColumn<QByteArray>("certificate");
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<QString>("says");
    const auto row = [](const char *name, const QByteArray &certificate, const QByteArray &key, const char *says) {
        QTest::newRow(name) << certificate << key << QString::fromLatin1(says);
    };
    row("another's key", Holdfast::Http::testCertificate, otherKey, "does not belong");
    row("a key with a password", Holdfast::Http::testCertificate, encryptedKey, "protected by a password");
    row("an Ed25519 key", Holdfast::Http::testCertificate, edKey, "neither RSA nor EC");
    row("no key", Holdfast::Http::testCertificate, Holdfast::Http::testCertificate, "no private key");
    row("no certificate", Holdfast::Http::testKey, Holdfast::Http::testKey, "no certificate");
    row("nothing", {}, {}, "no certificate");
}

void tst_ServerProgram::refusesACertificateAndAKeyThatDoNotServe()
{
    QFETCH(QByteArray, certificate);
    QFETCH(QByteArray, key);
    QFETCH(QString, says);
    QTemporaryDir folder;
    const auto write = [&](const QString &name, const QByteArray &bytes) {
        QFile file(folder.filePath(name));
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
    };
    QVERIFY(write(QStringLiteral("cert.pem"), certificate) && write(QStringLiteral("key.pem"), key));
    const Outcome outcome = run({QStringLiteral("--data"), folder.filePath(QStringLiteral("data")),
                                 QStringLiteral("--tls-cert"), folder.filePath(QStringLiteral("cert.pem")),
                                 QStringLiteral("--tls-key"), folder.filePath(QStringLiteral("key.pem"))});
    QCOMPARE(outcome.code, 1);
    QVERIFY2(outcome.complaint.contains(says), qPrintable(outcome.complaint));
    QVERIFY(!QFile::exists(folder.filePath(QStringLiteral("data"))));
}

void tst_ServerProgram::oneProcessForADirectory()
{
    QTemporaryDir folder;
    ServerProcess server(program, folder.path());
    const Outcome outcome =
        run({QStringLiteral("--data"), folder.path(), QStringLiteral("--listen"), QStringLiteral("127.0.0.1:0")});
    QCOMPARE(outcome.code, 1);
    QVERIFY(outcome.complaint.contains(QStringLiteral("Another holdfast-server")));
}

void tst_ServerProgram::saysThatThePortIsInUse()
{
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress::LocalHost));
    QTemporaryDir folder;
    const Outcome outcome = run({QStringLiteral("--data"), folder.path(), QStringLiteral("--listen"),
                                 QStringLiteral("127.0.0.1:%1").arg(other.serverPort())});
    QCOMPARE(outcome.code, 1);
    QVERIFY(outcome.complaint.contains(QStringLiteral("in use")));
}

void tst_ServerProgram::checkFindsWhatIsWrong()
{
    QTemporaryDir folder;
    {
        ServerProcess server(program, folder.path());
        QCOMPARE(server.stop(), 0);
    }
    QStringList files;
    for (QDirIterator entries(folder.filePath(QStringLiteral("recordings")), QDir::Files, QDirIterator::Subdirectories);
         entries.hasNext();)
        if (const QString file = entries.next();
            !file.contains(QStringLiteral(".peaks"))) // made whenever there is time
            files.append(file);
    QVERIFY(files.size() >= 3);
    files.sort();
    QFile damaged(files[0]);
    QVERIFY(damaged.open(QIODevice::ReadWrite) && damaged.seek(damaged.size() / 2));
    char byte = 0;
    QVERIFY(damaged.getChar(&byte) && damaged.seek(damaged.size() / 2) && damaged.putChar(static_cast<char>(byte ^ 1)));
    damaged.close();
    QVERIFY(QFile::remove(files[1]));
    QVERIFY(QFile::copy(files[2], files[2] + QStringLiteral(".copy")));

    const Outcome outcome = run({QStringLiteral("--data"), folder.path(), QStringLiteral("check")});
    QCOMPARE(outcome.code, 1);
    for (const QString &file : {files[0], files[1], files[2] + QStringLiteral(".copy")})
        QVERIFY2(outcome.output.contains(file.section(u'/', -1)), qPrintable(outcome.output));
    QVERIFY2(outcome.output.contains(QStringLiteral("3 problems")), qPrintable(outcome.output));
}

void tst_ServerProgram::checkNamesEachRecordingWhoseKeyIsLost()
{
    QTemporaryDir folder;
    QCOMPARE(ServerProcess(program, folder.path()).stop(), 0);
    const QStringList data{QStringLiteral("--data"), folder.path()};
    const QString first = folder.filePath(QStringLiteral("keys/default.kek"));
    const QString kept = folder.filePath(QStringLiteral("kept.kek"));
    QVERIFY(QFile::copy(first, kept) && QFile::setPermissions(kept, QFile::ReadOwner | QFile::WriteOwner));
    const QStringList outside{QStringLiteral("HOLDFAST_KEK_FILE=") + kept};
    QCOMPARE(run(data + QStringList{QStringLiteral("keys"), QStringLiteral("rotate")}, {}, outside).code, 0);
    const Outcome without = run(data + QStringList{QStringLiteral("check")});
    QCOMPARE(without.code, 1); // nothing opens: the program says which key it wants
    QVERIFY2(without.complaint.contains(QStringLiteral("HOLDFAST_KEK_FILE")), qPrintable(without.complaint));
    {
        // One recording is added under another key, so that something opens.
        ServerProcess server(program, folder.path(), {}, [&] {
            QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
            environment.insert(QStringLiteral("HOLDFAST_OLD_KEK_FILES"), kept);
            return environment;
        }());
        const Account alice = Account::signIn(server.url(), "alice", "holdfast-demo");
        BlockingHttp http(server.url());
        const QByteArray call = toneWav(0.2, 440, 880);
        const UploadBody upload(http, alice, call.size(), "call.wav");
        http.send(upload.head + upload.before + call + upload.after);
        QCOMPARE(http.receive().status, 201);
        QCOMPARE(server.stop(), 0);
    }
    const Outcome outcome = run(data + QStringList{QStringLiteral("check")});
    QCOMPARE(outcome.code, 1);
    QCOMPARE(outcome.output.count(QStringLiteral("which this server was not given")), 5);
    QVERIFY2(outcome.output.contains(QStringLiteral("6 recordings")), qPrintable(outcome.output));
    QVERIFY2(outcome.output.contains(QStringLiteral("5 problems")), qPrintable(outcome.output));
}

void tst_ServerProgram::checkNamesWhatPlainSqlDid()
{
    QTemporaryDir folder;
    QCOMPARE(ServerProcess(program, folder.path()).stop(), 0);
    {
        const auto database = openDatabase(folder.filePath(QStringLiteral("holdfast.db")));
        for (const char *sql : {"PRAGMA foreign_keys=OFF", "DROP TRIGGER leads_with_recordings_stay",
                                "DELETE FROM leads WHERE id = (SELECT lead_id FROM recordings WHERE id = 1)",
                                "DELETE FROM recording_keys WHERE recording_id = 2",
                                "INSERT INTO holds (matter_id, scope, recording_id, includes_later, reason, placed_at, "
                                "state, released_by,"
                                " released_at) VALUES (1, 'recording', 3, 0, '', 0, 'released', 1, 5)"})
            QVERIFY2(Testing::run(*database, sql), sql);
    }
    for (int times = 0; times < 2; ++times) { // it changes nothing
        const Outcome outcome = run({QStringLiteral("--data"), folder.path(), QStringLiteral("check")});
        QCOMPARE(outcome.code, 1);
        for (const char *words :
             {"The trigger leads_with_recordings_stay of the database is missing.",
              "recording 1: its lead_id names nothing that is among the leads", "recording 2 (",
              "its key is missing, so nothing opens its file", "it was released, and no entry of the audit log"})
            QVERIFY2(outcome.output.contains(QLatin1String(words)), qPrintable(outcome.output));
    }
    ServerProcess server(program, folder.path());
    const Account sam = Account::signIn(server.url(), "sam", "holdfast-demo");
    BlockingHttp http(server.url());
    http.send(http.head("GET", "/api/recordings/1", sam.authorization())); // hidden from nobody
    QCOMPARE(http.receive().status, 200);
}

void tst_ServerProgram::rotatesAndRetiresKeys()
{
    QTemporaryDir folder;
    QCOMPARE(ServerProcess(program, folder.path()).stop(), 0);
    const auto keys = [&](const QStringList &words) {
        return run(QStringList{QStringLiteral("--data"), folder.path(), QStringLiteral("keys")} + words);
    };
    QVERIFY(keys({}).output.startsWith(QStringLiteral("default: current, 5 recordings, 0 uploads")));
    QCOMPARE(keys({QStringLiteral("retire"), QStringLiteral("default")}).code, 1);
    const Outcome rotated = keys({QStringLiteral("rotate")});
    QVERIFY2(rotated.code == 0, qPrintable(rotated.complaint));
    QVERIFY2(rotated.output.contains(QStringLiteral("5 wrapped anew")), qPrintable(rotated.output));
    const Outcome retired = keys({QStringLiteral("retire"), QStringLiteral("default")});
    QVERIFY2(retired.code == 0, qPrintable(retired.complaint));
    QVERIFY2(retired.output.contains(QStringLiteral("Backups")), qPrintable(retired.output));
    QVERIFY(!QFile::exists(folder.filePath(QStringLiteral("keys/default.kek"))));
    QCOMPARE(keys({QStringLiteral("rotate-tokens")}).code, 0);
    QCOMPARE(keys({QStringLiteral("forge")}).code, 1);
    QCOMPARE(run({QStringLiteral("--data"), folder.path(), QStringLiteral("check")}).code, 0);
}

void tst_ServerProgram::rotatesTheKeyOfTheAuditLogAndReplacesALostOne()
{
    QTemporaryDir folder;
    QCOMPARE(ServerProcess(program, folder.path()).stop(), 0);
    const QStringList data{QStringLiteral("--data"), folder.path()};
    const auto rotate = [&](const QStringList &options) {
        return run(data + QStringList{QStringLiteral("keys"), QStringLiteral("rotate-checkpoint")} + options);
    };
    const auto verify = [&] { return run(data + QStringList{QStringLiteral("audit"), QStringLiteral("verify")}); };
    const Outcome rotated = rotate({});
    QVERIFY2(rotated.code == 0, qPrintable(rotated.complaint));
    QCOMPARE(verify().code, 0);
    const QString listed = run(data + QStringList{QStringLiteral("keys")}).output;
    QVERIFY2(listed.contains(QStringLiteral(": signs the audit log, from entry ")), qPrintable(listed));
    QVERIFY2(listed.contains(QStringLiteral(": signed the audit log until ")), qPrintable(listed));
    const Outcome notLost = rotate({QStringLiteral("--lost")});
    QCOMPARE(notLost.code, 1);
    QVERIFY2(notLost.complaint.contains(QStringLiteral("not lost")), qPrintable(notLost.complaint));

    QDirIterator file(folder.filePath(QStringLiteral("keys")), {QStringLiteral("audit*.key")}, QDir::Files);
    QVERIFY(QFile::remove(file.next()));
    QCOMPARE(run(data + QStringList{QStringLiteral("check")}).code, 0); // which is about files
    const Outcome missing = verify();
    QCOMPARE(missing.code, 1);
    QVERIFY2(missing.output.contains(QStringLiteral("key that signs the log is missing")), qPrintable(missing.output));
    QCOMPARE(rotate({}).code, 1);
    QCOMPARE(rotate({QStringLiteral("--lost")}).code, 0);
    const Outcome replaced = verify();
    QVERIFY2(replaced.code == 0, qPrintable(replaced.output));
    QVERIFY2(replaced.output.contains(QStringLiteral("nothing of the old one vouches")), qPrintable(replaced.output));
}

/// A kill -9 here and there along the way: the one key signs, or the other.
void tst_ServerProgram::killedInTheMidstOfRotatingTheLogStillVerifies()
{
    constexpr int kills = 12;
    QTemporaryDir folder;
    QCOMPARE(ServerProcess(program, folder.path()).stop(), 0);
    const QStringList data{QStringLiteral("--data"), folder.path()};
    const QStringList rotate = data + QStringList{QStringLiteral("keys"), QStringLiteral("rotate-checkpoint")};
    QElapsedTimer whole;
    whole.start();
    QCOMPARE(run(rotate).code, 0);
    const int took = static_cast<int>(whole.elapsed());
    for (int kill = 0; kill < kills; ++kill) {
        QProcess process;
        process.start(program, rotate);
        QVERIFY(process.waitForStarted());
        if (!process.waitForFinished(took * (kill + 1) / kills))
            process.kill();
        process.waitForFinished();
        const Outcome verified = run(data + QStringList{QStringLiteral("audit"), QStringLiteral("verify")});
        QVERIFY2(verified.code == 0, qPrintable(verified.output + verified.complaint));
        const QDir keys(folder.filePath(QStringLiteral("keys")));
        QCOMPARE(keys.entryList({QStringLiteral("audit*.key")}, QDir::Files).size(), 1); // what was left is gone
    }
}

namespace {

/// The server of a directory with the demo's people, having imported the file.
Outcome import(const QString &folder, const QByteArray &csv, const QStringList &options = {})
{
    if (!QFile::exists(folder + QStringLiteral("/holdfast.db")))
        ServerProcess(program, folder).stop();
    QFile file(folder + QStringLiteral("/rows.csv"));
    if (!file.open(QIODevice::WriteOnly) || file.write(csv) != csv.size())
        return {};
    file.close();
    return run(QStringList{QStringLiteral("--data"), folder, QStringLiteral("import"), file.fileName()} + options);
}

} // namespace

void tst_ServerProgram::verifiesTheAuditLog()
{
    const QTemporaryDir folder;
    const QStringList data{QStringLiteral("--data"), folder.path()};
    const QStringList verify = data + QStringList{QStringLiteral("audit"), QStringLiteral("verify")};
    {
        ServerProcess server(program, folder.path());
        QCOMPARE(server.stop(), 0);
    }
    const Outcome intact = run(verify);
    QCOMPARE(intact.code, 0);
    QVERIFY2(intact.output.startsWith(QLatin1String("The chain is intact: ")), qPrintable(intact.output));
    QTemporaryFile checkpoint;
    QVERIFY(checkpoint.open());
    const QStringList against = verify + QStringList{QStringLiteral("--checkpoint"), checkpoint.fileName()};
    QCOMPARE(run(against).code, 1); // empty
    const QByteArray seed = [&] {
        QFile key(folder.filePath(QStringLiteral("keys/audit.key")));
        return key.open(QIODevice::ReadOnly) ? QByteArray::fromHex(key.readAll().trimmed()) : QByteArray();
    }();
    const SigningKey key(SecretKey::fromBytes(seed).value());
    Sha256 name;
    name.add(key.publicKey());
    const Checkpoint longer{"holdfast-audit/" + name.result().first(8).toHex(), 9999, QByteArray(32, 'x')};
    checkpoint.write(signCheckpoint(longer, key));
    QVERIFY(checkpoint.flush());
    const Outcome cut = run(against);
    QCOMPARE(cut.code, 1);
    QVERIFY2(cut.output.contains(QLatin1String("to 9999: the checkpoint that was kept elsewhere")),
             qPrintable(cut.output));
}

void tst_ServerProgram::importsWhatIsKnownOfRecordings()
{
    QTemporaryDir folder;
    const QByteArray csv =
        "\xef\xbb\xbfuploadedAt,lead,phone,agent,campaign,notes,durationMs,complianceHold,format,originalName,callDate,"
        "disposition\r\n"
        "2024-02-01T10:00:00Z,Nils Holm,+46 8 123,nora,Old campaign,\"wants\r\na \"\"refund\"\"\",61500,true,mp3,a.mp3,"
        "2024-01-31T09:00:00Z,SALE\r\n"
        "2024-02-02T10:00:00Z,Nils Holm,,alice,,,,,,,,\r\n";
    const Outcome outcome = import(folder.path(), csv, {QStringLiteral("--create")});
    QVERIFY2(outcome.code == 0, qPrintable(outcome.complaint));
    QCOMPARE(outcome.output.trimmed(), QStringLiteral("2 recordings imported; 1 users, 1 leads, 1 campaigns made"));
    {
        ServerProcess server(program, folder.path(), {}); // although the newest recording has no key
        const Account sam = Account::signIn(server.url(), "sam", "holdfast-demo");
        BlockingHttp http(server.url());
        http.send(http.head("GET", "/api/recordings?q=nils&sort=uploadedAt", sam.authorization()));
        const QJsonArray found = http.receive().json().array();
        QCOMPARE(found.size(), 2);
        const QJsonValue first = found[0];
        const QJsonValue metadata = first[QLatin1String("metadata")];
        QCOMPARE(first[QLatin1String("uploadedAt")].toString(), QStringLiteral("2024-02-01T10:00:00Z"));
        QCOMPARE(first[QLatin1String("callDate")].toString(), QStringLiteral("2024-01-31T09:00:00Z"));
        QCOMPARE(first[QLatin1String("durationMs")].toInteger(), 61'500);
        QCOMPARE(first[QLatin1String("notes")].toString(), QStringLiteral("wants\r\na \"refund\""));
        QCOMPARE(first[QLatin1String("complianceHold")].toBool(), true);
        QCOMPARE(first[QLatin1String("format")].toString(), QStringLiteral("mp3"));
        QCOMPARE(first[QLatin1String("originalName")].toString(), QStringLiteral("a.mp3"));
        QCOMPARE(metadata[QLatin1String("agentName")].toString(), QStringLiteral("nora"));
        QCOMPARE(metadata[QLatin1String("campaignName")].toString(), QStringLiteral("Old campaign"));
        QCOMPARE(metadata[QLatin1String("disposition")].toString(), QStringLiteral("SALE"));
        QCOMPARE(found[1][QLatin1String("leadId")], first[QLatin1String("leadId")]);
        QVERIFY(found[1][QLatin1String("durationMs")].isNull());
        QCOMPARE(found[1][QLatin1String("callDate")], found[1][QLatin1String("uploadedAt")]);

        const QByteArray path = "/api/recordings/" + QByteArray::number(first[QLatin1String("id")].toInteger());
        for (const QByteArray &fields : {QByteArray(), QByteArray("Range: bytes=0-\r\n")}) {
            http.send(http.head("GET", path + "/download", sam.authorization() + fields));
            const BlockingHttp::Answer answer = http.receive();
            QCOMPARE(answer.status, 404);
            QVERIFY(answer.json()[QLatin1String("message")].toString().contains(QStringLiteral("file is missing")));
        }
        // Whoever was made can't sign in.
        const QByteArray body = R"({"username":"nora","password":""})";
        http.send(
            http.head("POST", "/api/auth/login",
                      "Content-Type: application/json\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n") +
            body);
        QVERIFY(http.receive().status >= 400);
    }
    const Outcome checked = run({QStringLiteral("--data"), folder.path(), QStringLiteral("check")});
    QVERIFY2(checked.output.contains(QStringLiteral("0 problems")), qPrintable(checked.output));
    QVERIFY2(checked.output.contains(QStringLiteral("2 of them were imported without a file")),
             qPrintable(checked.output));
    QCOMPARE(checked.code, 0);
}

void tst_ServerProgram::importsAllOrNothing_data()
{
    QTest::addColumn<QByteArray>("csv");
    QTest::addColumn<QString>("says");
    const QByteArray header = "agent,lead,uploadedAt,durationMs,format\n";
    const QByteArray good = "alice,Noor Rahimi,2024-02-01T10:00:00Z,,\n";
    const auto row = [](const char *name, const QByteArray &csv, const char *says) {
        QTest::newRow(name) << csv << QString::fromLatin1(says);
    };
    row("nothing", "", "agent is missing");
    row("a column that is not known", "agent,lead,uploadedAt,size\n", "\"size\" is no column");
    row("a column twice", "agent,lead,uploadedAt,lead\n", "lead comes twice");
    row("a column is missing", "agent,lead\n", "uploadedAt is missing");
    row("a field is missing", header + good + "alice,Noor Rahimi\n", "Line 3: has 2 fields instead of 5.");
    row("a user", header + good + "nobody,Noor Rahimi,2024-02-01T10:00:00Z,,\n", "Line 3: there is no user nobody.");
    row("a user's id", header + good + "99,Noor Rahimi,2024-02-01T10:00:00Z,,\n", "Line 3: there is no user 99.");
    row("a lead", header + good + "alice,Nobody,2024-02-01T10:00:00Z,,\n", "Line 3: there is no lead Nobody.");
    row("a campaign", "agent,lead,uploadedAt,campaign\nalice,1,2024-02-01T10:00:00Z,x\n",
        "Line 2: there is no campaign x.");
    row("no time", header + good + "alice,Noor Rahimi,,,\n", "Line 3: uploadedAt is empty.");
    row("a time", header + good + "alice,Noor Rahimi,yesterday,,\n", "Line 3: uploadedAt must be a time");
    row("a time long ago", header + good + "alice,Noor Rahimi,1969-12-31T10:00:00Z,,\n", "Line 3: uploadedAt");
    row("a duration", header + good + "alice,Noor Rahimi,2024-02-01T10:00:00Z,1.5,\n", "Line 3: durationMs");
    row("a format", header + good + "alice,Noor Rahimi,2024-02-01T10:00:00Z,,exe\n", "Line 3: format");
    row("no CSV", header + good + "alice,\"Noor\n", "Line 3: a quotation mark");
    row("each wrong line", header + "a,b,c,d,e\n" + good + "x\n", "Line 4: has 1 fields");
}

void tst_ServerProgram::importsAllOrNothing()
{
    QFETCH(QByteArray, csv);
    QFETCH(QString, says);
    static const QTemporaryDir folder; // the refused leave nothing behind for the next
    const Outcome outcome = import(folder.path(), csv);
    QCOMPARE(outcome.code, 1);
    QVERIFY2(outcome.complaint.contains(says), qPrintable(outcome.complaint));
    const Outcome checked = run({QStringLiteral("--data"), folder.path(), QStringLiteral("check")});
    QVERIFY2(checked.output.contains(QStringLiteral("5 recordings")), qPrintable(checked.output));
}

QTEST_GUILESS_MAIN(tst_ServerProgram)
#include "tst_ServerProgram.moc"
