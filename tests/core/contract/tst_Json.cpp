// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/Json.h"
#include "contract/RecordingJson.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Holdfast;

namespace {

QDateTime utc(const char *text)
{
    return QDateTime::fromString(QLatin1String(text), Qt::ISODateWithMs);
}

Recording someRecording()
{
    Recording recording;
    recording.id = RecordingId{123};
    recording.callId = CallId{456};
    recording.leadId = LeadId{7};
    recording.agentId = UserId{10};
    recording.campaignId = CampaignId{5};
    recording.filePath = QStringLiteral("2026/01/15/recording_123.wav");
    recording.fileSize = 2048000;
    recording.duration = std::chrono::milliseconds(179'600);
    recording.format = MediaFormat::Wav;
    recording.channels = 2;
    recording.sampleRate = 8000;
    recording.agentChannel = AgentChannel::Right;
    recording.sha256 = QByteArray(32, '\xab');
    recording.originalName = QStringLiteral("call with Jane.wav");
    recording.encryptionKeyId = QStringLiteral("default");
    recording.agentName = QStringLiteral("John Doe");
    recording.leadName = QStringLiteral("Jane Smith");
    recording.campaignName = QStringLiteral("Q1 Sales");
    recording.disposition = QStringLiteral("sale");
    recording.notes = QStringLiteral("wants a call back");
    recording.callDate = utc("2026-01-15T14:25:00Z");
    recording.uploadedAt = utc("2026-01-15T14:30:00.250Z");
    recording.retentionUntil = utc("2026-04-15T14:30:00Z");
    recording.retentionReason = {PolicyId{3}, QStringLiteral("Sales"), QStringLiteral("CAMPAIGN"), 90};
    recording.complianceHold = true;
    recording.annotationCount = 2;
    using std::chrono::milliseconds;
    recording.analysis = CallAnalysis{{milliseconds(60'000), milliseconds(0)},
                                      milliseconds(119'600),
                                      milliseconds(0),
                                      milliseconds(20'000),
                                      milliseconds(1500),
                                      {-23.25, std::nullopt},
                                      milliseconds(3),
                                      {1}};
    recording.revision = 4;
    recording.createdAt = recording.uploadedAt;
    return recording;
}

Lead someLead()
{
    Lead lead;
    lead.id = LeadId{7};
    lead.name = QStringLiteral("Jane Smith");
    lead.phone = QStringLiteral("+44 7700 900123");
    lead.campaignId = CampaignId{5};
    lead.campaignName = QStringLiteral("Q1 Sales");
    lead.agents = {UserId{10}, UserId{11}};
    lead.recordingCount = 3;
    lead.createdAt = utc("2026-01-01T08:00:00Z");
    lead.updatedAt = utc("2026-01-02T08:00:00Z");
    return lead;
}

} // namespace

class tst_Json : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRecordingHasTheSeedsShape();
    void aRecordingHasTheAddedFields();
    void aRecordingComesBackAsItWas();
    void aRecordingWithoutOptionalFieldsComesBackAsItWas();
    void aUserAndASignInComeBackAsTheyWere();
    void aLeadComesBackAsItWas();
    void namesTheFieldThatIsMissing();
    void namesTheFieldThatIsWrong_data();
    void namesTheFieldThatIsWrong();
    void passesOverFieldsItDoesNotKnow();
    void aServerOfBeforeTellsOfNoAgentsChannel();
    void writesTimesInUtc();
    void readsTimesOfOtherZones();
    void refusesWhatIsNoTime_data();
    void refusesWhatIsNoTime();
};

void tst_Json::aRecordingHasTheSeedsShape()
{
    const QJsonObject expected = QJsonDocument::fromJson(R"({
        "id": 123, "callId": 456, "filePath": "2026/01/15/recording_123.wav", "fileSize": 2048000,
        "durationSeconds": 180, "format": "wav", "encryptionKeyId": "default",
        "uploadedAt": "2026-01-15T14:30:00.250Z", "retentionUntil": "2026-04-15T14:30:00Z", "complianceHold": true,
        "metadata": {"agentName": "John Doe", "leadName": "Jane Smith", "campaignName": "Q1 Sales",
                     "disposition": "sale", "callDurationSeconds": 180},
        "createdAt": "2026-01-15T14:30:00.250Z"})")
                                     .object();
    const QJsonObject json = toJson(someRecording());
    for (auto field = expected.begin(); field != expected.end(); ++field)
        QCOMPARE(json.value(field.key()), field.value());
}

void tst_Json::aRecordingHasTheAddedFields()
{
    const QJsonObject json = toJson(someRecording());
    QCOMPARE(json.value(QLatin1String("leadId")).toInteger(), 7);
    QCOMPARE(json.value(QLatin1String("agentId")).toInteger(), 10);
    QCOMPARE(json.value(QLatin1String("campaignId")).toInteger(), 5);
    QCOMPARE(json.value(QLatin1String("callDate")).toString(), QStringLiteral("2026-01-15T14:25:00Z"));
    QCOMPARE(json.value(QLatin1String("notes")).toString(), QStringLiteral("wants a call back"));
    QCOMPARE(json.value(QLatin1String("durationMs")).toInteger(), 179'600);
    QCOMPARE(json.value(QLatin1String("channels")).toInteger(), 2);
    QCOMPARE(json.value(QLatin1String("sampleRate")).toInteger(), 8000);
    QCOMPARE(json.value(QLatin1String("agentChannel")).toInteger(-1), 1);
    QCOMPARE(json.value(QLatin1String("sha256")).toString(), QString(QStringLiteral("ab")).repeated(32));
    QCOMPARE(json.value(QLatin1String("originalName")).toString(), QStringLiteral("call with Jane.wav"));
    QCOMPARE(json.value(QLatin1String("annotationCount")).toInteger(), 2);
    QCOMPARE(json.value(QLatin1String("analysis")).toObject(), QJsonDocument::fromJson(R"({
        "talkMs": [60000, 0], "silenceMs": 119600, "overlapMs": 0, "longestSilenceMs": 20000,
        "longestSilenceStartMs": 1500, "loudnessLufs": [-23.25, null], "clippedMs": 3, "deadChannels": [1]})")
                                                                   .object());
    QCOMPARE(json.value(QLatin1String("revision")).toInteger(), 4);
    const QJsonObject reason = json.value(QLatin1String("retentionReason")).toObject();
    QCOMPARE(reason.value(QLatin1String("policyId")).toInteger(), 3);
    QCOMPARE(reason.value(QLatin1String("appliesTo")).toString(), QStringLiteral("CAMPAIGN"));
}

void tst_Json::aRecordingComesBackAsItWas()
{
    const Result<Recording> back = recordingFromJson(toJson(someRecording()));
    QVERIFY2(back, qPrintable(back ? QString() : back.error().message));
    QVERIFY(*back == someRecording());
}

void tst_Json::aRecordingWithoutOptionalFieldsComesBackAsItWas()
{
    Recording recording = someRecording();
    recording.campaignId.reset();
    recording.campaignName.clear();
    recording.agentChannel = AgentChannel::Unknown;
    recording.duration.reset();
    recording.disposition.clear();
    recording.notes.clear();
    recording.analysis.reset();
    recording.retentionReason = {{}, {}, QStringLiteral("ALL"), 90};
    const QJsonObject json = toJson(recording);
    QVERIFY(json.value(QLatin1String("durationSeconds")).isNull());
    QVERIFY(json.value(QLatin1String("campaignId")).isNull());
    QVERIFY(json.value(QLatin1String("analysis")).isNull());
    QVERIFY(json.value(QLatin1String("agentChannel")).isNull());
    const Result<Recording> back = recordingFromJson(json);
    QVERIFY(back);
    QVERIFY(*back == recording);
}

void tst_Json::aUserAndASignInComeBackAsTheyWere()
{
    const SignedIn signedIn{"a.b.c", utc("2026-01-15T14:30:00Z"),
                            User{UserId{2}, QStringLiteral("sam"), QStringLiteral("Sam Hill"), Role::Supervisor}};
    const QJsonObject json = toJson(signedIn);
    QCOMPARE(json.value(QLatin1String("tokenType")).toString(), QStringLiteral("Bearer"));
    const Result<SignedIn> back = signedInFromJson(json);
    QVERIFY(back);
    QCOMPARE(back->token, signedIn.token);
    QCOMPARE(back->expiresAt, signedIn.expiresAt);
    QVERIFY(back->user == signedIn.user);
}

void tst_Json::aLeadComesBackAsItWas()
{
    const Result<Lead> back = leadFromJson(toJson(someLead()));
    QVERIFY(back);
    QVERIFY(*back == someLead());
}

void tst_Json::namesTheFieldThatIsMissing()
{
    const QJsonObject whole = toJson(someRecording());
    for (const char *name :
         {"id", "callId", "leadId", "agentId", "filePath", "fileSize", "format", "channels", "sampleRate", "sha256",
          "originalName", "metadata", "retentionReason", "uploadedAt", "complianceHold", "revision", "createdAt"}) {
        QJsonObject json = whole;
        json.remove(QLatin1String(name));
        const Result<Recording> back = recordingFromJson(json);
        QVERIFY2(!back, name);
        QCOMPARE(back.error().kind, FailureKind::Malformed);
        QVERIFY2(back.error().message.contains(QLatin1String(name)), name);
    }
}

void tst_Json::namesTheFieldThatIsWrong_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QJsonValue>("value");
    QTest::newRow("id is a text") << QStringLiteral("id") << QJsonValue(QStringLiteral("123"));
    QTest::newRow("id is a fraction") << QStringLiteral("id") << QJsonValue(1.5);
    QTest::newRow("id is zero") << QStringLiteral("id") << QJsonValue(0);
    QTest::newRow("id is beyond 64 bits") << QStringLiteral("id") << QJsonValue(1e30);
    QTest::newRow("format is unknown") << QStringLiteral("format") << QJsonValue(QStringLiteral("flac"));
    QTest::newRow("hash is short") << QStringLiteral("sha256") << QJsonValue(QStringLiteral("abcd"));
    QTest::newRow("hash is not hex") << QStringLiteral("sha256")
                                     << QJsonValue(QString(QStringLiteral("zz")).repeated(32));
    QTest::newRow("hold is a number") << QStringLiteral("complianceHold") << QJsonValue(1);
    QTest::newRow("time is none") << QStringLiteral("uploadedAt") << QJsonValue(QStringLiteral("yesterday"));
    QTest::newRow("metadata is a list") << QStringLiteral("metadata") << QJsonValue(QJsonArray{1});
    QTest::newRow("agent speaks on a third channel") << QStringLiteral("agentChannel") << QJsonValue(2);
    QTest::newRow("agent's channel is a word") << QStringLiteral("agentChannel") << QJsonValue(QStringLiteral("left"));
    QTest::newRow("analysis is a list") << QStringLiteral("analysis") << QJsonValue(QJsonArray{1});
    QTest::newRow("analysis is empty") << QStringLiteral("analysis") << QJsonValue(QJsonObject());
    for (const auto &[field, wrong] : {std::pair("talkMs", QJsonValue(QJsonArray{1, 2, 3})),
                                       {"talkMs", QJsonArray{-1}},
                                       {"silenceMs", -1},
                                       {"overlapMs", 1e300},
                                       {"longestSilenceMs", QStringLiteral("1")},
                                       {"loudnessLufs", QJsonArray{QStringLiteral("-23")}},
                                       {"deadChannels", QJsonArray{2}}}) {
        QJsonObject analysis = toJson(someRecording()).value(QLatin1String("analysis")).toObject();
        analysis.insert(QLatin1String(field), wrong);
        QTest::addRow("%s is wrong", field)
            << QStringLiteral("analysis.%1").arg(QLatin1String(field)) << QJsonValue(analysis);
    }
    QTest::newRow("path holds a NUL") << QStringLiteral("filePath") << QJsonValue(QString(QChar(0)));
}

void tst_Json::namesTheFieldThatIsWrong()
{
    QFETCH(QString, name);
    QFETCH(QJsonValue, value);
    QJsonObject json = toJson(someRecording());
    json.insert(name.section(u'.', 0, 0), value);
    const Result<Recording> back = recordingFromJson(json);
    QVERIFY(!back);
    QCOMPARE(back.error().kind, FailureKind::Malformed);
    QVERIFY(back.error().message.contains(name));
}

void tst_Json::passesOverFieldsItDoesNotKnow()
{
    QJsonObject json = toJson(someLead());
    json.insert(QLatin1String("temperature"), 37);
    QVERIFY(leadFromJson(json));
}

void tst_Json::aServerOfBeforeTellsOfNoAgentsChannel()
{
    QJsonObject json = toJson(someRecording());
    json.remove(QLatin1String("agentChannel"));
    const Result<Recording> back = recordingFromJson(json);
    QVERIFY2(back, qPrintable(back ? QString() : back.error().message));
    QCOMPARE(back->agentChannel, AgentChannel::Unknown);
}

void tst_Json::writesTimesInUtc()
{
    QCOMPARE(isoTime(utc("2026-01-15T16:30:00+02:00")), QStringLiteral("2026-01-15T14:30:00Z"));
    for (const char *time : {"2026-01-15T14:30:00.007Z", "0001-01-01T00:00:00Z", "1969-12-31T23:59:59.999Z",
                             "2024-02-29T00:00:00Z", "9999-12-31T23:59:59.999Z"})
        QCOMPARE(isoTime(utc(time)), QLatin1String(time).toString());
    QCOMPARE(isoTime({}), QString());
}

void tst_Json::readsTimesOfOtherZones()
{
    const QDateTime expected = utc("2026-01-15T14:30:00Z");
    for (const char *text :
         {"2026-01-15T14:30:00Z", "2026-01-15T16:30:00+02:00", "2026-01-15T14:30:00.000Z", "2026-01-15T14:30:00"}) {
        const Result<QDateTime> time = timeFromIso(QLatin1String(text).toString());
        QVERIFY2(time, text);
        QCOMPARE(*time, expected);
        QCOMPARE(time->timeSpec(), Qt::UTC);
    }
}

void tst_Json::refusesWhatIsNoTime_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("empty") << QString();
    QTest::newRow("a date alone") << QStringLiteral("2026-01-15");
    QTest::newRow("a day that is not") << QStringLiteral("2026-02-30T00:00:00Z");
    QTest::newRow("words") << QStringLiteral("Today");
    QTest::newRow("trailing") << QStringLiteral("2026-01-15T14:30:00Z; DROP");
    QTest::newRow("far away") << QStringLiteral("99999-01-15T14:30:00Z");
}

void tst_Json::refusesWhatIsNoTime()
{
    QFETCH(QString, text);
    const Result<QDateTime> time = timeFromIso(text);
    QVERIFY(!time);
    QCOMPARE(time.error().kind, FailureKind::Malformed);
}

QTEST_APPLESS_MAIN(tst_Json)
#include "tst_Json.moc"
