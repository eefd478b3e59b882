// SPDX-License-Identifier: GPL-3.0-or-later
#include "TestApi.h"

#include "support/Tone.h"

#include <QCryptographicHash>
#include <QTcpSocket>

using namespace Holdfast;
using namespace Holdfast::Testing;

namespace {

const QByteArray tone = toneWav(10, 440, 880);
const QByteArray etag = '"' + QCryptographicHash::hash(tone, QCryptographicHash::Sha256).toHex() + '"';

QDateTime now = QDateTime(QDate(2026, 1, 15), QTime(14, 30), Qt::UTC);

} // namespace

class tst_RecordingBytes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void sendsTheWholeFile_data();
    void sendsTheWholeFile();
    void sendsARange_data();
    void sendsARange();
    void refusesARangeBeyondTheEnd();
    void sendsAllWhereTheRangeIsOfAnotherFile();
    void answersHeadWithoutTheBody();
    void letsInNobodyElse();
    void oneEntryAMinuteForTheRangesOfOnePlayback();
    void aDamagedFileBreaksTheAnswerInsteadOfLying();
    void aFileThatIsGoneIsNotFound();

private:
    int entries(const QString &action);
    QString pathOfFile() const
    {
        return m_server->dataFolder() + QStringLiteral("/recordings/2026/01/15/recording_1.wav");
    }

    std::unique_ptr<TestServer> m_server;
    std::unique_ptr<TestApi> m_api;
    QByteArray m_alice;
};

void tst_RecordingBytes::initTestCase()
{
    m_server = std::make_unique<TestServer>();
    m_server->options.clock = [] { return now; };
    m_server->start();
    m_api = std::make_unique<TestApi>(*m_server);
    m_alice = m_api->tokenOf("alice");
    QCOMPARE(m_api->upload(m_alice, m_server->aliceLead, tone).id(), 1);
}

void tst_RecordingBytes::cleanupTestCase()
{
    m_api.reset();
    m_server.reset();
}

int tst_RecordingBytes::entries(const QString &action)
{
    const QJsonArray all = m_api->get("/api/audit?limit=1000", m_api->tokenOf("ada")).array();
    return static_cast<int>(std::count_if(all.begin(), all.end(), [&](const QJsonValue &entry) {
        return entry[QLatin1String("action")].toString() == action;
    }));
}

void tst_RecordingBytes::sendsTheWholeFile_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::newRow("download") << QByteArray("/api/recordings/1/download");
    QTest::newRow("stream") << QByteArray("/api/recordings/1/stream");
}

void tst_RecordingBytes::sendsTheWholeFile()
{
    QFETCH(QByteArray, path);
    const Answer answer = m_api->get(path, m_alice);
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.body, tone);
    QCOMPARE(answer.field("Content-Type"), QByteArray("audio/wav"));
    QCOMPARE(answer.field("Accept-Ranges"), QByteArray("bytes"));
    QCOMPARE(answer.field("ETag"), etag);
    QCOMPARE(answer.field("Content-Disposition"),
             path.endsWith("download") ? QByteArray("attachment; filename=\"call.wav\"") : QByteArray());
}

void tst_RecordingBytes::sendsARange_data()
{
    QTest::addColumn<QByteArray>("range");
    QTest::addColumn<qint64>("first");
    QTest::addColumn<qint64>("length");
    const qint64 size = tone.size();
    QTest::newRow("a first byte") << QByteArray("bytes=0-0") << qint64(0) << qint64(1);
    QTest::newRow("within a chunk") << QByteArray("bytes=100-199") << qint64(100) << qint64(100);
    QTest::newRow("over chunks") << QByteArray("bytes=16000-70000") << qint64(16000) << qint64(54001);
    QTest::newRow("open end") << QByteArray("bytes=1000-") << qint64(1000) << size - 1000;
    QTest::newRow("suffix") << QByteArray("bytes=-500") << size - 500 << qint64(500);
    QTest::newRow("suffix that is longer") << QByteArray("bytes=-99999999") << qint64(0) << size;
    QTest::newRow("end beyond the end") << QByteArray("bytes=5-99999999") << qint64(5) << size - 5;
    QTest::newRow("last byte") << "bytes=" + QByteArray::number(size - 1) + '-' << size - 1 << qint64(1);
}

void tst_RecordingBytes::sendsARange()
{
    QFETCH(QByteArray, range);
    QFETCH(qint64, first);
    QFETCH(qint64, length);
    const Answer answer = m_api->get("/api/recordings/1/stream", m_alice, {{"Range", range}, {"If-Range", etag}});
    QCOMPARE(answer.status, 206);
    QCOMPARE(answer.body, tone.mid(first, length));
    QCOMPARE(answer.field("Content-Range"), "bytes " + QByteArray::number(first) + '-' +
                                                QByteArray::number(first + length - 1) + '/' +
                                                QByteArray::number(tone.size()));
}

void tst_RecordingBytes::refusesARangeBeyondTheEnd()
{
    const Answer answer = m_api->get("/api/recordings/1/download", m_alice,
                                     {{"Range", "bytes=" + QByteArray::number(tone.size()) + '-'}});
    QCOMPARE(answer.status, 416);
    QCOMPARE(answer.field("Content-Range"), "bytes */" + QByteArray::number(tone.size()));
    QVERIFY(!answer.message().isEmpty());
}

void tst_RecordingBytes::sendsAllWhereTheRangeIsOfAnotherFile()
{
    const Answer answer =
        m_api->get("/api/recordings/1/download", m_alice, {{"Range", "bytes=0-9"}, {"If-Range", "\"other\""}});
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.body, tone);
}

void tst_RecordingBytes::answersHeadWithoutTheBody()
{
    const Answer answer = m_api->call("HEAD", "/api/recordings/1/download", TestApi::bearer(m_alice));
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.field("Content-Length"), QByteArray::number(tone.size()));
    QCOMPARE(answer.field("ETag"), etag);
    QVERIFY(answer.body.isEmpty());
}

void tst_RecordingBytes::letsInNobodyElse()
{
    for (const QByteArray path : {"/download", "/stream", "/waveform", ""}) {
        const Answer answer = m_api->get("/api/recordings/1" + path, m_api->tokenOf("bob"));
        QCOMPARE(answer.status, 403);
        QCOMPARE(answer.message(), QStringLiteral("User does not have permission to access this recording"));
        QCOMPARE(m_api->call("GET", "/api/recordings/1" + path).status, 401);
        for (const QByteArray id : {"2", "0", "-1", "x", "9223372036854775808"}) {
            const Answer missing = m_api->get("/api/recordings/" + id + path, m_alice);
            QCOMPARE(missing.status, 404);
            QCOMPARE(missing.message(), QStringLiteral("Recording not found"));
        }
    }
    QCOMPARE(m_api->get("/api/recordings/1/download", m_api->tokenOf("sam")).status, 200);
}

void tst_RecordingBytes::oneEntryAMinuteForTheRangesOfOnePlayback()
{
    now = now.addSecs(120);
    const int before = entries(QStringLiteral("stream"));
    const Fields range{{"Range", "bytes=0-99"}};
    for (int i = 0; i < 5; ++i)
        QCOMPARE(m_api->get("/api/recordings/1/stream", m_alice, range).status, 206);
    QCOMPARE(entries(QStringLiteral("stream")), before + 1);
    QCOMPARE(m_api->get("/api/recordings/1/stream", m_api->tokenOf("sam"), range).status, 206);
    QCOMPARE(entries(QStringLiteral("stream")), before + 2);
    now = now.addSecs(60);
    QCOMPARE(m_api->get("/api/recordings/1/stream", m_alice, range).status, 206);
    QCOMPARE(entries(QStringLiteral("stream")), before + 3);
}

void tst_RecordingBytes::aDamagedFileBreaksTheAnswerInsteadOfLying()
{
    QFile file(pathOfFile());
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.seek(file.size() / 2));
    char byte = 0;
    QVERIFY(file.getChar(&byte));
    QVERIFY(file.seek(file.size() / 2) && file.putChar(static_cast<char>(byte ^ 1)));
    file.close();

    const Answer answer = m_api->get("/api/recordings/1/download", m_alice);
    QVERIFY(answer.body.size() < tone.size());
    QVERIFY(tone.startsWith(answer.body));
    // Where the damage is met before anything was sent, it can be said.
    const Answer there = m_api->get("/api/recordings/1/download", m_alice,
                                    {{"Range", "bytes=" + QByteArray::number(tone.size() / 2) + "-"}});
    QCOMPARE(there.status, 500);
    QVERIFY2(there.message().contains(QStringLiteral("damaged")), qPrintable(there.message()));
    QVERIFY2(!there.message().contains(QStringLiteral("seal")), qPrintable(there.message()));

    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.seek(file.size() / 2) && file.putChar(byte));
    file.close();
    QCOMPARE(m_api->get("/api/recordings/1/download", m_alice).body, tone);
}

void tst_RecordingBytes::aFileThatIsGoneIsNotFound()
{
    QVERIFY(QFile::rename(pathOfFile(), pathOfFile() + QStringLiteral(".away")));
    QCOMPARE(m_api->get("/api/recordings/1/download", m_alice).status, 404);
    QVERIFY(QFile::rename(pathOfFile() + QStringLiteral(".away"), pathOfFile()));
}

QTEST_GUILESS_MAIN(tst_RecordingBytes)
#include "tst_RecordingBytes.moc"
