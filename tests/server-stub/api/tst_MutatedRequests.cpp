// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz/ServerUnderFire.h"
#include "server-stub/http/OpenFiles.h"

#include <QDirIterator>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <random>

using namespace Holdfast;
using namespace Holdfast::Testing;

namespace {

constexpr int mutantsOfEach = 250;
constexpr int connectionsAtOnce = 16;

/// The same in every run, so that a failure can be met again.
class Mutator
{
public:
    explicit Mutator(unsigned seed)
        : m_random(seed)
    {
    }

    QByteArray mutated(QByteArray bytes)
    {
        for (int times = 1 + below(3); times > 0; --times)
            mutate(bytes);
        return bytes;
    }

private:
    int below(qsizetype limit)
    {
        return static_cast<int>(m_random() % static_cast<std::size_t>(std::max<qsizetype>(limit, 1)));
    }

    void mutate(QByteArray &bytes)
    {
        static const QList<QByteArray> oddities{QByteArray(1, '\0'),
                                                "\r\n",
                                                "\n",
                                                "\r",
                                                "\r\n\r\n",
                                                "%00",
                                                "%2F..%2F",
                                                "\xff\xfe",
                                                "\xed\xa0\x80",
                                                "-1",
                                                "99999999999999999999",
                                                "9223372036854775807",
                                                "1e400",
                                                "\"",
                                                "{",
                                                "Transfer-Encoding: chunked\r\n",
                                                "Content-Length: 7\r\n",
                                                "Expect: 100-continue\r\n",
                                                QByteArray(5000, 'A')};
        const qsizetype at = below(bytes.size() + 1);
        const QByteArray slice = bytes.mid(at, 1 + below(40));
        switch (below(7)) {
        case 0:
            if (at < bytes.size())
                bytes[at] = static_cast<char>(bytes[at] ^ (1 << below(8)));
            break;
        case 1:
            bytes.remove(at, slice.size());
            break;
        case 2:
            bytes.insert(below(bytes.size() + 1), slice);
            break;
        case 3:
            bytes.insert(at, oddities[below(oddities.size())]);
            break;
        case 4:
            replaceANumber(bytes, at);
            break;
        case 5:
            bytes.truncate(at);
            break;
        case 6:
            bytes.insert(at, slice.repeated(1 + below(20)));
            break;
        }
    }

    void replaceANumber(QByteArray &bytes, qsizetype from)
    {
        static const QList<QByteArray> numbers{"0", "-1", "1", "255", "65536", "2147483648", "9223372036854775808"};
        const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
        const auto begin = std::find_if(bytes.cbegin() + from, bytes.cend(), isDigit);
        const auto end = std::find_if_not(begin, bytes.cend(), isDigit);
        if (begin != bytes.cend())
            bytes.replace(begin - bytes.cbegin(), end - begin, numbers[below(numbers.size())]);
    }

    std::mt19937 m_random;
};

QByteArray request(const QByteArray &line, const QByteArray &name, const QByteArray &fields = {},
                   const QByteArray &body = {})
{
    return line + " HTTP/1.1\r\nHost: localhost\r\n" +
           (name.isEmpty() ? QByteArray() : "Authorization: Bearer $" + name + "\r\n") + fields +
           (body.isEmpty() ? QByteArray() : QByteArray("Content-Length: $length\r\n")) + "\r\n" + body;
}

QByteArray uploadForm()
{
    return "--b\r\nContent-Disposition: form-data; name=\"leadId\"\r\n\r\n1\r\n"
           "--b\r\nContent-Disposition: form-data; name=\"callDate\"\r\n\r\n2026-01-15T14:30:00Z\r\n"
           "--b\r\nContent-Disposition: form-data; name=\"notes\"\r\n\r\nShe wants the larger one.\r\n"
           "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"call.wav\"\r\n\r\n" +
           toneWav(0.02, 440, 880) + "\r\n--b--\r\n";
}

QByteArray inChunks(const QByteArray &body)
{
    QByteArray chunks;
    for (qsizetype at = 0; at < body.size(); at += 100) {
        const QByteArray piece = body.mid(at, 100);
        chunks += QByteArray::number(piece.size(), 16) + "\r\n" + piece + "\r\n";
    }
    return chunks + "0\r\n\r\n";
}

const QByteArray json("Content-Type: application/json\r\n");
const QByteArray form("Content-Type: multipart/form-data; boundary=b\r\n");
const QByteArray search = request("GET /api/recordings?limit=10000", "sam");

} // namespace

class tst_MutatedRequests : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void doNoHarm_data();
    void doNoHarm();
    void leaveNoConnectionBehind();
    void leaveNoFileBehind();

private:
    Heard hear(const QByteArray &text) const { return m_server->hear(m_server->filledIn(text)); }

    std::unique_ptr<ServerUnderFire> m_server;
};

void tst_MutatedRequests::initTestCase()
{
    m_server = std::make_unique<ServerUnderFire>(
        [](TestServer &server) { server.options.limits.connections = connectionsAtOnce; });
}

void tst_MutatedRequests::doNoHarm_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("status");
    const auto row = [](const char *name, const QByteArray &text, int status) {
        QTest::newRow(name) << text << status;
    };
    row("login", request("POST /api/auth/login", {}, json, R"({"username":"bob","password":"open sesame"})"), 200);
    row("me", request("GET /api/auth/me", "alice"), 200);
    row("leads", request("GET /api/leads?q=jane", "alice"), 200);
    row("recordings of a lead", request("GET /api/leads/1/recordings?limit=5&offset=0", "alice"), 200);
    row("search",
        request("GET /api/recordings?startDate=2026-01-01&endDate=2026-12-31&limit=5&complianceHold=false", "sam"),
        200);
    row("upload", request("POST /api/recordings", "alice", form + "Idempotency-Key: a-key\r\n", uploadForm()), 201);
    row("upload in chunks",
        request("POST /api/recordings", "alice", form + "Transfer-Encoding: chunked\r\n") + inChunks(uploadForm()),
        201);
    row("recording", request("GET /api/recordings/$recording", "alice"), 200);
    row("download of a range",
        request("GET /api/recordings/$recording/download", "alice", "Range: bytes=10-99\r\nIf-Match: *\r\n"), 206);
    row("stream", request("GET /api/recordings/$recording/stream", "alice", "If-None-Match: \"a\", W/\"b\"\r\n"), 200);
    row("waveform", request("GET /api/recordings/$recording/waveform", "alice"), 200);
    row("hold",
        request("PUT /api/recordings/$recording/compliance-hold", "sam", json,
                R"({"complianceHold":false,"reason":"Case 7"})"),
        200);
    row("holds",
        request("POST /api/recordings/compliance-hold", "sam", json, R"({"ids":[1,2,3],"complianceHold":false})"), 200);
    row("policy",
        request(
            "POST /api/retention-policies", "ada", json,
            R"({"name":"All","retentionDays":30,"appliesTo":"ALL","campaignId":null,"agentId":null,"isDefault":false})"),
        200);
    row("audit", request("GET /api/audit?limit=10", "ada"), 200);
    row("three at once", request("GET /api/auth/me", "alice") + request("HEAD /api/leads", "alice") + search, 200);
}

void tst_MutatedRequests::doNoHarm()
{
    QFETCH(const QByteArray, text);
    QFETCH(const int, status);
    const Heard unchanged = hear(text);
    QVERIFY2(!unchanged.statuses.empty() && unchanged.statuses[0] == status, unchanged.bytes.constData());
    Mutator mutator(qChecksum(QByteArrayView(QTest::currentDataTag())));
    for (int i = 0; i < mutantsOfEach; ++i) {
        // Most with a good token and length, so that they come far; some without.
        const QByteArray mutant =
            i % 4 == 0 ? mutator.mutated(m_server->filledIn(text)) : m_server->filledIn(mutator.mutated(text));
        const Heard heard = m_server->hear(mutant);
        const QByteArray story = mutant + "\n----\n" + heard.bytes;
        QVERIFY2(!heard.silent && !heard.garbled, story.constData());
        // 501 and 505 are for methods and versions that nobody knows, 503 and 507 for want of room.
        for (const int answered : heard.statuses)
            QVERIFY2(answered < 500 || QList<int>({501, 503, 505, 507}).contains(answered), story.constData());
    }
    QTRY_COMPARE(hear(search).statuses, std::vector<int>{200});
}

/// As many as there may be are let in at once: the server counts none that is gone.
void tst_MutatedRequests::leaveNoConnectionBehind()
{
    QTRY_VERIFY(socketsAccepted(m_server->port()).empty());
    const QByteArray plain = m_server->filledIn(search);
    const auto allAreLetIn = [&] {
        std::vector<std::unique_ptr<RawExchange>> all;
        for (int i = 0; i < connectionsAtOnce; ++i)
            all.push_back(std::make_unique<RawExchange>(m_server->port()));
        return std::all_of(all.begin(), all.end(), [&](const std::unique_ptr<RawExchange> &one) {
            return one->run(plain, {false}).statuses == std::vector<int>{200};
        });
    };
    bool letIn = false; // looked at more than once, and the last ones may still be hanging up
    QTRY_VERIFY(letIn = letIn || allAreLetIn());
}

void tst_MutatedRequests::leaveNoFileBehind()
{
    const Heard heard = hear(search);
    const QJsonArray recordings =
        QJsonDocument::fromJson(heard.bytes.sliced(heard.bytes.indexOf("\r\n\r\n") + 4)).array();
    QVERIFY(recordings.size() >= 3);
    const auto folder = [this](const char *name) { return m_server->dataFolder() + QLatin1String(name) + u'/'; };
    QTRY_VERIFY(QDir(folder("/incoming")).isEmpty());
    QStringList known;
    for (const QJsonValue &recording : recordings)
        known.append(recording[QLatin1String("filePath")].toString());
    QStringList files;
    for (QDirIterator all(folder("/recordings"), QDir::Files, QDirIterator::Subdirectories); all.hasNext();) {
        const QString path = all.next().sliced(folder("/recordings").size());
        if (!path.contains(QStringLiteral(".peaks"))) // what was computed from one of them, and goes with it
            files.append(path);
    }
    known.sort();
    files.sort();
    QCOMPARE(files, known);
}

QTEST_GUILESS_MAIN(tst_MutatedRequests)
#include "tst_MutatedRequests.moc"
