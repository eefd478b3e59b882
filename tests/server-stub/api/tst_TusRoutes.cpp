// SPDX-License-Identifier: GPL-3.0-or-later
#include "TestApi.h"

#include "api/TusUploads.h"
#include "support/BlockingHttp.h"
#include "support/Tone.h"

#include <QCryptographicHash>
#include <QDir>
#include <QRandomGenerator>
#include <QSet>
#include <QTcpSocket>
#include <QTemporaryDir>

#include <future>

using namespace Holdfast;
using namespace Holdfast::Testing;

namespace {

QDateTime now;

QByteArray metadataOf(const QList<std::pair<QByteArray, QByteArray>> &fields)
{
    QByteArrayList pairs;
    for (const auto &[key, value] : fields)
        pairs.append(key + ' ' + value.toBase64());
    return pairs.join(",");
}

} // namespace

class tst_TusRoutes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void saysWhatItCan();
    void anUploadInSeveralGoesBecomesARecording();
    void saysWhereItStands();
    void goesOnAfterARestartOfTheServer();
    void aServerThatDiedBeforeItRemovedThePartsOfAStoredOneRemovesThemWhenItStarts();
    void keepsWhatCameBeforeTheConnectionWasCut();
    void anyCutsMakeTheSameFile();
    void refusesBytesAtAnotherPlace();
    void refusesMoreThanWasAnnounced();
    void dropsBytesThatAreNotThoseOfTheirChecksum();
    void isOverWhenItIsTerminated();
    void saysWhereItsEndCameTooLate();
    void expiresAfterADay();
    void belongsToWhoBeganIt();
    void anAgentUploadsForItsOwnLeadsAlone();
    void whatIsNoRecordingIsRefusedInTheEndAndLeavesNothing();
    void theSameKeyBeginsTheSameUpload();
    void theSameKeyBeginsTheSameUploadHoweverManyComeAtOnce();
    void theSameKeyIsTheSameRecordingWhenTheUploadHasExpired();
    void theSameKeyIsTheSameRecordingWeeksLaterOnAnotherLead();
    void theKeyOfARecordingThatWasDeletedIsFreeAgain();
    void countsAgainstTheQuotaFromItsBeginning();
    void refusesWhatIsNoUpload_data();
    void refusesWhatIsNoUpload();
    void speaksTus1AndNothingElse();
    void takesPostForPatchWhereItSaysSo();

private:
    Fields tus(const QByteArray &token, const Fields &more = {}) const
    {
        return TestApi::bearer(token) + Fields{{"Tus-Resumable", "1.0.0"}} + more;
    }
    QByteArray lead() const { return QByteArray::number(m_server->aliceLead.value); }
    Answer begin(qint64 length, const QByteArray &token, const Fields &more = {})
    {
        const QByteArray metadata = metadataOf({{"filename", "call.wav"}, {"leadId", lead()}});
        return m_api->call("POST", "/api/uploads",
                           tus(token, Fields{{"Upload-Length", QByteArray::number(length)}} + more +
                                          Fields{{"Upload-Metadata", metadata}}));
    }
    Answer patch(const QByteArray &path, qint64 offset, const QByteArray &bytes, const Fields &more = {})
    {
        return m_api->call("PATCH", path,
                           tus(m_alice, Fields{{"Upload-Offset", QByteArray::number(offset)},
                                               {"Content-Type", "application/offset+octet-stream"}} +
                                            more),
                           bytes);
    }
    Answer head(const QByteArray &path) { return m_api->call("HEAD", path, tus(m_alice)); }
    qint64 offset(const QByteArray &path) { return head(path).field("Upload-Offset").toLongLong(); }
    QStringList files(const QString &folder) const
    {
        return QDir(m_server->dataFolder() + u'/' + folder).entryList(QDir::Files);
    }
    /// Sends the beginning of a PATCH over a connection that is then gone.
    void sendAndHangUp(const QByteArray &path, qint64 offset, qint64 announced, const QByteArray &bytes)
    {
        QTcpSocket socket;
        socket.connectToHost(m_server->url().host(), static_cast<quint16>(m_server->url().port()));
        socket.write("PATCH " + path + " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + m_alice +
                     "\r\nTus-Resumable: 1.0.0\r\nContent-Type: application/offset+octet-stream\r\nUpload-Offset: " +
                     QByteArray::number(offset) + "\r\nContent-Length: " + QByteArray::number(announced) + "\r\n\r\n" +
                     bytes);
        while (socket.bytesToWrite() > 0)
            QVERIFY(socket.waitForBytesWritten(30'000));
        socket.disconnectFromHost();
        QVERIFY(socket.state() == QAbstractSocket::UnconnectedState || socket.waitForDisconnected(30'000));
    }

    std::unique_ptr<TestServer> m_server;
    std::unique_ptr<TestApi> m_api;
    QByteArray m_alice;
    QByteArray m_file;
};

void tst_TusRoutes::init()
{
    now = QDateTime::currentDateTimeUtc();
    m_api.reset();
    m_server = std::make_unique<TestServer>();
    m_server->options.clock = [] { return now; };
    m_server->start();
    m_api = std::make_unique<TestApi>(*m_server);
    m_alice = m_api->tokenOf("alice");
    m_file = toneWav(5, 440, 880);
}

void tst_TusRoutes::saysWhatItCan()
{
    const Answer answer = m_api->call("OPTIONS", "/api/uploads");
    QCOMPARE(answer.status, 204);
    QCOMPARE(answer.field("Tus-Version"), QByteArray("1.0.0"));
    QCOMPARE(answer.field("Tus-Extension"), QByteArray("creation,expiration,termination,checksum"));
    QCOMPARE(answer.field("Tus-Max-Size"), QByteArray("52428800"));
    QCOMPARE(answer.field("Tus-Checksum-Algorithm"), QByteArray("sha1,sha256"));
}

void tst_TusRoutes::anUploadInSeveralGoesBecomesARecording()
{
    const QByteArray metadata = metadataOf({{"filename", "Größe.wav"},
                                            {"filetype", "audio/wav"},
                                            {"leadId", lead()},
                                            {"disposition", "sale"},
                                            {"notes", "wants a call back"},
                                            {"agentChannel", "1"},
                                            {"callDate", "2026-01-15T14:30:00Z"}});
    const Answer begun = m_api->call(
        "POST", "/api/uploads",
        tus(m_alice, {{"Upload-Length", QByteArray::number(m_file.size())}, {"Upload-Metadata", metadata}}));
    QCOMPARE(begun.status, 201);
    QCOMPARE(begun.field("Tus-Resumable"), QByteArray("1.0.0"));
    QVERIFY(begun.field("Upload-Expires").endsWith("GMT"));
    const QByteArray path = begun.field("Location");
    QVERIFY(path.startsWith("/api/uploads/"));
    const qint64 half = m_file.size() / 2;
    const Answer first = patch(path, 0, m_file.first(half));
    QCOMPARE(first.status, 204);
    QCOMPARE(first.field("Upload-Offset"), QByteArray::number(half));
    QVERIFY(first.field("Location").isEmpty());
    const Answer last = patch(path, half, m_file.mid(half));
    QCOMPARE(last.status, 204);
    QCOMPARE(last.field("Location"), QByteArray("/api/recordings/1"));
    QCOMPARE(head(path).field("Location"), QByteArray("/api/recordings/1")); // for who missed the answer
    QCOMPARE(m_api->get("/api/recordings/1/download", m_alice).body, m_file);
    const QJsonObject recording = m_api->get("/api/recordings/1", m_alice).object();
    QCOMPARE(recording[QLatin1String("originalName")].toString(), QStringLiteral("Größe.wav"));
    QCOMPARE(recording[QLatin1String("notes")].toString(), QStringLiteral("wants a call back"));
    QCOMPARE(recording[QLatin1String("callDate")].toString(), QStringLiteral("2026-01-15T14:30:00Z"));
    QCOMPARE(recording[QLatin1String("metadata")][QLatin1String("disposition")].toString(), QStringLiteral("sale"));
    QCOMPARE(recording[QLatin1String("agentChannel")].toInteger(-1), 1);
    QVERIFY(files(QStringLiteral("partial")).isEmpty());
    QVERIFY(files(QStringLiteral("incoming")).isEmpty());
}

void tst_TusRoutes::saysWhereItStands()
{
    const QByteArray path = begin(m_file.size(), m_alice).field("Location");
    const Answer fresh = head(path);
    QCOMPARE(fresh.status, 200);
    QCOMPARE(fresh.field("Upload-Offset"), QByteArray("0"));
    QCOMPARE(fresh.field("Upload-Length"), QByteArray::number(m_file.size()));
    QCOMPARE(fresh.field("Upload-Metadata"), metadataOf({{"filename", "call.wav"}, {"leadId", lead()}}));
    QCOMPARE(fresh.field("Cache-Control"), QByteArray("no-store"));
    QCOMPARE(patch(path, 0, m_file.first(100)).status, 204);
    QCOMPARE(offset(path), 100);
}

void tst_TusRoutes::goesOnAfterARestartOfTheServer()
{
    const QByteArray path = begin(m_file.size(), m_alice).field("Location");
    QCOMPARE(patch(path, 0, m_file.first(70'000)).status, 204);
    m_server->stop();
    m_server->start();
    QCOMPARE(offset(path), 70'000);
    const Answer last = patch(path, 70'000, m_file.mid(70'000));
    QCOMPARE(last.field("Location"), QByteArray("/api/recordings/1"));
    QCOMPARE(m_api->get("/api/recordings/1/download", m_alice).body, m_file);
    m_server->stop();
    m_server->start();
    QCOMPARE(head(path).field("Location"), QByteArray("/api/recordings/1"));
}

void tst_TusRoutes::aServerThatDiedBeforeItRemovedThePartsOfAStoredOneRemovesThemWhenItStarts()
{
    const QByteArray path = begin(m_file.size(), m_alice).field("Location");
    QCOMPARE(patch(path, 0, m_file.first(70'000)).status, 204);
    const QString partial = m_server->dataFolder() + QStringLiteral("/partial/");
    const QString name = files(QStringLiteral("partial")).first();
    QTemporaryDir elsewhere;
    QVERIFY(QFile::copy(partial + name, elsewhere.filePath(name)));
    QCOMPARE(patch(path, 70'000, m_file.mid(70'000)).status, 204);
    QCOMPARE(files(QStringLiteral("partial")), QStringList());
    m_server->stop();
    QVERIFY(QFile::copy(elsewhere.filePath(name), partial + name));
    m_server->start();
    QCOMPARE(files(QStringLiteral("partial")), QStringList());
    QCOMPARE(head(path).field("Location"), QByteArray("/api/recordings/1"));
}

void tst_TusRoutes::keepsWhatCameBeforeTheConnectionWasCut()
{
    const QByteArray path = begin(m_file.size(), m_alice).field("Location");
    sendAndHangUp(path, 0, m_file.size(), m_file.first(90'000));
    QTRY_COMPARE_WITH_TIMEOUT(offset(path), 90'000, 30'000);
    Answer last = patch(path, 90'000, m_file.mid(90'000));
    while (last.status == 423) // what was cut is being kept still
        last = patch(path, 90'000, m_file.mid(90'000));
    QCOMPARE(last.field("Location"), QByteArray("/api/recordings/1"));
    QCOMPARE(m_api->get("/api/recordings/1/download", m_alice).body, m_file);
}

void tst_TusRoutes::anyCutsMakeTheSameFile()
{
    QRandomGenerator random(20260115);
    const QByteArray large = toneWav(300, 440, 880); // several segments
    QVERIFY(large.size() > 2 * PartialFiles::segmentBytes);
    const QByteArray path = begin(large.size(), m_alice).field("Location");
    QByteArray location;
    for (qint64 at = 0; at < large.size();) {
        const qint64 size = std::min<qint64>(large.size() - at, 1 + random.bounded(6'000'000));
        if (size > 1 && random.bounded(3) == 0) {
            sendAndHangUp(path, at, size, large.mid(at, size - 1));
            QTRY_VERIFY_WITH_TIMEOUT(offset(path) > at, 30'000);
            at = offset(path);
            continue;
        }
        Answer answer = patch(path, at, large.mid(at, size));
        if (answer.status == 423)
            continue; // the one that was cut is being kept still
        if (answer.status == 409) {
            at = answer.field("Upload-Offset").toLongLong();
            continue;
        }
        QCOMPARE(answer.status, 204);
        at = answer.field("Upload-Offset").toLongLong();
        location = answer.field("Location");
    }
    QCOMPARE(location, QByteArray("/api/recordings/1"));
    QCOMPARE(m_api->get("/api/recordings/1/download", m_alice).body, large);
}

void tst_TusRoutes::refusesBytesAtAnotherPlace()
{
    const QByteArray path = begin(m_file.size(), m_alice).field("Location");
    QCOMPARE(patch(path, 0, m_file.first(100)).status, 204);
    for (const qint64 wrong : {0, 99, 101}) {
        const Answer refused = patch(path, wrong, m_file.mid(wrong, 100));
        QCOMPARE(refused.status, 409);
        QCOMPARE(refused.field("Upload-Offset"), QByteArray("100"));
    }
    QCOMPARE(offset(path), 100);
    QCOMPARE(
        m_api->call("PATCH", path, tus(m_alice, {{"Content-Type", "application/offset+octet-stream"}}), "x").status,
        400);
    QCOMPARE(m_api->call("PATCH", path, tus(m_alice, {{"Upload-Offset", "100"}, {"Content-Type", "text/plain"}}), "x")
                 .status,
             415);
    QCOMPARE(offset(path), 100);
}

void tst_TusRoutes::refusesMoreThanWasAnnounced()
{
    const QByteArray path = begin(100, m_alice).field("Location");
    QCOMPARE(patch(path, 0, m_file.first(101)).status, 413);
    QCOMPARE(offset(path), 0);
    QCOMPARE(begin(52'428'801, m_alice).status, 413);
    QCOMPARE(begin(0, m_alice).status, 400);
}

void tst_TusRoutes::dropsBytesThatAreNotThoseOfTheirChecksum()
{
    const QByteArray path = begin(m_file.size(), m_alice).field("Location");
    const auto sum = [](QCryptographicHash::Algorithm algorithm, const QByteArray &bytes) {
        return QCryptographicHash::hash(bytes, algorithm).toBase64();
    };
    const QByteArray bytes = m_file.first(1000);
    const Answer wrong =
        patch(path, 0, bytes, {{"Upload-Checksum", "sha1 " + sum(QCryptographicHash::Sha1, bytes + 'x')}});
    QCOMPARE(wrong.status, 460);
    QCOMPARE(offset(path), 0);
    for (const char *none : {"md5 AAAA", "sha1", "sha1 !!!!", "sha1 AAAA", "sha256 "})
        QCOMPARE(patch(path, 0, bytes, {{"Upload-Checksum", none}}).status, 400);
    QCOMPARE(patch(path, 0, bytes, {{"Upload-Checksum", "sha1 " + sum(QCryptographicHash::Sha1, bytes)}}).status, 204);
    const QByteArray rest = m_file.mid(1000);
    const Answer last =
        patch(path, 1000, rest, {{"Upload-Checksum", "sha256 " + sum(QCryptographicHash::Sha256, rest)}});
    QCOMPARE(last.field("Location"), QByteArray("/api/recordings/1"));
    QCOMPARE(m_api->get("/api/recordings/1/download", m_alice).body, m_file);
}

void tst_TusRoutes::isOverWhenItIsTerminated()
{
    const QByteArray path = begin(m_file.size(), m_alice).field("Location");
    QCOMPARE(patch(path, 0, m_file.first(1000)).status, 204);
    QCOMPARE(files(QStringLiteral("partial")).size(), 1);
    QCOMPARE(m_api->call("DELETE", path, tus(m_alice)).status, 204);
    QVERIFY(files(QStringLiteral("partial")).isEmpty());
    QCOMPARE(head(path).status, 404);
    QCOMPARE(patch(path, 1000, m_file.mid(1000)).status, 404);
    QCOMPARE(m_api->call("DELETE", path, tus(m_alice)).status, 404);
}

void tst_TusRoutes::saysWhereItsEndCameTooLate()
{
    const QByteArray path = begin(m_file.size(), m_alice).field("Location");
    QCOMPARE(patch(path, 0, m_file).field("Location"), QByteArray("/api/recordings/1"));
    const Answer ended = m_api->call("DELETE", path, tus(m_alice));
    QCOMPARE(ended.status, 204);
    QCOMPARE(ended.field("Location"), QByteArray("/api/recordings/1"));
    QCOMPARE(m_api->get("/api/recordings/1/download", m_alice).body, m_file);
    const QByteArray unfinished = begin(m_file.size(), m_alice).field("Location");
    QVERIFY(m_api->call("DELETE", unfinished, tus(m_alice)).field("Location").isEmpty());
}

void tst_TusRoutes::expiresAfterADay()
{
    const QByteArray path = begin(m_file.size(), m_alice).field("Location");
    QCOMPARE(patch(path, 0, m_file.first(1000)).status, 204);
    now = now.addSecs(23 * 3600);
    m_alice = m_api->tokenOf("alice");
    QCOMPARE(offset(path), 1000);
    now = now.addSecs(3600);
    QCOMPARE(head(path).status, 404);
    QCOMPARE(begin(m_file.size(), m_alice).status, 201); // tidies up
    QVERIFY(files(QStringLiteral("partial")).isEmpty());
    const QByteArray second = begin(m_file.size(), m_alice).field("Location");
    QCOMPARE(patch(second, 0, m_file.first(1000)).status, 204);
    m_server->stop();
    now = now.addDays(2);
    m_server->start();
    QVERIFY(files(QStringLiteral("partial")).isEmpty());
}

void tst_TusRoutes::belongsToWhoBeganIt()
{
    const QByteArray path = begin(m_file.size(), m_alice).field("Location");
    for (const char *other : {"bob", "sam", "ada"}) {
        const QByteArray token = m_api->tokenOf(other);
        QCOMPARE(m_api->call("HEAD", path, tus(token)).status, 404);
        QCOMPARE(m_api->call("DELETE", path, tus(token)).status, 404);
    }
    QCOMPARE(m_api->call("HEAD", path, {{"Tus-Resumable", "1.0.0"}}).status, 401);
    QCOMPARE(offset(path), 0);
}

void tst_TusRoutes::anAgentUploadsForItsOwnLeadsAlone()
{
    QCOMPARE(begin(m_file.size(), m_api->tokenOf("bob")).status, 403);
    const QByteArray path = begin(m_file.size(), m_alice).field("Location");
    QCOMPARE(m_api
                 ->call("PUT", "/api/leads/" + lead(), TestApi::bearer(m_api->tokenOf("sam")),
                        R"({"name":"Jane","agents":[4]})")
                 .status,
             200);
    QCOMPARE(patch(path, 0, m_file).status, 403); // no longer hers
    QVERIFY(m_api->get("/api/recordings", m_api->tokenOf("sam")).array().isEmpty());
    QVERIFY(files(QStringLiteral("partial")).isEmpty());
}

void tst_TusRoutes::whatIsNoRecordingIsRefusedInTheEndAndLeavesNothing()
{
    const QByteArray none(200'000, '\0');
    const QByteArray path = begin(none.size(), m_alice).field("Location");
    const Answer refused = patch(path, 0, none);
    QCOMPARE(refused.status, 415);
    QVERIFY(!refused.message().isEmpty());
    QCOMPARE(head(path).status, 404);
    QVERIFY(files(QStringLiteral("partial")).isEmpty());
    QVERIFY(files(QStringLiteral("incoming")).isEmpty());
}

void tst_TusRoutes::theSameKeyBeginsTheSameUpload()
{
    const Fields key{{"Idempotency-Key", "the-first"}};
    const QByteArray path = begin(m_file.size(), m_alice, key).field("Location");
    QCOMPARE(patch(path, 0, m_file.first(1000)).status, 204);
    const Answer again = begin(m_file.size(), m_alice, key);
    QCOMPARE(again.status, 201);
    QCOMPARE(again.field("Location"), path);
    QCOMPARE(again.field("Upload-Offset"), QByteArray("1000"));
    QCOMPARE(begin(m_file.size() + 1, m_alice, key).status, 422);
    QVERIFY(begin(m_file.size(), m_alice, {{"Idempotency-Key", "another"}}).field("Location") != path);
    QCOMPARE(patch(path, 1000, m_file.mid(1000)).field("Location"), QByteArray("/api/recordings/1"));
    // The form's upload knows the key too.
    const Answer form = m_api->upload(m_alice, {{"leadId", lead()}, {"file", m_file, "call.wav"}}, key);
    QCOMPARE(form.status, 201);
    QCOMPARE(form.id(), 1);
}

void tst_TusRoutes::theSameKeyBeginsTheSameUploadHoweverManyComeAtOnce()
{
    const QByteArray fields = "Authorization: Bearer " + m_alice +
                              "\r\nTus-Resumable: 1.0.0\r\nContent-Length: 0\r\nUpload-Length: 1000\r\n"
                              "Upload-Metadata: " +
                              metadataOf({{"filename", "call.wav"}, {"leadId", lead()}}) +
                              "\r\nIdempotency-Key: round-";
    const auto pathsOf = [&](int round) {
        std::vector<std::unique_ptr<BlockingHttp>> callers;
        for (int i = 0; i < 8; ++i)
            callers.push_back(std::make_unique<BlockingHttp>(m_server->url()));
        for (const auto &caller : callers)
            caller->send(caller->head("POST", "/api/uploads", fields + QByteArray::number(round) + "\r\n"));
        QSet<QByteArray> paths;
        for (const auto &caller : callers)
            paths.insert(BlockingHttp::field(caller->receive().head, "location"));
        return paths;
    };
    for (int round = 0; round < 20; ++round) {
        auto paths = std::async(std::launch::async, pathsOf, round); // this thread takes the connections in
        QTRY_COMPARE_WITH_TIMEOUT(paths.wait_for(std::chrono::seconds(0)), std::future_status::ready, 30'000);
        const QSet<QByteArray> begun = paths.get();
        QCOMPARE(begun.size(), 1);
        QVERIFY(!begun.contains(QByteArray()));
    }
}

void tst_TusRoutes::theSameKeyIsTheSameRecordingWhenTheUploadHasExpired()
{
    const Fields key{{"Idempotency-Key", "the-first"}};
    const QByteArray path = begin(m_file.size(), m_alice, key).field("Location");
    now = now.addSecs(23 * 3600);
    m_alice = m_api->tokenOf("alice");
    QCOMPARE(patch(path, 0, m_file).field("Location"), QByteArray("/api/recordings/1")); // and nobody hears of it
    now = now.addSecs(2 * 3600);
    const QByteArray again = begin(m_file.size(), m_alice, key).field("Location");
    QVERIFY(again != path);
    QCOMPARE(patch(again, 0, m_file).field("Location"), QByteArray("/api/recordings/1"));
}

void tst_TusRoutes::theSameKeyIsTheSameRecordingWeeksLaterOnAnotherLead()
{
    const Fields key{{"Idempotency-Key", "the-first"}};
    const QByteArray path = begin(m_file.size(), m_alice, key).field("Location");
    QCOMPARE(patch(path, 0, m_file).field("Location"), QByteArray("/api/recordings/1")); // and nobody hears of it
    const Answer revision = m_api->get("/api/recordings/1", m_alice);
    const QByteArray moved = R"({"leadId":)" + QByteArray::number(m_server->bobLead.value) + '}';
    QCOMPARE(m_api
                 ->call("PATCH", "/api/recordings/1",
                        TestApi::bearer(m_api->tokenOf("sam")) + Fields{{"If-Match", revision.field("ETag")}}, moved)
                 .status,
             200);
    now = now.addDays(20);
    m_server->stop();
    m_server->start();
    m_alice = m_api->tokenOf("alice");
    QCOMPARE(head(path).status, 404);
    const QByteArray again = begin(m_file.size(), m_alice, key).field("Location");
    QCOMPARE(patch(again, 0, m_file).field("Location"), QByteArray("/api/recordings/1"));
    QCOMPARE(m_api->get("/api/recordings", m_api->tokenOf("sam")).array().size(), 1);
}

void tst_TusRoutes::theKeyOfARecordingThatWasDeletedIsFreeAgain()
{
    const Fields key{{"Idempotency-Key", "the-first"}};
    const QByteArray path = begin(m_file.size(), m_alice, key).field("Location");
    QCOMPARE(patch(path, 0, m_file).field("Location"), QByteArray("/api/recordings/1"));
    QCOMPARE(m_api->call("DELETE", "/api/recordings/1", TestApi::bearer(m_api->tokenOf("sam"))).status, 204);
    now = now.addDays(2);
    m_alice = m_api->tokenOf("alice");
    const QByteArray again = begin(m_file.size(), m_alice, key).field("Location");
    QCOMPARE(patch(again, 0, m_file).field("Location"), QByteArray("/api/recordings/2"));
}

void tst_TusRoutes::countsAgainstTheQuotaFromItsBeginning()
{
    m_server->stop();
    m_server->options.quotaBytes = m_file.size() * 3 / 2;
    m_server->start();
    const QByteArray path = begin(m_file.size(), m_alice).field("Location");
    QCOMPARE(begin(m_file.size(), m_alice).status, 507);
    QCOMPARE(m_api->call("DELETE", path, tus(m_alice)).status, 204);
    const QByteArray second = begin(m_file.size(), m_alice).field("Location");
    QCOMPARE(patch(second, 0, m_file).status, 204);
    QCOMPARE(begin(m_file.size(), m_alice).status, 507);
    QCOMPARE(m_api->call("DELETE", "/api/recordings/1", TestApi::bearer(m_api->tokenOf("sam"))).status, 204);
    QCOMPARE(begin(m_file.size(), m_alice).status, 201);
}

void tst_TusRoutes::refusesWhatIsNoUpload_data()
{
    QTest::addColumn<QByteArray>("length");
    QTest::addColumn<QByteArray>("metadata");
    QTest::addColumn<int>("status");
    const QByteArray good = "filename Y2FsbC53YXY=,leadId MQ==";
    QTest::newRow("no length") << QByteArray() << good << 400;
    QTest::newRow("a negative length") << QByteArray("-1") << good << 400;
    QTest::newRow("a huge length") << QByteArray("99999999999999999999") << good << 400;
    QTest::newRow("no metadata") << QByteArray("10") << QByteArray() << 400;
    QTest::newRow("no name") << QByteArray("10") << QByteArray("leadId MQ==") << 400;
    QTest::newRow("no lead") << QByteArray("10") << QByteArray("filename Y2FsbC53YXY=") << 400;
    QTest::newRow("no base64") << QByteArray("10") << QByteArray("filename !!,leadId MQ==") << 400;
    QTest::newRow("no UTF-8") << QByteArray("10") << QByteArray("filename //8=,leadId MQ==") << 400;
    QTest::newRow("a key twice") << QByteArray("10") << good + ",leadId MQ==" << 400;
    QTest::newRow("a key that is not known") << QByteArray("10") << good + ",agentId MQ==" << 400;
    QTest::newRow("a lead that is none") << QByteArray("10") << QByteArray("filename Y2FsbC53YXY=,leadId eA==") << 400;
    QTest::newRow("a third channel") << QByteArray("10") << good + ",agentChannel Mg==" << 400;
    QTest::newRow("three words") << QByteArray("10") << good + ",notes YQ== YQ==" << 400;
    QTest::newRow("a lead that is not there")
        << QByteArray("10") << QByteArray("filename Y2FsbC53YXY=,leadId NDA0") << 404;
    QTest::newRow("no media file's name") << QByteArray("10") << QByteArray("filename YS5leGU=,leadId MQ==") << 415;
    QTest::newRow("too large") << QByteArray("52428801") << good << 413;
}

void tst_TusRoutes::refusesWhatIsNoUpload()
{
    QFETCH(QByteArray, length);
    QFETCH(QByteArray, metadata);
    Fields fields = tus(m_api->tokenOf("sam"));
    if (!length.isEmpty())
        fields.append({"Upload-Length", length});
    if (!metadata.isEmpty())
        fields.append({"Upload-Metadata", metadata});
    const Answer refused = m_api->call("POST", "/api/uploads", fields);
    QTEST(refused.status, "status");
    QVERIFY(!refused.message().isEmpty());
    QCOMPARE(refused.field("Tus-Resumable"), QByteArray("1.0.0"));
    QVERIFY(refused.field("Location").isEmpty());
}

void tst_TusRoutes::speaksTus1AndNothingElse()
{
    for (const Fields &version : {Fields{}, Fields{{"Tus-Resumable", "0.2.2"}}}) {
        const Answer refused = m_api->call("POST", "/api/uploads", TestApi::bearer(m_alice) + version);
        QCOMPARE(refused.status, 412);
        QCOMPARE(refused.field("Tus-Version"), QByteArray("1.0.0"));
    }
}

void tst_TusRoutes::takesPostForPatchWhereItSaysSo()
{
    const QByteArray path = begin(m_file.size(), m_alice).field("Location");
    const Fields fields = tus(m_alice, {{"Upload-Offset", "0"}, {"Content-Type", "application/offset+octet-stream"}});
    QCOMPARE(m_api->call("POST", path, fields, m_file).status, 405);
    QCOMPARE(m_api->call("POST", path, fields + Fields{{"X-HTTP-Method-Override", "PATCH"}}, m_file.first(10)).status,
             204);
    QCOMPARE(offset(path), 10);
    QCOMPARE(m_api->call("POST", path, tus(m_alice, {{"X-HTTP-Method-Override", "DELETE"}})).status, 204);
    QCOMPARE(head(path).status, 404);
}

QTEST_GUILESS_MAIN(tst_TusRoutes)
#include "tst_TusRoutes.moc"
