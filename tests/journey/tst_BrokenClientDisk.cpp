// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/Recordings.h"
#include "support/BreakingDisk.h"
#include "support/TestServer.h"
#include "support/Tone.h"

#include <QCryptographicHash>
#include <QDirIterator>
#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QRandomGenerator>
#include <QTest>

using namespace Holdfast;
using namespace Holdfast::Testing;

namespace {

constexpr qint64 callSize = 9'600;

} // namespace

/// The disk under holdfastctl fails at each call of an upload in turn, in each way that a disk can. What it says is
/// true, and when the disk is well again, one more call leaves the recording on the server once, and no trace here.
class tst_BrokenClientDisk : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase() { m_server.reset(); }
    void anUploadEndsWell_data();
    void anUploadEndsWell();

private:
    struct Said
    {
        bool wasKilled = false;
        int exitCode = -1;
        QJsonArray files;
        QString problems;

        bool isStored() const
        {
            return !files.isEmpty() && files[0][QLatin1String("state")].toString() == QStringLiteral("stored");
        }
        QString sentence() const
        {
            return files.isEmpty() ? problems.trimmed() : files[0][QLatin1String("problem")].toString();
        }
    };

    bool uploadThrough(DiskFault fault, qint64 which, qint64 howMany);
    void goOnAfter(const Said &first, const QByteArray &bytes, const QString &profile);
    Said run(const QString &profile, const QStringList &arguments);
    QHash<QByteArray, int> kept();
    static QStringList strangersIn(const QString &profile);
    QString path(const QString &file) const { return m_folder.filePath(file); }
    void write(const QString &file, const QByteArray &bytes) const
    {
        QFile opened(path(file));
        QVERIFY(opened.open(QIODevice::WriteOnly) && opened.write(bytes) == bytes.size());
    }

    QTemporaryDir m_folder;
    std::unique_ptr<TestServer> m_server;
    std::unique_ptr<BreakingDisk> m_disk;
    QString m_lead;
    QHash<QByteArray, int> m_sent; ///< SHA-256 to 1
    quint32 m_calls = 0;
    qint64 m_broken = 0;
};

void tst_BrokenClientDisk::initTestCase()
{
    m_server = std::make_unique<TestServer>();
    m_server->start();
    m_lead = QString::number(m_server->aliceLead.value);
    write(QStringLiteral("password"), everybodysPassword + '\n');
    m_disk = std::make_unique<BreakingDisk>(QStringLiteral(HOLDFAST_BREAKING_DISK), path(QStringLiteral("profile")));
}

tst_BrokenClientDisk::Said tst_BrokenClientDisk::run(const QString &profile, const QStringList &arguments)
{
    QProcess ctl;
    QProcessEnvironment environment = m_disk->environment();
    environment.insert(QStringLiteral("DBUS_SESSION_BUS_ADDRESS"), QStringLiteral("unix:path=/none"));
    ctl.setProcessEnvironment(environment);
    ctl.setStandardInputFile(QProcess::nullDevice());
    ctl.start(QStringLiteral(HOLDFAST_CTL_PROGRAM),
              QStringList{QStringLiteral("--server"), m_server->url().toString(), QStringLiteral("--user"),
                          QStringLiteral("alice"), QStringLiteral("--password-file"), path(QStringLiteral("password")),
                          QStringLiteral("--profile"), profile, QStringLiteral("--patience"), QStringLiteral("3"),
                          QStringLiteral("--json")} +
                  arguments);
    if (!QTest::qWaitFor([&] { return ctl.state() == QProcess::NotRunning; }, 30'000))
        QTest::qFail("holdfastctl does not come to an end", __FILE__, __LINE__);
    return {ctl.exitStatus() == QProcess::CrashExit, ctl.exitCode(),
            QJsonDocument::fromJson(ctl.readAllStandardOutput()).array(),
            QString::fromUtf8(ctl.readAllStandardError())};
}

QHash<QByteArray, int> tst_BrokenClientDisk::kept()
{
    const Result<Database *> database = m_server->data().connections().ofThisThread();
    QHash<QByteArray, int> found;
    const Done read = database ? Recordings(**database).forEach([&](const Recording &recording, const QByteArray &) {
        ++found[recording.sha256];
        return true;
    })
                               : Done(fail(database.error()));
    if (!read)
        QTest::qFail("the server's recordings can't be read", __FILE__, __LINE__);
    return found;
}

/// What has no business to be there between two runs.
QStringList tst_BrokenClientDisk::strangersIn(const QString &profile)
{
    QStringList strangers;
    for (QDirIterator below(profile, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories); below.hasNext();) {
        below.next();
        const QString name = below.fileName();
        if (!QStringList{QStringLiteral("person.json"), QStringLiteral("sign-in.ini"), QStringLiteral("local.sqlite")}
                 .contains(name))
            strangers.append(below.filePath());
    }
    return strangers;
}

bool tst_BrokenClientDisk::uploadThrough(DiskFault fault, qint64 which, qint64 howMany)
{
    QRandomGenerator noise(++m_calls);
    const QByteArray bytes = distinctCall(callSize, noise);
    write(QStringLiteral("call.wav"), bytes);
    const QString profile = path(QStringLiteral("profile")) + QString::number(m_calls);
    m_disk->breakAt(fault, which, howMany);
    const Said first = run(profile, {QStringLiteral("upload"), m_lead, path(QStringLiteral("call.wav"))});
    const bool isReached = m_disk->isReached();
    m_broken += m_disk->broken();
    m_disk->mend();
    goOnAfter(first, bytes, profile);
    if (QTest::currentTestFailed())
        qWarning("at call %lld it was killed: %d, exit code %d, said: %s %s", static_cast<long long>(which),
                 first.wasKilled, first.exitCode, qPrintable(first.sentence()), qPrintable(first.problems));
    return isReached;
}

void tst_BrokenClientDisk::goOnAfter(const Said &first, const QByteArray &bytes, const QString &profile)
{
    const QByteArray sha256 = QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
    if (first.isStored())
        QCOMPARE(kept().value(sha256), 1);
    else if (!first.wasKilled)
        QVERIFY2(first.exitCode != 0 && !first.sentence().isEmpty(), qPrintable(first.problems));
    const Said next = run(profile, {QStringLiteral("send")});
    QVERIFY2(next.exitCode == 0, qPrintable(next.sentence() + next.problems));
    if (!kept().contains(sha256)) { // it was not taken in, and did not say so
        QVERIFY(!first.isStored());
        const Said again = run(profile, {QStringLiteral("upload"), m_lead, path(QStringLiteral("call.wav"))});
        QVERIFY2(again.exitCode == 0 && again.isStored(), qPrintable(again.sentence() + again.problems));
    }
    m_sent.insert(sha256, 1);
    QCOMPARE(kept().value(sha256), 1);
    const Said last = run(profile, {QStringLiteral("send")});
    QVERIFY2(last.exitCode == 0 && last.files.isEmpty(), qPrintable(last.sentence()));
    QCOMPARE(strangersIn(profile).join(u'\n'), QString());
}

void tst_BrokenClientDisk::anUploadEndsWell_data()
{
    QTest::addColumn<DiskFault>("fault");
    QTest::addColumn<qint64>("howMany");
    QTest::newRow("killed") << DiskFault::Kill << qint64{1};
    QTest::newRow("killed in the midst of writing") << DiskFault::KillTorn << qint64{1};
    QTest::newRow("full for a moment") << DiskFault::Full << qint64{1};
    QTest::newRow("full until somebody makes room") << DiskFault::Full << BreakingDisk::always;
    QTest::newRow("written in two goes") << DiskFault::Short << qint64{1};
    QTest::newRow("broken for a moment") << DiskFault::Broken << qint64{1};
    QTest::newRow("broken until somebody mends it") << DiskFault::Broken << BreakingDisk::always;
    QTest::newRow("unreadable for a moment") << DiskFault::Unread << qint64{1};
    QTest::newRow("unreadable until somebody mends it") << DiskFault::Unread << BreakingDisk::always;
}

void tst_BrokenClientDisk::anUploadEndsWell()
{
    QFETCH(DiskFault, fault);
    QFETCH(qint64, howMany);
    // Every call takes an hour; HOLDFAST_EVERY_CALL=1 has them all, from HOLDFAST_FIRST_CALL on (with
    // QTEST_FUNCTION_TIMEOUT).
    const qint64 step = qEnvironmentVariableIsSet("HOLDFAST_EVERY_CALL") ? 1 : 19;
    m_broken = 0;
    qint64 which = std::max(1, qEnvironmentVariableIntValue("HOLDFAST_FIRST_CALL"));
    while (uploadThrough(fault, which, howMany) && !QTest::currentTestFailed())
        which += step;
    QVERIFY2(m_broken >= 3, qPrintable(QString::number(m_broken)));
    QCOMPARE(kept(), m_sent);
    qInfo("of %lld calls, %lld went wrong", static_cast<long long>(which), static_cast<long long>(m_broken));
}

QTEST_GUILESS_MAIN(tst_BrokenClientDisk)
#include "tst_BrokenClientDisk.moc"
