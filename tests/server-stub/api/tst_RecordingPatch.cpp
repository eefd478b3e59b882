// SPDX-License-Identifier: GPL-3.0-or-later
#include "TestApi.h"

#include "sqlite/Query.h"
#include "support/Tone.h"

using namespace Holdfast;
using namespace Holdfast::Testing;

class tst_RecordingPatch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void changesWhatIsNamedAndNothingElse();
    void aChangeIsANewRevisionAndNoChangeIsNone();
    void refusesARevisionThatHasMovedOn();
    void asksForTheRevision();
    void leavesAnEntryThatDoesNotRepeatTheNotes();
    void anAgentChangesNotesAndDispositionOfItsOwnAlone();
    void anAgentMendsWhichChannelIsItsOwn();
    void movesToAnotherLeadWithItsCall();
    void leavesTheCallToItsOtherRecordings();
    void refusesWhatIsNoChange_data();
    void refusesWhatIsNoChange();

private:
    Answer patch(const QByteArray &body, const QByteArray &token, const QByteArray &ifMatch = "*",
                 const QByteArray &id = "1")
    {
        Fields fields = TestApi::bearer(token);
        if (!ifMatch.isEmpty())
            fields.append({"If-Match", ifMatch});
        return m_api->call("PATCH", "/api/recordings/" + id, fields, body);
    }
    Answer get(const QByteArray &id = "1") { return m_api->get("/api/recordings/" + id, m_sam); }
    qint64 countOf(LeadId lead)
    {
        return m_api->get("/api/leads/" + QByteArray::number(lead.value), m_sam)
            .object()
            .value(QLatin1String("recordingCount"))
            .toInteger();
    }

    std::unique_ptr<TestServer> m_server;
    std::unique_ptr<TestApi> m_api;
    QByteArray m_alice;
    QByteArray m_sam;
};

void tst_RecordingPatch::init()
{
    m_api.reset();
    m_server = std::make_unique<TestServer>();
    m_server->start();
    m_api = std::make_unique<TestApi>(*m_server);
    m_alice = m_api->tokenOf("alice");
    m_sam = m_api->tokenOf("sam");
    QCOMPARE(m_api->upload(m_alice, m_server->aliceLead, toneWav(0.2, 440, 880)).id(), 1);
}

void tst_RecordingPatch::changesWhatIsNamedAndNothingElse()
{
    QJsonObject wanted = get().object();
    const Answer changed = patch(R"({"notes":"wants a \"call\" back","callDate":"2026-01-15T14:30:00Z"})", m_sam);
    QCOMPARE(changed.status, 200);
    wanted.insert(QStringLiteral("notes"), QStringLiteral("wants a \"call\" back"));
    wanted.insert(QStringLiteral("callDate"), QStringLiteral("2026-01-15T14:30:00Z"));
    wanted.insert(QStringLiteral("revision"), 2);
    QCOMPARE(changed.object(), wanted);
    QCOMPARE(get().object(), wanted);
    QCOMPARE(patch(R"({"notes":null})", m_sam).object().value(QLatin1String("notes")).toString(), QString());
}

void tst_RecordingPatch::aChangeIsANewRevisionAndNoChangeIsNone()
{
    QCOMPARE(get().field("ETag"), QByteArray("\"1\""));
    QCOMPARE(patch(R"({"notes":"a"})", m_alice, "\"1\"").field("ETag"), QByteArray("\"2\""));
    QCOMPARE(patch(R"({"notes":"a"})", m_alice, "\"2\"").field("ETag"), QByteArray("\"2\""));
    QCOMPARE(get().field("ETag"), QByteArray("\"2\""));
}

void tst_RecordingPatch::refusesARevisionThatHasMovedOn()
{
    QCOMPARE(patch(R"({"notes":"first"})", m_alice, "\"1\"").status, 200);
    for (const char *tag : {"\"1\"", "W/\"2\"", "\"\"", "2", "\"1\", \"3\""}) {
        const Answer refused = patch(R"({"notes":"second"})", m_sam, tag);
        QCOMPARE(refused.status, 412);
        QVERIFY2(refused.message().contains(QStringLiteral("Nothing was changed")), qPrintable(refused.message()));
    }
    QCOMPARE(get().object().value(QLatin1String("notes")).toString(), QStringLiteral("first"));
    QCOMPARE(patch(R"({"notes":"second"})", m_sam, "\"1\", \"2\"").status, 200);
}

void tst_RecordingPatch::asksForTheRevision()
{
    QCOMPARE(patch(R"({"notes":"first"})", m_alice, "").status, 428);
    QCOMPARE(get().object().value(QLatin1String("notes")).toString(), QString());
}

void tst_RecordingPatch::leavesAnEntryThatDoesNotRepeatTheNotes()
{
    QCOMPARE(patch(R"({"notes":"a secret","disposition":"sale"})", m_alice).status, 200);
    const QJsonObject entry = m_api->get("/api/audit?limit=1", m_sam).array().first().toObject();
    QCOMPARE(entry[QLatin1String("action")].toString(), QStringLiteral("change"));
    QCOMPARE(entry[QLatin1String("recordingId")].toInteger(), 1);
    const QByteArray detail = QJsonDocument(entry[QLatin1String("detail")].toObject()).toJson(QJsonDocument::Compact);
    QCOMPARE(detail, QByteArray(R"({"disposition":{"after":"sale","before":""},)"
                                R"("notes":{"charactersAfter":8,"charactersBefore":0}})"));
}

void tst_RecordingPatch::anAgentChangesNotesAndDispositionOfItsOwnAlone()
{
    QCOMPARE(patch(R"({"disposition":"sale"})", m_alice).status, 200);
    QCOMPARE(patch(R"({"notes":"x","callDate":"2026-01-15T14:30:00Z"})", m_alice).status, 403);
    QCOMPARE(patch("{\"leadId\":" + QByteArray::number(m_server->bobLead.value) + "}", m_alice).status, 403);
    QCOMPARE(patch(R"({"notes":"x"})", m_api->tokenOf("bob")).status, 403);
    QCOMPARE(m_api->call("PATCH", "/api/recordings/1", {{"If-Match", "*"}}, R"({"notes":"x"})").status, 401);
    QCOMPARE(patch(R"({"notes":"x"})", m_sam, "*", "404").status, 404);
    QCOMPARE(get().object().value(QLatin1String("notes")).toString(), QString());
}

void tst_RecordingPatch::anAgentMendsWhichChannelIsItsOwn()
{
    const auto channel = [this] { return get().object().value(QLatin1String("agentChannel")); };
    QVERIFY(channel().isNull());
    QCOMPARE(patch(R"({"agentChannel":1})", m_alice, "\"1\"").status, 200);
    QCOMPARE(channel().toInteger(-1), 1);
    QCOMPARE(patch(R"({"agentChannel":0})", m_alice, "\"1\"").status, 412);
    QCOMPARE(patch(R"({"agentChannel":0})", m_alice, "\"2\"").status, 200);
    QCOMPARE(channel().toInteger(-1), 0);
    QCOMPARE(patch(R"({"agentChannel":null})", m_alice, "\"3\"").status, 200);
    const QJsonObject entry = m_api->get("/api/audit?limit=1", m_sam).array().first().toObject();
    const QByteArray detail = QJsonDocument(entry[QLatin1String("detail")].toObject()).toJson(QJsonDocument::Compact);
    QCOMPARE(detail, QByteArray(R"({"agentChannel":{"after":null,"before":0}})"));
    QVERIFY(channel().isNull());
}

void tst_RecordingPatch::movesToAnotherLeadWithItsCall()
{
    const qint64 call = get().object().value(QLatin1String("callId")).toInteger();
    const Answer moved = patch("{\"leadId\":" + QByteArray::number(m_server->bobLead.value) + "}", m_sam);
    QCOMPARE(moved.status, 200);
    QCOMPARE(moved.object().value(QLatin1String("callId")).toInteger(), call);
    QCOMPARE(moved.object().value(QLatin1String("metadata")).toObject().value(QLatin1String("leadName")).toString(),
             QStringLiteral("Peter Jones"));
    QCOMPARE(countOf(m_server->aliceLead), 0);
    QCOMPARE(countOf(m_server->bobLead), 1);
    // The call is the other lead's now, and takes its further recordings there.
    const Answer second = m_api->upload(m_sam, {{"leadId", QByteArray::number(m_server->bobLead.value)},
                                                {"callId", QByteArray::number(call)},
                                                {"file", toneWav(0.2, 440, 880), "call.wav"}});
    QCOMPARE(second.status, 201);
}

void tst_RecordingPatch::leavesTheCallToItsOtherRecordings()
{
    const qint64 call = get().object().value(QLatin1String("callId")).toInteger();
    const Answer second = m_api->upload(m_alice, {{"leadId", QByteArray::number(m_server->aliceLead.value)},
                                                  {"callId", QByteArray::number(call)},
                                                  {"file", toneWav(0.3, 440, 880), "call.wav"}});
    QCOMPARE(second.status, 201);
    const Answer moved = patch("{\"leadId\":" + QByteArray::number(m_server->bobLead.value) + "}", m_sam);
    QCOMPARE(moved.status, 200);
    QVERIFY(moved.object().value(QLatin1String("callId")).toInteger() > call);
    QCOMPARE(get("2").object().value(QLatin1String("callId")).toInteger(), call);
    QCOMPARE(get("2").object().value(QLatin1String("leadId")).toInteger(), m_server->aliceLead.value);
}

void tst_RecordingPatch::refusesWhatIsNoChange_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("an empty object") << QByteArray("{}");
    QTest::newRow("a list") << QByteArray("[]");
    QTest::newRow("a field that is not known") << QByteArray(R"({"note":"x"})");
    QTest::newRow("a field that is not to be changed") << QByteArray(R"({"notes":"x","fileSize":5})");
    QTest::newRow("notes that are none") << QByteArray(R"({"notes":5})");
    QTest::newRow("notes that are too long") << QByteArray(R"({"notes":")" + QByteArray(10'001, 'x') + "\"}");
    QTest::newRow("NUL") << QByteArray("{\"notes\":\"a\\u0000b\"}");
    QTest::newRow("a date that is none") << QByteArray(R"({"callDate":"yesterday"})");
    QTest::newRow("a lead that is not there") << QByteArray(R"({"leadId":404})");
    QTest::newRow("a lead that is none") << QByteArray(R"({"leadId":"1"})");
    QTest::newRow("a third channel") << QByteArray(R"({"agentChannel":2})");
    QTest::newRow("a channel that is a word") << QByteArray(R"({"agentChannel":"left"})");
    QTest::newRow("no lead") << QByteArray(R"({"leadId":null})");
}

void tst_RecordingPatch::refusesWhatIsNoChange()
{
    QFETCH(QByteArray, body);
    const QJsonObject before = get().object();
    const Answer refused = patch(body, m_sam);
    QCOMPARE(refused.status, 400);
    QVERIFY(!refused.message().isEmpty());
    QCOMPARE(get().object(), before);
}

QTEST_GUILESS_MAIN(tst_RecordingPatch)
#include "tst_RecordingPatch.moc"
