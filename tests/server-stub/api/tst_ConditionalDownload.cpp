// SPDX-License-Identifier: GPL-3.0-or-later
#include "TestApi.h"

#include "support/Tone.h"

#include <QCryptographicHash>
#include <QTcpSocket>

using namespace Holdfast;
using namespace Holdfast::Testing;

namespace {

const QByteArray tone = toneWav(3, 440, 880);
const QByteArray etag = '"' + QCryptographicHash::hash(tone, QCryptographicHash::Sha256).toHex() + '"';

} // namespace

class tst_ConditionalDownload : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void sendsNothingToWhoHasIt_data();
    void sendsNothingToWhoHasIt();
    void sendsNothingToWhoWantsAnother_data();
    void sendsNothingToWhoWantsAnother();
    void sendsAllToWhoHasAnother_data();
    void sendsAllToWhoHasAnother();
    void looksAtConditionsBeforeRanges();
    void looksAtTheFileBeforeConditions();
    void aConditionOpensNoDoors();
    void passesOverWhatIsNoRangeOfThis_data();
    void passesOverWhatIsNoRangeOfThis();

private:
    Answer ask(const QByteArray &method, const QByteArray &path, const Fields &fields)
    {
        return m_api->call(method, "/api/recordings/1" + path, fields + TestApi::bearer(m_alice));
    }
    /// One answer, byte for byte: Qt's client joins fields of one name and hides the body of a 304.
    QByteArray rawAnswer(const QByteArray &method, const QByteArray &fields);

    std::unique_ptr<TestServer> m_server;
    std::unique_ptr<TestApi> m_api;
    QByteArray m_alice;
};

void tst_ConditionalDownload::initTestCase()
{
    m_server = std::make_unique<TestServer>();
    m_server->start();
    m_api = std::make_unique<TestApi>(*m_server);
    m_alice = m_api->tokenOf("alice");
    QCOMPARE(m_api->upload(m_alice, m_server->aliceLead, tone).id(), 1);
}

void tst_ConditionalDownload::cleanupTestCase()
{
    m_api.reset();
    m_server.reset();
}

QByteArray tst_ConditionalDownload::rawAnswer(const QByteArray &method, const QByteArray &fields)
{
    QTcpSocket socket;
    QByteArray received;
    bool closed = false;
    QObject::connect(&socket, &QIODevice::readyRead, &socket, [&] { received += socket.readAll(); });
    QObject::connect(&socket, &QAbstractSocket::disconnected, &socket, [&] { closed = true; });
    socket.connectToHost(m_server->url().host(), static_cast<quint16>(m_server->url().port()));
    socket.write(method + " /api/recordings/1/download HTTP/1.1\r\nHost: a\r\nConnection: close\r\n" +
                 "Authorization: Bearer " + m_alice + "\r\n" + fields + "\r\n");
    return QTest::qWaitFor([&] { return closed; }, 30'000) ? received : QByteArray();
}

void tst_ConditionalDownload::sendsNothingToWhoHasIt_data()
{
    QTest::addColumn<QByteArray>("condition");
    QTest::newRow("the tag") << etag;
    QTest::newRow("the tag, weak") << "W/" + etag;
    QTest::newRow("one of several") << "\"other\", " + etag;
    QTest::newRow("any") << QByteArray("*");
}

void tst_ConditionalDownload::sendsNothingToWhoHasIt()
{
    QFETCH(const QByteArray, condition);
    for (const QByteArray method : {"GET", "HEAD"}) {
        const QByteArray answer = rawAnswer(method, "If-None-Match: " + condition + "\r\n");
        QVERIFY2(answer.startsWith("HTTP/1.1 304 Not Modified\r\n"), answer.constData());
        QVERIFY(answer.contains("\r\nETag: " + etag + "\r\n"));
        QVERIFY(!answer.contains("\r\nContent-"));
        QVERIFY(answer.endsWith("\r\n\r\n"));
        QCOMPARE(answer.indexOf("\r\n\r\n"), answer.size() - 4);
    }
    QCOMPARE(ask("GET", "/stream", {{"If-None-Match", condition}}).status, 304);
}

void tst_ConditionalDownload::sendsNothingToWhoWantsAnother_data()
{
    QTest::addColumn<QByteArray>("condition");
    QTest::newRow("another tag") << QByteArray("\"other\"");
    QTest::newRow("a weak tag") << "W/" + etag;
    QTest::newRow("nonsense") << QByteArray("nonsense");
}

void tst_ConditionalDownload::sendsNothingToWhoWantsAnother()
{
    QFETCH(const QByteArray, condition);
    for (const QByteArray path : {"/download", "/stream"}) {
        const Answer answer = ask("GET", path, {{"If-Match", condition}});
        QCOMPARE(answer.status, 412);
        QVERIFY(!answer.message().isEmpty());
        QVERIFY(answer.field("Content-Disposition").isEmpty());
    }
    QVERIFY(rawAnswer("HEAD", "If-Match: " + condition + "\r\n").startsWith("HTTP/1.1 412 "));
}

void tst_ConditionalDownload::sendsAllToWhoHasAnother_data()
{
    QTest::addColumn<Fields>("fields");
    QTest::newRow("has another") << Fields{{"If-None-Match", "\"other\""}};
    QTest::newRow("wants this") << Fields{{"If-Match", etag}};
    QTest::newRow("wants this and has another") << Fields{{"If-Match", etag}, {"If-None-Match", "\"other\""}};
    QTest::newRow("dates, of which there are none") << Fields{{"If-Modified-Since", "Sat, 21 Nov 2099 05:00:00 GMT"},
                                                              {"If-Unmodified-Since", "Sat, 21 Nov 1999 05:00:00 GMT"}};
}

void tst_ConditionalDownload::sendsAllToWhoHasAnother()
{
    QFETCH(const Fields, fields);
    const Answer answer = ask("GET", "/download", fields);
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.body, tone);
}

void tst_ConditionalDownload::looksAtConditionsBeforeRanges()
{
    const QByteArray beyond("bytes=99999999-");
    QCOMPARE(ask("GET", "/download", {{"Range", beyond}, {"If-None-Match", etag}}).status, 304);
    QCOMPARE(ask("GET", "/download", {{"Range", beyond}, {"If-Match", "\"other\""}}).status, 412);
    QCOMPARE(ask("GET", "/download", {{"Range", beyond}, {"If-Match", etag}}).status, 416);
    QCOMPARE(ask("GET", "/download", {{"Range", "bytes=0-9"}, {"If-Match", etag}}).body, tone.first(10));
}

void tst_ConditionalDownload::looksAtTheFileBeforeConditions()
{
    const auto recording = m_api->get("/api/recordings/1", m_alice).object();
    const QString path =
        m_server->dataFolder() + QStringLiteral("/recordings/") + recording[QLatin1String("filePath")].toString();
    QVERIFY2(QFile::rename(path, path + QStringLiteral(".away")), qPrintable(path));
    QCOMPARE(ask("GET", "/download", {{"If-None-Match", etag}}).status, 404);
    QVERIFY(QFile::rename(path + QStringLiteral(".away"), path));
    QCOMPARE(ask("GET", "/download", {{"If-None-Match", etag}}).status, 304);
}

void tst_ConditionalDownload::aConditionOpensNoDoors()
{
    const Fields has{{"If-None-Match", "*"}};
    QCOMPARE(m_api->get("/api/recordings/1/download", m_api->tokenOf("bob"), has).status, 403);
    QCOMPARE(m_api->call("GET", "/api/recordings/1/download", has).status, 401);
    QCOMPARE(m_api->get("/api/recordings/2/download", m_alice, has).status, 404);
}

void tst_ConditionalDownload::passesOverWhatIsNoRangeOfThis_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("fields");
    QTest::newRow("an unknown unit") << QByteArray("GET") << QByteArray("Range: seconds=0-1\r\n");
    QTest::newRow("two fields") << QByteArray("GET") << QByteArray("Range: bytes=0-1\r\nRange: bytes=5-6\r\n");
    QTest::newRow("a thousand that overlap")
        << QByteArray("GET") << "Range: bytes=" + QByteArray("0-99999,").repeated(1000).chopped(1) + "\r\n";
    QTest::newRow("a thousand small ones")
        << QByteArray("GET") << "Range: bytes=" + QByteArray("1-1,").repeated(1000) + "2-2\r\n";
    QTest::newRow("a HEAD") << QByteArray("HEAD") << QByteArray("Range: bytes=0-1\r\n");
    QTest::newRow("a HEAD beyond the end") << QByteArray("HEAD") << QByteArray("Range: bytes=99999999-\r\n");
}

void tst_ConditionalDownload::passesOverWhatIsNoRangeOfThis()
{
    QFETCH(const QByteArray, method);
    QFETCH(const QByteArray, fields);
    const QByteArray answer = rawAnswer(method, fields);
    QVERIFY2(answer.startsWith("HTTP/1.1 200 "), answer.left(200).constData());
    QVERIFY(answer.contains("\r\nContent-Length: " + QByteArray::number(tone.size()) + "\r\n"));
    QVERIFY(!answer.contains("\r\nContent-Range: "));
    QVERIFY(answer.endsWith("\r\n\r\n" + (method == "GET" ? tone : QByteArray())));
}

QTEST_GUILESS_MAIN(tst_ConditionalDownload)
#include "tst_ConditionalDownload.moc"
