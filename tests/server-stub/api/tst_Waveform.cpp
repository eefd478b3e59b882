// SPDX-License-Identifier: GPL-3.0-or-later
#include "TestApi.h"

#include "api/RecordingFile.h"
#include "media/Peaks.h"
#include "records/Recordings.h"
#include "support/Tone.h"

#include <QBuffer>

using namespace Holdfast;
using namespace Holdfast::Testing;

namespace {

const QByteArray tone = toneWav(40, 440, 880);

const QByteArray path("/api/recordings/1/waveform");

} // namespace

class tst_Waveform : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void answersWithThePeaksOfTheFile();
    void severalWhoAskAtOnceAreAllAnswered();
    void answersAsFinelyAsIsAskedFor();
    void namesADetailThatThereIsNot_data();
    void namesADetailThatThereIsNot();
    void makesPeaksOfTheFirstFormAnew();
    void keepsThePeaksSealedBesideTheFile_data();
    void keepsThePeaksSealedBesideTheFile();

private:
    std::unique_ptr<TestServer> m_server;
    std::unique_ptr<TestApi> m_api;
    QByteArray m_alice;
};

void tst_Waveform::initTestCase()
{
    m_server = std::make_unique<TestServer>();
    m_server->start();
    m_api = std::make_unique<TestApi>(*m_server);
    m_alice = m_api->tokenOf("alice");
    QCOMPARE(m_api->upload(m_alice, m_server->aliceLead, tone).id(), 1);
}

void tst_Waveform::severalWhoAskAtOnceAreAllAnswered()
{
    QCOMPARE(m_api->upload(m_alice, m_server->aliceLead, tone).id(), 2);
    QNetworkAccessManager network;
    QNetworkRequest request(m_server->url().resolved(QUrl(QStringLiteral("/api/recordings/2/waveform"))));
    request.setRawHeader("Authorization", "Bearer " + m_alice);
    std::vector<std::unique_ptr<QNetworkReply>> replies;
    for (int i = 0; i < 5; ++i)
        replies.emplace_back(network.get(request));
    for (const auto &reply : replies) {
        QTRY_VERIFY(reply->isFinished());
        QVERIFY(peaksFromBytes(reply->readAll()));
    }
}

void tst_Waveform::answersWithThePeaksOfTheFile()
{
    const Answer answer = m_api->get(path, m_alice);
    QCOMPARE(answer.status, 200);
    const Result<Peaks> peaks = peaksFromBytes(answer.body);
    QVERIFY(peaks);
    auto file = std::make_unique<QBuffer>();
    file->setData(tone);
    QVERIFY(file->open(QIODevice::ReadOnly));
    QVERIFY(*peaks == coarser(computePeaks(std::move(file)).value(), overviewPeaksPerChannel));
    QVERIFY(peaks->channels[0].size() <= 4096);
}

void tst_Waveform::answersAsFinelyAsIsAskedFor()
{
    const Answer answer = m_api->get(path + "?detail=fine", m_alice);
    QCOMPARE(answer.status, 200);
    const Result<Peaks> fine = peaksFromBytes(answer.body);
    QVERIFY(fine);
    QCOMPARE(fine->channels[0].size(), 40 * 8000 / 64);
    QVERIFY(coarser(*fine, overviewPeaksPerChannel) == peaksFromBytes(m_api->get(path, m_alice).body).value());
}

void tst_Waveform::namesADetailThatThereIsNot_data()
{
    QTest::addColumn<QByteArray>("query");
    QTest::addColumn<QString>("name");
    QTest::newRow("coarse") << QByteArray("?detail=coarse") << QStringLiteral("detail");
    QTest::newRow("empty") << QByteArray("?detail=") << QStringLiteral("detail");
    QTest::newRow("twice") << QByteArray("?detail=fine&detail=fine") << QStringLiteral("detail");
    QTest::newRow("misspelt") << QByteArray("?details=fine") << QStringLiteral("details");
}

void tst_Waveform::namesADetailThatThereIsNot()
{
    QFETCH(QByteArray, query);
    QFETCH(QString, name);
    const Answer answer = m_api->get(path + query, m_alice);
    QCOMPARE(answer.status, 400);
    QVERIFY(answer.message().contains(u' ' + name + u' '));
}

void tst_Waveform::makesPeaksOfTheFirstFormAnew()
{
    const QByteArray now = m_api->get(path, m_alice).body;
    const Result<Database *> database = m_server->data().connections().ofThisThread();
    const Recording recording = Recordings(**database).byId({1}).value().value();
    const Result<SecretKey> key = keyOf(m_server->data(), recording);
    QVERIFY(key);
    QByteArray old = now;
    old[3] = '1';
    QVERIFY(m_server->data().vault().writeBeside(recording.filePath, QStringLiteral("peaks"), *key, old));
    QCOMPARE(m_api->get(path, m_alice).body, now);
    QCOMPARE(m_server->data().vault().readBeside(recording.filePath, QStringLiteral("peaks"), *key).value(), now);
}

void tst_Waveform::keepsThePeaksSealedBesideTheFile_data()
{
    QTest::addColumn<QByteArray>("query");
    QTest::addColumn<QString>("kind");
    QTest::newRow("overview") << QByteArray() << QStringLiteral(".peaks");
    QTest::newRow("fine") << QByteArray("?detail=fine") << QStringLiteral(".peaks-fine");
}

void tst_Waveform::keepsThePeaksSealedBesideTheFile()
{
    QFETCH(QByteArray, query);
    QFETCH(QString, kind);
    const Answer first = m_api->get(path + query, m_alice);
    const QString filePath =
        m_api->get("/api/recordings/1", m_alice).object().value(QLatin1String("filePath")).toString();
    const QString recording = m_server->dataFolder() + QStringLiteral("/recordings/") + filePath;
    QFile peaks(recording + kind);
    QVERIFY(peaks.open(QIODevice::ReadOnly));
    QVERIFY(!peaks.readAll().contains(first.body.mid(24, 16)));
    // The file itself is not read again: without it the peaks are still there.
    QVERIFY(QFile::rename(recording, recording + QStringLiteral(".away")));
    const Answer second = m_api->get(path + query, m_alice);
    QVERIFY(QFile::rename(recording + QStringLiteral(".away"), recording));
    QCOMPARE(second.status, 200);
    QCOMPARE(second.body, first.body);
}

QTEST_GUILESS_MAIN(tst_Waveform)
#include "tst_Waveform.moc"
