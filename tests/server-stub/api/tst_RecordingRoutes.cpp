// SPDX-License-Identifier: GPL-3.0-or-later
#include "TestApi.h"

#include "records/CallAnalyses.h"
#include "support/Tone.h"

#include <QRegularExpression>

using namespace Holdfast;
using namespace Holdfast::Testing;

namespace {

const QByteArray tone = toneWav(0.5, 440, 880);
QDateTime now = QDateTime(QDate(2026, 1, 1), QTime(12, 0), Qt::UTC);

} // namespace

/// Search and details, and a lead's recordings.
class tst_RecordingRoutes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void listsNewestFirst();
    void walksTheListByItsLinks_data();
    void walksTheListByItsLinks();
    void goesOnByOffsetWhereThatIsHowItBegan();
    void aCursorCountsForItsOwnQuestionAlone_data();
    void aCursorCountsForItsOwnQuestionAlone();
    void aCursorShowsNobodyMoreThanTheyMaySee();
    void filters_data();
    void filters();
    void namesAParameterThatIsWrong_data();
    void namesAParameterThatIsWrong();
    void agentsFindTheirOwnAlone();
    void aLeadListsItsRecordings();
    void leadsAreForThoseWhoHaveThem();
    void findsLeadsByWords();
    void answersUnknownPathsAndMethods();
    void sayItIsReady();

private:
    QList<qint64> idsOf(const Answer &answer) const;

    std::unique_ptr<TestServer> m_server;
    std::unique_ptr<TestApi> m_api;
    QByteArray m_alice;
    QByteArray m_bob;
    QByteArray m_sam;
};

void tst_RecordingRoutes::initTestCase()
{
    m_server = std::make_unique<TestServer>();
    m_server->options.clock = [] { return now; };
    m_server->start();
    m_api = std::make_unique<TestApi>(*m_server);
    const auto day = [](int number) { now = QDateTime(QDate(2026, 1, number), QTime(12, 0), Qt::UTC); };
    for (int i = 1; i <= 6; ++i) { // 1, 3, 5 are alice's, 2, 4, 6 bob's; one a day
        day(i);
        const bool odd = i % 2 == 1;
        const QByteArray lead = QByteArray::number((odd ? m_server->aliceLead : m_server->bobLead).value);
        const Answer answer = m_api->upload(
            m_api->tokenOf(odd ? "alice" : "bob"),
            {{"leadId", lead}, {"disposition", i <= 3 ? "sale" : "no answer"}, {"file", tone, "call.wav"}});
        QCOMPARE(answer.id(), i);
    }
    // What was heard of the first three; nobody listened to the others.
    using std::chrono::milliseconds;
    const QList<CallAnalysis> heard{{{milliseconds(6000), milliseconds(3000)},
                                     milliseconds(1000),
                                     {},
                                     milliseconds(1000),
                                     {},
                                     {-20, -21},
                                     milliseconds(5),
                                     {}},
                                    {{milliseconds(4000), milliseconds(3000)},
                                     milliseconds(2000),
                                     milliseconds(1000),
                                     milliseconds(2000),
                                     {},
                                     {-20, -21},
                                     {},
                                     {}},
                                    {{milliseconds(2000), milliseconds(0)},
                                     milliseconds(8000),
                                     {},
                                     milliseconds(8000),
                                     {},
                                     {-20, std::nullopt},
                                     {},
                                     {1}}};
    for (int i = 0; i < 3; ++i)
        m_server->write([&](Database &database) { return CallAnalyses(database).keep({i + 1}, heard[i], now); });
    m_alice = m_api->tokenOf("alice");
    m_bob = m_api->tokenOf("bob");
    m_sam = m_api->tokenOf("sam");
}

void tst_RecordingRoutes::cleanupTestCase()
{
    m_api.reset();
    m_server.reset();
}

QList<qint64> tst_RecordingRoutes::idsOf(const Answer &answer) const
{
    QList<qint64> ids;
    for (const QJsonValue &recording : answer.array())
        ids.append(recording[QLatin1String("id")].toInteger());
    return ids;
}

void tst_RecordingRoutes::listsNewestFirst()
{
    const Answer answer = m_api->get("/api/recordings", m_sam);
    QCOMPARE(answer.status, 200);
    QCOMPARE(idsOf(answer), (QList<qint64>{6, 5, 4, 3, 2, 1}));
    QCOMPARE(answer.field("X-Total-Count"), QByteArray("6"));
    QVERIFY(answer.field("Link").isEmpty());
}

void tst_RecordingRoutes::walksTheListByItsLinks_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QList<qint64>>("ids");
    QTest::newRow("newest first") << QByteArray("/api/recordings?limit=2&disposition=no%20answer")
                                  << QList<qint64>{6, 5, 4};
    QTest::newRow("oldest first") << QByteArray("/api/recordings?sort=uploadedAt&limit=2&disposition=no%20answer")
                                  << QList<qint64>{4, 5, 6};
    QTest::newRow("by duration") << QByteArray("/api/recordings?sort=durationSeconds&disposition=sale&limit=1")
                                 << QList<qint64>{1, 2, 3};
    QTest::newRow("by words") << QByteArray("/api/recordings?q=peter+jo&limit=2") << QList<qint64>{6, 4, 2};
    QTest::newRow("by offset") << QByteArray("/api/recordings?offset=3&limit=2") << QList<qint64>{3, 2, 1};
    QTest::newRow("of a lead") << QByteArray("/api/leads/1/recordings?limit=1&sort=callDate") << QList<qint64>{1, 3, 5};
}

void tst_RecordingRoutes::walksTheListByItsLinks()
{
    QFETCH(QByteArray, path);
    const bool hasOffset = path.contains("offset=");
    const QByteArray total = hasOffset ? "6" : "3";
    QList<qint64> seen;
    for (int pages = 0; !path.isEmpty() && pages < 5; ++pages) {
        const Answer answer = m_api->get(path, m_sam);
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.field("X-Total-Count"), total);
        seen += idsOf(answer);
        const QByteArray link = answer.field("Link");
        QVERIFY(link.isEmpty() || link.endsWith(">; rel=\"next\""));
        path = link.mid(1, link.indexOf('>') - 1);
        QVERIFY(path.isEmpty() || path.contains("cursor=") != hasOffset);
        QVERIFY(path.isEmpty() || path.contains("offset=") == hasOffset);
    }
    QTEST(seen, "ids");
}

void tst_RecordingRoutes::goesOnByOffsetWhereThatIsHowItBegan()
{
    const QByteArray link = m_api->get("/api/recordings?limit=4&offset=0", m_sam).field("Link");
    QVERIFY2(link.contains("offset=4"), link);
    QVERIFY2(!link.contains("cursor"), link);
}

void tst_RecordingRoutes::aCursorCountsForItsOwnQuestionAlone_data()
{
    QTest::addColumn<QByteArray>("query");
    QTest::addColumn<int>("status");
    QTest::newRow("its own") << QByteArray("disposition=sale&q=jane") << 200;
    QTest::newRow("another number at once") << QByteArray("disposition=sale&q=jane&limit=100") << 200;
    QTest::newRow("another disposition") << QByteArray("disposition=other&q=jane") << 400;
    QTest::newRow("other words") << QByteArray("disposition=sale&q=john") << 400;
    QTest::newRow("one filter more") << QByteArray("disposition=sale&q=jane&complianceHold=false") << 400;
    QTest::newRow("one filter less") << QByteArray("disposition=sale") << 400;
    QTest::newRow("another sort") << QByteArray("disposition=sale&q=jane&sort=uploadedAt") << 400;
    QTest::newRow("with an offset") << QByteArray("disposition=sale&q=jane&offset=0") << 400;
}

void tst_RecordingRoutes::aCursorCountsForItsOwnQuestionAlone()
{
    QFETCH(QByteArray, query);
    const QByteArray link = m_api->get("/api/recordings?disposition=sale&q=jane&limit=1", m_sam).field("Link");
    const QByteArray cursor = link.mid(link.indexOf("cursor=") + 7).split('>').first();
    static const QRegularExpression urlSafe(QStringLiteral("^[A-Za-z0-9_-]+$"));
    QVERIFY(urlSafe.match(QString::fromLatin1(cursor)).hasMatch());
    const Answer answer = m_api->get("/api/recordings?" + query + "&cursor=" + cursor, m_sam);
    QTEST(answer.status, "status");
    QVERIFY(answer.status == 200 || answer.message().contains(QStringLiteral("cursor")));
    QCOMPARE(idsOf(answer), answer.status == 200 ? QList<qint64>{1} : QList<qint64>{});
}

void tst_RecordingRoutes::aCursorShowsNobodyMoreThanTheyMaySee()
{
    const QByteArray link = m_api->get("/api/recordings?limit=1", m_sam).field("Link");
    const QByteArray path = link.mid(1, link.indexOf('>') - 1);
    QCOMPARE(idsOf(m_api->get(path, m_alice)), QList<qint64>{5});
    QCOMPARE(m_api->get(path, m_alice).field("X-Total-Count"), QByteArray("3"));
}

void tst_RecordingRoutes::filters_data()
{
    QTest::addColumn<QByteArray>("query");
    QTest::addColumn<QList<qint64>>("ids");
    QTest::newRow("agent") << QByteArray("agentId=4") << QList<qint64>{6, 4, 2};
    QTest::newRow("lead") << QByteArray("leadId=1") << QList<qint64>{5, 3, 1};
    QTest::newRow("campaign") << QByteArray("campaignId=1") << QList<qint64>{6, 5, 4, 3, 2, 1};
    QTest::newRow("campaign that is not there") << QByteArray("campaignId=99") << QList<qint64>{};
    QTest::newRow("disposition") << QByteArray("disposition=sale") << QList<qint64>{3, 2, 1};
    QTest::newRow("not held") << QByteArray("complianceHold=false&limit=1") << QList<qint64>{6};
    QTest::newRow("held") << QByteArray("complianceHold=true") << QList<qint64>{};
    QTest::newRow("from a moment on") << QByteArray("startDate=2026-01-05T12:00:00Z") << QList<qint64>{6, 5};
    QTest::newRow("until a moment") << QByteArray("endDate=2026-01-02T12:00:00Z") << QList<qint64>{2, 1};
    QTest::newRow("a day") << QByteArray("startDate=2026-01-03&endDate=2026-01-03") << QList<qint64>{3};
    QTest::newRow("several") << QByteArray("agentId=3&disposition=sale&startDate=2026-01-02") << QList<qint64>{3};
    QTest::newRow("offset") << QByteArray("limit=2&offset=3") << QList<qint64>{3, 2};
    QTest::newRow("long enough") << QByteArray("minDuration=1") << QList<qint64>{};
    QTest::newRow("short enough") << QByteArray("maxDuration=0&limit=2") << QList<qint64>{6, 5};
    QTest::newRow("shorter than long") << QByteArray("minDuration=2&maxDuration=1") << QList<qint64>{};
    QTest::newRow("much talk") << QByteArray("minTalkRatio=0.76") << QList<qint64>{1};
    QTest::newRow("somebody talks") << QByteArray("minTalkRatio=0.75") << QList<qint64>{2, 1};
    QTest::newRow("much talk is little silence") << QByteArray("maxSilenceRatio=0.25") << QList<qint64>{2, 1};
    QTest::newRow("little talk") << QByteArray("maxTalkRatio=0.75&minSilenceRatio=0.25") << QList<qint64>{3, 2};
    QTest::newRow("both talk") << QByteArray("minOverlapRatio=0.125") << QList<qint64>{2};
    QTest::newRow("a long silence") << QByteArray("minLongestSilence=2&sort=uploadedAt") << QList<qint64>{2, 3};
    QTest::newRow("a dead channel") << QByteArray("deadChannel=true") << QList<qint64>{3};
    QTest::newRow("no dead channel") << QByteArray("deadChannel=false") << QList<qint64>{2, 1};
    QTest::newRow("clipped") << QByteArray("clipped=true&agentId=3") << QList<qint64>{1};
    QTest::newRow("not clipped") << QByteArray("clipped=false&q=jane") << QList<qint64>{3};
    QTest::newRow("more talk than there can be")
        << QByteArray("minTalkRatio=0.8&minSilenceRatio=0.3") << QList<qint64>{};
    QTest::newRow("oldest first") << QByteArray("sort=uploadedAt&limit=2") << QList<qint64>{1, 2};
    QTest::newRow("by call date") << QByteArray("sort=-callDate&limit=2") << QList<qint64>{6, 5};
    QTest::newRow("a word") << QByteArray("q=jane") << QList<qint64>{5, 3, 1};
    QTest::newRow("a phone number") << QByteArray("q=%28555%29+0142&limit=1") << QList<qint64>{6};
    QTest::newRow("no words") << QByteArray("q=&limit=1") << QList<qint64>{6};
    QTest::newRow("words that are no operators") << QByteArray("q=jane+OR+peter") << QList<qint64>{};
    QTest::newRow("offset beyond the end") << QByteArray("offset=9223372036854775807") << QList<qint64>{};
}

void tst_RecordingRoutes::filters()
{
    QFETCH(QByteArray, query);
    const Answer answer = m_api->get("/api/recordings?" + query, m_sam);
    QCOMPARE(answer.status, 200);
    QTEST(idsOf(answer), "ids");
}

void tst_RecordingRoutes::namesAParameterThatIsWrong_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QString>("name");
    QTest::newRow("unknown") << QByteArray("/api/recordings?lead=1") << QStringLiteral("lead");
    QTest::newRow("limit") << QByteArray("/api/recordings?limit=10001") << QStringLiteral("limit");
    QTest::newRow("offset") << QByteArray("/api/recordings?offset=-1") << QStringLiteral("offset");
    QTest::newRow("agent") << QByteArray("/api/recordings?agentId=alice") << QStringLiteral("agentId");
    QTest::newRow("date") << QByteArray("/api/recordings?endDate=2026-13-01") << QStringLiteral("endDate");
    QTest::newRow("hold") << QByteArray("/api/recordings?complianceHold=yes") << QStringLiteral("complianceHold");
    QTest::newRow("twice") << QByteArray("/api/recordings?limit=4&limit=2") << QStringLiteral("limit");
    QTest::newRow("sort") << QByteArray("/api/recordings?sort=duration") << QStringLiteral("-durationSeconds");
    QTest::newRow("no sort") << QByteArray("/api/recordings?sort=") << QStringLiteral("sort");
    QTest::newRow("duration") << QByteArray("/api/recordings?minDuration=1.5") << QStringLiteral("minDuration");
    QTest::newRow("less than no time") << QByteArray("/api/recordings?maxDuration=-1") << QStringLiteral("maxDuration");
    QTest::newRow("more than all") << QByteArray("/api/recordings?minTalkRatio=1.01") << QStringLiteral("minTalkRatio");
    for (const char *name : {"minTalkRatio", "maxTalkRatio", "minSilenceRatio", "maxSilenceRatio", "minOverlapRatio"})
        for (const char *value : {"-0.1", "nan", "1e-1", "", ".5", "0,5", "2", "0.5%0A", "0.5%20"})
            QTest::addRow("%s=%s", name, value)
                << QByteArray("/api/recordings?") + name + '=' + value << QString::fromLatin1(name);
    QTest::newRow("silence") << QByteArray("/api/recordings?minLongestSilence=0.5")
                             << QStringLiteral("minLongestSilence");
    QTest::newRow("dead") << QByteArray("/api/recordings?deadChannel=1") << QStringLiteral("deadChannel");
    QTest::newRow("cut") << QByteArray("/api/recordings?clipped=yes") << QStringLiteral("clipped");
    QTest::newRow("NUL") << QByteArray("/api/recordings?q=a%00b") << QStringLiteral("q");
    QTest::newRow("cursor") << QByteArray("/api/recordings?cursor=abc") << QStringLiteral("cursor");
    QTest::newRow("no cursor") << QByteArray("/api/recordings?cursor=") << QStringLiteral("cursor");
    QTest::newRow("cursor in another script")
        << QByteArray("/api/recordings?cursor=%C3%A4") << QStringLiteral("cursor");
    QTest::newRow("leads") << QByteArray("/api/leads?name=x") << QStringLiteral("name");
    QTest::newRow("a lead's recordings") << QByteArray("/api/leads/1/recordings?q=x") << QStringLiteral("q");
    QTest::newRow("audit") << QByteArray("/api/audit?limit=0") << QStringLiteral("limit");
}

void tst_RecordingRoutes::namesAParameterThatIsWrong()
{
    QFETCH(QByteArray, path);
    QFETCH(QString, name);
    const Answer answer = m_api->get(path, m_sam);
    QCOMPARE(answer.status, 400);
    QVERIFY2(answer.message().contains(name), qPrintable(answer.message()));
}

void tst_RecordingRoutes::agentsFindTheirOwnAlone()
{
    QCOMPARE(idsOf(m_api->get("/api/recordings", m_alice)), (QList<qint64>{5, 3, 1}));
    QCOMPARE(idsOf(m_api->get("/api/recordings?agentId=4", m_alice)), QList<qint64>());
    QCOMPARE(idsOf(m_api->get("/api/recordings?leadId=2", m_bob)), (QList<qint64>{6, 4, 2}));
}

void tst_RecordingRoutes::aLeadListsItsRecordings()
{
    const QByteArray path = "/api/leads/" + QByteArray::number(m_server->aliceLead.value) + "/recordings";
    QCOMPARE(idsOf(m_api->get(path, m_alice)), (QList<qint64>{5, 3, 1}));
    QCOMPARE(idsOf(m_api->get(path + "?limit=1&offset=1", m_sam)), QList<qint64>{3});
    QCOMPARE(m_api->get(path, m_bob).status, 403);
    QCOMPARE(m_api->get("/api/leads/99/recordings", m_sam).status, 404);
}

void tst_RecordingRoutes::leadsAreForThoseWhoHaveThem()
{
    QCOMPARE(idsOf(m_api->get("/api/leads", m_alice)), QList<qint64>{m_server->aliceLead.value});
    QCOMPARE(idsOf(m_api->get("/api/leads", m_sam)),
             (QList<qint64>{m_server->aliceLead.value, m_server->bobLead.value}));
    const QByteArray path = "/api/leads/" + QByteArray::number(m_server->bobLead.value);
    QCOMPARE(m_api->get(path, m_alice).status, 403);
    const Answer lead = m_api->get(path, m_bob);
    QCOMPARE(lead.status, 200);
    QCOMPARE(lead.object().value(QLatin1String("name")).toString(), QStringLiteral("Peter Jones"));
    QCOMPARE(m_api->get("/api/leads/x", m_sam).status, 404);
}

void tst_RecordingRoutes::findsLeadsByWords()
{
    QCOMPARE(idsOf(m_api->get("/api/leads?q=jONES", m_sam)), QList<qint64>{m_server->bobLead.value});
    QCOMPARE(idsOf(m_api->get("/api/leads?q=0142", m_sam)), QList<qint64>{m_server->bobLead.value});
    QCOMPARE(idsOf(m_api->get("/api/leads?q=jones", m_alice)), QList<qint64>());
    QCOMPARE(idsOf(m_api->get("/api/leads?q=%25", m_sam)), QList<qint64>());
}

void tst_RecordingRoutes::answersUnknownPathsAndMethods()
{
    const Answer unknown = m_api->get("/api/nothing", m_sam);
    QCOMPARE(unknown.status, 404);
    QVERIFY(!unknown.message().isEmpty());
    const Answer method = m_api->call("PUT", "/api/recordings", TestApi::bearer(m_sam), "{}");
    QCOMPARE(method.status, 405);
    QVERIFY(method.field("Allow").contains("POST"));
    QVERIFY(!method.message().isEmpty());
}

void tst_RecordingRoutes::sayItIsReady()
{
    QCOMPARE(m_api->call("GET", "/healthz").status, 200);
    QCOMPARE(m_api->call("GET", "/readyz").status, 200);
}

QTEST_GUILESS_MAIN(tst_RecordingRoutes)
#include "tst_RecordingRoutes.moc"
