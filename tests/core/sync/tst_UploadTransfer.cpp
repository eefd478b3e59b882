// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/Random.h"
#include "support/ScriptedTus.h"
#include "sync/ApiClient.h"

#include <QBuffer>
#include <QFile>
#include <QSignalSpy>
#include <QTest>

using namespace Holdfast;
using Testing::ScriptedServer;
using Testing::ScriptedTus;

namespace {

constexpr qint64 mebibyte = 1024 * 1024;

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
        return pos() >= size() / 2 ? -1 : Pattern::readData(data, std::min(maxSize, size() / 2 - pos()));
    }
};

qint64 offsetOf(const ScriptedServer::Request &request)
{
    return request.fields.value("upload-offset").toLongLong();
}

} // namespace

class tst_UploadTransfer : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_tus = ScriptedTus();
        m_disturb = [](const auto &, auto &) {};
        m_api = std::make_unique<ApiClient>();
        m_api->setToken("T0KEN");
        m_server = std::make_unique<ScriptedServer>([this](const ScriptedServer::Request &request) {
            ScriptedServer::Answer answer = m_tus.answerTo(request);
            m_disturb(request, answer);
            return answer;
        });
        m_api->setServer(m_server->url());
        m_bytes = randomBytes(3 * mebibyte + 17);
        m_form = {QUuid::createUuid(),
                  {7},
                  QStringLiteral("a\"b ü.wav"),
                  QStringLiteral("zwei\r\nZeilen"),
                  QStringLiteral("Rückruf"),
                  QDateTime::fromSecsSinceEpoch(1'500'000, Qt::UTC),
                  QCryptographicHash::hash(m_bytes, QCryptographicHash::Sha256),
                  {},
                  AgentChannel::Right};
    }
    void cleanup()
    {
        m_api.reset();
        m_server.reset();
    }

    void sendsAFileInPiecesEachWithItsChecksum()
    {
        const Recording stored = upload();
        QCOMPARE(stored.sha256, m_form.sha256);
        const ScriptedTus::Upload &kept = *m_tus.of(m_form.uploadId);
        QCOMPARE(kept.bytes, m_bytes);
        QCOMPARE(kept.metadata, (QHash<QByteArray, QString>{{"filename", m_form.fileName},
                                                            {"leadId", QStringLiteral("7")},
                                                            {"callDate", QStringLiteral("1970-01-18T08:40:00Z")},
                                                            {"notes", m_form.notes},
                                                            {"disposition", m_form.disposition},
                                                            {"agentChannel", QStringLiteral("1")}}));
        qint64 next = 0;
        for (const auto &piece : sent("PATCH")) {
            QCOMPARE(offsetOf(piece), next);
            QVERIFY(piece.body.size() <= 4 * mebibyte);
            QVERIFY(piece.fields.value("upload-checksum").startsWith("sha256 "));
            next += piece.body.size();
        }
        QCOMPARE(next, m_bytes.size());
        QVERIFY(sent("PATCH").size() > 1);
        QCOMPARE(sent("HEAD").size(), 0);
    }
    void storesWithoutTheChannelWhereTheServerDoesNotKnowOfIt()
    {
        m_disturb = [this](const ScriptedServer::Request &request, ScriptedServer::Answer &answer) {
            if (request.method != "POST" || !request.fields.value("upload-metadata").contains("agentChannel"))
                return;
            m_tus.uploads.clear();
            answer = {400, R"({"message":"The key agentChannel in Upload-Metadata is not known here."})", {}};
        };
        QCOMPARE(upload().sha256, m_form.sha256);
        const ScriptedTus::Upload &kept = *m_tus.of(m_form.uploadId);
        QCOMPARE(kept.bytes, m_bytes);
        QVERIFY(!kept.metadata.contains("agentChannel"));
        QCOMPARE(kept.metadata.value("notes"), m_form.notes);
        QCOMPARE(sent("POST").size(), 2);
    }
    void storesWhereTheServerPassesOverTheChannel()
    {
        m_disturb = [this](const ScriptedServer::Request &request, ScriptedServer::Answer &) {
            if (request.method == "POST")
                m_tus.of(m_form.uploadId)->metadata.remove("agentChannel");
        };
        QCOMPARE(upload().sha256, m_form.sha256);
        QCOMPARE(sent("POST").size(), 1);
    }
    void findsAgainWhatItBeganWithoutTheChannel()
    {
        m_disturb = [this](const ScriptedServer::Request &request, ScriptedServer::Answer &answer) {
            if (request.method == "POST" && request.fields.value("upload-metadata").contains("agentChannel"))
                answer = {422, R"({"message":"This Idempotency-Key was used for another upload."})", {}};
        };
        beganBefore(1000);
        m_form.begunAt.clear();
        QCOMPARE(upload().sha256, m_form.sha256);
        QCOMPARE(m_tus.bytesTaken, m_bytes.size() - 1000);
        QCOMPARE(m_tus.recordings.size(), 1);
    }
    void isStoredWhereSomebodyElseFiledTheSameRecordingWithAnotherTime()
    {
        const auto time = m_form.callDate;
        upload();
        m_form.callDate = time->addSecs(3600);
        m_disturb = [](const ScriptedServer::Request &request, ScriptedServer::Answer &answer) {
            if (request.method == "POST")
                answer = {422, R"({"message":"This Idempotency-Key was used for another upload."})", {}};
        };
        QCOMPARE(upload().callDate, *time);
        QCOMPARE(m_tus.recordings.size(), 1);
        m_tus.recordings.clear();
        const auto transfer = start(); // it is still on its way from there
        QSignalSpy failed(transfer.get(), &Transfer::failed);
        QVERIFY(failed.wait());
        QCOMPARE(failed.first().first().value<Failure>().kind, FailureKind::IdempotencyMismatch);
        QVERIFY(failed.first().first().value<Failure>().message.contains(QStringLiteral("from elsewhere")));
    }
    void saysTheReasonWhereItIsRefusedWithoutTheChannelToo()
    {
        m_disturb = [this](const ScriptedServer::Request &request, ScriptedServer::Answer &answer) {
            if (request.method == "POST")
                answer = {400, R"({"message":"The field callDate is odd."})", {}};
        };
        const auto transfer = start();
        QSignalSpy failed(transfer.get(), &Transfer::failed);
        QVERIFY(failed.wait());
        QCOMPARE(failed.first().first().value<Failure>().message, QStringLiteral("The field callDate is odd."));
        QCOMPARE(sent("POST").size(), 2);
    }
    void asksWhatTheServerCanOnlyOnce()
    {
        upload();
        m_form.uploadId = QUuid::createUuid();
        upload();
        QCOMPARE(sent("OPTIONS").size(), 1);
        QCOMPARE(m_tus.recordings.size(), 2);
    }
    void saysWhereItWasBegunBeforeAByteIsSent()
    {
        const auto transfer = start();
        QSignalSpy begun(transfer.get(), &Transfer::uploadBegun);
        QVERIFY(begun.wait());
        QCOMPARE(begun.first().first().toString(), QStringLiteral("/api/uploads/1"));
        QCOMPARE(sent("PATCH").size(), 0);
        QCOMPARE(m_tus.of(m_form.uploadId)->bytes.size(), 0);
    }
    void sendsNothingWhereTheCallerCouldNotKeepThat()
    {
        const auto transfer = start();
        QSignalSpy begun(transfer.get(), &Transfer::uploadBegun);
        connect(transfer.get(), &Transfer::uploadBegun, transfer.get(), &Transfer::cancel);
        QVERIFY(begun.wait());
        QVERIFY(!QTest::qWaitFor([&] { return m_tus.bytesTaken > 0 || !sent("PATCH").isEmpty(); }, 200));
    }
    void goesOnWhereTheServerStandsAndTellsThatFirst()
    {
        const qint64 before = mebibyte + 5;
        beganBefore(before);
        const auto transfer = start();
        QSignalSpy uploaded(transfer.get(), &Transfer::uploaded);
        QSignalSpy progress(transfer.get(), &Transfer::progress);
        QVERIFY(uploaded.wait());
        QCOMPARE(m_tus.of(m_form.uploadId)->bytes, m_bytes);
        QCOMPARE(m_tus.bytesTaken, m_bytes.size() - before);
        QCOMPARE(progress.first().first().toLongLong(), before);
        QCOMPARE(progress.last().first().toLongLong(), m_bytes.size());
        QCOMPARE(sent("POST").size(), 0);
    }
    void countsOnlyWhatTheServerHas()
    {
        m_disturb = [](const ScriptedServer::Request &request, ScriptedServer::Answer &answer) {
            answer.silent = request.method == "PATCH" && offsetOf(request) > 0 && !request.body.isEmpty();
        };
        const auto transfer = start();
        QSignalSpy progress(transfer.get(), &Transfer::progress);
        QTRY_COMPARE_WITH_TIMEOUT(sent("PATCH").size(), 2, 30'000); // the second has come whole, and is not confirmed
        QCOMPARE(progress.last().first().toLongLong(), mebibyte);
        QCOMPARE(progress.last().last().toLongLong(), m_bytes.size());
    }
    void goesOnAfterACut()
    {
        int cuts = 6; // the network library itself may repeat a request whose connection was cut
        m_disturb = [&](const ScriptedServer::Request &request, ScriptedServer::Answer &answer) {
            if (request.method == "PATCH" && offsetOf(request) > 0 && request.body.isEmpty() && cuts-- > 0)
                answer.cutRequestAfter = 100'000;
        };
        QCOMPARE(upload().sha256, m_form.sha256);
        QCOMPARE(m_tus.of(m_form.uploadId)->bytes, m_bytes);
        QCOMPARE(m_tus.bytesTaken, m_bytes.size());
    }
    void takesSmallerPiecesWhereTheLineIsCutSoon()
    {
        m_disturb = [&](const ScriptedServer::Request &request, ScriptedServer::Answer &answer) {
            if (request.method == "PATCH" && request.fields.value("content-length").toLongLong() > 100'000)
                answer.cutRequestAfter = 90'000;
        };
        m_bytes.truncate(mebibyte);
        QCOMPARE(upload().fileSize, mebibyte);
        QCOMPARE(m_tus.of(m_form.uploadId)->bytes, m_bytes);
    }
    void givesUpWhereItNeverComesFurther()
    {
        m_disturb = [](const ScriptedServer::Request &request, ScriptedServer::Answer &answer) {
            if (request.method == "PATCH")
                answer.cutRequestAfter = 1'000;
        };
        QCOMPARE(failure().kind, FailureKind::Unreachable);
        QVERIFY2(m_server->heads() < 50, qPrintable(QString::number(m_server->heads())));
    }
    void waitsForWhoeverIsStillAtIt()
    {
        int busy = 2;
        m_disturb = [&](const ScriptedServer::Request &request, ScriptedServer::Answer &answer) {
            if (request.method == "PATCH" && !request.body.isEmpty() && offsetOf(request) == mebibyte && busy-- > 0)
                answer = {423, R"({"message":"Ask again in a moment."})", {"Retry-After: 0"}};
        };
        // What was refused is not in the file: the script takes it in before the answer is disturbed.
        const auto take = m_disturb;
        m_disturb = [this, take](const ScriptedServer::Request &request, ScriptedServer::Answer &answer) {
            take(request, answer);
            if (answer.status == 423)
                m_tus.of(m_form.uploadId)->bytes.truncate(mebibyte);
        };
        QCOMPARE(upload().sha256, m_form.sha256);
        QCOMPARE(busy, -1);
        QVERIFY(sent("HEAD").size() >= 2);
    }
    void beginsAnewWhatTheServerNoLongerKnows_data()
    {
        QTest::addColumn<int>("status");
        QTest::newRow("not found") << 404;
        QTest::newRow("gone") << 410;
    }
    void beginsAnewWhatTheServerNoLongerKnows()
    {
        QFETCH(int, status);
        m_form.begunAt = QStringLiteral("/api/uploads/77");
        m_disturb = [status](const auto &, ScriptedServer::Answer &answer) {
            if (answer.status == 404)
                answer.status = status;
        };
        const auto transfer = start();
        QSignalSpy begun(transfer.get(), &Transfer::uploadBegun);
        QSignalSpy uploaded(transfer.get(), &Transfer::uploaded);
        QVERIFY(uploaded.wait());
        QCOMPARE(begun.count(), 1);
        QCOMPARE(m_tus.of(m_form.uploadId)->bytes, m_bytes);
        QCOMPARE(sent("POST").first().fields.value("idempotency-key"),
                 m_form.uploadId.toByteArray(QUuid::WithoutBraces));
    }
    void beginsAnewWhereTheServerForgetsItInTheMiddle()
    {
        bool once = true;
        m_disturb = [&](const ScriptedServer::Request &request, ScriptedServer::Answer &) {
            if (request.method == "PATCH" && offsetOf(request) > 0 && std::exchange(once, false))
                m_tus.uploads.clear();
        };
        QCOMPARE(upload().sha256, m_form.sha256);
        QCOMPARE(m_tus.recordings.size(), 1);
    }
    void findsTheRecordingThatItBecameBeforeTheServerForgotIt()
    {
        upload();
        m_tus.uploads.clear();
        m_form.begunAt = QStringLiteral("/api/uploads/1");
        QCOMPARE(upload().id, RecordingId{1});
        QCOMPARE(m_tus.recordings.size(), 1);
        QCOMPARE(sent("POST").size(), 1);
        // Another call of the same file is another recording.
        m_form.callDate = m_form.callDate->addSecs(60);
        QCOMPARE(upload().id, RecordingId{2});
    }
    void takesUpWhatWasBegunUnderItsKeyAndNeverHeardOf()
    {
        int cuts = 6;
        m_disturb = [&](const ScriptedServer::Request &request, ScriptedServer::Answer &answer) {
            answer.hangUp = request.method == "POST" && cuts-- > 0;
        };
        QCOMPARE(failure().kind, FailureKind::Unreachable);
        QCOMPARE(m_tus.uploads.size(), std::size_t(1));
        m_tus.of(m_form.uploadId)->bytes = m_bytes.first(500'000);
        cuts = 0;
        QCOMPARE(upload().sha256, m_form.sha256);
        QCOMPARE(m_tus.uploads.size(), std::size_t(1));
        QCOMPARE(m_tus.bytesTaken, m_bytes.size() - 500'000);
    }
    void asksAgainWhereTheLastAnswerWasLost()
    {
        bool once = true;
        m_disturb = [&](const ScriptedServer::Request &request, ScriptedServer::Answer &answer) {
            if (request.method == "PATCH" && !request.body.isEmpty() && m_tus.recordings.size() == 1)
                answer.hangUp = std::exchange(once, false);
        };
        QCOMPARE(upload().id, RecordingId{1});
        QVERIFY(!once);
        QCOMPARE(m_tus.recordings.size(), 1);
        QCOMPARE(m_tus.uploads.size(), std::size_t(1));
    }
    void makesARecordingOfWhatIsWholeAndIsNone()
    {
        beganBefore(m_bytes.size()); // the server was killed before it could
        QCOMPARE(upload().sha256, m_form.sha256);
        QCOMPARE(m_tus.bytesTaken, 0);
        QCOMPARE(sent("PATCH").size(), 1);
    }
    void sendsAPieceAgainThatArrivedDamaged()
    {
        int damaged = 3;
        m_disturb = [&](const ScriptedServer::Request &request, ScriptedServer::Answer &answer) {
            if (request.method == "PATCH" && offsetOf(request) == 0 && !request.body.isEmpty() && damaged-- > 0) {
                answer = {460, {}, {}};
                m_tus.of(m_form.uploadId)->bytes.clear();
            }
        };
        QCOMPARE(upload().sha256, m_form.sha256);
        QCOMPARE(damaged, -1);
    }
    void saysThatSomethingOnTheWayChangesWhatIsSent()
    {
        m_disturb = [](const ScriptedServer::Request &request, ScriptedServer::Answer &answer) {
            if (request.method == "PATCH" && !request.body.isEmpty())
                answer = {460, {}, {}};
        };
        const Failure parked = failure();
        QCOMPARE(parked.kind, FailureKind::Corrupt);
        QVERIFY(parked.message.contains(QStringLiteral("safe on this computer")));
        QCOMPARE(sent("PATCH").size(), 4);
    }
    void sendsNoChecksumWhereNoneIsOffered()
    {
        m_tus.offersChecksum = false;
        QCOMPARE(upload().sha256, m_form.sha256);
        for (const auto &piece : sent("PATCH"))
            QVERIFY(!piece.fields.contains("upload-checksum"));
    }
    void callsWhatItCanNotUnderstandAFailure_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<int>("status");
        QTest::addColumn<QList<QByteArray>>("fields");
        using Fields = QList<QByteArray>;
        QTest::newRow("no tus") << QByteArray("OPTIONS") << 404 << Fields{};
        QTest::newRow("another method") << QByteArray("OPTIONS") << 405 << Fields{};
        QTest::newRow("another tus") << QByteArray("OPTIONS") << 204 << Fields{"Tus-Version: 0.2.2"};
        QTest::newRow("nowhere") << QByteArray("POST") << 201 << Fields{};
        QTest::newRow("another host") << QByteArray("POST") << 201 << Fields{"Location: ELSEWHERE/api/uploads/1"};
        QTest::newRow("another host, short")
            << QByteArray("POST") << 201 << Fields{"Location: //x.invalid/api/uploads/1"};
        QTest::newRow("another scheme") << QByteArray("POST") << 201 << Fields{"Location: file:///api/uploads/1"};
        QTest::newRow("another thing") << QByteArray("POST") << 201 << Fields{"Location: /api/recordings/1"};
        QTest::newRow("no id") << QByteArray("POST") << 201 << Fields{"Location: /api/uploads/"};
        QTest::newRow("an odd id") << QByteArray("POST") << 201 << Fields{"Location: /api/uploads/1%2F..%2F2"};
        QTest::newRow("a query") << QByteArray("POST") << 201 << Fields{"Location: /api/uploads/1?x=1"};
        QTest::newRow("not begun") << QByteArray("POST") << 200 << Fields{"Location: /api/uploads/1"};
        QTest::newRow("sent away") << QByteArray("POST") << 307 << Fields{"Location: ELSEWHERE/api/uploads/1"};
        QTest::newRow("no offset") << QByteArray("HEAD") << 200 << Fields{};
        QTest::newRow("an offset beyond the end") << QByteArray("HEAD") << 200 << Fields{"Upload-Offset: 99999999"};
        QTest::newRow("a negative offset") << QByteArray("HEAD") << 200 << Fields{"Upload-Offset: -1"};
        QTest::newRow("a huge offset") << QByteArray("HEAD") << 200 << Fields{"Upload-Offset: 99999999999999999999999"};
        QTest::newRow("an offset in words") << QByteArray("HEAD") << 200 << Fields{"Upload-Offset: ten"};
        QTest::newRow("another length") << QByteArray("HEAD") << 200 << Fields{"Upload-Offset: 0", "Upload-Length: 5"};
        QTest::newRow("a piece at no offset") << QByteArray("PATCH") << 204 << Fields{};
        QTest::newRow("a piece at the old offset") << QByteArray("PATCH") << 204 << Fields{"Upload-Offset: 0"};
        QTest::newRow("a piece that is more") << QByteArray("PATCH") << 204 << Fields{"Upload-Offset: 3145745"};
        QTest::newRow("a piece sent away") << QByteArray("PATCH") << 307 << Fields{"Location: ELSEWHERE/api/uploads/1"};
        QTest::newRow("no recording") << QByteArray("GET") << 200 << Fields{};
    }
    void callsWhatItCanNotUnderstandAFailure()
    {
        QFETCH(QByteArray, method);
        QFETCH(int, status);
        QFETCH(QList<QByteArray>, fields);
        ScriptedServer elsewhere([](const auto &) { return ScriptedServer::Answer{200, "{}", {}}; });
        for (QByteArray &field : fields)
            field.replace("ELSEWHERE", elsewhere.url().toEncoded());
        m_disturb = [&](const ScriptedServer::Request &request, ScriptedServer::Answer &answer) {
            if (request.method == method && !answer.awaitBody)
                answer = {status, {}, fields};
        };
        if (method == "HEAD")
            beganBefore(5);
        const Failure odd = failure();
        QCOMPARE(odd.kind, FailureKind::Internal);
        QVERIFY(odd.message.contains(QStringLiteral("safe")));
        QVERIFY(m_server->heads() <= 8);
        QCOMPARE(elsewhere.heads(), 0);
    }
    void doesNotBeginForEver()
    {
        m_disturb = [](const ScriptedServer::Request &request, ScriptedServer::Answer &answer) {
            if (request.method == "PATCH" || request.method == "HEAD")
                answer = {404, {}, {}};
        };
        QCOMPARE(failure().kind, FailureKind::Internal);
        QCOMPARE(sent("POST").size(), 2);
    }
    void stopsAtAServerThatAlwaysStandsElsewhere()
    {
        m_disturb = [](const ScriptedServer::Request &request, ScriptedServer::Answer &answer) {
            if (request.method == "PATCH" && !request.body.isEmpty())
                answer = {409, {}, {}};
            else if (request.method == "HEAD")
                answer = {200, {}, {"Upload-Offset: 7"}};
        };
        QCOMPARE(failure().kind, FailureKind::Conflict);
        QVERIFY2(sent("PATCH").size() < 15, qPrintable(QString::number(sent("PATCH").size())));
    }
    void readsARefusal_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<int>("status");
        QTest::addColumn<FailureKind>("kind");
        QTest::newRow("too large") << QByteArray("POST") << 413 << FailureKind::TooLarge;
        QTest::newRow("no recording's name") << QByteArray("POST") << 415 << FailureKind::UnsupportedMedia;
        QTest::newRow("no room") << QByteArray("POST") << 507 << FailureKind::StorageFull;
        QTest::newRow("signed out") << QByteArray("PATCH") << 401 << FailureKind::NotSignedIn;
        QTest::newRow("no recording") << QByteArray("PATCH") << 415 << FailureKind::UnsupportedMedia;
        QTest::newRow("not hers any more") << QByteArray("PATCH") << 403 << FailureKind::Forbidden;
        QTest::newRow("failed") << QByteArray("PATCH") << 500 << FailureKind::Internal;
    }
    void readsARefusal()
    {
        QFETCH(QByteArray, method);
        QFETCH(int, status);
        m_disturb = [&](const ScriptedServer::Request &request, ScriptedServer::Answer &answer) {
            if (request.method == method && !answer.awaitBody)
                answer = {status, R"({"message":"No."})", {}};
        };
        const Failure refused = failure();
        QTEST(refused.kind, "kind");
        QCOMPARE(refused.message, QStringLiteral("No."));
        QCOMPARE(m_api->hasToken(), status != 401);
    }
    void waitsWhereSomethingOnTheWayRefuses_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<int>("status");
        QTest::newRow("no entry") << QByteArray("POST") << 403;
        QTest::newRow("no such place") << QByteArray("POST") << 404;
        QTest::newRow("too large") << QByteArray("POST") << 413;
        QTest::newRow("odd") << QByteArray("POST") << 400;
        QTest::newRow("a piece") << QByteArray("PATCH") << 403;
        QTest::newRow("however small the piece") << QByteArray("PATCH") << 413;
        QTest::newRow("where it stands") << QByteArray("HEAD") << 403;
        QTest::newRow("what became of it") << QByteArray("GET") << 404;
    }
    void waitsWhereSomethingOnTheWayRefuses()
    {
        QFETCH(QByteArray, method);
        QFETCH(int, status);
        m_disturb = [&](const ScriptedServer::Request &request, ScriptedServer::Answer &answer) {
            if (request.method != method || answer.awaitBody)
                return;
            if (method == "PATCH")
                m_tus.of(m_form.uploadId)->bytes.clear();
            answer = {status, "<html>Forbidden by policy</html>", {}};
        };
        if (method == "HEAD")
            beganBefore(5);
        const Failure refused = failure();
        QCOMPARE(refused.kind, FailureKind::Unreachable);
        QVERIFY2(refused.message.contains(QString::number(status)), qPrintable(refused.message));
        QVERIFY(sent("POST").size() <= 1);
    }
    void sendsSmallerPiecesWhereAProxyTakesNoLargeOnes()
    {
        m_disturb = [this](const ScriptedServer::Request &request, ScriptedServer::Answer &answer) {
            if (request.method != "PATCH" || request.body.size() <= mebibyte / 2)
                return;
            ScriptedTus::Upload &there = *m_tus.of(m_form.uploadId); // which the proxy kept it from
            there.bytes.chop(request.body.size());
            there.recording = {};
            m_tus.recordings.clear();
            answer = {413, "<html>Request Entity Too Large</html>", {}};
        };
        QCOMPARE(upload().sha256, m_form.sha256);
        QCOMPARE(m_tus.of(m_form.uploadId)->bytes, m_bytes);
    }
    void findsALostSignInBehindACut()
    {
        m_disturb = [](const ScriptedServer::Request &request, ScriptedServer::Answer &answer) {
            if (request.method == "PATCH")
                answer.cutRequestAfter = 100'000;
            else if (request.method == "HEAD")
                answer = {401, {}, {}};
        };
        QCOMPARE(failure().kind, FailureKind::NotSignedIn);
    }
    void goesOnAfterASignInInTheMiddle()
    {
        bool once = true;
        m_disturb = [&](const ScriptedServer::Request &request, ScriptedServer::Answer &answer) {
            if (request.method == "PATCH" && !request.body.isEmpty() && offsetOf(request) > 0 &&
                std::exchange(once, false)) {
                answer = {401, R"({"message":"Token expired"})", {}};
                m_tus.of(m_form.uploadId)->bytes.truncate(mebibyte);
            }
        };
        QCOMPARE(failure().kind, FailureKind::NotSignedIn);
        m_api->setToken("ANOTHER");
        m_form.begunAt = QStringLiteral("/api/uploads/1");
        const qsizetype before = sent("PATCH").size();
        QCOMPARE(upload().sha256, m_form.sha256);
        QCOMPARE(offsetOf(sent("PATCH").at(before)), mebibyte);
    }
    void saysWhereTheServerHadItAndDeletedIt()
    {
        upload();
        m_tus.recordings.clear();
        m_form.begunAt = QStringLiteral("/api/uploads/1");
        const Failure gone = failure();
        QCOMPARE(gone.kind, FailureKind::NotFound);
        QVERIFY(gone.message.contains(QStringLiteral("deleted")));
    }
    void sendsNothingThatCanNotBeRead()
    {
        const auto transfer = m_api->upload(m_form, std::make_unique<Breaking>(mebibyte));
        QCOMPARE(failureOf(*transfer).kind, FailureKind::Corrupt);
        QCOMPARE(sent("PATCH").size(), 0);
    }
    void keepsMemoryFlatWhileItSendsFiftyMebibytes()
    {
        constexpr qint64 size = 50 * mebibyte;
        m_disturb = [](const ScriptedServer::Request &request, ScriptedServer::Answer &answer) {
            if (request.method != "PATCH")
                return;
            const qint64 end = offsetOf(request) + request.fields.value("content-length").toLongLong();
            answer = {204, {}, {"Upload-Offset: " + QByteArray::number(end)}};
            answer.discardBody = true;
        };
        const qint64 before = residentBytes();
        qint64 most = 0;
        const auto transfer = m_api->upload(m_form, std::make_unique<Pattern>(size));
        QSignalSpy progress(transfer.get(), &Transfer::progress);
        connect(transfer.get(), &Transfer::progress, this, [&] { most = std::max(most, residentBytes() - before); });
        QCOMPARE(failureOf(*transfer).kind, FailureKind::Internal); // it names no recording in the end
        QCOMPARE(progress.last().first().toLongLong(), size);
        QVERIFY2(most < 24 * mebibyte, qPrintable(QString::number(most)));
    }
    void stopsWhenItIsCancelledOrDeleted()
    {
        m_disturb = [](const auto &, ScriptedServer::Answer &answer) { answer.silent = true; };
        auto transfer = start();
        QSignalSpy failed(transfer.get(), &Transfer::failed);
        QTRY_COMPARE(m_server->heads(), 1);
        transfer->cancel();
        QCOMPARE(failed.count(), 1);
        QCOMPARE(failed.first().first().value<Failure>().kind, FailureKind::Cancelled);
        transfer = start();
        QTRY_COMPARE(m_server->heads(), 2);
        transfer = start();
        QSignalSpy stopped(transfer.get(), &Transfer::failed);
        transfer->cancel();
        transfer->cancel();
        QCOMPARE(stopped.count(), 1);
        QCoreApplication::processEvents();
        QCOMPARE(stopped.count(), 1);
    }

private:
    std::unique_ptr<Transfer> start()
    {
        auto buffer = std::make_unique<QBuffer>();
        buffer->setData(m_bytes);
        buffer->open(QIODevice::ReadOnly);
        return m_api->upload(m_form, std::move(buffer));
    }
    Recording upload()
    {
        const auto transfer = start();
        QSignalSpy uploaded(transfer.get(), &Transfer::uploaded);
        connect(transfer.get(), &Transfer::failed, transfer.get(),
                [](const Failure &failure) { qFatal("it was not uploaded: %s", qPrintable(failure.message)); });
        if (!uploaded.wait(30'000)) // qWaitFor would let the event loop sleep between two parts of a piece
            qFatal("it was not uploaded");
        return uploaded.first().first().value<Recording>();
    }
    Failure failure() { return failureOf(*start()); }
    static Failure failureOf(Transfer &transfer)
    {
        QSignalSpy failed(&transfer, &Transfer::failed);
        if (!failed.wait(30'000))
            qFatal("it did not fail");
        return failed.first().first().value<Failure>();
    }
    /// Another run of the program has sent so many bytes.
    void beganBefore(qint64 sent)
    {
        ScriptedTus::Upload before;
        before.key = m_form.uploadId.toByteArray(QUuid::WithoutBraces);
        before.length = m_bytes.size();
        before.bytes = m_bytes.first(sent);
        before.metadata = {{"filename", m_form.fileName}, {"leadId", QStringLiteral("7")}};
        m_tus.uploads["/api/uploads/9"] = before;
        m_form.begunAt = QStringLiteral("/api/uploads/9");
    }
    QList<ScriptedServer::Request> sent(const QByteArray &method) const
    {
        QList<ScriptedServer::Request> requests = m_server->requests();
        requests.removeIf([&](const ScriptedServer::Request &one) { return one.method != method; });
        return requests;
    }

    ScriptedTus m_tus;
    std::function<void(const ScriptedServer::Request &, ScriptedServer::Answer &)> m_disturb;
    std::unique_ptr<ScriptedServer> m_server;
    std::unique_ptr<ApiClient> m_api;
    QByteArray m_bytes;
    ApiClient::UploadForm m_form;
};

QTEST_GUILESS_MAIN(tst_UploadTransfer)
#include "tst_UploadTransfer.moc"
