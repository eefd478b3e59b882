// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/BreakingDisk.h"
#include "support/CuttingLink.h"
#include "support/SendingClient.h"
#include "support/ServerProcess.h"
#include "support/Tone.h"

#include <QDirIterator>
#include <QJsonArray>
#include <QTest>

using namespace Holdfast;
using namespace Holdfast::Testing;

namespace {

QStringList filesBelow(const QString &folder)
{
    QStringList files;
    for (QDirIterator below(folder, QDir::Files, QDirIterator::Subdirectories); below.hasNext();)
        files.append(below.next());
    return files;
}

} // namespace

/// The server's disk fails at each call of an upload in turn, in each way that a disk can. The client tries again, and
/// in the end there is one recording, byte for byte, and nothing else.
class tst_BrokenServerDisk : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void anUploadEndsWell_data();
    void anUploadEndsWell();
    void aStartThatIsKilledIsMadeUpForByTheNext();

private:
    void startServer();
    bool uploadThrough(DiskFault fault, qint64 which, qint64 howMany);
    void goOn(SendingClient &client, const QString &sentence);
    void checkServer();
    void checkFolder();
    QByteArray nextCall()
    {
        QRandomGenerator noise(++m_calls);
        return distinctCall(9'600, noise);
    }
    QString data() const { return m_folder->filePath(QStringLiteral("data")); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<BreakingDisk> m_disk;
    std::unique_ptr<ServerProcess> m_server;
    std::unique_ptr<CuttingLink> m_link;
    Account m_account;
    QHash<QByteArray, QByteArray> m_sent;
    quint32 m_calls = 0;
    qint64 m_broken = 0;
    bool m_isKilledAfterwards = false;
};

void tst_BrokenServerDisk::startServer()
{
    m_server = std::make_unique<ServerProcess>(QStringLiteral(HOLDFAST_SERVER_PROGRAM), data(),
                                               QStringList{QStringLiteral("--demo")}, m_disk->environment());
    m_account = Account::signIn(m_server->url(), "alice", "holdfast-demo");
    if (m_link)
        m_link->leadTo(m_server->url());
    else
        m_link = std::make_unique<CuttingLink>(m_server->url(), 1, CuttingLink::Cuts{});
}

/// What a person and an administrator do about it.
void tst_BrokenServerDisk::goOn(SendingClient &client, const QString &sentence)
{
    QVERIFY2(sentence.endsWith(u'.'), qPrintable(sentence));
    if (m_isKilledAfterwards)
        m_server->kill();
    m_disk->mend();
    if (m_server->isRunning())
        return;
    startServer();
    client.api.setToken(m_account.token);
}

/// False where the upload was over before the call that was to fail.
bool tst_BrokenServerDisk::uploadThrough(DiskFault fault, qint64 which, qint64 howMany)
{
    SendingClient client(m_link->url(), m_account);
    client.attach(nextCall());
    m_sent.insert(client.queued);
    m_disk->breakAt(fault, which, howMany);
    bool isReached = false;
    const bool done = client.drain([&](const QString &sentence) {
        isReached = isReached || m_disk->isReached();
        goOn(client, sentence);
    });
    isReached = isReached || m_disk->isReached();
    m_broken += m_disk->broken();
    m_disk->mend();
    if (!done)
        QTest::qFail(qPrintable(QStringLiteral("call %1: it does not come to an end").arg(which)), __FILE__, __LINE__);
    if (!m_server->isRunning())
        startServer();
    return isReached;
}

void tst_BrokenServerDisk::anUploadEndsWell_data()
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
    QTest::newRow("broken until it is killed") << DiskFault::Broken << BreakingDisk::always;
    QTest::newRow("its database broken until it is killed") << DiskFault::Broken << BreakingDisk::always;
    QTest::newRow("unreadable for a moment") << DiskFault::Unread << qint64{1};
    QTest::newRow("unreadable until somebody mends it") << DiskFault::Unread << BreakingDisk::always;
}

void tst_BrokenServerDisk::anUploadEndsWell()
{
    QFETCH(DiskFault, fault);
    QFETCH(qint64, howMany);
    m_folder = std::make_unique<QTemporaryDir>();
    const QByteArray name = QTest::currentDataTag();
    m_disk =
        std::make_unique<BreakingDisk>(QStringLiteral(HOLDFAST_BREAKING_DISK), data(),
                                       name.startsWith("its database") ? QStringLiteral("holdfast.db") : QString());
    m_link.reset();
    m_sent.clear();
    m_isKilledAfterwards = name.endsWith("until it is killed");
    startServer();
    // Every call takes an hour; HOLDFAST_EVERY_CALL=1 has them all, from HOLDFAST_FIRST_CALL on (with
    // QTEST_FUNCTION_TIMEOUT).
    const qint64 step = qEnvironmentVariableIsSet("HOLDFAST_EVERY_CALL") ? 1 : 17;
    m_broken = 0;
    qint64 which = std::max(1, qEnvironmentVariableIntValue("HOLDFAST_FIRST_CALL"));
    while (uploadThrough(fault, which, howMany) && !QTest::currentTestFailed())
        which += step;
    QVERIFY2(m_broken >= 3, qPrintable(QString::number(m_broken)));
    checkServer();
    checkFolder();
    qInfo("of %lld calls, %lld went wrong", static_cast<long long>(which), static_cast<long long>(m_broken));
}

void tst_BrokenServerDisk::aStartThatIsKilledIsMadeUpForByTheNext()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_disk = std::make_unique<BreakingDisk>(QStringLiteral(HOLDFAST_BREAKING_DISK), data());
    m_link.reset();
    m_sent.clear();
    startServer();
    constexpr qint64 inTheMidst = 20; // of an upload
    const auto fill = [this](SendingClient &client) {
        m_disk->breakAt(DiskFault::Kill, inTheMidst);
        client.loop->start();
        QTRY_VERIFY_WITH_TIMEOUT(!m_server->isRunning(), 30'000);
    };
    const qint64 step = qEnvironmentVariableIsSet("HOLDFAST_EVERY_CALL") ? 1 : 9;
    int killed = 0;
    for (qint64 which = 1;; which += step) {
        SendingClient client(m_link->url(), m_account);
        client.attach(nextCall());
        m_sent.insert(client.queued);
        fill(client);
        if (QTest::currentTestFailed())
            return;
        m_disk->breakAt(DiskFault::Kill, which);
        bool started = true;
        try {
            startServer();
        } catch (const std::runtime_error &) {
            started = false;
        }
        m_disk->mend();
        if (!started)
            startServer();
        client.api.setToken(m_account.token);
        QVERIFY(client.drain());
        if (started)
            break;
        ++killed;
    }
    QVERIFY2(killed >= 2, qPrintable(QString::number(killed)));
    checkServer();
    checkFolder();
}

void tst_BrokenServerDisk::checkServer()
{
    BlockingHttp http(m_server->url());
    http.send(http.head("GET", "/api/leads/" + QByteArray::number(m_account.lead) + "/recordings",
                        m_account.authorization()));
    QHash<QByteArray, int> kept;
    for (const QJsonValue &recording : http.receive().json().array()) {
        if (recording[QLatin1String("originalName")].toString() != QStringLiteral("cut.wav"))
            continue;
        http.send(http.head(
            "GET", "/api/recordings/" + QByteArray::number(recording[QLatin1String("id")].toInteger()) + "/download",
            m_account.authorization()));
        ++kept[sha256Of(http.receive().body)];
    }
    QCOMPARE(kept.size(), m_sent.size());
    for (auto one = m_sent.cbegin(); one != m_sent.cend(); ++one)
        QCOMPARE(kept.value(one.key()), 1);
}

/// After one more start nothing is left of what went wrong.
void tst_BrokenServerDisk::checkFolder()
{
    m_server->stop();
    startServer();
    m_server->stop();
    QCOMPARE(filesBelow(data() + QStringLiteral("/incoming")), QStringList());
    QCOMPARE(filesBelow(data() + QStringLiteral("/partial")), QStringList());
    QProcess check;
    check.setProcessChannelMode(QProcess::MergedChannels);
    check.start(QStringLiteral(HOLDFAST_SERVER_PROGRAM), {QStringLiteral("--data"), data(), QStringLiteral("check")});
    QVERIFY(check.waitForFinished(60'000));
    QVERIFY2(check.exitCode() == 0, check.readAll());
}

QTEST_GUILESS_MAIN(tst_BrokenServerDisk)
#include "tst_BrokenServerDisk.moc"
