// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/ApiClient.h"

#include "contract/Json.h"
#include "contract/RecordingJson.h"
#include "crypto/Random.h"
#include "server-stub/http/TestCertificate.h"
#include "support/ScriptedServer.h"
#include "support/Wait.h"

#include <QBuffer>
#include <QCryptographicHash>
#include <QFile>
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

Recording recording(const QByteArray &bytes)
{
    Recording recording;
    recording.id = {9};
    recording.callId = {9};
    recording.leadId = {7};
    recording.agentId = {2};
    recording.fileSize = bytes.size();
    recording.sha256 = QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
    recording.originalName = QStringLiteral("call.wav");
    recording.uploadedAt = recording.callDate = recording.createdAt = QDateTime::fromSecsSinceEpoch(1'000'000, Qt::UTC);
    recording.retentionUntil = recording.uploadedAt.addDays(90);
    recording.retentionReason.appliesTo = QStringLiteral("ALL");
    return recording;
}

/// Memory that the process holds now, in bytes.
qint64 residentBytes()
{
    QFile status(QStringLiteral("/proc/self/statm"));
    return status.open(QIODevice::ReadOnly) ? status.readAll().split(' ').value(1).toLongLong() * 4096 : 0;
}

/// Size bytes that are nowhere in memory at once.
class Pattern : public QIODevice
{
public:
    explicit Pattern(qint64 size)
        : m_size(size)
    {
        open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    }
    qint64 size() const override { return m_size; }

protected:
    qint64 readData(char *data, qint64 maxSize) override
    {
        const qint64 count = std::min(maxSize, m_size - pos());
        std::fill_n(data, count, 'p');
        return count;
    }
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    qint64 m_size;
};

/// Breaks after so many bytes, as a damaged sealed file does.
class Breaking : public Pattern
{
public:
    using Pattern::Pattern;

protected:
    qint64 readData(char *data, qint64 maxSize) override
    {
        return pos() >= size() / 2 ? -1 : Pattern::readData(data, maxSize);
    }
};

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

    void uploadsAFormThatSaysWhatTheFileIs()
    {
        const QByteArray bytes = randomBytes(100'000);
        m_script = answerWith(201, text(toJson(recording(bytes))));
        const auto form = ApiClient::UploadForm{QUuid::createUuid(),
                                                {7},
                                                QStringLiteral("a\"b ü.wav"),
                                                MediaFormat::Wav,
                                                QStringLiteral("zwei\r\n--Zeilen"),
                                                QDateTime::fromSecsSinceEpoch(1'000'000, Qt::UTC)};
        const auto upload = m_api->upload(form, bufferOf(bytes));
        QSignalSpy uploaded(upload.get(), &Transfer::uploaded);
        QSignalSpy progress(upload.get(), &Transfer::progress);
        QVERIFY(uploaded.wait());
        QCOMPARE(uploaded.first().first().value<Recording>(), recording(bytes));
        QCOMPARE(progress.last().first().toLongLong(), bytes.size());
        const auto &request = m_server->requests().first();
        QCOMPARE(request.fields.value("idempotency-key"), form.uploadId.toByteArray(QUuid::WithoutBraces));
        QVERIFY(request.body.contains("name=\"leadId\"\r\n\r\n7\r\n"));
        QVERIFY(request.body.contains("name=\"callDate\"\r\n\r\n1970-01-12T13:46:40Z\r\n"));
        QVERIFY(request.body.contains(QStringLiteral("name=\"notes\"\r\n\r\nzwei\r\n--Zeilen\r\n").toUtf8()));
        QVERIFY(request.body.contains(QStringLiteral("filename=\"a%22b ü.wav\"\r\nContent-Type: audio/wav").toUtf8()));
        QVERIFY(request.body.contains("\r\n\r\n" + bytes + "\r\n--"));
    }
    void readsARefusalThatComesBeforeTheBodyIsSent_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<FailureKind>("kind");
        QTest::newRow("413") << 413 << FailureKind::TooLarge;
        QTest::newRow("415") << 415 << FailureKind::UnsupportedMedia;
        QTest::newRow("401") << 401 << FailureKind::NotSignedIn;
    }
    void readsARefusalThatComesBeforeTheBodyIsSent()
    {
        QFETCH(int, status);
        m_script = [status](const auto &) {
            ScriptedServer::Answer answer{status, R"({"message":"No."})", {}};
            answer.beforeTheBody = true;
            return answer;
        };
        const Failure failure = failureOfUpload(std::make_unique<Pattern>(8 * 1024 * 1024));
        QTEST(failure.kind, "kind");
        QCOMPARE(failure.message, QStringLiteral("No."));
    }
    void findsALostSignInBehindACut()
    {
        m_script = [](const ScriptedServer::Request &request) {
            ScriptedServer::Answer answer{401, R"({"message":"Token expired"})", {}};
            if (request.path == "/api/recordings")
                answer.cutRequestAfter = 100'000;
            return answer;
        };
        const Failure failure = failureOfUpload(std::make_unique<Pattern>(8 * 1024 * 1024));
        QCOMPARE(failure.kind, FailureKind::NotSignedIn);
    }
    void callsACutACutWhereTheSignInCounts()
    {
        m_script = [](const ScriptedServer::Request &request) {
            ScriptedServer::Answer answer{200, text(toJson(User{{3}, QStringLiteral("a"), {}, Role::Agent})), {}};
            if (request.path == "/api/recordings")
                answer.cutRequestAfter = 100'000;
            return answer;
        };
        const Failure failure = failureOfUpload(std::make_unique<Pattern>(8 * 1024 * 1024));
        QCOMPARE(failure.kind, FailureKind::Unreachable);
    }
    void sendsNothingThatCanNotBeRead()
    {
        m_script = answerWith(201, text(toJson(recording({}))));
        const Failure failure = failureOfUpload(std::make_unique<Breaking>(1024 * 1024));
        QCOMPARE(failure.kind, FailureKind::Corrupt);
        QVERIFY(m_server->requests().isEmpty());
    }
    void keepsMemoryFlatWhileItSendsFiftyMebibytes()
    {
        constexpr qint64 size = 50 * 1024 * 1024;
        m_script = [](const auto &) {
            ScriptedServer::Answer answer{507, "{}", {}};
            answer.discardBody = true;
            return answer;
        };
        const qint64 before = residentBytes();
        qint64 most = 0;
        const auto upload = m_api->upload(form(), std::make_unique<Pattern>(size));
        QSignalSpy progress(upload.get(), &Transfer::progress);
        QSignalSpy failed(upload.get(), &Transfer::failed);
        connect(upload.get(), &Transfer::progress, this, [&] { most = std::max(most, residentBytes() - before); });
        QVERIFY(failed.wait(20'000));
        QCOMPARE(failed.first().first().value<Failure>().kind, FailureKind::StorageFull);
        QCOMPARE(progress.last().first().toLongLong(), size);
        QVERIFY2(most < 8 * 1024 * 1024, qPrintable(QString::number(most)));
    }
    void stopsWhenItIsCancelledOrDeleted()
    {
        m_script = [](const auto &) {
            ScriptedServer::Answer answer;
            answer.silent = true;
            return answer;
        };
        auto upload = m_api->upload(form(), std::make_unique<Pattern>(1024 * 1024));
        QSignalSpy failed(upload.get(), &Transfer::failed);
        QTRY_VERIFY(m_server->heads() == 1);
        upload->cancel();
        QCOMPARE(failed.count(), 1);
        QCOMPARE(failed.first().first().value<Failure>().kind, FailureKind::Cancelled);
        upload = m_api->upload(form(), std::make_unique<Pattern>(1024 * 1024));
        QTRY_VERIFY(m_server->heads() == 2);
        upload = m_api->upload(form(), std::make_unique<Pattern>(1024 * 1024));
        QSignalSpy stopped(upload.get(), &Transfer::failed);
        upload->cancel();
        QCOMPARE(stopped.count(), 1);
        QCoreApplication::processEvents();
        QCOMPARE(stopped.count(), 1);
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
    static std::unique_ptr<QIODevice> bufferOf(const QByteArray &bytes)
    {
        auto buffer = std::make_unique<QBuffer>();
        buffer->setData(bytes);
        buffer->open(QIODevice::ReadOnly);
        return buffer;
    }
    static ApiClient::UploadForm form()
    {
        return {QUuid::createUuid(), {7}, QStringLiteral("call.wav"), MediaFormat::Wav, {}, {}};
    }
    Failure failureOfUpload(std::unique_ptr<QIODevice> file)
    {
        return failureOf(*m_api->upload(form(), std::move(file)));
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
