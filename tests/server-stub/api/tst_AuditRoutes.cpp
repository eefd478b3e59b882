// SPDX-License-Identifier: GPL-3.0-or-later
#include "TestApi.h"

#include "support/Tone.h"

using namespace Holdfast;
using namespace Holdfast::Testing;

class tst_AuditRoutes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void eachAccessLeavesAnEntry();
    void eachWholeDownloadIsAnEntryAndRangesOfAPlaybackAreOneAMinute();
    void refusedAttemptsLeaveEntries();
    void readingTheLogIsAnEntry();
    void agentsMayNotReadIt();
    void listsNewestFirstUpToTheLimit();
    void findsByRecordingUserActionAndTime();
    void goesOnFromACursorToTheEnd();
    void refusesWhatIsNoFilter_data();
    void refusesWhatIsNoFilter();

private:
    struct Entry
    {
        QString username;
        QString action;
        QString outcome;
        qint64 recording = 0;

        friend bool operator==(const Entry &, const Entry &) = default;
    };
    QList<Entry> newest(int count);

    std::unique_ptr<TestServer> m_server;
    std::unique_ptr<TestApi> m_api;
    QByteArray m_ada;
};

void tst_AuditRoutes::init()
{
    m_api.reset();
    m_server = std::make_unique<TestServer>();
    m_server->start();
    m_api = std::make_unique<TestApi>(*m_server);
    m_ada = m_api->tokenOf("ada");
}

/// Oldest of them first; without the entry that reading them makes.
QList<tst_AuditRoutes::Entry> tst_AuditRoutes::newest(int count)
{
    QList<Entry> entries;
    for (const QJsonValue &json : m_api->get("/api/audit?limit=" + QByteArray::number(count), m_ada).array())
        entries.prepend({json[QLatin1String("username")].toString(), json[QLatin1String("action")].toString(),
                         json[QLatin1String("outcome")].toString(), json[QLatin1String("recordingId")].toInteger()});
    return entries;
}

void tst_AuditRoutes::eachAccessLeavesAnEntry()
{
    const QByteArray alice = m_api->tokenOf("alice");
    QCOMPARE(m_api->upload(alice, m_server->aliceLead, toneWav(1, 440, 880)).id(), 1);
    for (const QByteArray path : {"/api/recordings", "/api/recordings/1", "/api/recordings/1/stream",
                                  "/api/recordings/1/download", "/api/recordings/1/waveform"})
        QCOMPARE(m_api->get(path, alice).status, 200);
    QCOMPARE(m_api->call("POST", "/api/auth/logout", TestApi::bearer(alice)).status, 204);
    const QString allowed = QStringLiteral("allowed");
    const QString name = QStringLiteral("alice");
    QCOMPARE(newest(8), (QList<Entry>{{name, QStringLiteral("login"), allowed, 0},
                                      {name, QStringLiteral("upload"), allowed, 1},
                                      {name, QStringLiteral("search"), allowed, 0},
                                      {name, QStringLiteral("view"), allowed, 1},
                                      {name, QStringLiteral("stream"), allowed, 1},
                                      {name, QStringLiteral("download"), allowed, 1},
                                      {name, QStringLiteral("waveform"), allowed, 1},
                                      {name, QStringLiteral("logout"), allowed, 0}}));
}

void tst_AuditRoutes::eachWholeDownloadIsAnEntryAndRangesOfAPlaybackAreOneAMinute()
{
    const QByteArray alice = m_api->tokenOf("alice");
    QCOMPARE(m_api->upload(alice, m_server->aliceLead, toneWav(1, 440, 880)).id(), 1);
    const auto entriesOf = [this](const QString &action) {
        const QList<Entry> entries = newest(50);
        return std::count_if(entries.begin(), entries.end(), [&](const Entry &e) { return e.action == action; });
    };
    for (int time = 0; time < 3; ++time)
        QCOMPARE(m_api->get("/api/recordings/1/download", alice).status, 200);
    QCOMPARE(entriesOf(QStringLiteral("download")), 3);
    for (const QByteArray range : {"bytes=0-99", "bytes=100-199", "bytes=-5"})
        QCOMPARE(m_api->get("/api/recordings/1/stream", alice, {{"Range", range}}).status, 206);
    QCOMPARE(entriesOf(QStringLiteral("stream")), 1);
}

void tst_AuditRoutes::refusedAttemptsLeaveEntries()
{
    QCOMPARE(m_api->upload(m_api->tokenOf("alice"), m_server->aliceLead, toneWav(1, 440, 880)).id(), 1);
    const QByteArray bob = m_api->tokenOf("bob");
    QCOMPARE(m_api->logIn("nobody", "x").status, 401);
    QCOMPARE(m_api->logIn("bob", "x").status, 401);
    QCOMPARE(m_api->get("/api/recordings/1/download", bob).status, 403);
    QCOMPARE(m_api->get("/api/audit", bob).status, 403);
    const QString refused = QStringLiteral("refused");
    const QString name = QStringLiteral("bob");
    QCOMPARE(newest(4), (QList<Entry>{{QString(), QStringLiteral("login"), refused, 0},
                                      {name, QStringLiteral("login"), refused, 0},
                                      {name, QStringLiteral("download"), refused, 1},
                                      {name, QStringLiteral("audit"), refused, 0}}));
}

void tst_AuditRoutes::readingTheLogIsAnEntry()
{
    QCOMPARE(m_api->get("/api/audit", m_ada).status, 200);
    const QList<Entry> entries = newest(1);
    QCOMPARE(entries.size(), 1);
    QCOMPARE(entries.first().action, QStringLiteral("audit"));
    QCOMPARE(entries.first().username, QStringLiteral("ada"));
}

void tst_AuditRoutes::agentsMayNotReadIt()
{
    QCOMPARE(m_api->get("/api/audit", m_api->tokenOf("alice")).status, 403);
    QCOMPARE(m_api->get("/api/audit", m_api->tokenOf("sam")).status, 200);
}

void tst_AuditRoutes::listsNewestFirstUpToTheLimit()
{
    for (int i = 0; i < 5; ++i)
        QCOMPARE(m_api->get("/api/recordings", m_ada).status, 200);
    const QJsonArray entries = m_api->get("/api/audit?limit=3", m_ada).array();
    QCOMPARE(entries.size(), 3);
    QVERIFY(entries[0][QLatin1String("id")].toInteger() > entries[2][QLatin1String("id")].toInteger());
    QCOMPARE(entries[0][QLatin1String("address")].toString(), QStringLiteral("127.0.0.1"));
    QCOMPARE(entries[0][QLatin1String("role")].toString(), QStringLiteral("admin"));
}

void tst_AuditRoutes::findsByRecordingUserActionAndTime()
{
    const QByteArray alice = m_api->tokenOf("alice");
    for (int id = 1; id <= 2; ++id)
        QCOMPARE(m_api->upload(alice, m_server->aliceLead, toneWav(0.2, 440, 880)).id(), id);
    const QByteArray from = QDateTime::currentDateTimeUtc().addSecs(-60).toString(Qt::ISODate).toLatin1();
    QCOMPARE(m_api->get("/api/recordings/2", alice).status, 200);
    QCOMPARE(m_api->get("/api/recordings/2", m_ada).status, 200);
    const auto found = [this](const QByteArray &query) {
        QStringList actions;
        for (const QJsonValue &entry : m_api->get("/api/audit?" + query, m_ada).array())
            actions.append(entry[QLatin1String("username")].toString() + u' ' +
                           entry[QLatin1String("action")].toString());
        return actions;
    };
    QCOMPARE(found("recordingId=2"),
             (QStringList{QStringLiteral("ada view"), QStringLiteral("alice view"), QStringLiteral("alice upload")}));
    QCOMPARE(found("recordingId=2&userId=3"),
             (QStringList{QStringLiteral("alice view"), QStringLiteral("alice upload")}));
    QCOMPARE(found("action=upload").size(), 2);
    QCOMPARE(found("action=upload&recordingId=1&from=" + from).size(), 1);
    QVERIFY(found("to=2020-01-01").isEmpty());
    QVERIFY(found("action=upload'--").isEmpty());
}

void tst_AuditRoutes::goesOnFromACursorToTheEnd()
{
    const QByteArray alice = m_api->tokenOf("alice");
    for (int i = 0; i < 5; ++i)
        QCOMPARE(m_api->get("/api/recordings?limit=" + QByteArray::number(i + 1), alice).status, 200);
    QList<qint64> ids;
    QByteArray path = "/api/audit?action=search&limit=2";
    for (int pages = 0; !path.isEmpty(); ++pages) {
        QVERIFY(pages < 9);
        const Answer page = m_api->get(path, m_ada);
        QCOMPARE(page.status, 200);
        for (const QJsonValue &entry : page.array())
            ids.append(entry[QLatin1String("id")].toInteger());
        const QByteArray link = page.field("Link");
        path = link.mid(1, link.indexOf('>') - 1);
    }
    QCOMPARE(ids.size(), 5);
    QVERIFY(std::is_sorted(ids.crbegin(), ids.crend()));
}

void tst_AuditRoutes::refusesWhatIsNoFilter_data()
{
    QTest::addColumn<QByteArray>("query");
    for (const char *query : {"recordingId=0", "recordingId=x", "userId=-1", "from=yesterday", "to=", "cursor=x",
                              "cursor=1", "cursor=1.x", "limit=1001", "who=ada"})
        QTest::newRow(query) << QByteArray(query);
}

void tst_AuditRoutes::refusesWhatIsNoFilter()
{
    QFETCH(QByteArray, query);
    QCOMPARE(m_api->get("/api/audit?" + query, m_ada).status, 400);
}

QTEST_GUILESS_MAIN(tst_AuditRoutes)
#include "tst_AuditRoutes.moc"
