// SPDX-License-Identifier: GPL-3.0-or-later
#include "actions/PlayRecording.h"

#include "actions/CachedName.h"
#include "support/ScriptedServer.h"
#include "support/SignedIn.h"
#include "support/Tone.h"
#include "support/Wait.h"

#include <QBuffer>
#include <QCryptographicHash>
#include <QSignalSpy>
#include <QTest>

using namespace Holdfast;
using namespace std::chrono_literals;
using Testing::readWaiting;
using Testing::ScriptedServer;
using Testing::wait;

class tst_PlayRecording : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_bytes = Testing::toneWav(20, 440, 1000);
        m_disturb = nullptr;
        m_server = std::make_unique<ScriptedServer>([this](const ScriptedServer::Request &request) {
            ScriptedServer::Answer answer = answerTo(request);
            if (m_disturb)
                m_disturb(request, answer);
            return answer;
        });
        m_signedIn = std::make_unique<Testing::SignedIn>(m_server->url());
        m_play = std::make_unique<PlayRecording>(m_signedIn->session, m_signedIn->api);
    }
    void cleanup()
    {
        m_play.reset();
        m_signedIn.reset();
        m_server.reset();
    }

    void whatIsOnTheServerIsReadWhileItComesAndKeptOnceItIsWhole()
    {
        const auto file = m_play->open(onServer());
        QVERIFY(file);
        QCOMPARE(readWaiting(**file), m_bytes);
        QCOMPARE(m_server->requests().first().path, QByteArray("/api/recordings/5/stream"));
        QTRY_VERIFY(cache().has(nameInCache(RecordingId{5})));
        m_server->goAway();
        const auto again = m_play->open(onServer());
        QVERIFY(again);
        QCOMPARE((*again)->readAll(), m_bytes);
    }
    void whatIsHereIsOpenedWithoutTheServer()
    {
        LocalRecording waiting;
        waiting.uploadId = QUuid::createUuid();
        QBuffer source(&m_bytes);
        QVERIFY(source.open(QIODevice::ReadOnly));
        QVERIFY(cache().put(waiting.uploadId.toString(QUuid::WithoutBraces), source));
        QCOMPARE((*m_play->open(waiting))->readAll(), m_bytes);
        QCOMPARE(m_server->heads(), 0);
        waiting.uploadId = QUuid::createUuid();
        QCOMPARE(m_play->open(waiting).error().kind, FailureKind::NotFound);
    }
    void whatIsNotWhatTheServerSaidIsToldAndNotKept()
    {
        LocalRecording wrong = onServer();
        wrong.remote->sha256 = QByteArray(32, 'x');
        QSignalSpy broke(m_play.get(), &PlayRecording::broke);
        const auto file = m_play->open(wrong);
        readWaiting(**file);
        QTRY_COMPARE(broke.size(), 1);
        QCOMPARE(broke.first().first().value<Failure>().kind, FailureKind::Corrupt);
        QVERIFY(!cache().has(nameInCache(RecordingId{5})));
    }
    void openingAnotherEndsTheWaitForTheOneBefore()
    {
        m_disturb = [](const ScriptedServer::Request &request, ScriptedServer::Answer &answer) {
            answer.silent = request.path.contains("/stream");
        };
        const auto first = m_play->open(onServer());
        auto read = std::async(std::launch::async, [&first] { return (*first)->readAll(); });
        QTRY_VERIFY(m_server->heads() > 0);
        QVERIFY(m_play->open(onServer(6)));
        QCOMPARE(read.get(), QByteArray());
    }
    void theWaveformIsThereAtOnceThenInDetailAndTheNextTimeWithoutTheServer()
    {
        const auto overview = wait(m_play->peaks(onServer()));
        QVERIFY(overview);
        QVERIFY(overview->channels.first().size() <= overviewPeaksPerChannel);
        const auto levels = wait(m_play->peakLevels(onServer()));
        QVERIFY(levels);
        QVERIFY(levels->size() > 1);
        QVERIFY(levels->first().channels.first().size() >= levels->last().channels.first().size());
        m_server->goAway();
        QCOMPARE(*wait(m_play->peaks(onServer())), *overview);
        QCOMPARE(*wait(m_play->peakLevels(onServer())), *levels);
    }
    void withoutTheServerTheWaveformIsMadeOfWhatWasHeard()
    {
        readWaiting(**m_play->open(onServer()));
        QTRY_VERIFY(cache().has(nameInCache(RecordingId{5})));
        m_server->goAway();
        const auto made = wait(m_play->peaks(onServer()));
        QVERIFY(made);
        QCOMPARE(made->frames, 20 * 8000);
    }
    void whereOneStoppedIsRememberedASecondEarlier()
    {
        LocalRecording recording = onServer();
        recording.facts.duration = 20s;
        QCOMPARE(m_play->lastPosition(recording), 0ms);
        m_play->rememberPosition(recording, 12s);
        QCOMPARE(m_play->lastPosition(recording), 11s);
        m_play->rememberPosition(recording, 19s);
        QCOMPARE(m_play->lastPosition(recording), 0ms);
    }

private:
    SealedCache &cache() { return *m_signedIn->session.cache; }
    LocalRecording onServer(qint64 id = 5) const
    {
        LocalRecording recording;
        Recording remote;
        remote.id = RecordingId{id};
        remote.fileSize = m_bytes.size();
        remote.sha256 = QCryptographicHash::hash(m_bytes, QCryptographicHash::Sha256);
        recording.remote = remote;
        return recording;
    }
    ScriptedServer::Answer answerTo(const ScriptedServer::Request &request) const
    {
        if (request.path.contains("/waveform")) {
            auto wav = std::make_unique<QBuffer>();
            wav->setData(m_bytes);
            wav->open(QIODevice::ReadOnly);
            const Peaks finest = *computePeaks(std::move(wav));
            return {
                200, toBytes(request.path.contains("fine") ? finest : coarser(finest, overviewPeaksPerChannel)), {}};
        }
        const QList<QByteArray> ends = request.fields.value("range").mid(6).split('-');
        const qint64 first = ends.value(0).toLongLong();
        const qint64 last = ends.value(1).toLongLong();
        return {206,
                m_bytes.sliced(first, last - first + 1),
                {"Content-Range: bytes " + QByteArray::number(first) + '-' + QByteArray::number(last) + '/' +
                 QByteArray::number(m_bytes.size())}};
    }

    QByteArray m_bytes;
    std::function<void(const ScriptedServer::Request &, ScriptedServer::Answer &)> m_disturb;
    std::unique_ptr<ScriptedServer> m_server;
    std::unique_ptr<Testing::SignedIn> m_signedIn;
    std::unique_ptr<PlayRecording> m_play;
};

QTEST_GUILESS_MAIN(tst_PlayRecording)
#include "tst_PlayRecording.moc"
