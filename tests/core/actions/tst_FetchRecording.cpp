// SPDX-License-Identifier: GPL-3.0-or-later
#include "actions/FetchRecording.h"

#include "crypto/Random.h"
#include "support/ScriptedServer.h"
#include "support/SignedIn.h"
#include "support/Wait.h"

#include <QBuffer>
#include <QCryptographicHash>
#include <QDir>
#include <QSignalSpy>
#include <QTest>

using namespace Holdfast;
using Testing::ScriptedServer;
using Testing::wait;

class tst_FetchRecording : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_bytes = randomBytes(200'000);
        m_script = [this](const auto &) { return ScriptedServer::Answer{200, m_bytes, {"ETag: \"tag\""}}; };
        m_server = std::make_unique<ScriptedServer>([this](const auto &request) { return m_script(request); });
        m_signedIn = std::make_unique<Testing::SignedIn>(m_server->url());
        makeFetch();
    }
    void cleanup()
    {
        m_fetch.reset();
        m_signedIn.reset();
        m_server.reset();
    }

    void fetchesOnceAndThenOpensWhatIsHere()
    {
        QSignalSpy fetching(m_fetch.get(), &FetchRecording::fetching);
        const auto first = wait(m_fetch->open(onServer()));
        QVERIFY(first);
        QCOMPARE((*first)->readAll(), m_bytes);
        QVERIFY((*first)->seek(100'000));
        QCOMPARE((*first)->read(10), m_bytes.sliced(100'000, 10));
        QCOMPARE(fetching.last().first().toLongLong(), m_bytes.size());
        QVERIFY(wait(m_fetch->open(onServer())));
        QCOMPARE(m_server->heads(), 1);
    }
    void opensWhatWasAttachedHereWithoutAskingTheServer()
    {
        LocalRecording waiting;
        waiting.uploadId = QUuid::createUuid();
        QBuffer source(&m_bytes);
        QVERIFY(source.open(QIODevice::ReadOnly));
        QVERIFY(m_signedIn->session.cache->put(waiting.uploadId.toString(QUuid::WithoutBraces), source));
        QCOMPARE((*wait(m_fetch->open(waiting)))->readAll(), m_bytes);
        QCOMPARE(m_server->heads(), 0);
        waiting.uploadId = QUuid::createUuid();
        QCOMPARE(wait(m_fetch->open(waiting)).error().kind, FailureKind::NotFound);
    }
    void fetchesAnewWhatIsDamagedHere()
    {
        QVERIFY(wait(m_fetch->open(onServer())));
        m_signedIn->write(QStringLiteral("cache/r9.sealed"), QByteArray(100, 'x'));
        QCOMPARE((*wait(m_fetch->open(onServer())))->readAll(), m_bytes);
        QCOMPARE(m_server->heads(), 2);
    }
    void keepsNothingThatIsNotWhatTheServerSaidItIs()
    {
        LocalRecording wrong = onServer();
        wrong.remote->sha256 = QByteArray(32, 'x');
        QCOMPARE(wait(m_fetch->open(wrong)).error().kind, FailureKind::Corrupt);
        QVERIFY(m_signedIn->hasEmptyCache());
    }
    void passesOnWhyItIsNotGivenAndLeavesNothing()
    {
        m_script = [](const auto &) { return ScriptedServer::Answer{403, R"({"message":"Not yours."})", {}}; };
        QCOMPARE(wait(m_fetch->open(onServer())).error().message, QStringLiteral("Not yours."));
        QVERIFY(m_signedIn->hasEmptyCache());
    }
    void promisesNothingOfWhatIsOnlyOnAServerThatIsAway()
    {
        m_server.reset();
        const auto fetched = wait(m_fetch->open(onServer()));
        QVERIFY(!fetched);
        QVERIFY2(fetched.error().message.contains(QStringLiteral("could not be fetched")),
                 qPrintable(fetched.error().message));
        QVERIFY(!fetched.error().message.contains(QStringLiteral("on this computer")));
    }
    void stopsTheOneBeforeWhenAnotherIsOpened()
    {
        const auto first = m_fetch->open(onServer(1));
        const auto second = m_fetch->open(onServer(2));
        QCOMPARE(wait(first).error().kind, FailureKind::Cancelled);
        QVERIFY(wait(second));
        QCOMPARE(m_signedIn->session.cache->names(), QStringList{QStringLiteral("r2")});
    }
    void leavesNothingWhenItIsCancelledOnTheWay()
    {
        m_script = [this](const auto &) {
            ScriptedServer::Answer answer{200, m_bytes, {"ETag: \"tag\""}};
            answer.cutAnswerAfter = 100'000;
            return answer;
        };
        QSignalSpy fetching(m_fetch.get(), &FetchRecording::fetching);
        const auto opened = m_fetch->open(onServer());
        QVERIFY(fetching.wait());
        m_fetch->cancel();
        QCOMPARE(wait(opened).error().kind, FailureKind::Cancelled);
        QVERIFY(m_signedIn->hasEmptyCache());
    }

private:
    void makeFetch() { m_fetch = std::make_unique<FetchRecording>(m_signedIn->session, m_signedIn->api); }
    LocalRecording onServer(qint64 id = 9) const
    {
        LocalRecording recording;
        recording.state = TransferState::Stored;
        recording.remote = Recording();
        recording.remote->id = {id};
        recording.remote->fileSize = m_bytes.size();
        recording.remote->sha256 = QCryptographicHash::hash(m_bytes, QCryptographicHash::Sha256);
        return recording;
    }

    QByteArray m_bytes;
    ScriptedServer::Script m_script;
    std::unique_ptr<ScriptedServer> m_server;
    std::unique_ptr<Testing::SignedIn> m_signedIn;
    std::unique_ptr<FetchRecording> m_fetch;
};

QTEST_GUILESS_MAIN(tst_FetchRecording)
#include "tst_FetchRecording.moc"
