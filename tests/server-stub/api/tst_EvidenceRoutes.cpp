// SPDX-License-Identifier: GPL-3.0-or-later
#include "TestApi.h"

#include "crypto/Sha256.h"
#include "evidence/PackVerification.h"
#include "sqlite/Query.h"
#include "support/OpenDatabase.h"
#include "support/Tone.h"

#include <QBuffer>
#include <QDirIterator>
#include <QTcpSocket>

#include <algorithm>

using namespace Holdfast;
using namespace Holdfast::Testing;

namespace {

/// Several of these are more than is sent ahead of a reader who does not read.
const QByteArray &longSound()
{
    static const QByteArray sound = toneWav(60, 440, 880);
    return sound;
}

/// A pack as it came, and what its verification found.
struct Taken
{
    int status = 0;
    QByteArray zip;
    std::optional<PackReport> report;

    bool isIntact() const { return report && report->isIntact() && report->manifest; }
    QByteArray content(const QByteArray &name)
    {
        QBuffer buffer(&zip);
        buffer.open(QIODevice::ReadOnly);
        const Result<ZipReader> reader = ZipReader::open(buffer);
        const ZipMember *member = reader ? reader->find(name) : nullptr;
        return member ? *reader->readAll(*member, member->size) : QByteArray();
    }
    QJsonObject json(const QByteArray &name) { return QJsonDocument::fromJson(content(name)).object(); }
};

} // namespace

class tst_EvidenceRoutes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_api.reset();
        m_server = std::make_unique<TestServer>();
        m_server->start();
        m_api = std::make_unique<TestApi>(*m_server);
        m_alice = m_api->tokenOf("alice");
        m_sam = m_api->tokenOf("sam");
        m_first = m_api->upload(m_alice, m_server->aliceLead, m_sound).id();
        m_second = m_api->upload(m_alice, m_server->aliceLead, toneWav(0.2, 500, 600)).id();
    }

    void aRecordingsPackHasAllThatIsKnownOfIt()
    {
        const QByteArray path = "/api/recordings/" + QByteArray::number(m_first);
        m_api->call("PATCH", path, TestApi::bearer(m_sam) + Fields{{"If-Match", "*"}}, R"({"notes":"<b>said</b> so"})");
        m_api->call("POST", path + "/annotations", TestApi::bearer(m_sam),
                    R"({"startMs":10,"text":"a <script> here"})");
        Taken pack = take({{QLatin1String("recordingId"), m_first}});
        QVERIFY2(pack.isIntact(), qPrintable(pack.report ? packSentences(*pack.report).join(u'\n') : QString()));
        QVERIFY(pack.report->manifest->isWhole());
        const QByteArray folder = "recordings/" + QByteArray::number(m_first) + '/';
        QCOMPARE(pack.content(folder + "original.wav"), m_sound);
        const QJsonObject known = pack.json(folder + "recording.json");
        QCOMPARE(known[QLatin1String("recording")][QLatin1String("notes")], QStringLiteral("<b>said</b> so"));
        QCOMPARE(known[QLatin1String("annotations")].toArray().size(), 1);
        QVERIFY(pack.content(folder + "audit-1.jsonl").contains("\"action\":\"upload\""));
        QVERIFY(pack.content(folder + "audit-1.jsonl").contains("\"action\":\"evidence-pack\""));
        QCOMPARE(pack.report->entries, 4); // upload, notes, annotation, this pack
    }

    void thePageHasNoScriptAndNothingFromOutside()
    {
        const QByteArray path = "/api/recordings/" + QByteArray::number(m_first);
        const QByteArray evil = R"(\"'><script src=http://evil.example></script><img onerror=x>)";
        m_api->call("PATCH", path, TestApi::bearer(m_sam) + Fields{{"If-Match", "*"}}, "{\"notes\":\"" + evil + "\"}");
        m_api->call("POST", path + "/annotations", TestApi::bearer(m_sam),
                    "{\"startMs\":10,\"text\":\"" + evil + "\"}");
        Taken pack = take({{QLatin1String("recordingId"), m_first}});
        const QByteArray page = pack.content(PackMember::index);
        QCOMPARE(page.count("&lt;script src=http://evil.example&gt;"), 2);
        QVERIFY(!page.contains("<script") && !page.contains("<img"));
        QVERIFY(!page.contains("=\"http"));
        QVERIFY(page.contains("default-src 'none'"));
        QVERIFY(page.contains(playerOf(m_first)));
    }

    void aLeadsPackHasItsRecordingsAndWhatElseIsToldOfIt()
    {
        m_api->call("DELETE", "/api/recordings/" + QByteArray::number(m_second), TestApi::bearer(m_sam));
        Taken pack = take({{QLatin1String("leadId"), m_server->aliceLead.value}});
        QVERIFY(pack.isIntact());
        QCOMPARE(pack.report->manifest->recordings.size(), 1);
        QVERIFY(pack.content("audit/about-1.jsonl").contains("\"action\":\"delete\""));
        QCOMPARE(pack.json("about.json")[QLatin1String("lead")][QLatin1String("name")], QStringLiteral("Jane Smith"));
    }

    void aMattersPackHasWhatStandsUnderItsHolds()
    {
        const qint64 matter = m_api->call("POST", "/api/matters", TestApi::bearer(m_sam), R"({"name":"Case"})").id();
        const QByteArray hold = R"({"scope":"recording","matterId":%1,"recordingId":%2})";
        const auto body = [&](qint64 recording) {
            return QByteArray(hold)
                .replace("%1", QByteArray::number(matter))
                .replace("%2", QByteArray::number(recording));
        };
        QCOMPARE(take({{QLatin1String("matterId"), matter}}).status, 409); // nothing to pack
        const qint64 first = m_api->call("POST", "/api/holds", TestApi::bearer(m_sam), body(m_first)).id();
        m_api->call("POST", "/api/holds", TestApi::bearer(m_sam), body(m_second));
        m_api->call("POST", "/api/holds/" + QByteArray::number(first) + "/release", TestApi::bearer(m_sam), "{}");
        Taken pack = take({{QLatin1String("matterId"), matter}});
        QVERIFY(pack.isIntact());
        QCOMPARE(pack.report->manifest->recordings.size(), 1);
        QCOMPARE(pack.report->manifest->recordings[0].id, RecordingId{m_second});
        const QByteArray others = pack.content("audit/about-1.jsonl");
        QVERIFY(others.contains("\"action\":\"matter-create\""));
        QVERIFY(others.contains("\"action\":\"hold-release\"")); // of the one that is not in the pack
    }

    void whatOthersTookOutOfTheDatabaseIsNeverCalledDeleted()
    {
        const qint64 matter = m_api->call("POST", "/api/matters", TestApi::bearer(m_sam), R"({"name":"Case"})").id();
        for (const qint64 id : {m_first, m_second})
            m_api->call("PUT", "/api/recordings/" + QByteArray::number(id) + "/compliance-hold", TestApi::bearer(m_sam),
                        R"({"complianceHold":true,"matter":"Case"})");
        const auto database = openDatabase(m_server->dataFolder() + QStringLiteral("/holdfast.db"));
        for (const QByteArray &sql :
             {QByteArray("PRAGMA foreign_keys=OFF"), QByteArray("DROP TRIGGER leads_with_recordings_stay"),
              QByteArray("DROP TRIGGER recordings_not_found"), QByteArray("DELETE FROM leads"),
              "DELETE FROM recordings WHERE id = " + QByteArray::number(m_second)})
            QVERIFY2(run(*database, sql), sql);
        Taken pack = take({{QLatin1String("matterId"), matter}});
        QVERIFY(pack.isIntact());
        QCOMPARE(pack.report->manifest->recordings[0].state, PackedState::Included); // its lead alone is gone
        QCOMPARE(pack.report->manifest->recordings[1].state, PackedState::Missing);
        QVERIFY(pack.report->manifest->recordings[1].why.contains(QStringLiteral("does not tell that it was deleted")));
    }

    void whatCannotBePackedIsSaidAndNotHidden()
    {
        QFile damaged(storedFile(m_first));
        QVERIFY(damaged.open(QIODevice::ReadWrite) && damaged.seek(damaged.size() / 2));
        QVERIFY(damaged.write("damage") == 6);
        damaged.close();
        QVERIFY(QFile::remove(storedFile(m_second)));
        Taken pack = take({{QLatin1String("leadId"), m_server->aliceLead.value}});
        QVERIFY(pack.isIntact());
        QVERIFY(!pack.report->manifest->isWhole());
        QCOMPARE(pack.report->manifest->recordings[0].state, PackedState::Damaged);
        QCOMPARE(pack.report->manifest->recordings[1].state, PackedState::Missing);
        QVERIFY(pack.content(PackMember::index).contains("This pack is not whole."));
        QVERIFY(pack.content("recordings/" + QByteArray::number(m_first) + "/recording.json").contains("sha256"));
        QCOMPARE(newest(QStringLiteral("evidence-pack-made"))[QLatin1String("detail")][QLatin1String("whole")], false);
    }

    void aRecordingWithoutItsKeyIsSaid()
    {
        m_server->write([id = m_first](Database &database) -> Done {
            Query query(database, "UPDATE recordings SET encryption_key_id = 'lost' WHERE id = ?");
            return query.bind(id).run();
        });
        Taken pack = take({{QLatin1String("recordingId"), m_first}});
        QVERIFY(pack.isIntact());
        QCOMPARE(pack.report->manifest->recordings[0].state, PackedState::Unreadable);
    }

    /// The first pieces are out, and the next recording goes.
    void aRecordingThatIsDeletedMeanwhileIsSaid()
    {
        const QByteArray bob = m_api->tokenOf("bob");
        QList<qint64> ids;
        for (int i = 0; i < 8; ++i)
            ids.append(m_api->upload(bob, m_server->bobLead, longSound()).id());
        QTcpSocket socket;
        socket.setReadBufferSize(1024);
        beginRaw(socket, {{QLatin1String("leadId"), m_server->bobLead.value}});
        QTRY_VERIFY(socket.bytesAvailable() > 0);
        QCOMPARE(
            m_api->call("DELETE", "/api/recordings/" + QByteArray::number(ids.last()), TestApi::bearer(m_sam)).status,
            204);
        socket.setReadBufferSize(0);
        QByteArray answer;
        QTRY_VERIFY_WITH_TIMEOUT((answer += socket.readAll()).endsWith("\r\n0\r\n\r\n"), 30'000);
        Taken pack{200, unchunked(answer), {}};
        pack.report = verify(pack.zip);
        QVERIFY(pack.isIntact());
        QCOMPARE(pack.report->manifest->recordings.last().state, PackedState::Deleted);
        QVERIFY(!pack.report->manifest->isWhole());
    }

    void whoHangsUpLeavesNothingBehindAndNoEntryThatItWasMade()
    {
        const QByteArray bob = m_api->tokenOf("bob");
        for (int i = 0; i < 8; ++i)
            m_api->upload(bob, m_server->bobLead, longSound());
        const QStringList before = files();
        {
            QTcpSocket socket;
            socket.setReadBufferSize(1024);
            beginRaw(socket, {{QLatin1String("leadId"), m_server->bobLead.value}});
            QTRY_VERIFY(socket.bytesAvailable() > 0);
            socket.abort();
        }
        Taken next = take({{QLatin1String("recordingId"), m_first}}); // two of which can be made at a time
        QVERIFY(next.isIntact());
        QCOMPARE(files(), before);
        const QJsonArray made = m_api->get("/api/audit?action=evidence-pack-made", m_sam).array();
        QCOMPARE(made.size(), 1);
        QCOMPARE(made[0][QLatin1String("recordingId")].toInteger(), m_first);
    }

    void whoTookWhatOutIsWrittenDownBeforeAndAfter()
    {
        Taken pack = take({{QLatin1String("leadId"), m_server->aliceLead.value}});
        QVERIFY(pack.isIntact());
        for (const qint64 id : {m_first, m_second}) {
            const QJsonArray entries =
                m_api->get("/api/audit?action=evidence-pack&recordingId=" + QByteArray::number(id), m_sam).array();
            QCOMPARE(entries.size(), 1);
            QCOMPARE(entries[0][QLatin1String("detail")][QLatin1String("pack")].toString(),
                     pack.report->manifest->pack);
            QCOMPARE(entries[0][QLatin1String("username")], QStringLiteral("sam"));
        }
        Sha256 hash;
        hash.add(pack.content(PackMember::manifest));
        QCOMPARE(newest(QStringLiteral("evidence-pack-made"))[QLatin1String("detail")][QLatin1String("manifestSha256")],
                 QString::fromLatin1(hash.result().toHex()));
    }

    void itGoesOnFromACheckpointThatWasKept()
    {
        const QByteArray kept = m_api->get("/api/audit/checkpoint", m_sam).body;
        const QByteArray key = m_api->get("/api/audit/key", m_sam).body;
        const Taken pack = take(
            {{QLatin1String("recordingId"), m_first}, {QLatin1String("checkpointSize"), readCheckpoint(kept)->size}});
        QByteArray zip = pack.zip;
        QBuffer buffer(&zip);
        QVERIFY(buffer.open(QIODevice::ReadOnly));
        const Result<PackReport> report = PackVerification::run(buffer, {*CheckpointSigner::fromText(key), kept});
        QVERIFY(report && report->isIntact());
        QVERIFY(report->isKeyTheGiven && report->isCheckpointTheKept);
        QCOMPARE(take({{QLatin1String("recordingId"), m_first}, {QLatin1String("checkpointSize"), 99'999}}).status,
                 404);
    }

    void anEntryThatSomebodyChangedIsNotProven()
    {
        m_server->write([id = m_first](Database &database) -> Done {
            if (const Done done = Query(database, "DROP TRIGGER audit_is_not_changed").run(); !done)
                return done;
            Query query(database, "UPDATE audit SET username = 'nobody' WHERE recording_id = ?");
            return query.bind(id).run();
        });
        const Taken pack = take({{QLatin1String("recordingId"), m_first}});
        QCOMPARE(pack.status, 200);
        QVERIFY(pack.report && !pack.report->isIntact());
        QVERIFY(!pack.report->manifest->problems.isEmpty());
        QCOMPARE(pack.report->findings[0].kind, PackFinding::Kind::NotProven);
    }

    void agentsMayNot()
    {
        const Answer answer = m_api->call("POST", "/api/evidence-packs", TestApi::bearer(m_alice),
                                          "{\"recordingId\":" + QByteArray::number(m_first) + '}');
        QCOMPARE(answer.status, 403);
        QCOMPARE(newest(QStringLiteral("evidence-pack"))[QLatin1String("outcome")], QStringLiteral("refused"));
    }

    void wrongRequestsAreNamed()
    {
        QCOMPARE(take({}).status, 400);
        QCOMPARE(take({{QLatin1String("leadId"), 1}, {QLatin1String("matterId"), 1}}).status, 400);
        QCOMPARE(take({{QLatin1String("leadId"), QStringLiteral("1")}}).status, 400);
        QCOMPARE(take({{QLatin1String("leadId"), 1}, {QLatin1String("more"), 1}}).status, 400);
        QCOMPARE(take({{QLatin1String("leadId"), 404}}).status, 404);
        QCOMPARE(take({{QLatin1String("matterId"), 404}}).status, 404);
        QCOMPARE(take({{QLatin1String("recordingId"), 404}}).status, 404);
    }

private:
    static std::optional<PackReport> verify(QByteArray zip)
    {
        QBuffer buffer(&zip);
        buffer.open(QIODevice::ReadOnly);
        const Result<PackReport> report = PackVerification::run(buffer, {});
        return report ? std::optional(*report) : std::nullopt;
    }
    Taken take(const QJsonObject &body)
    {
        const Answer answer = m_api->call("POST", "/api/evidence-packs", TestApi::bearer(m_sam),
                                          QJsonDocument(body).toJson(QJsonDocument::Compact));
        return {answer.status, answer.body, answer.status == 200 ? verify(answer.body) : std::nullopt};
    }
    void beginRaw(QTcpSocket &socket, const QJsonObject &body)
    {
        const QByteArray text = QJsonDocument(body).toJson(QJsonDocument::Compact);
        socket.connectToHost(QHostAddress(QHostAddress::LocalHost), static_cast<quint16>(m_server->url().port()));
        socket.write("POST /api/evidence-packs HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + m_sam +
                     "\r\nContent-Type: application/json\r\nContent-Length: " + QByteArray::number(text.size()) +
                     "\r\n\r\n" + text);
    }
    static QByteArray unchunked(const QByteArray &answer)
    {
        QByteArray body;
        for (qsizetype at = answer.indexOf("\r\n\r\n") + 4;;) {
            const qsizetype line = answer.indexOf("\r\n", at);
            const qsizetype size = answer.mid(at, line - at).toLongLong(nullptr, 16);
            if (size == 0)
                return body;
            body += answer.mid(line + 2, size);
            at = line + 2 + size + 2;
        }
    }
    QJsonObject newest(const QString &action)
    {
        return m_api->get("/api/audit?limit=1&action=" + action.toLatin1(), m_sam).array().first().toObject();
    }
    QString storedFile(qint64 id)
    {
        const QString path = m_api->get("/api/recordings/" + QByteArray::number(id), m_sam)
                                 .object()[QLatin1String("filePath")]
                                 .toString();
        return m_server->dataFolder() + QStringLiteral("/recordings/") + path;
    }
    QStringList files() const
    {
        QStringList all;
        QDirIterator found(m_server->dataFolder(), QDir::Files, QDirIterator::Subdirectories);
        while (found.hasNext())
            all.append(found.next());
        all.sort();
        return all;
    }
    static QByteArray playerOf(qint64 id) { return "src=\"recordings/" + QByteArray::number(id) + "/original.wav\""; }

    const QByteArray m_sound = toneWav(0.3, 440, 880);
    std::unique_ptr<TestServer> m_server;
    std::unique_ptr<TestApi> m_api;
    QByteArray m_alice;
    QByteArray m_sam;
    qint64 m_first = 0;
    qint64 m_second = 0;
};

QTEST_GUILESS_MAIN(tst_EvidenceRoutes)
#include "tst_EvidenceRoutes.moc"
