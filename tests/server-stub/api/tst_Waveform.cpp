// SPDX-License-Identifier: GPL-3.0-or-later
#include "TestApi.h"

#include "media/Peaks.h"
#include "support/Tone.h"

#include <QBuffer>

using namespace Holdfast;
using namespace Holdfast::Testing;

namespace {

const QByteArray tone = toneWav(3, 440, 880);

} // namespace

class tst_Waveform : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void answersWithThePeaksOfTheFile();
    void severalWhoAskAtOnceAreAllAnswered();
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
    const Answer answer = m_api->get("/api/recordings/1/waveform", m_alice);
    QCOMPARE(answer.status, 200);
    const Result<Peaks> peaks = peaksFromBytes(answer.body);
    QVERIFY(peaks);
    auto file = std::make_unique<QBuffer>();
    file->setData(tone);
    QVERIFY(file->open(QIODevice::ReadOnly));
    QVERIFY(*peaks == computePeaks(std::move(file)).value());
}

void tst_Waveform::keepsThePeaksSealedBesideTheFile()
{
    const Answer first = m_api->get("/api/recordings/1/waveform", m_alice);
    const QString filePath =
        m_api->get("/api/recordings/1", m_alice).object().value(QLatin1String("filePath")).toString();
    const QString recording = m_server->dataFolder() + QStringLiteral("/recordings/") + filePath;
    QFile peaks(recording + QStringLiteral(".peaks"));
    QVERIFY(peaks.open(QIODevice::ReadOnly));
    QVERIFY(!peaks.readAll().contains(first.body.mid(24, 16)));
    // The file itself is not read again: without it the peaks are still there.
    QVERIFY(QFile::rename(recording, recording + QStringLiteral(".away")));
    const Answer second = m_api->get("/api/recordings/1/waveform", m_alice);
    QCOMPARE(second.status, 200);
    QCOMPARE(second.body, first.body);
}

QTEST_GUILESS_MAIN(tst_Waveform)
#include "tst_Waveform.moc"
