// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/ApiClient.h"

#include "contract/Json.h"
#include "crypto/Random.h"
#include "server-stub/http/TestCertificate.h"
#include "support/ScriptedServer.h"
#include "support/Wait.h"

#include <QBuffer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSignalSpy>
#include <QSslServer>
#include <QTest>

using namespace Holdfast;
using Testing::ScriptedServer;
using Testing::wait;

namespace {

QByteArray text(const QJsonObject &json)
{
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

} // namespace

class tst_ApiClient : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_api = std::make_unique<ApiClient>();
        m_api->setToken("T0KEN");
        m_server = std::make_unique<ScriptedServer>([this](const auto &request) { return m_script(request); });
        m_api->setServer(m_server->url());
    }
    void cleanup()
    {
        m_api.reset();
        m_server.reset();
    }

    void signsInWithTheContractsBodyAndWithoutAToken()
    {
        const User user{{3}, QStringLiteral("alice"), QStringLiteral("Alice A."), Role::Agent};
        m_script = answerWith(200, text(toJson(SignedIn{"new", QDateTime::fromSecsSinceEpoch(9, Qt::UTC), user})));
        const auto signedIn = wait(m_api->login(QStringLiteral("alice"), QStringLiteral("pä\"ss")));
        QVERIFY(signedIn);
        QCOMPARE(signedIn->user, user);
        const auto &request = m_server->requests().first();
        QCOMPARE(request.method + ' ' + request.path, QByteArray("POST /api/auth/login"));
        QVERIFY(!request.fields.contains("authorization"));
        QCOMPARE(QJsonDocument::fromJson(request.body).object().value(QStringLiteral("password")).toString(),
                 QStringLiteral("pä\"ss"));
    }
    void aWrongPasswordIsNoLostSignIn()
    {
        QSignalSpy needed(m_api.get(), &ApiClient::signInNeeded);
        m_script = answerWith(401, R"({"message":"Invalid username or password"})");
        const auto signedIn = wait(m_api->login(QStringLiteral("a"), QStringLiteral("b")));
        QCOMPARE(signedIn.error().message, QStringLiteral("Invalid username or password"));
        QCOMPARE(needed.count(), 0);
        QVERIFY(m_api->hasToken());
    }
    void aTokenThatNoLongerCountsAsksForASignInOnceAndStopsCalls()
    {
        QSignalSpy needed(m_api.get(), &ApiClient::signInNeeded);
        m_script = answerWith(401, R"({"message":"Token expired"})");
        QCOMPARE(wait(m_api->me()).error().kind, FailureKind::NotSignedIn);
        QCOMPARE(wait(m_api->leads()).error().kind, FailureKind::NotSignedIn);
        QCOMPARE(needed.count(), 1);
        QCOMPARE(m_server->requests().size(), 1);
    }
    void anAnswerToAnOldTokenDoesNotEndANewSignIn()
    {
        m_script = answerWith(401, "{}");
        const auto old = m_api->me();
        m_api->setToken("NEWER");
        QCOMPARE(wait(old).error().kind, FailureKind::NotSignedIn);
        QVERIFY(m_api->hasToken());
    }
    void sendsTheTokenAndNoCookies()
    {
        m_script = answerWith(200, "[]", {"Set-Cookie: a=b"});
        QVERIFY(wait(m_api->leads(QStringLiteral("a&b +1"))));
        QVERIFY(wait(m_api->leads()));
        const auto &requests = m_server->requests();
        QCOMPARE(requests.at(0).path, QByteArray("/api/leads?q=a%26b%20%2B1"));
        QCOMPARE(requests.at(0).fields.value("authorization"), QByteArray("Bearer T0KEN"));
        QVERIFY(!requests.at(1).fields.contains("cookie"));
    }
    void asksForLeadsUntilAPageIsNotFull()
    {
        const auto page = [](int from, int count) {
            QJsonArray leads;
            for (int i = from; i < from + count; ++i) {
                Lead lead;
                lead.id = {i + 1};
                lead.name = QString::number(i);
                lead.createdAt = lead.updatedAt = QDateTime::fromMSecsSinceEpoch(0, Qt::UTC);
                leads.append(toJson(lead));
            }
            return QJsonDocument(leads).toJson();
        };
        m_script = [&](const auto &request) {
            const bool isSecond = request.path.contains("offset=1000");
            return ScriptedServer::Answer{200, page(isSecond ? 1000 : 0, isSecond ? 7 : 1000), {}};
        };
        const Result<QList<Lead>> leads = wait(m_api->leads());
        QVERIFY(leads);
        QCOMPARE(leads->size(), 1007);
        QCOMPARE(leads->last().id.value, 1007);
        QCOMPARE(m_server->requests().size(), 2);
    }
    void neverFollowsARedirect()
    {
        ScriptedServer elsewhere([](const auto &) { return ScriptedServer::Answer{200, "[]", {}}; });
        m_script = answerWith(302, {}, {"Location: " + elsewhere.url().toEncoded() + "/api/leads"});
        QCOMPARE(wait(m_api->leads()).error().kind, FailureKind::Internal);
        QCOMPARE(elsewhere.heads(), 0);
    }
    void saysInWordsWhatIsWrong_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<FailureKind>("kind");
        QTest::newRow("another page") << 200 << QByteArray("<html>") << FailureKind::Internal;
        QTest::newRow("object for list") << 200 << QByteArray("{}") << FailureKind::Internal;
        QTest::newRow("missing field") << 200 << QByteArray("[{}]") << FailureKind::Internal;
        QTest::newRow("endless list") << 200 << QByteArray(33 * 1024 * 1024, ' ') << FailureKind::Internal;
        QTest::newRow("forbidden") << 403 << QByteArray("{\"message\":\"No.\"}") << FailureKind::Forbidden;
        QTest::newRow("broken server") << 500 << QByteArray() << FailureKind::Internal;
        QTest::newRow("maintenance") << 503 << QByteArray("<html>") << FailureKind::Unreachable;
    }
    void saysInWordsWhatIsWrong()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        QFETCH(FailureKind, kind);
        m_script = answerWith(status, body);
        const auto leads = wait(m_api->leads());
        QCOMPARE(leads.error().kind, kind);
        QVERIFY(!leads.error().message.isEmpty());
        QVERIFY(!leads.error().message.contains(QStringLiteral("<html>")));
    }
    void readsWhenToComeBack()
    {
        m_script = answerWith(429, "{}", {"Retry-After: 7"});
        QCOMPARE(wait(m_api->leads()).error().retryAfter, std::chrono::seconds(7));
    }
    void promisesNothingToWhoCanNotSignIn()
    {
        m_server->goAway();
        const auto signedIn = wait(m_api->login(QStringLiteral("alice"), QStringLiteral("pass word")));
        QCOMPARE(signedIn.error().kind, FailureKind::Unreachable);
        QVERIFY(!signedIn.error().message.contains(QStringLiteral("safe")));
        QVERIFY(signedIn.error().message.contains(QStringLiteral("not signed in")));
    }
    void saysThatTheServerIsAwayAndThatItIsBack()
    {
        QSignalSpy reachable(m_api.get(), &ApiClient::reachableChanged);
        m_script = answerWith(200, "[]");
        m_server->goAway();
        const auto away = wait(m_api->leads());
        QCOMPARE(away.error().kind, FailureKind::Unreachable);
        QVERIFY(away.error().message.contains(QStringLiteral("safe on this computer")));
        m_server->comeBack();
        QVERIFY(wait(m_api->leads()));
        QCOMPARE(reachable.count(), 2);
        QCOMPARE(reachable.last().first().toBool(), true);
    }

    void sendsNothingToAServerWhoseCertificateIsNotTrusted()
    {
        QSslServer stranger;
        stranger.setSslConfiguration(Http::testTls());
        QSignalSpy encrypted(&stranger, &QSslServer::pendingConnectionAvailable);
        QVERIFY(stranger.listen(QHostAddress::LocalHost));
        m_api->setServer(QUrl(QStringLiteral("https://127.0.0.1:%1").arg(stranger.serverPort())));
        const auto leads = wait(m_api->leads());
        QCOMPARE(leads.error().kind, FailureKind::Unreachable);
        QVERIFY2(leads.error().message.contains(QStringLiteral("certificate")), qPrintable(leads.error().message));
        QCOMPARE(encrypted.count(), 0);
    }

    void fetchesARecordingAndGoesOnAtTheFirstMissingByte()
    {
        const QByteArray bytes = randomBytes(300'000);
        m_script = servingRanges(bytes, {{0, 100'000}, {100'000, 50'000}});
        QBuffer to;
        QVERIFY(to.open(QIODevice::WriteOnly));
        const auto download = m_api->download({9}, to);
        QSignalSpy downloaded(download.get(), &Transfer::downloaded);
        QVERIFY(downloaded.wait());
        QCOMPARE(to.data(), bytes);
        QList<QByteArray> ranges; // the network library itself may repeat a request whose connection was cut
        for (const auto &request : m_server->requests()) {
            const QByteArray range = request.fields.value("range");
            QCOMPARE(request.fields.value("if-range"), range.isEmpty() ? QByteArray() : QByteArray("\"tag\""));
            if (ranges.isEmpty() || ranges.last() != range)
                ranges.append(range);
        }
        QCOMPARE(ranges, (QList<QByteArray>{{}, "bytes=100000-", "bytes=150000-"}));
    }
    void skipsWhatIsHereWhereTheServerStartsAgain()
    {
        const QByteArray bytes = randomBytes(200'000);
        int asked = 0;
        m_script = [&](const auto &) {
            ScriptedServer::Answer answer{200, bytes, {"ETag: \"tag\""}};
            answer.cutAnswerAfter = asked++ == 0 ? 70'000 : -1;
            return answer;
        };
        QBuffer to;
        QVERIFY(to.open(QIODevice::WriteOnly));
        const auto download = m_api->download({9}, to);
        QSignalSpy downloaded(download.get(), &Transfer::downloaded);
        QVERIFY(downloaded.wait());
        QCOMPARE(to.data(), bytes);
    }
    void doesNotMixTwoStatesOfARecording()
    {
        int asked = 0;
        m_script = [&](const auto &) {
            ScriptedServer::Answer answer{
                200, QByteArray(200'000, 'x'), {"ETag: \"" + QByteArray::number(asked) + '"'}};
            answer.cutAnswerAfter = asked++ == 0 ? 70'000 : -1;
            return answer;
        };
        QCOMPARE(failureOfDownload().kind, FailureKind::Outdated);
    }
    void givesUpAfterCutsWithoutAByteInBetween()
    {
        m_script = servingRanges(QByteArray(100'000, 'x'), {{0, 50'000}, {50'000, 0}});
        QCOMPARE(failureOfDownload().kind, FailureKind::Unreachable);
        // Once with bytes and four times without; Qt asks again by itself where a connection it would use is just gone.
        QVERIFY2(m_server->requests().size() >= 5, qPrintable(QString::number(m_server->requests().size())));
    }
    void saysWhyARecordingIsNotGiven()
    {
        m_script = answerWith(404, R"({"message":"Recording not found"})");
        const Failure failure = failureOfDownload();
        QCOMPARE(failure.kind, FailureKind::NotFound);
        QCOMPARE(failure.message, QStringLiteral("Recording not found"));
    }

private:
    static ScriptedServer::Script answerWith(int status, const QByteArray &body, const QList<QByteArray> &fields = {})
    {
        return [=](const auto &) { return ScriptedServer::Answer{status, body, fields}; };
    }
    /// Serves ranges of the bytes; an answer that starts at such a byte is cut after so many.
    static ScriptedServer::Script servingRanges(const QByteArray &bytes, const QHash<qint64, qint64> &cuts)
    {
        return [bytes, cuts](const ScriptedServer::Request &request) {
            const QByteArray range = request.fields.value("range");
            const qint64 from = range.isEmpty() ? 0 : range.sliced(6, range.size() - 7).toLongLong();
            ScriptedServer::Answer answer{range.isEmpty() ? 200 : 206, bytes.sliced(from), {"ETag: \"tag\""}};
            if (!range.isEmpty())
                answer.fields.append("Content-Range: bytes " + QByteArray::number(from) + '-' +
                                     QByteArray::number(bytes.size() - 1) + '/' + QByteArray::number(bytes.size()));
            answer.cutAnswerAfter = cuts.value(from, -1);
            return answer;
        };
    }
    Failure failureOfDownload()
    {
        QBuffer to;
        to.open(QIODevice::WriteOnly);
        return failureOf(*m_api->download({9}, to));
    }
    static Failure failureOf(Transfer &transfer)
    {
        QSignalSpy failed(&transfer, &Transfer::failed);
        if (!failed.wait(20'000))
            qFatal("it did not fail");
        return failed.first().first().value<Failure>();
    }

    std::unique_ptr<ApiClient> m_api;
    std::unique_ptr<ScriptedServer> m_server;
    ScriptedServer::Script m_script;
};

QTEST_GUILESS_MAIN(tst_ApiClient)
#include "tst_ApiClient.moc"
