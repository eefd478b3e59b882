// SPDX-License-Identifier: GPL-3.0-or-later
#include "TestApi.h"

#include "support/Tone.h"

using namespace Holdfast;
using namespace Holdfast::Testing;

class tst_AnnotationRoutes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void keepsWhatWasWrittenAndListsItByTime();
    void changesWhatIsThere();
    void deletesAndCounts();
    void belongsToWhoWroteIt();
    void isNotForWhatOneMayNotHear();
    void refusesWhatIsNoAnnotation_data();
    void refusesWhatIsNoAnnotation();
    void whatIsWrittenTwiceUnderOneKeyIsThereOnce();
    void whatWasWithdrawnIsNotWrittenByACallThatComesLate();
    void anEarlierChangeThatComesLateUndoesNothing();
    void goesWithItsRecording();
    void isNoNewRevisionOfTheRecording();
    void isFoundByItsWordsAsLongAsItStands();

private:
    Answer write(const QByteArray &body, const QByteArray &token, const QByteArray &id = "1")
    {
        return m_api->call("POST", "/api/recordings/" + id + "/annotations", TestApi::bearer(token), body);
    }
    Answer change(qint64 annotation, const QByteArray &body, const QByteArray &token, const QByteArray &id = "1")
    {
        return m_api->call("PUT", "/api/recordings/" + id + "/annotations/" + QByteArray::number(annotation),
                           TestApi::bearer(token), body);
    }
    Answer writeUnder(const QByteArray &key, const QByteArray &body, const QByteArray &token,
                      const QByteArray &id = "1")
    {
        return m_api->call("POST", "/api/recordings/" + id + "/annotations",
                           TestApi::bearer(token) + Fields{{"Idempotency-Key", key}}, body);
    }
    Answer withdraw(const QByteArray &key, const QByteArray &token, const QByteArray &id = "1")
    {
        return m_api->call("DELETE", "/api/recordings/" + id + "/annotations",
                           TestApi::bearer(token) + Fields{{"Idempotency-Key", key}});
    }
    Answer remove(qint64 annotation, const QByteArray &token, const QByteArray &id = "1")
    {
        return m_api->call("DELETE", "/api/recordings/" + id + "/annotations/" + QByteArray::number(annotation),
                           TestApi::bearer(token));
    }
    QJsonArray list() { return m_api->get("/api/recordings/1/annotations", m_sam).array(); }
    qint64 counted()
    {
        return m_api->get("/api/recordings/1", m_sam).object().value(QLatin1String("annotationCount")).toInteger();
    }

    std::unique_ptr<TestServer> m_server;
    std::unique_ptr<TestApi> m_api;
    QByteArray m_alice;
    QByteArray m_sam;
};

void tst_AnnotationRoutes::init()
{
    m_api.reset();
    m_server = std::make_unique<TestServer>();
    m_server->start();
    m_api = std::make_unique<TestApi>(*m_server);
    m_alice = m_api->tokenOf("alice");
    m_sam = m_api->tokenOf("sam");
    for (int id = 1; id <= 2; ++id)
        QCOMPARE(m_api->upload(m_alice, m_server->aliceLead, toneWav(2, 440, 880)).id(), id);
}

void tst_AnnotationRoutes::keepsWhatWasWrittenAndListsItByTime()
{
    const Answer late = write(R"({"startMs":1500,"text":"sums up"})", m_alice);
    QCOMPARE(late.status, 201);
    QCOMPARE(late.field("Location"), "/api/recordings/1/annotations/" + QByteArray::number(late.id()));
    QVERIFY(late.object().value(QLatin1String("endMs")).isNull());
    QVERIFY(late.object().value(QLatin1String("channel")).isNull());
    const Answer early = write(R"({"startMs":0,"endMs":2000,"channel":1,"text":"the \"price\" — ü"})", m_sam);
    QCOMPARE(early.status, 201);
    QCOMPARE(early.object().value(QLatin1String("authorName")).toString(), QStringLiteral("Sam Supervisor"));
    m_server->stop();
    m_server->start();
    const QJsonArray array = list();
    QCOMPARE(array.size(), 2);
    QCOMPARE(array[0].toObject(), early.object());
    QCOMPARE(array[1].toObject(), late.object());
    QCOMPARE(m_api->get("/api/recordings/1/annotations", m_alice).array(), array);
    QVERIFY(m_api->get("/api/recordings/2/annotations", m_sam).array().isEmpty());
}

void tst_AnnotationRoutes::changesWhatIsThere()
{
    const qint64 id = write(R"({"startMs":100,"endMs":200,"channel":0,"text":"first"})", m_alice).id();
    const Answer changed = change(id, R"({"startMs":150,"text":"second"})", m_alice);
    QCOMPARE(changed.status, 200);
    QCOMPARE(changed.object().value(QLatin1String("text")).toString(), QStringLiteral("second"));
    QVERIFY(changed.object().value(QLatin1String("endMs")).isNull());
    QCOMPARE(list(), QJsonArray{changed.object()});
}

void tst_AnnotationRoutes::deletesAndCounts()
{
    const qint64 first = write(R"({"startMs":1,"text":"a"})", m_alice).id();
    const qint64 second = write(R"({"startMs":2,"text":"b"})", m_alice).id();
    QCOMPARE(counted(), 2);
    QCOMPARE(remove(first, m_alice).status, 204);
    QCOMPARE(counted(), 1);
    QCOMPARE(remove(first, m_alice).status, 404);
    QCOMPARE(remove(second, m_alice, "2").status, 404); // of another recording
    QCOMPARE(list().size(), 1);
    QVERIFY(write(R"({"startMs":3,"text":"c"})", m_alice).id() > second);
}

void tst_AnnotationRoutes::belongsToWhoWroteIt()
{
    const qint64 sams = write(R"({"startMs":1,"text":"from the supervisor"})", m_sam).id();
    QCOMPARE(change(sams, R"({"startMs":1,"text":"no"})", m_alice).status, 403);
    QCOMPARE(remove(sams, m_alice).status, 403);
    const qint64 alices = write(R"({"startMs":1,"text":"from the agent"})", m_alice).id();
    QCOMPARE(change(alices, R"({"startMs":1,"text":"put better"})", m_sam).status, 200);
    QCOMPARE(list()[1].toObject().value(QLatin1String("authorName")).toString(), QStringLiteral("Alice Agent"));
    QCOMPARE(remove(alices, m_sam).status, 204);
    QCOMPARE(list().size(), 1);
}

void tst_AnnotationRoutes::isNotForWhatOneMayNotHear()
{
    const QByteArray bob = m_api->tokenOf("bob");
    const qint64 id = write(R"({"startMs":1,"text":"a"})", m_alice).id();
    QCOMPARE(m_api->get("/api/recordings/1/annotations", bob).status, 403);
    QCOMPARE(write(R"({"startMs":1,"text":"b"})", bob).status, 403);
    QCOMPARE(change(id, R"({"startMs":1,"text":"b"})", bob).status, 403);
    QCOMPARE(remove(id, bob).status, 403);
    QCOMPARE(m_api->call("GET", "/api/recordings/1/annotations").status, 401);
    QCOMPARE(m_api->get("/api/recordings/404/annotations", m_sam).status, 404);
    QCOMPARE(list().size(), 1);
}

void tst_AnnotationRoutes::refusesWhatIsNoAnnotation_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("no time") << QByteArray(R"({"text":"a"})");
    QTest::newRow("no text") << QByteArray(R"({"startMs":1})");
    QTest::newRow("blank") << QByteArray(R"({"startMs":1,"text":" \n"})");
    QTest::newRow("too long") << QByteArray(R"({"startMs":1,"text":")" + QByteArray(2001, 'x') + "\"}");
    QTest::newRow("before the beginning") << QByteArray(R"({"startMs":-1,"text":"a"})");
    QTest::newRow("after the end") << QByteArray(R"({"startMs":2001,"text":"a"})");
    QTest::newRow("beyond the end") << QByteArray(R"({"startMs":1,"endMs":2001,"text":"a"})");
    QTest::newRow("no span") << QByteArray(R"({"startMs":5,"endMs":5,"text":"a"})");
    QTest::newRow("backwards") << QByteArray(R"({"startMs":5,"endMs":4,"text":"a"})");
    QTest::newRow("a half") << QByteArray(R"({"startMs":1.5,"text":"a"})");
    QTest::newRow("beyond 64 bits") << QByteArray(R"({"startMs":99999999999999999999,"text":"a"})");
    QTest::newRow("a third channel") << QByteArray(R"({"startMs":1,"channel":2,"text":"a"})");
    QTest::newRow("a channel that is none") << QByteArray(R"({"startMs":1,"channel":"left","text":"a"})");
    QTest::newRow("a huge channel") << QByteArray(R"({"startMs":1,"channel":4294967296,"text":"a"})");
    QTest::newRow("somebody else's name") << QByteArray(R"({"startMs":1,"text":"a","authorId":1})");
}

void tst_AnnotationRoutes::refusesWhatIsNoAnnotation()
{
    QFETCH(QByteArray, body);
    const qint64 there = write(R"({"startMs":1,"text":"a"})", m_sam).id();
    const QJsonArray before = list();
    for (const Answer &refused : {write(body, m_sam), change(there, body, m_sam)}) {
        QCOMPARE(refused.status, 400);
        QVERIFY(!refused.message().isEmpty());
    }
    QCOMPARE(list(), before);
}

void tst_AnnotationRoutes::whatIsWrittenTwiceUnderOneKeyIsThereOnce()
{
    const Answer first = writeUnder("k1", R"({"startMs":1,"text":"a"})", m_alice);
    QCOMPARE(first.status, 201);
    const Answer second = writeUnder("k1", R"({"startMs":1,"text":"b"})", m_alice);
    QCOMPARE(second.status, 201);
    QCOMPARE(second.object(), first.object());
    QCOMPARE(second.field("Location"), first.field("Location"));
    QCOMPARE(list().size(), 1);
    QCOMPARE(writeUnder("k1", R"({"startMs":1,"text":"a"})", m_alice, "2").status, 422);
    QCOMPARE(writeUnder("k1", R"({"startMs":1,"text":"of somebody else"})", m_sam).status, 201);
    QCOMPARE(writeUnder("k2", R"({"startMs":1,"text":"c"})", m_alice).status, 201);
    QCOMPARE(writeUnder("with spaces", R"({"startMs":1,"text":"d"})", m_alice).status, 400);
    QCOMPARE(list().size(), 3);
    QCOMPARE(counted(), 3);
}

void tst_AnnotationRoutes::whatWasWithdrawnIsNotWrittenByACallThatComesLate()
{
    QCOMPARE(withdraw("early", m_alice).status, 204);
    QCOMPARE(writeUnder("early", R"({"startMs":1,"text":"a"})", m_alice).status, 404);
    QCOMPARE(writeUnder("late", R"({"startMs":1,"text":"a"})", m_alice).status, 201);
    QCOMPARE(withdraw("late", m_sam).status, 204); // a key is its writer's
    QCOMPARE(list().size(), 1);
    QCOMPARE(withdraw("late", m_alice, "2").status, 422);
    QCOMPARE(withdraw("late", m_alice).status, 204);
    QCOMPARE(withdraw("late", m_alice).status, 204);
    QCOMPARE(writeUnder("late", R"({"startMs":1,"text":"a"})", m_alice).status, 404);
    const Answer removed = writeUnder("third", R"({"startMs":1,"text":"a"})", m_alice);
    QCOMPARE(remove(removed.id(), m_alice).status, 204);
    QCOMPARE(writeUnder("third", R"({"startMs":1,"text":"a"})", m_alice).status, 404);
    QCOMPARE(list().size(), 0);
    QCOMPARE(m_api->call("DELETE", "/api/recordings/1/annotations", TestApi::bearer(m_alice)).status, 400);
}

void tst_AnnotationRoutes::anEarlierChangeThatComesLateUndoesNothing()
{
    const qint64 id = write(R"({"startMs":1,"text":"a"})", m_alice).id();
    const QByteArray path = "/api/recordings/1/annotations/" + QByteArray::number(id);
    const auto changeFrom = [&](const QByteArray &revision, const QByteArray &text) {
        return m_api->call("PUT", path, TestApi::bearer(m_alice) + Fields{{"If-Match", revision}},
                           R"({"startMs":1,"text":")" + text + "\"}");
    };
    QCOMPARE(changeFrom("\"1\"", "b").object().value(QLatin1String("revision")).toInteger(), 2);
    QCOMPARE(changeFrom("\"2\"", "c").status, 200);
    QCOMPARE(changeFrom("\"1\"", "b").status, 412);
    QCOMPARE(list().at(0).toObject().value(QLatin1String("text")).toString(), QStringLiteral("c"));
}

void tst_AnnotationRoutes::goesWithItsRecording()
{
    QCOMPARE(write(R"({"startMs":1,"text":"a"})", m_alice).status, 201);
    QCOMPARE(m_api->call("DELETE", "/api/recordings/1", TestApi::bearer(m_sam)).status, 204);
    QCOMPARE(m_api->get("/api/recordings/1/annotations", m_sam).status, 404);
    QCOMPARE(write(R"({"startMs":1,"text":"a"})", m_sam).status, 404);
}

void tst_AnnotationRoutes::isNoNewRevisionOfTheRecording()
{
    QCOMPARE(write(R"({"startMs":1,"text":"a"})", m_sam).status, 201);
    QCOMPARE(m_api->get("/api/recordings/1", m_sam).field("ETag"), QByteArray("\"1\""));
}

void tst_AnnotationRoutes::isFoundByItsWordsAsLongAsItStands()
{
    const auto found = [this](const QByteArray &word) {
        return m_api->get("/api/recordings?q=" + word, m_sam).array().size();
    };
    QCOMPARE(write(R"({"startMs":1,"text":"cancels his subscription"})", m_alice, "2").status, 201);
    const qint64 id = write(R"({"startMs":1,"text":"asks for a discount"})", m_alice).id();
    QCOMPARE(write(R"({"startMs":5,"text":"gets one"})", m_sam).status, 201);
    QCOMPARE(found("discount"), 1);
    QCOMPARE(change(id, R"({"startMs":1,"text":"asks for a rebate"})", m_alice).status, 200);
    QCOMPARE(found("discount"), 0);
    QCOMPARE(found("rebate"), 1);
    QCOMPARE(remove(id, m_alice).status, 204);
    QCOMPARE(found("rebate"), 0);
    QCOMPARE(found("gets"), 1);
    QCOMPARE(m_api->call("DELETE", "/api/recordings/2", TestApi::bearer(m_sam)).status, 204);
    QCOMPARE(found("subscription"), 0);
    QCOMPARE(found("gets"), 1);
}

QTEST_GUILESS_MAIN(tst_AnnotationRoutes)
#include "tst_AnnotationRoutes.moc"
