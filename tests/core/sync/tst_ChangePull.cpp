// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/ChangePull.h"

#include "FeedScript.h"
#include "sqlite/Query.h"
#include "sync/SyncLoop.h"

#include <QBuffer>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Holdfast;
using namespace Holdfast::Testing;
using Feed = FeedScript;

class tst_ChangePull : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_feed = std::make_unique<FeedScript>();
        m_feed->leads = {leadOf(1, QStringLiteral("Dora")), leadOf(2, QStringLiteral("Jonas"))};
        m_feed->recordings = {recordingOf(5, {1}), recordingOf(6, {2})};
        m_api = std::make_unique<ApiClient>();
        m_api->setServer(m_feed->server.url());
        m_api->setToken("T0KEN");
        m_cache = std::move(*SealedCache::open(path(QStringLiteral("cache")), SecretKey::random()));
        m_pace = {};
        m_me.role = Role::Agent;
        m_pace.shortestPause = m_pace.longestPause = std::chrono::milliseconds(20);
        open();
    }
    void cleanup()
    {
        m_pull.reset();
        m_store.reset();
        m_api.reset();
        m_feed.reset();
    }

    void readsEverythingOnceAndFollowsFromThePlaceThatItAskedForFirst()
    {
        m_feed->disturb = [this](const QString &path, const QUrlQuery &) -> std::optional<ScriptedServer::Answer> {
            if (path == QLatin1String("/api/leads") && m_feed->newest == QLatin1String("10"))
                m_feed->tell({Feed::changeOf(leadOf(3, QStringLiteral("Between")))});
            return std::nullopt;
        };
        startAndCatchUp();
        QCOMPARE(m_store->leads()->size(), 3);
        QCOMPARE(m_store->recordingsOf({1})->size(), 1);
        QCOMPARE((*m_store->following().place())->cursor, QStringLiteral("11"));
        QVERIFY(m_store->leadMarks().unread()->isEmpty());
        QStringList paths;
        for (const auto &request : m_feed->server.requests())
            paths.append(QUrl(QString::fromLatin1(request.path)).path());
        paths.removeAll(QStringLiteral("/api/agents")); // beside it, at any time
        QCOMPARE(paths.first(), QStringLiteral("/api/changes"));
        QVERIFY(paths.indexOf(QStringLiteral("/api/leads")) < paths.indexOf(QStringLiteral("/api/recordings")));
    }
    void readsListsPageByPage()
    {
        m_pace.leads = 20;
        m_pace.recordings = 2;
        for (int i = 3; i <= 55; ++i)
            m_feed->leads.append(leadOf(i, QStringLiteral("N%1").arg(i, 3, 10, QLatin1Char('0'))));
        for (int i = 7; i <= 13; ++i)
            m_feed->recordings.append(recordingOf(i, {1}));
        open();
        startAndCatchUp();
        QCOMPARE(m_store->leads()->size(), 55);
        QCOMPARE(m_store->recordingsOf({1})->size(), 8);
        QVERIFY(m_feed->asked(QStringLiteral("/api/leads")) >= 5);
    }
    void losesNoLeadWhereTheListMovesUnderTheWalk()
    {
        m_pace.leads = 20;
        m_feed->leads.clear();
        for (int i = 1; i <= 50; ++i)
            m_feed->leads.append(leadOf(i, QStringLiteral("N%1").arg(i, 3, 10, QLatin1Char('0'))));
        open();
        startAndCatchUp();
        int pages = 0;
        m_feed->disturb = [&](const QString &path, const QUrlQuery &) -> std::optional<ScriptedServer::Answer> {
            if (path == QLatin1String("/api/leads") && ++pages == 2)
                m_feed->leads = m_feed->leads.mid(15); // 15 of those that were read already
            return std::nullopt;
        };
        QSignalSpy touched(m_store.get(), &LocalStore::leadsTouched);
        m_pull->readAnew();
        QTRY_COMPARE(m_store->leads()->size(), 35);
        QSet<LeadId> gone;
        for (const auto &signal : touched)
            for (LeadId id : signal.first().value<QList<LeadId>>())
                gone.insert(id);
        QCOMPARE(gone.size(), 15);
    }
    void tellsWhatItBroughtOnceItIsInTheStore()
    {
        QSignalSpy anew(m_pull.get(), &ChangePull::allReadAnew);
        startAndCatchUp();
        QCOMPARE(anew.count(), 1);
        qsizetype leads = 0;
        QList<FeedChange> brought;
        connect(m_pull.get(), &ChangePull::brought, this, [&](const QList<FeedChange> &changes) {
            brought = changes;
            leads = m_store->leads()->size();
        });
        m_feed->tell({Feed::changeOf(leadOf(3, QStringLiteral("Three"))), Feed::change("policy", 4),
                      Feed::change("matter", 5), Feed::change("hold", 6), Feed::change("weather", 7)});
        m_feed->cut();
        QTRY_COMPARE(brought.size(), 5);
        QCOMPARE(leads, 3);
        using Kind = FeedChange::Kind;
        const Kind kinds[] = {Kind::Lead, Kind::Policy, Kind::Matter, Kind::Hold, Kind::Other};
        for (qsizetype i = 0; i < 5; ++i)
            QCOMPARE(brought.at(i).kind, kinds[i]);
        QVERIFY(tellOf(brought, {Kind::User, Kind::Hold}));
        QVERIFY(!tellOf(brought, {Kind::User, Kind::Campaign}));
    }
    void takesPagesUntilThereIsNoMore()
    {
        startAndCatchUp();
        m_feed->pages[QStringLiteral("10")] =
            Feed::page(QStringLiteral("11"), {Feed::changeOf(leadOf(3, QStringLiteral("Three")))}, true);
        m_feed->pages[QStringLiteral("11")] =
            Feed::page(QStringLiteral("12"), {Feed::changeOf(leadOf(4, QStringLiteral("Four")))});
        m_feed->cut();
        QTRY_COMPARE((*m_store->following().place())->cursor, QStringLiteral("12"));
        QCOMPARE(m_store->leads()->size(), 4);
    }
    void aPageThatTheStoreCanNotKeepIsTakenWholeLater()
    {
        startAndCatchUp();
        run("CREATE TRIGGER breaks BEFORE INSERT ON leads WHEN new.id = 4 BEGIN SELECT RAISE(ABORT, 'broken'); END");
        m_feed->tell({Feed::changeOf(leadOf(3, QStringLiteral("Three"))), Feed::gone("recording", 5),
                      Feed::changeOf(leadOf(4, QStringLiteral("Four")))});
        QSignalSpy problem(m_pull.get(), &ChangePull::problem);
        m_feed->cut();
        QTRY_VERIFY(!problem.isEmpty());
        QCOMPARE((*m_store->following().place())->cursor, QStringLiteral("10"));
        QCOMPARE(m_store->leads()->size(), 2);
        QCOMPARE(m_store->recordingsOf({1})->size(), 1);
        open(); // as after a crash
        QCOMPARE((*m_store->following().place())->cursor, QStringLiteral("10"));
        run("DROP TRIGGER breaks");
        m_pull->start();
        QTRY_COMPARE((*m_store->following().place())->cursor, QStringLiteral("11"));
        QCOMPARE(m_store->leads()->size(), 4);
        QVERIFY(m_store->recordingsOf({1})->isEmpty());
    }
    void beginsAnewWhereReadingEverythingWasBrokenOff()
    {
        run("CREATE TRIGGER breaks BEFORE INSERT ON recordings BEGIN SELECT RAISE(ABORT, 'broken'); END");
        QSignalSpy problem(m_pull.get(), &ChangePull::problem);
        m_pull->start();
        QTRY_VERIFY(!problem.isEmpty());
        open();
        QVERIFY(!*m_store->following().place());
        run("DROP TRIGGER breaks");
        startAndCatchUp();
        QCOMPARE(m_store->recordingsOf({2})->size(), 1);
    }
    void whatOneMayNoLongerSeeGoesFromTheDisk()
    {
        startAndCatchUp();
        for (const QString &name : {QStringLiteral("r5"), QStringLiteral("wr5"), QStringLiteral("r6")})
            seal(name);
        QVERIFY(m_store->annotations().replaceRemote(QStringLiteral("r5"), {annotationOf(1, {5}, {9}, {})}));
        m_feed->tell({Feed::gone("lead", 1)});
        m_feed->cut();
        QTRY_COMPARE(m_cache->names(), QStringList{QStringLiteral("r6")});
        QCOMPARE(m_store->leads()->size(), 1);
        QVERIFY(m_store->recordingsOf({1})->isEmpty());
        QVERIFY(m_store->annotations().of(QStringLiteral("r5"))->isEmpty());
        QTRY_VERIFY(m_store->following().doomedFiles()->isEmpty());
    }
    void filesOfWhatIsGoneGoAfterACrashToo()
    {
        startAndCatchUp();
        seal(QStringLiteral("r5"));
        m_pull.reset();
        const FeedPage page{QStringLiteral("11"), {{FeedChange::Kind::Recording, 5, true, {}, {}, {}}}, false};
        QVERIFY(m_store->following().apply(page, Reach::Own, {3}));
        open();
        QVERIFY(m_cache->has(QStringLiteral("r5")));
        m_pull->start();
        QTRY_VERIFY(!m_cache->has(QStringLiteral("r5")));
    }
    void whatWasNotSentYetStaysAndIsToldOf()
    {
        startAndCatchUp();
        LocalRecording waiting;
        waiting.uploadId = QUuid::createUuid();
        waiting.leadId = {1};
        waiting.attachedAt = QDateTime::currentDateTimeUtc();
        QVERIFY(m_store->attach({waiting}));
        seal(waiting.uploadId.toString(QUuid::WithoutBraces));
        QVERIFY(m_store->drafts().write({QStringLiteral("r6"), RecordingField::Notes}, QStringLiteral("mine"),
                                        QStringLiteral("before")));
        QSignalSpy told(m_pull.get(), &ChangePull::told);
        m_feed->tell({Feed::gone("lead", 1), Feed::gone("lead", 2)});
        m_feed->cut();
        QTRY_VERIFY(!told.isEmpty());
        QVERIFY(told.first().first().toString().contains(QStringLiteral("Dora")));
        QCOMPARE(m_store->leads()->size(), 2);
        QCOMPARE(m_store->outbox()->size(), 1);
        QCOMPARE(m_store->recordingsOf({1})->size(), 1); // the one that waits, and not the one that the server had
        QCOMPARE((*m_store->drafts().find({QStringLiteral("r6"), RecordingField::Notes}))->text,
                 QStringLiteral("mine"));
        QVERIFY(m_cache->has(waiting.uploadId.toString(QUuid::WithoutBraces)));

        QVERIFY(m_store->removeWaiting(waiting.uploadId)); // and when it waits no more, the rest goes
        QTRY_COMPARE(m_store->leads()->size(), 1);
        QVERIFY(m_store->drafts().markTold({QStringLiteral("r6"), RecordingField::Notes}, QStringLiteral("mine")));
        QTRY_VERIFY(m_store->leads()->isEmpty());
        QCOMPARE(told.count(), 1);
    }
    void aLeadThatIsMineAgainStays()
    {
        startAndCatchUp();
        QVERIFY(m_store->drafts().write({QStringLiteral("r5"), RecordingField::Notes}, QStringLiteral("mine"),
                                        QStringLiteral("before")));
        m_feed->tell({Feed::gone("lead", 1)});
        m_feed->tell({Feed::changeOf(leadOf(1, QStringLiteral("Dora"))), Feed::changeOf(recordingOf(5, {1}))});
        m_feed->cut();
        QTRY_COMPARE((*m_store->following().place())->cursor, QStringLiteral("12"));
        QVERIFY(m_store->drafts().markTold({QStringLiteral("r5"), RecordingField::Notes}, QStringLiteral("mine")));
        QVERIFY(m_store->following().forgetWhatStayed());
        QCOMPARE(m_store->leads()->size(), 2);
        QCOMPARE(m_store->recordingsOf({1})->size(), 1);
    }
    void fetchesTheRecordingsOfALeadThatIsNewHere()
    {
        startAndCatchUp();
        m_feed->recordings.append(recordingOf(7, {3}));
        Lead lead = leadOf(3, QStringLiteral("Three"));
        lead.recordingCount = 1;
        m_feed->tell({Feed::changeOf(lead), Feed::changeOf(leadOf(4, QStringLiteral("Four")))});
        m_feed->cut();
        QTRY_COMPARE(m_store->recordingsOf({3})->size(), 1);
        QTRY_VERIFY(!*m_store->following().nextDue());
        QCOMPARE(m_feed->asked(QStringLiteral("/api/leads/4/recordings")), 0); // it says itself that it has none
    }
    void fetchesTheAnnotationsOfRecordingsThatAreHere()
    {
        startAndCatchUp();
        m_feed->annotations[5] = {annotationOf(1, {5}, {9}, QStringLiteral("hm"))};
        m_feed->tell({Feed::change("annotations", 5), Feed::change("annotations", 99)});
        m_feed->cut();
        QTRY_COMPARE(m_store->annotations().of(QStringLiteral("r5"))->size(), 1);
        QTRY_COMPARE((*m_store->findStored({5}))->remote->annotationCount, 1);
        QCOMPARE(m_feed->asked(QStringLiteral("/api/recordings/99/annotations")), 0);
        QVERIFY(*m_store->leadMarks().isUnread({1}));
    }
    void knowsTheNamesOfAgentsAndFollowsThem()
    {
        open();
        startAndCatchUp();
        QTRY_COMPARE(m_store->agentNames().all()->value({3}), QStringLiteral("Alice"));
        m_feed->agents = {{{3}, QStringLiteral("Alice Penrose")}, {{9}, QStringLiteral("Bob")}};
        QSignalSpy changed(&m_store->agentNames(), &AgentNames::changed);
        m_feed->tell({Feed::change("user", 9)});
        m_feed->cut();
        QTRY_COMPARE(changed.count(), 1);
        QCOMPARE(m_store->agentNames().all()->value({3}), QStringLiteral("Alice Penrose"));
        m_feed->agents.append(Agent{{11}, QStringLiteral("Carol")});
        Lead lead = m_feed->leads.first();
        lead.agents.append(UserId{11});
        m_feed->tell(QJsonArray{Feed::changeOf(lead)});
        m_feed->cut();
        QTRY_COMPARE(m_store->agentNames().all()->value({11}), QStringLiteral("Carol"));
    }
    void followsACampaignsName()
    {
        startAndCatchUp();
        m_feed->tell({Feed::change("campaign", 4)});
        m_feed->cut();
        QTRY_COMPARE(m_store->lead({1}).value()->campaignName, QStringLiteral("Summer"));
    }
    void readsAnewWhereTheServerDoesNotKnowThePlace()
    {
        startAndCatchUp();
        m_feed->disturb = [](const QString &, const QUrlQuery &query) -> std::optional<ScriptedServer::Answer> {
            if (query.queryItemValue(QStringLiteral("cursor")) == QLatin1String("10"))
                return ScriptedServer::Answer{410, R"({"message":"Read everything anew."})", {}};
            return std::nullopt;
        };
        m_feed->newest = QStringLiteral("3");
        m_feed->leads.removeFirst();
        m_feed->recordings.removeFirst();
        m_feed->cut();
        QTRY_COMPARE((*m_store->following().place())->cursor, QStringLiteral("3"));
        QCOMPARE(m_store->leads()->size(), 1);
        QVERIFY(m_store->recordingsOf({1})->isEmpty());
    }
    void aServerThatNeverKnowsThePlaceIsNotAskedWithoutPause()
    {
        m_pace.shortestPause = m_pace.longestPause = std::chrono::minutes(1);
        open();
        m_feed->disturb = [](const QString &, const QUrlQuery &query) -> std::optional<ScriptedServer::Answer> {
            if (query.hasQueryItem(QStringLiteral("wait")))
                return ScriptedServer::Answer{410, R"({"message":"Read everything anew."})", {}};
            return std::nullopt;
        };
        QSignalSpy problem(m_pull.get(), &ChangePull::problem);
        m_pull->start();
        QTRY_COMPARE(problem.count(), 1);
        const int asked = m_feed->server.heads();
        turnTheEventLoop();
        QCOMPARE(m_feed->server.heads(), asked);
    }
    void restsUntilSomebodyHasSignedIn()
    {
        startAndCatchUp();
        SyncLoop loop(*m_api, *m_store, m_cache, OutboxPush(&QDateTime::currentDateTimeUtc, [] { return 0.5; }));
        bool refuses = true;
        m_feed->disturb = [&](const QString &, const QUrlQuery &) -> std::optional<ScriptedServer::Answer> {
            if (refuses)
                return ScriptedServer::Answer{401, R"({"message":"Invalid or expired token"})", {}};
            return std::nullopt;
        };
        m_feed->tell({Feed::gone("lead", 1)});
        m_feed->cut();
        QTRY_COMPARE(loop.condition(), SyncCondition::SignInNeeded);
        const int asked = m_feed->server.heads();
        turnTheEventLoop();
        QCOMPARE(m_feed->server.heads(), asked);
        refuses = false;
        m_api->setToken("ANOTHER");
        QTRY_COMPARE(m_store->leads()->size(), 1);
        QCOMPARE(loop.condition(), SyncCondition::Online);
    }
    void isOnlineWhereOnlyTheCallThatWaitedWasCut()
    {
        startAndCatchUp();
        QTRY_VERIFY(isWaiting());
        QSignalSpy reachable(m_api.get(), &ApiClient::reachableChanged);
        m_feed->tell({Feed::gone("lead", 1)});
        m_feed->cut();
        QTRY_COMPARE(m_store->leads()->size(), 1);
        QVERIFY(reachable.isEmpty());
    }
    void isOfflineWhereNobodyAnswersAndOnlineWhenTheServerIsBack()
    {
        startAndCatchUp();
        QTRY_VERIFY(isWaiting());
        SyncLoop loop(*m_api, *m_store, m_cache, OutboxPush(&QDateTime::currentDateTimeUtc, [] { return 0.5; }));
        m_feed->server.goAway();
        QTRY_COMPARE_WITH_TIMEOUT(loop.condition(), SyncCondition::Offline, 3'000);
        m_feed->server.comeBack();
        QTRY_COMPARE(loop.condition(), SyncCondition::Online);
    }
    void asksAtOnceWhereAnotherCallFoundNobody()
    {
        startAndCatchUp();
        QTRY_VERIFY(isWaiting());
        m_feed->disturb = [](const QString &path, const QUrlQuery &) -> std::optional<ScriptedServer::Answer> {
            if (path != QLatin1String("/api/auth/me"))
                return std::nullopt;
            ScriptedServer::Answer cut{200, "{}", {}};
            cut.cutRequestAfter = 0;
            return cut;
        };
        QSignalSpy reachable(m_api.get(), &ApiClient::reachableChanged);
        m_api->me();
        QTRY_COMPARE(reachable.count(), 2);
        QVERIFY(m_api->isReachable());
    }
    void doesNotAskWithoutPauseWhereAnotherCallIsCutOverAndOver()
    {
        m_pace.shortestPause = m_pace.longestPause = std::chrono::minutes(1);
        open();
        startAndCatchUp();
        QTRY_VERIFY(!*m_store->following().nextDue());
        QTRY_VERIFY(isWaiting());
        m_feed->disturb = [](const QString &path, const QUrlQuery &) -> std::optional<ScriptedServer::Answer> {
            if (path != QLatin1String("/api/auth/me"))
                return std::nullopt;
            ScriptedServer::Answer cut{200, "{}", {}};
            cut.cutRequestAfter = 0;
            return cut;
        };
        const int before = m_feed->asked(QStringLiteral("/api/changes"));
        for (int i = 0; i < 30; ++i) {
            const auto me = m_api->me();
            QTRY_VERIFY(me.isFinished());
            turnTheEventLoop();
        }
        QVERIFY(m_feed->asked(QStringLiteral("/api/changes")) <= before + 2); // whether it is there, and what is new
    }
    void whatCanNotBeFetchedIsNotInTheWayOfTheRest()
    {
        startAndCatchUp();
        m_feed->annotations[6] = {annotationOf(1, {6}, {9}, QStringLiteral("hm"))};
        m_feed->disturb = [](const QString &path, const QUrlQuery &) -> std::optional<ScriptedServer::Answer> {
            if (path == QLatin1String("/api/recordings/5/annotations"))
                return ScriptedServer::Answer{500, R"({"message":"Something broke."})", {}};
            return std::nullopt;
        };
        m_feed->tell({Feed::change("annotations", 5), Feed::change("annotations", 6)});
        m_feed->cut();
        QTRY_COMPARE(m_store->annotations().of(QStringLiteral("r6"))->size(), 1);
        m_feed->annotations[5] = {annotationOf(2, {5}, {9}, QStringLiteral("at last"))};
        m_feed->disturb = nullptr;
        QTRY_COMPARE(m_store->annotations().of(QStringLiteral("r5"))->size(), 1);
    }
    void leavesNonsenseAsideAndSaysSo_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::newRow("no JSON") << QByteArray("<html>");
        QTest::newRow("no page") << QByteArray("{}");
        QTest::newRow("no lead in it") << QByteArray(
            R"({"cursor":"11","more":false,"changes":[{"kind":"lead","id":1,"gone":false,"lead":{}}]})");
        QTest::newRow("no progress") << QByteArray(R"({"cursor":"10","more":true,"changes":[]})");
    }
    void leavesNonsenseAsideAndSaysSo()
    {
        QFETCH(QByteArray, answer);
        startAndCatchUp();
        m_pace.shortestPause = m_pace.longestPause = std::chrono::minutes(1);
        open();
        m_feed->pages[QStringLiteral("10")] = answer;
        QSignalSpy problem(m_pull.get(), &ChangePull::problem);
        m_pull->start();
        QTRY_COMPARE(problem.count(), 1);
        QVERIFY(problem.first().first().toString().size() > 40);
        const int asked = m_feed->server.heads();
        turnTheEventLoop();
        QCOMPARE(m_feed->server.heads(), asked);
        QCOMPARE((*m_store->following().place())->cursor, QStringLiteral("10"));
        QCOMPARE(m_store->leads()->size(), 2);
    }
    void doesNotAskWithoutPauseWhereNobodyLetsItWait()
    {
        m_pace.shortestPause = std::chrono::minutes(1);
        open();
        m_feed->disturb = [](const QString &, const QUrlQuery &query) -> std::optional<ScriptedServer::Answer> {
            if (query.hasQueryItem(QStringLiteral("wait")))
                return ScriptedServer::Answer{200, Feed::page(QStringLiteral("10"), {}), {}};
            return std::nullopt;
        };
        startAndCatchUp();
        QTRY_VERIFY(isWaiting());
        turnTheEventLoop();
        const int asked = m_feed->server.heads();
        turnTheEventLoop();
        QCOMPARE(m_feed->server.heads(), asked);
    }
    void laysNotesOfOthersBesideADraft()
    {
        startAndCatchUp();
        QVERIFY(m_store->drafts().write({QStringLiteral("r5"), RecordingField::Notes}, QStringLiteral("mine"),
                                        QStringLiteral("before")));
        Recording theirs = recordingOf(5, {1});
        theirs.notes = QStringLiteral("theirs");
        theirs.revision = 2;
        m_feed->tell({Feed::changeOf(theirs)});
        m_feed->cut();
        QTRY_COMPARE((*m_store->drafts().find({QStringLiteral("r5"), RecordingField::Notes}))->theirs,
                     QStringLiteral("theirs"));
        QCOMPARE((*m_store->drafts().find({QStringLiteral("r5"), RecordingField::Notes}))->text,
                 QStringLiteral("mine"));
        QVERIFY(*m_store->leadMarks().isUnread({1}));
    }
    void knowsItsOwnNotesWhenTheyComeBackBeforeTheAnswer()
    {
        startAndCatchUp();
        RecordingDrafts &drafts = m_store->drafts();
        QVERIFY(drafts.write({QStringLiteral("r5"), RecordingField::Notes}, QStringLiteral("mine"),
                             QStringLiteral("before")));
        QVERIFY(drafts.markSending({QStringLiteral("r5"), RecordingField::Notes}, QStringLiteral("mine")));
        QVERIFY(drafts.write({QStringLiteral("r5"), RecordingField::Notes}, QStringLiteral("mine, and more"),
                             QStringLiteral("before")));
        Recording own = recordingOf(5, {1});
        own.notes = QStringLiteral("mine");
        own.revision = 2;
        m_feed->tell({Feed::changeOf(own)});
        m_feed->cut();
        QTRY_COMPARE((*m_store->findStored({5}))->remote->revision, 2);
        QVERIFY(!(*drafts.find({QStringLiteral("r5"), RecordingField::Notes}))->theirs);
        QCOMPARE((*drafts.find({QStringLiteral("r5"), RecordingField::Notes}))->base, QStringLiteral("mine"));
        QVERIFY(!*m_store->leadMarks().isUnread({1}));
    }
    void aLeadHasNewsWhereSomebodyElseChangedIt_data()
    {
        QTest::addColumn<int>("what");
        QTest::addColumn<bool>("news");
        QTest::newRow("notes") << 0 << true;
        QTest::newRow("a hold") << 1 << true;
        QTest::newRow("what the server found out") << 2 << false;
        QTest::newRow("another's recording") << 3 << true;
        QTest::newRow("my own recording") << 4 << false;
    }
    void aLeadHasNewsWhereSomebodyElseChangedIt()
    {
        QFETCH(int, what);
        startAndCatchUp();
        Recording changed = recordingOf(what < 3 ? 5 : 7, {1}, {what == 3 ? 9 : 3});
        changed.revision = 2;
        if (what == 0)
            changed.notes = QStringLiteral("other");
        changed.complianceHold = what == 1;
        if (what == 2)
            changed.analysis = CallAnalysis();
        m_feed->tell({Feed::changeOf(changed, 12)});
        m_feed->cut();
        QTRY_COMPARE(m_store->lead({1}).value()->recordingCount, 12);
        QTEST(*m_store->leadMarks().isUnread({1}), "news");
        QVERIFY(m_store->leadMarks().opened({1}));
        QVERIFY(!*m_store->leadMarks().isUnread({1}));
    }
    void whoMaySeeAllKeepsTheRecordingsOfLeadsThatWereOpened()
    {
        m_me.role = Role::Supervisor;
        open();
        startAndCatchUp();
        QCOMPARE(m_feed->asked(QStringLiteral("/api/recordings")), 0);
        QVERIFY(m_store->leadMarks().opened({1}));
        m_feed->tell({Feed::changeOf(recordingOf(5, {1})), Feed::changeOf(recordingOf(6, {2}), 8)});
        m_feed->cut();
        QTRY_COMPARE(m_store->lead({2}).value()->recordingCount, 8);
        QCOMPARE(m_store->recordingsOf({1})->size(), 1);
        QVERIFY(m_store->recordingsOf({2})->isEmpty());
    }
    void whoIsDemotedKeepsWhatIsStillTheirs()
    {
        m_me.role = m_feed->me.role = Role::Supervisor;
        open();
        startAndCatchUp();
        m_feed->me.role = Role::Agent;
        m_feed->leads.removeFirst();
        m_feed->recordings.removeFirst();
        m_feed->tell({Feed::change("user", 3)});
        QSignalSpy me(m_pull.get(), &ChangePull::meChanged);
        m_feed->cut();
        QTRY_COMPARE(m_store->leads()->size(), 1);
        QCOMPARE(me.count(), 1);
        QTRY_COMPARE(m_store->recordingsOf({2})->size(), 1);
        QTRY_COMPARE((*m_store->following().place())->reach, Reach::Own);
    }

private:
    QString path(const QString &name) const { return m_folder->filePath(name); }
    void open()
    {
        m_pull.reset();
        m_store.reset();
        m_store = std::move(*LocalStore::open(path(QStringLiteral("local.sqlite"))));
        m_pull = std::make_unique<ChangePull>(
            *m_api, *m_store, m_cache, m_me, [] { return 0.5; }, m_pace);
    }
    void startAndCatchUp()
    {
        QSignalSpy caughtUp(m_pull.get(), &ChangePull::caughtUp);
        m_pull->start();
        QTRY_VERIFY(!caughtUp.isEmpty());
    }
    bool isWaiting() const
    {
        const auto &requests = m_feed->server.requests();
        return !requests.isEmpty() && requests.last().path.contains("wait=") &&
               !requests.last().path.contains("wait=0");
    }
    /// All that is due by now happens.
    static void turnTheEventLoop()
    {
        for (int i = 0; i < 200; ++i)
            QCoreApplication::processEvents(QEventLoop::AllEvents, 5);
    }
    void run(const char *sql)
    {
        const auto database = Database::open(path(QStringLiteral("local.sqlite")), Durability::Full);
        QVERIFY(database);
        QVERIFY(Query(**database, sql).run());
    }
    void seal(const QString &name)
    {
        QBuffer bytes;
        bytes.setData("sound");
        QVERIFY(bytes.open(QIODevice::ReadOnly));
        QVERIFY(m_cache->put(name, bytes));
    }

    User m_me{{3}, QStringLiteral("alice"), QStringLiteral("Alice"), Role::Agent};
    PullPace m_pace;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<FeedScript> m_feed;
    std::unique_ptr<ApiClient> m_api;
    std::unique_ptr<LocalStore> m_store;
    std::shared_ptr<SealedCache> m_cache;
    std::unique_ptr<ChangePull> m_pull;
};

QTEST_GUILESS_MAIN(tst_ChangePull)
#include "tst_ChangePull.moc"
