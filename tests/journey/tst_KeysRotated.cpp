// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/BlockingHttp.h"
#include "support/BreakingDisk.h"
#include "support/ServerProcess.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace Holdfast::Testing;

namespace {

const QString program = QStringLiteral(HOLDFAST_SERVER_PROGRAM);

} // namespace

/// A rotation of the key-encryption key whose disk fails, or whose process is killed, at each call in turn: every
/// recording opens afterwards, and the rotation goes on to its end.
class tst_KeysRotated : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void breaksAtEachCall_data();
    void breaksAtEachCall();
    void aServerThatIsKilledGoesOn();

private:
    struct Outcome
    {
        int code = -1; ///< -1: it was killed
        QByteArray output;
    };
    Outcome run(const QStringList &command, const QProcessEnvironment &environment) const;
    Outcome run(const QStringList &command) const { return run(command, QProcessEnvironment::systemEnvironment()); }
    QString data() const { return m_folder.filePath(QStringLiteral("data")); }

    QTemporaryDir m_folder;
};

tst_KeysRotated::Outcome tst_KeysRotated::run(const QStringList &command, const QProcessEnvironment &environment) const
{
    QProcess process;
    process.setProcessEnvironment(environment);
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(program, QStringList{QStringLiteral("--data"), data()} + command);
    const bool ended = process.waitForFinished(60'000);
    const bool normal = ended && process.exitStatus() == QProcess::NormalExit;
    return {normal ? process.exitCode() : -1, process.readAll()};
}

void tst_KeysRotated::initTestCase()
{
    QCOMPARE(ServerProcess(program, data()).stop(), 0);
    QCOMPARE(run({QStringLiteral("check")}).code, 0);
}

void tst_KeysRotated::breaksAtEachCall_data()
{
    QTest::addColumn<DiskFault>("fault");
    QTest::addColumn<qint64>("howMany");
    QTest::newRow("killed") << DiskFault::Kill << qint64{1};
    QTest::newRow("killed in the midst of writing") << DiskFault::KillTorn << qint64{1};
    QTest::newRow("broken for a moment") << DiskFault::Broken << qint64{1};
    QTest::newRow("full until somebody makes room") << DiskFault::Full << BreakingDisk::always;
}

void tst_KeysRotated::breaksAtEachCall()
{
    QFETCH(DiskFault, fault);
    QFETCH(qint64, howMany);
    BreakingDisk disk(QStringLiteral(HOLDFAST_BREAKING_DISK), data());
    // HOLDFAST_EVERY_CALL=1 has them all.
    const qint64 step = qEnvironmentVariableIsSet("HOLDFAST_EVERY_CALL") ? 1 : 17;
    int failed = 0;
    qint64 which = 1;
    for (bool isOver = false; !isOver; which += step) {
        disk.breakAt(fault, which, howMany);
        const Outcome broken = run({QStringLiteral("keys"), QStringLiteral("rotate")}, disk.environment());
        isOver = !disk.isReached();
        disk.mend();
        failed += broken.code != 0;
        QVERIFY2(broken.code <= 0 || broken.output.contains('.'), broken.output);
        const Outcome check = run({QStringLiteral("check")});
        QVERIFY2(check.code == 0, "call " + QByteArray::number(which) + ": " + check.output);
        if (run({QStringLiteral("keys")}).output.contains("under way")) {
            const Outcome mended = run({QStringLiteral("keys"), QStringLiteral("rotate")});
            QVERIFY2(mended.code == 0, mended.output);
        }
    }
    QVERIFY2(failed >= 3, QByteArray::number(failed));
    const Outcome check = run({QStringLiteral("check")});
    QVERIFY2(check.code == 0, check.output);
    qInfo("%d of some %lld calls ended a rotation", failed, static_cast<long long>(which / step));
}

void tst_KeysRotated::aServerThatIsKilledGoesOn()
{
    for (int kills = 0; kills < 5; ++kills) {
        ServerProcess server(program, data());
        const Account ada = Account::signIn(server.url(), "ada", "holdfast-demo");
        BlockingHttp http(server.url());
        http.send(http.head("POST", "/api/keys/rotate", ada.authorization() + "Content-Length: 0\r\n"));
        const int status = http.receive().status;
        QVERIFY2(status == 202 || status == 409, QByteArray::number(status)); // 409: the one before goes on
        server.kill();
    }
    ServerProcess server(program, data());
    const Account ada = Account::signIn(server.url(), "ada", "holdfast-demo");
    BlockingHttp http(server.url());
    const auto rotation = [&] {
        http.send(http.head("GET", "/api/keys", ada.authorization()));
        return http.receive().json()[QLatin1String("rotation")];
    };
    QTRY_VERIFY_WITH_TIMEOUT(!rotation()[QLatin1String("endedAt")].isNull(), 30'000);
    QCOMPARE(rotation()[QLatin1String("left")].toInteger(), 0);
    server.stop();
    const Outcome check = run({QStringLiteral("check")});
    QVERIFY2(check.code == 0, check.output);
}

QTEST_GUILESS_MAIN(tst_KeysRotated)
#include "tst_KeysRotated.moc"
