// SPDX-License-Identifier: GPL-3.0-or-later
#include "TestApi.h"

#include "api/RecordingFile.h"
#include "records/CallAnalyses.h"
#include "records/Recordings.h"
#include "support/MadeCall.h"
#include "support/NoiseWav.h"
#include "support/OpenApi.h"

using namespace Holdfast;
using namespace Holdfast::Testing;

namespace {

QByteArray callWav()
{
    MadeCall call(2, 12);
    call.noise(0, 0, 12, -60).noise(1, 0, 12, -60).noise(0, 1, 4, -20).noise(1, 3.5, 6, -20);
    return call.wav();
}

} // namespace

class tst_CallAnalyser : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void analysesWhatIsUploadedAsAForm();
    void analysesWhatIsUploadedInParts();
    void tellsWhoWaitsForChanges();
    void leavesTheRevisionThatAPersonKnows();
    void analysesAtAStartWhatNobodyListenedTo();
    void decodesOnceForAnalysisAndWaveform();
    void givesUpWhatIsDamagedOrGone_data();
    void givesUpWhatIsDamagedOrGone();
    void stopsWhereItIsAndGoesOnAtTheNextStart();
    void listensToNothingWhereItIsTurnedOff();

private:
    void start(bool analyses)
    {
        m_server->options.analysesCalls = analyses;
        m_server->start();
        m_api = std::make_unique<TestApi>(*m_server);
        m_alice = m_api->tokenOf("alice");
    }
    QJsonObject recording(qint64 id)
    {
        return m_api->get("/api/recordings/" + QByteArray::number(id), m_alice).object();
    }
    QJsonValue analysis(qint64 id) { return recording(id).value(QLatin1String("analysis")); }
    Recording row(qint64 id)
    {
        return Recordings(**m_server->data().connections().ofThisThread()).byId({id}).value().value();
    }
    bool isPending(qint64 id)
    {
        return CallAnalyses(**m_server->data().connections().ofThisThread()).isPending({id}).value();
    }
    QString fileOf(qint64 id) { return m_server->dataFolder() + QStringLiteral("/recordings/") + row(id).filePath; }

    std::unique_ptr<TestServer> m_server;
    std::unique_ptr<TestApi> m_api;
    QByteArray m_alice;
    const QByteArray m_call = callWav();
};

void tst_CallAnalyser::init()
{
    m_server = std::make_unique<TestServer>();
}

void tst_CallAnalyser::cleanup()
{
    m_api.reset();
    m_server.reset();
}

void tst_CallAnalyser::analysesWhatIsUploadedAsAForm()
{
    start(true);
    const Answer answer = m_api->upload(m_alice, m_server->aliceLead, m_call);
    QCOMPARE(answer.status, 201);
    QTRY_VERIFY(analysis(1).isObject());
    QCOMPARE(analysis(1)[QLatin1String("talkMs")], QJsonValue(QJsonArray({3200, 2700})));
    QCOMPARE(analysis(1)[QLatin1String("overlapMs")], QJsonValue(700));
    QCOMPARE(analysis(1)[QLatin1String("longestSilenceStartMs")], QJsonValue(6200));
    const OpenApi document(m_api->get("/api/openapi.json", m_alice).object());
    const QByteArray body = m_api->get("/api/recordings/1", m_alice).body;
    QCOMPARE(
        document.problemWith(QStringLiteral("GET"), QStringLiteral("/api/recordings/1"), 200, "application/json", body),
        QString());
    const Answer found = m_api->get("/api/recordings?minOverlapRatio=0.05&deadChannel=false", m_alice);
    QCOMPARE(found.array().size(), 1);
    QCOMPARE(found.array()[0][QLatin1String("analysis")], analysis(1));
}

void tst_CallAnalyser::analysesWhatIsUploadedInParts()
{
    start(true);
    const Fields fields = TestApi::bearer(m_alice) + Fields{{"Tus-Resumable", "1.0.0"}};
    const Answer begun =
        m_api->call("POST", "/api/uploads",
                    fields + Fields{{"Upload-Length", QByteArray::number(m_call.size())},
                                    {"Upload-Metadata", "filename " + QByteArray("call.wav").toBase64() + ",leadId " +
                                                            QByteArray::number(m_server->aliceLead.value).toBase64()}});
    QCOMPARE(begun.status, 201);
    const QByteArray place = QUrl::fromEncoded(begun.field("Location")).path().toLatin1();
    const Answer whole = m_api->call(
        "PATCH", place, fields + Fields{{"Upload-Offset", "0"}, {"Content-Type", "application/offset+octet-stream"}},
        m_call);
    QCOMPARE(whole.status, 204);
    QTRY_VERIFY(analysis(1).isObject());
}

void tst_CallAnalyser::tellsWhoWaitsForChanges()
{
    start(true);
    QByteArray cursor = m_api->get("/api/changes", m_alice).object()[QLatin1String("cursor")].toString().toLatin1();
    QCOMPARE(m_api->upload(m_alice, m_server->aliceLead, m_call).id(), 1);
    QJsonValue told;
    for (int round = 0; round < 20 && !told.isObject(); ++round) { // the upload, and then the analysis
        const QJsonObject page = m_api->get("/api/changes?wait=10&cursor=" + cursor, m_alice).object();
        cursor = page[QLatin1String("cursor")].toString().toLatin1();
        for (const QJsonValue &change : page[QLatin1String("changes")].toArray())
            if (change[QLatin1String("kind")] == QLatin1String("recording"))
                told = change[QLatin1String("recording")][QLatin1String("analysis")];
    }
    QCOMPARE(told[QLatin1String("talkMs")], QJsonValue(QJsonArray({3200, 2700})));
}

void tst_CallAnalyser::leavesTheRevisionThatAPersonKnows()
{
    start(false);
    QCOMPARE(m_api->upload(m_alice, m_server->aliceLead, m_call).id(), 1);
    const QByteArray known = m_api->get("/api/recordings/1", m_alice).field("ETag");
    m_api.reset();
    m_server->stop();
    start(true);
    QTRY_VERIFY(analysis(1).isObject());
    const Answer changed =
        m_api->call("PATCH", "/api/recordings/1",
                    TestApi::bearer(m_alice) + Fields{{"If-Match", known}, {"Content-Type", "application/json"}},
                    R"({"notes":"x"})");
    QCOMPARE(changed.status, 200);
    QVERIFY(analysis(1).isObject());
}

void tst_CallAnalyser::analysesAtAStartWhatNobodyListenedTo()
{
    start(false);
    for (const qint64 id : {1, 2, 3})
        QCOMPARE(m_api->upload(m_alice, m_server->aliceLead, m_call).id(), id);
    m_server->stop();
    start(true);
    for (const qint64 id : {1, 2, 3})
        QTRY_VERIFY(analysis(id).isObject());
}

void tst_CallAnalyser::decodesOnceForAnalysisAndWaveform()
{
    start(true);
    QCOMPARE(m_api->upload(m_alice, m_server->aliceLead, m_call).id(), 1);
    QTRY_VERIFY(analysis(1).isObject());
    QVERIFY(QFile::remove(fileOf(1))); // what is kept is all that there is
    for (const char *path : {"/api/recordings/1/waveform", "/api/recordings/1/waveform?detail=fine"})
        QCOMPARE(m_api->get(path, m_alice).status, 200);
    // And the other way round.
    QCOMPARE(m_api->upload(m_alice, m_server->aliceLead, m_call).id(), 2);
    QCOMPARE(m_api->get("/api/recordings/2/waveform", m_alice).status, 200);
    QVERIFY(analysis(2).isObject());
}

void tst_CallAnalyser::givesUpWhatIsDamagedOrGone_data()
{
    QTest::addColumn<bool>("gone");
    QTest::newRow("damaged") << false;
    QTest::newRow("gone") << true;
}

void tst_CallAnalyser::givesUpWhatIsDamagedOrGone()
{
    QFETCH(bool, gone);
    start(false);
    for (const qint64 id : {1, 2})
        QCOMPARE(m_api->upload(m_alice, m_server->aliceLead, m_call).id(), id);
    const QString path = fileOf(2);
    if (gone) {
        QVERIFY(QFile::remove(path));
    } else {
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadWrite) && file.seek(file.size() / 2));
        QCOMPARE(file.write(QByteArray(100, 'x')), 100);
    }
    m_server->stop();
    start(true);
    QTRY_VERIFY(!isPending(2));
    QTRY_VERIFY(!isPending(1)); // which comes after it
    QVERIFY(analysis(2).isNull());
    QVERIFY(analysis(1).isObject());
}

void tst_CallAnalyser::stopsWhereItIsAndGoesOnAtTheNextStart()
{
    start(false);
    QCOMPARE(m_api->upload(m_alice, m_server->aliceLead, noiseWav(30'000'000)).id(), 1);
    m_server->stop();
    start(true);
    m_server->stop();
    start(false);
    const bool wasStopped = isPending(1);
    m_server->stop();
    start(true);
    QTRY_VERIFY_WITH_TIMEOUT(analysis(1).isObject(), 60'000);
    QVERIFY(wasStopped);
}

void tst_CallAnalyser::listensToNothingWhereItIsTurnedOff()
{
    start(false);
    QCOMPARE(m_api->upload(m_alice, m_server->aliceLead, m_call).id(), 1);
    QCOMPARE(m_api->get("/api/recordings/1/waveform", m_alice).status, 200);
    QVERIFY(analysis(1).isNull());
    QVERIFY(isPending(1));
}

QTEST_GUILESS_MAIN(tst_CallAnalyser)
#include "tst_CallAnalyser.moc"
