// SPDX-License-Identifier: GPL-3.0-or-later
#include "TestApi.h"

#include "records/Changes.h"
#include "sqlite/Query.h"
#include "support/Tone.h"

#include <QSignalSpy>

#include <atomic>

using namespace Holdfast;
using namespace Holdfast::Testing;

class tst_ChangeFeed : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void withoutACursorSaysWhereToBegin();
    void tellsWhatIsNewAndGoesOnFromThere();
    void tellsOfEachThingOnceAsItIsNow();
    void comesInPages();
    void saysWhatIsGone();
    void anAgentHearsOfItsOwnAlone();
    void anAgentWhoLosesALeadHearsThatItIsGone();
    void answersWhoWaitsAsSoonAsSomethingChanges();
    void whoWaitsInVainIsAnsweredInTheEnd();
    void whoIsSignedOutWhileWaitingLearnsNothing();
    void whoCanNotBeCheckedWhileWaitingIsNotSignedOut();
    void aServerThatStopsAnswersThoseWhoWait();
    void refusesACursorItNeverGave();
    void refusesWhatIsNoQuestion_data();
    void refusesWhatIsNoQuestion();

private:
    QJsonObject changes(const QByteArray &token, const QString &cursor, const QByteArray &more = {})
    {
        const Answer answer = m_api->get("/api/changes?cursor=" + cursor.toLatin1() + more, token);
        return answer.status == 200 ? answer.object() : QJsonObject{{QStringLiteral("status"), answer.status}};
    }
    QString now(const QByteArray &token)
    {
        return m_api->get("/api/changes", token).object().value(QLatin1String("cursor")).toString();
    }
    static QJsonArray list(const QJsonObject &page) { return page.value(QLatin1String("changes")).toArray(); }
    static QString cursor(const QJsonObject &page) { return page.value(QLatin1String("cursor")).toString(); }
    qint64 upload() { return m_api->upload(m_alice, m_server->aliceLead, toneWav(0.2, 440, 880)).id(); }
    std::unique_ptr<QNetworkReply> waitFor(const QByteArray &token, const QString &from)
    {
        QNetworkRequest request(
            QUrl(m_server->url().toString() + QStringLiteral("/api/changes?wait=60&cursor=") + from));
        request.setRawHeader("Authorization", "Bearer " + token);
        std::unique_ptr<QNetworkReply> reply(m_network.get(request));
        QSignalSpy sent(reply.get(), &QNetworkReply::requestSent);
        sent.wait(30'000); // what is asked afterwards comes behind it
        return reply;
    }
    static bool isAnswered(QNetworkReply &reply)
    {
        QSignalSpy finished(&reply, &QNetworkReply::finished);
        return reply.isFinished() || finished.wait(30'000);
    }

    std::unique_ptr<TestServer> m_server;
    std::unique_ptr<TestApi> m_api;
    QNetworkAccessManager m_network;
    QByteArray m_alice;
    QByteArray m_sam;
};

void tst_ChangeFeed::init()
{
    m_api.reset();
    m_server = std::make_unique<TestServer>();
    m_server->start();
    m_api = std::make_unique<TestApi>(*m_server);
    m_alice = m_api->tokenOf("alice");
    m_sam = m_api->tokenOf("sam");
}

void tst_ChangeFeed::withoutACursorSaysWhereToBegin()
{
    QCOMPARE(upload(), 1);
    const Answer first = m_api->get("/api/changes", m_sam);
    QCOMPARE(first.status, 200);
    QVERIFY(list(first.object()).isEmpty());
    QVERIFY(list(changes(m_sam, cursor(first.object()))).isEmpty());
}

void tst_ChangeFeed::tellsWhatIsNewAndGoesOnFromThere()
{
    const QString before = now(m_sam);
    QCOMPARE(upload(), 1);
    const QJsonObject page = changes(m_sam, before);
    QCOMPARE(list(page).size(), 1);
    const QJsonObject change = list(page)[0].toObject();
    QCOMPARE(change[QLatin1String("kind")].toString(), QStringLiteral("recording"));
    QCOMPARE(change[QLatin1String("id")].toInteger(), 1);
    QCOMPARE(change[QLatin1String("gone")].toBool(true), false);
    QCOMPARE(change[QLatin1String("recording")].toObject(), m_api->get("/api/recordings/1", m_sam).object());
    QVERIFY(list(changes(m_sam, cursor(page))).isEmpty());
    m_server->stop();
    m_server->start();
    QCOMPARE(list(changes(m_sam, before)).size(), 1);
}

void tst_ChangeFeed::tellsOfEachThingOnceAsItIsNow()
{
    const QString before = now(m_sam);
    QCOMPARE(upload(), 1);
    for (const char *notes : {R"({"notes":"one"})", R"({"notes":"two"})"})
        QCOMPARE(
            m_api->call("PATCH", "/api/recordings/1", TestApi::bearer(m_sam) + Fields{{"If-Match", "*"}}, notes).status,
            200);
    QCOMPARE(m_api->call("POST", "/api/recordings/1/annotations", TestApi::bearer(m_sam), R"({"startMs":1,"text":"a"})")
                 .status,
             201);
    const QJsonArray told = list(changes(m_sam, before));
    QCOMPARE(told.size(), 2);
    QCOMPARE(told[0][QLatin1String("recording")][QLatin1String("notes")].toString(), QStringLiteral("two"));
    QCOMPARE(told[1][QLatin1String("kind")].toString(), QStringLiteral("annotations"));
    QCOMPARE(told[1][QLatin1String("id")].toInteger(), 1);
}

void tst_ChangeFeed::comesInPages()
{
    const QString before = now(m_sam);
    for (int id = 1; id <= 3; ++id)
        QCOMPARE(upload(), id);
    const QJsonObject first = changes(m_sam, before, "&limit=2");
    QCOMPARE(list(first).size(), 2);
    QVERIFY(first[QLatin1String("more")].toBool());
    const QJsonObject second = changes(m_sam, cursor(first), "&limit=2");
    QCOMPARE(list(second).size(), 1);
    QVERIFY(!second[QLatin1String("more")].toBool(true));
    QCOMPARE(list(second)[0][QLatin1String("id")].toInteger(), 3);
}

void tst_ChangeFeed::saysWhatIsGone()
{
    QCOMPARE(upload(), 1);
    const QString before = now(m_sam);
    QCOMPARE(m_api->call("DELETE", "/api/recordings/1", TestApi::bearer(m_sam)).status, 204);
    for (const QByteArray &token : {m_sam, m_alice}) {
        const QJsonObject change = list(changes(token, before))[0].toObject();
        QCOMPARE(change[QLatin1String("id")].toInteger(), 1);
        QVERIFY(change[QLatin1String("gone")].toBool());
        QVERIFY(!change.contains(QLatin1String("recording")));
    }
}

void tst_ChangeFeed::anAgentHearsOfItsOwnAlone()
{
    const QByteArray bob = m_api->tokenOf("bob");
    const QString before = now(bob);
    QCOMPARE(upload(), 1);
    QVERIFY(list(changes(bob, before)).isEmpty());
    QCOMPARE(list(changes(m_alice, before)).size(), 1);
    QCOMPARE(m_api->call("POST", "/api/campaigns", TestApi::bearer(m_sam), R"({"name":"Autumn"})").status, 201);
    QCOMPARE(list(changes(bob, before)).size(), 1); // that one is everybody's
    QCOMPARE(list(changes(m_alice, before)).size(), 2);
}

void tst_ChangeFeed::anAgentWhoLosesALeadHearsThatItIsGone()
{
    const QByteArray bob = m_api->tokenOf("bob");
    const QString before = now(m_sam);
    QCOMPARE(m_api
                 ->call("PUT", "/api/leads/" + QByteArray::number(m_server->aliceLead.value), TestApi::bearer(m_sam),
                        R"({"name":"Jane","agents":[4]})")
                 .status,
             200);
    QVERIFY(list(changes(m_alice, before))[0][QLatin1String("gone")].toBool());
    const QJsonArray bobs = list(changes(bob, before));
    QCOMPARE(bobs.size(), 1);
    QCOMPARE(bobs[0][QLatin1String("lead")][QLatin1String("name")].toString(), QStringLiteral("Jane"));
    QCOMPARE(list(changes(m_sam, before)).size(), 1); // though it concerned two
}

void tst_ChangeFeed::answersWhoWaitsAsSoonAsSomethingChanges()
{
    const auto waiting = waitFor(m_sam, now(m_sam));
    QCOMPARE(m_api->get("/api/recordings", m_sam).status, 200); // an entry in the audit log is no change
    QVERIFY(!waiting->isFinished());
    QCOMPARE(upload(), 1);
    QVERIFY(isAnswered(*waiting));
    const QJsonArray told = list(QJsonDocument::fromJson(waiting->readAll()).object());
    QCOMPARE(told.size(), 1);
    QCOMPARE(told[0][QLatin1String("id")].toInteger(), 1);
}

void tst_ChangeFeed::whoWaitsInVainIsAnsweredInTheEnd()
{
    const QString from = now(m_sam);
    const QJsonObject page = changes(m_sam, from, "&wait=1");
    QVERIFY(list(page).isEmpty());
    QCOMPARE(cursor(page), from);
}

void tst_ChangeFeed::whoIsSignedOutWhileWaitingLearnsNothing()
{
    const auto waiting = waitFor(m_sam, now(m_sam));
    QCOMPARE(m_api->get("/api/recordings", m_sam).status, 200);
    QCOMPARE(m_api->call("POST", "/api/auth/logout", TestApi::bearer(m_sam)).status, 204);
    QCOMPARE(upload(), 1);
    QVERIFY(isAnswered(*waiting));
    QCOMPARE(waiting->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), 401);
}

void tst_ChangeFeed::whoCanNotBeCheckedWhileWaitingIsNotSignedOut()
{
    m_api.reset();
    const auto fails = std::make_shared<std::atomic_bool>(false);
    m_server = std::make_unique<TestServer>();
    m_server->gate = [fails](QByteArrayView statement) -> Done {
        if (*fails && statement.contains("FROM users"))
            return fail(FailureKind::Unreachable, QStringLiteral("The database did not answer."));
        return {};
    };
    m_server->start();
    m_api = std::make_unique<TestApi>(*m_server);
    m_alice = m_api->tokenOf("alice");
    const auto reply = waitFor(m_alice, now(m_alice));
    QVERIFY(!now(m_alice).isEmpty()); // sent behind it
    *fails = true;
    m_server->write([](Database &database) {
        return Changes(database).append(QStringLiteral("lead"), 1, QDateTime::currentDateTimeUtc(), {});
    });
    QVERIFY(isAnswered(*reply));
    QCOMPARE(reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), 503);
    *fails = false;
    QVERIFY(!now(m_alice).isEmpty());
}

void tst_ChangeFeed::aServerThatStopsAnswersThoseWhoWait()
{
    const auto waiting = waitFor(m_sam, now(m_sam));
    QCOMPARE(m_api->get("/api/recordings", m_sam).status, 200);
    m_server->stop();
    QVERIFY(isAnswered(*waiting));
    QCOMPARE(waiting->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), 200);
}

void tst_ChangeFeed::refusesACursorItNeverGave()
{
    const qint64 beyond = now(m_sam).toLongLong() + 1;
    const Answer refused = m_api->get("/api/changes?cursor=" + QByteArray::number(beyond), m_sam);
    QCOMPARE(refused.status, 410);
    QVERIFY(refused.message().contains(QStringLiteral("anew")));
}

void tst_ChangeFeed::refusesWhatIsNoQuestion_data()
{
    QTest::addColumn<QByteArray>("query");
    for (const char *query : {"cursor=", "cursor=-1", "cursor=x", "cursor=99999999999999999999", "wait=-1", "wait=61",
                              "limit=0", "limit=1001", "since=1", "cursor=0&cursor=1"})
        QTest::newRow(query) << QByteArray(query);
}

void tst_ChangeFeed::refusesWhatIsNoQuestion()
{
    QFETCH(QByteArray, query);
    QCOMPARE(m_api->get("/api/changes?" + query, m_sam).status, 400);
    QCOMPARE(m_api->call("GET", "/api/changes").status, 401);
}

QTEST_GUILESS_MAIN(tst_ChangeFeed)
#include "tst_ChangeFeed.moc"
