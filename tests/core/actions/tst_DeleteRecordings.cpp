// SPDX-License-Identifier: GPL-3.0-or-later
#include "actions/DeleteRecordings.h"

#include "support/ScriptedServer.h"

#include <QSignalSpy>
#include <QTest>

using namespace Holdfast;
using Testing::ScriptedServer;
using Fate = DeleteRecordings::Fate;

class tst_DeleteRecordings : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_answers.clear();
        m_asked.clear();
        m_server = std::make_unique<ScriptedServer>([this](const ScriptedServer::Request &request) {
            m_asked.append(request.method + ' ' + request.path);
            QList<ScriptedServer::Answer> &answers = m_answers[request.path];
            return answers.isEmpty() ? ScriptedServer::Answer{204, {}, {}} : answers.takeFirst();
        });
        m_api = std::make_unique<ApiClient>();
        m_api->setServer(m_server->url());
        m_api->setToken("T0KEN");
        m_delete = std::make_unique<DeleteRecordings>(*m_api);
    }
    void cleanup()
    {
        m_delete.reset();
        m_api.reset();
        m_server.reset();
    }

    void deletesOneAfterTheOtherAndTellsHowFarItIs()
    {
        QSignalSpy progress(m_delete.get(), &DeleteRecordings::progress);
        QCOMPARE(fates(run({{5}, {6}})), (QList<Fate>{Fate::Deleted, Fate::Deleted}));
        QCOMPARE(m_asked, (QList<QByteArray>{"DELETE /api/recordings/5", "DELETE /api/recordings/6"}));
        QCOMPARE(progress.count(), 2);
        QCOMPARE(progress.last().first().toInt(), 2);
    }
    void whatIsRefusedStaysAndTheOthersGo()
    {
        answer(5, 403, R"({"message":"Cannot delete recording under compliance hold"})");
        const auto outcomes = run({{5}, {6}});
        QCOMPARE(fates(outcomes), (QList<Fate>{Fate::Kept, Fate::Deleted}));
        QCOMPARE(outcomes.first().why, QStringLiteral("Cannot delete recording under compliance hold"));
    }
    void whatIsGoneAlreadyIsSaidToBeSo()
    {
        answer(5, 404, R"({"message":"Recording not found"})");
        const auto outcomes = run({{5}});
        QCOMPARE(fates(outcomes), QList<Fate>{Fate::Deleted});
        QVERIFY(!outcomes.first().why.isEmpty());
    }
    void aServerThatHasTooMuchToDoIsAskedAgain()
    {
        m_answers["/api/recordings/5"].append({429, R"({"message":"Later."})", {"Retry-After: 0"}});
        QCOMPARE(fates(run({{5}})), QList<Fate>{Fate::Deleted});
        QCOMPARE(m_asked.size(), 2);
    }
    void withoutAnAnswerItGoesNoFurther()
    {
        m_server->goAway();
        QCOMPARE(fates(run({{5}, {6}})), (QList<Fate>{Fate::Unknown, Fate::NotAsked}));
    }
    void whoIsSignedOutGoesNoFurther()
    {
        answer(5, 401, R"({"message":"Sign in."})");
        const QList<DeleteRecordings::Outcome> outcomes = run({{5}, {6}});
        QCOMPARE(fates(outcomes), (QList<Fate>{Fate::Kept, Fate::NotAsked}));
        QCOMPARE(outcomes.first().why, QStringLiteral("Sign in again, then delete it again.")); // nothing waits for it
        QCOMPARE(m_asked.size(), 1);
    }
    void stoppedItEndsAfterTheOneUnderWay()
    {
        connect(m_delete.get(), &DeleteRecordings::progress, m_delete.get(), &DeleteRecordings::stop);
        QCOMPARE(fates(run({{5}, {6}, {7}})), (QList<Fate>{Fate::Deleted, Fate::NotAsked, Fate::NotAsked}));
        QCOMPARE(m_asked.size(), 1);
    }

private:
    void answer(int id, int status, const QByteArray &body)
    {
        m_answers["/api/recordings/" + QByteArray::number(id)].append({status, body, {}});
    }
    QList<DeleteRecordings::Outcome> run(const QList<RecordingId> &recordings)
    {
        const auto future = m_delete->run(recordings);
        if (!QTest::qWaitFor([&] { return future.isFinished(); }, 20'000))
            qFatal("it does not end");
        return future.result();
    }
    static QList<Fate> fates(const QList<DeleteRecordings::Outcome> &outcomes)
    {
        QList<Fate> list;
        for (const DeleteRecordings::Outcome &outcome : outcomes)
            list.append(outcome.fate);
        return list;
    }

    QHash<QByteArray, QList<ScriptedServer::Answer>> m_answers;
    QList<QByteArray> m_asked;
    std::unique_ptr<ScriptedServer> m_server;
    std::unique_ptr<ApiClient> m_api;
    std::unique_ptr<DeleteRecordings> m_delete;
};

QTEST_GUILESS_MAIN(tst_DeleteRecordings)
#include "tst_DeleteRecordings.moc"
