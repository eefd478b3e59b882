// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/RecordingStream.h"

#include "crypto/Random.h"
#include "local/ArrivingReader.h"
#include "local/SealedCache.h"
#include "support/ScriptedServer.h"
#include "sync/ApiClient.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <future>

using namespace Holdfast;
using Testing::ScriptedServer;

namespace {

constexpr qint64 mib = 1024 * 1024;

struct Asked
{
    qint64 first = 0;
    qint64 last = 0;
};

Asked rangeOf(const ScriptedServer::Request &request)
{
    const QList<QByteArray> ends = request.fields.value("range").mid(6).split('-');
    return {ends.value(0).toLongLong(), ends.value(1).toLongLong()};
}

} // namespace

class tst_RecordingStream : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_cache = std::move(*SealedCache::open(m_folder->path(), SecretKey::random()));
        m_plain = randomBytes(8 * mib);
        m_recording.id = RecordingId{5};
        m_recording.sha256 = QByteArray(32, 'h');
        m_recording.fileSize = m_plain.size();
        m_recording.format = MediaFormat::Mp3;
        m_script = [this](const ScriptedServer::Request &request) { return range(request); };
        m_server = std::make_unique<ScriptedServer>([this](const auto &request) {
            m_asked.append(rangeOf(request));
            return m_script(request);
        });
        m_api = std::make_unique<ApiClient>();
        m_api->setServer(m_server->url());
        m_api->setToken("token");
        m_asked.clear();
    }
    void cleanup()
    {
        m_stream.reset();
        m_api.reset();
        m_server.reset();
    }

    void fetchesTheBeginningAndTheEndAtOnceAndNothingElse()
    {
        begin();
        QTRY_VERIFY(m_arriving->has(63) && m_arriving->has(511));
        QCOMPARE(m_asked.size(), 3);
        QCOMPARE(m_asked.at(0).first, 0);
        QCOMPARE(m_asked.at(0).last, 128 * 1024 - 1);
        QVERIFY(m_asked.at(1).first >= m_plain.size() - 80 * 1024);
        QCOMPARE(m_asked.at(2).first, 128 * 1024);
        QTRY_VERIFY(m_arriving->has(71));
        QVERIFY(!m_arriving->has(72));
    }
    void ofWhatKeepsNothingAtItsEndOnlyTheBeginningIsFetched()
    {
        m_recording.format = MediaFormat::Wav;
        begin();
        QTRY_VERIFY(m_arriving->has(63));
        QVERIFY(!m_arriving->has(511));
        QCOMPARE(m_asked.first().last, 160 * 1024 - 1);
    }
    void asksForTheBytesTheListKnows()
    {
        begin();
        QTRY_VERIFY(m_arriving->has(0));
        QCOMPARE(m_server->requests().first().path, QByteArray("/api/recordings/5/stream"));
        QCOMPARE(m_server->requests().first().fields.value("if-match"), '"' + m_recording.sha256.toHex() + '"');
    }
    void givesAReaderEverythingInOrderAndFetchesEachByteOnce()
    {
        begin();
        QSignalSpy whole(m_stream.get(), &RecordingStream::whole);
        QCOMPARE(readInThread(0, m_plain.size()), m_plain);
        QTRY_COMPARE(whole.size(), 1);
        qint64 bytes = 0;
        for (const Asked &asked : m_asked)
            bytes += asked.last - asked.first + 1;
        QCOMPARE(bytes, m_plain.size());
    }
    void aSeekFetchesOnlyWhatItNeeds()
    {
        begin();
        QTRY_VERIFY(m_arriving->has(63) && m_arriving->has(511));
        m_asked.clear();
        QCOMPARE(readInThread(4 * mib + 5, 1000), m_plain.sliced(4 * mib + 5, 1000));
        QTRY_VERIFY(m_arriving->has(256 + 63));
        QCOMPARE(m_asked.size(), 1);
        QCOMPARE(m_asked.first().first, 4 * mib);
        QVERIFY(m_asked.first().last < 5 * mib);
    }
    void goesOnFromTheChunkWhereTheWireWasCut()
    {
        int cuts = 3;
        m_script = [this, cuts](const ScriptedServer::Request &request) mutable {
            ScriptedServer::Answer answer = range(request);
            if (rangeOf(request).first < mib && cuts-- > 0)
                answer.cutAnswerAfter = 20'000;
            return answer;
        };
        begin();
        QCOMPARE(readInThread(0, mib), m_plain.first(mib));
        for (qsizetype i = 1; i < m_asked.size(); ++i)
            QVERIFY(m_asked.at(i).first > 0);
    }
    void aServerThatIsAwayForAWhileIsWaitedFor()
    {
        begin();
        QTRY_VERIFY(m_arriving->has(63) && m_arriving->has(511));
        m_server->goAway();
        auto read = std::async(std::launch::async, [this] { return readHere(2 * mib, 1000); });
        QTest::qWait(300); // whatever it tries meanwhile fails
        QCOMPARE(read.wait_for(std::chrono::seconds(0)), std::future_status::timeout);
        m_server->comeBack();
        QTRY_COMPARE_WITH_TIMEOUT(read.wait_for(std::chrono::seconds(0)), std::future_status::ready, 20'000);
        QCOMPARE(read.get(), m_plain.sliced(2 * mib, 1000));
    }
    void whatIsRefusedIsToldToWhoeverReads_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<FailureKind>("kind");
        QTest::newRow("not one's own") << 403 << FailureKind::Forbidden;
        QTest::newRow("deleted meanwhile") << 404 << FailureKind::NotFound;
        QTest::newRow("other bytes than the list knows") << 412 << FailureKind::Outdated;
        QTest::newRow("signed out") << 401 << FailureKind::NotSignedIn;
    }
    void whatIsRefusedIsToldToWhoeverReads()
    {
        QFETCH(int, status);
        QFETCH(FailureKind, kind);
        m_script = [status](const auto &) { return ScriptedServer::Answer{status, R"({"message":"No."})", {}}; };
        begin();
        QSignalSpy failed(m_stream.get(), &RecordingStream::failed);
        QTRY_COMPARE(failed.size(), 1);
        QCOMPARE(failed.first().first().value<Failure>().kind, kind);
        QCOMPARE(readInThread(0, 10), QByteArray());
    }
    void anAnswerThatIsNoRangeIsNotTakenForOne()
    {
        m_script = [this](const auto &) { return ScriptedServer::Answer{200, m_plain, {}}; };
        begin();
        QSignalSpy failed(m_stream.get(), &RecordingStream::failed);
        QTRY_COMPARE(failed.size(), 1);
        QVERIFY(!m_arriving->has(0));
    }
    void aSmallRecordingIsHereWithOneRequest()
    {
        m_plain = randomBytes(40'000);
        m_recording.fileSize = m_plain.size();
        begin();
        QTRY_VERIFY(m_arriving->isWhole());
        QCOMPARE(m_asked.size(), 1);
    }
    void goesOnTheNextTimeWhereItStopped()
    {
        begin();
        QTRY_VERIFY(m_arriving->has(63) && m_arriving->has(511));
        m_stream.reset();
        m_asked.clear();
        begin();
        QCOMPARE(readInThread(0, 1000), m_plain.first(1000));
        for (const Asked &asked : m_asked)
            QVERIFY(asked.first >= mib);
    }
    void whoeverWaitsIsToldWhenItStops()
    {
        m_script = [](const auto &) {
            ScriptedServer::Answer answer;
            answer.silent = true;
            return answer;
        };
        begin();
        auto read = std::async(std::launch::async, [this] { return readHere(0, 10); });
        QTRY_COMPARE(m_asked.size(), 2);
        m_stream.reset();
        QCOMPARE(read.get(), QByteArray());
    }

private:
    void begin()
    {
        m_arriving = *m_cache->arrive(QStringLiteral("r5"), m_plain.size());
        m_stream = m_api->stream(m_recording, m_arriving);
    }
    ScriptedServer::Answer range(const ScriptedServer::Request &request) const
    {
        const Asked asked = rangeOf(request);
        return {206,
                m_plain.sliced(asked.first, asked.last - asked.first + 1),
                {"Content-Range: bytes " + QByteArray::number(asked.first) + '-' + QByteArray::number(asked.last) +
                 '/' + QByteArray::number(m_plain.size())}};
    }
    QByteArray readHere(qint64 from, qint64 size) const
    {
        ArrivingReader reader(m_arriving);
        reader.seek(from);
        QByteArray all;
        while (all.size() < size) {
            const QByteArray piece = reader.read(std::min<qint64>(size - all.size(), 7000));
            if (piece.isEmpty())
                return {};
            all += piece;
        }
        return all;
    }
    QByteArray readInThread(qint64 from, qint64 size) const
    {
        auto read = std::async(std::launch::async, [=, this] { return readHere(from, size); });
        while (read.wait_for(std::chrono::seconds(0)) != std::future_status::ready)
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents | QEventLoop::AllEvents, 10);
        return read.get();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<SealedCache> m_cache;
    QByteArray m_plain;
    Recording m_recording;
    std::function<ScriptedServer::Answer(const ScriptedServer::Request &)> m_script;
    QList<Asked> m_asked;
    std::unique_ptr<ScriptedServer> m_server;
    std::unique_ptr<ApiClient> m_api;
    std::shared_ptr<ArrivingRecording> m_arriving;
    std::unique_ptr<RecordingStream> m_stream;
};

QTEST_GUILESS_MAIN(tst_RecordingStream)
#include "tst_RecordingStream.moc"
