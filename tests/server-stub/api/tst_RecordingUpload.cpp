// SPDX-License-Identifier: GPL-3.0-or-later
#include "TestApi.h"

#include "contract/RecordingJson.h"
#include "domain/Limits.h"
#include "records/Audit.h"
#include "records/Uploads.h"
#include "support/Tone.h"

#include <QCryptographicHash>
#include <QDirIterator>
#include <QTcpSocket>

using namespace Holdfast;
using namespace Holdfast::Testing;

namespace {

const QByteArray tone = toneWav(2, 440, 880);

QStringList filesIn(const QString &folder)
{
    QStringList files;
    for (QDirIterator entries(folder, QDir::Files, QDirIterator::Subdirectories); entries.hasNext();)
        files.append(entries.next());
    return files;
}

/// The system's disk until it is full: then every new file is refused.
class FillingDisk : public Disk
{
public:
    bool full = false;
    std::optional<qint64> free = {};

    Result<std::unique_ptr<DiskFile>> create(const QString &path) override
    {
        if (full)
            return fail(FailureKind::StorageFull, QStringLiteral("There is no room left on the disk."));
        return m_disk->create(path);
    }
    Result<std::unique_ptr<QIODevice>> open(const QString &path) override { return m_disk->open(path); }
    Done rename(const QString &from, const QString &to) override { return m_disk->rename(from, to); }
    Done makeFolder(const QString &path) override { return m_disk->makeFolder(path); }
    Done remove(const QString &path) override { return m_disk->remove(path); }
    bool exists(const QString &path) override { return m_disk->exists(path); }
    Result<QStringList> list(const QString &folder) override { return m_disk->list(folder); }
    std::optional<qint64> freeBytes(const QString &) override { return free; }

private:
    std::unique_ptr<Disk> m_disk = localDisk();
};

} // namespace

class tst_RecordingUpload : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void keepsARecordingAndAnswersWithIt();
    void takesTheLeadAfterTheFile();
    void takesAllFieldsOfTheForm();
    void aSupervisorUploadsForAnyLead();
    void twoUploadsOfOneFileAreTwoRecordings();
    void anAgentAddsToItsOwnCallsAlone();
    void keepsNoPlainByteOnTheDisk();

    void refusesBeforeTheBody_data();
    void refusesBeforeTheBody();
    void refusesALeadOfSomebodyElse_data();
    void refusesALeadOfSomebodyElse();
    void refusesAForm_data();
    void refusesAForm();
    void refusesOneByteTooMany();
    void takesTheLargestFile();
    void keepsAFileAsWhatItIs();
    void keepsANameThatIsSafe_data();
    void keepsANameThatIsSafe();
    void aBodyThatStopsHalfWayLeavesNothing();

    void aRepeatAnswersWithTheFirstResult();
    void aRepeatWithAnotherBodyIsRefused();
    void aRepeatWhileTheFirstIsRunningIsRefused();
    void aKeyIsForgottenAfterADay();
    void refusesAKeyThatIsNone();

    void refusesPastTheQuota();
    void aFullDiskRefusesAndTheServerGoesOn();
    void aDiskThatIsNearlyFullRefusesAndTellsOfTheDisk();
    void removesWhatAKilledServerLeft();

private:
    void restart();
    void nothingWasKept();
    QByteArray lead(LeadId id) const { return QByteArray::number(id.value); }

    QDateTime m_now;
    std::shared_ptr<FillingDisk> m_disk;
    std::unique_ptr<TestServer> m_server;
    std::unique_ptr<TestApi> m_api;
    QByteArray m_alice;
};

void tst_RecordingUpload::init()
{
    m_now = QDateTime(QDate(2026, 1, 15), QTime(14, 30), Qt::UTC);
    m_disk = std::make_shared<FillingDisk>();
    m_api.reset();
    m_server = std::make_unique<TestServer>();
    m_server->disk = m_disk;
    m_server->options.clock = [this] { return m_now; };
    restart();
}

void tst_RecordingUpload::restart()
{
    m_server->stop();
    m_server->start();
    m_api = std::make_unique<TestApi>(*m_server);
    m_alice = m_api->tokenOf("alice");
}

void tst_RecordingUpload::nothingWasKept()
{
    QCOMPARE(m_api->get("/api/recordings", m_api->tokenOf("ada")).body.trimmed(), QByteArray("[]"));
    QCOMPARE(filesIn(m_server->dataFolder() + QStringLiteral("/recordings")), QStringList());
    QTRY_COMPARE(filesIn(m_server->dataFolder() + QStringLiteral("/incoming")), QStringList());
}

void tst_RecordingUpload::keepsARecordingAndAnswersWithIt()
{
    const Answer answer = m_api->upload(m_alice, m_server->aliceLead, tone);
    QCOMPARE(answer.status, 201);
    const Result<Recording> recording = recordingFromJson(answer.object());
    QVERIFY(recording);
    QCOMPARE(answer.field("Location"), "/api/recordings/" + QByteArray::number(recording->id.value));
    QCOMPARE(recording->fileSize, tone.size());
    QCOMPARE(recording->sha256, QCryptographicHash::hash(tone, QCryptographicHash::Sha256));
    QVERIFY(recording->duration == std::chrono::milliseconds(2000));
    QCOMPARE(recording->format, MediaFormat::Wav);
    QCOMPARE(recording->channels, 2);
    QCOMPARE(recording->sampleRate, 8000);
    QCOMPARE(recording->uploadedAt, m_now);
    QCOMPARE(recording->callDate, m_now);
    QCOMPARE(recording->retentionUntil, m_now.addDays(defaultRetentionDays));
    QCOMPARE(recording->agentName, QStringLiteral("Alice Agent"));
    QCOMPARE(recording->leadName, QStringLiteral("Jane Smith"));
    QCOMPARE(recording->campaignName, QStringLiteral("Spring"));
    QVERIFY(recording->callId.isValid());
    QCOMPARE(m_api->get(answer.field("Location"), m_alice).body, answer.body);

    const Answer lead = m_api->get("/api/leads/" + this->lead(m_server->aliceLead), m_alice);
    QCOMPARE(lead.object().value(QLatin1String("recordingCount")).toInt(), 1);
}

void tst_RecordingUpload::takesTheLeadAfterTheFile()
{
    QCOMPARE(m_api->upload(m_alice, {{"file", tone, "call.wav"}, {"leadId", lead(m_server->aliceLead)}}).status, 201);
}

void tst_RecordingUpload::takesAllFieldsOfTheForm()
{
    const Answer first = m_api->upload(m_alice, {{"leadId", lead(m_server->aliceLead)},
                                                 {"campaignId", QByteArray::number(m_server->campaign.value)},
                                                 {"disposition", "sale"},
                                                 {"callDate", "2026-01-15T12:00:00+02:00"},
                                                 {"notes", "sagt „ja“ 📞"},
                                                 {"agentChannel", "1"},
                                                 {"callId", ""},
                                                 {"file", tone, "call.wav"}});
    QCOMPARE(first.status, 201);
    const Recording recording = recordingFromJson(first.object()).value();
    QCOMPARE(recording.disposition, QStringLiteral("sale"));
    QCOMPARE(recording.notes, QStringLiteral("sagt „ja“ 📞"));
    QCOMPARE(recording.agentChannel, AgentChannel::Right);
    QCOMPARE(recording.callDate, QDateTime(QDate(2026, 1, 15), QTime(10, 0), Qt::UTC));

    const Answer second = m_api->upload(m_alice, {{"leadId", lead(m_server->aliceLead)},
                                                  {"callId", QByteArray::number(recording.callId.value)},
                                                  {"file", tone, "call.wav"}});
    QCOMPARE(second.status, 201);
    QVERIFY(recordingFromJson(second.object()).value().callId == recording.callId);
    QCOMPARE(recordingFromJson(second.object()).value().agentChannel, AgentChannel::Unknown); // it is not told
}

void tst_RecordingUpload::aSupervisorUploadsForAnyLead()
{
    QCOMPARE(m_api->upload(m_api->tokenOf("sam"), m_server->bobLead, tone).status, 201);
}

void tst_RecordingUpload::twoUploadsOfOneFileAreTwoRecordings()
{
    const Answer first = m_api->upload(m_alice, m_server->aliceLead, tone);
    const Answer second = m_api->upload(m_api->tokenOf("bob"), m_server->bobLead, tone);
    QCOMPARE(first.status, 201);
    QCOMPARE(second.status, 201);
    QVERIFY(first.id() != second.id());
}

void tst_RecordingUpload::anAgentAddsToItsOwnCallsAlone()
{
    const QByteArray sam = m_api->tokenOf("sam");
    const QByteArray lead = QByteArray::number(m_server->aliceLead.value);
    QCOMPARE(m_api->call("PUT", "/api/leads/" + lead, TestApi::bearer(sam), R"({"name":"Jane","agents":[3,4]})").status,
             200);
    const Answer first = m_api->upload(m_alice, m_server->aliceLead, tone);
    const QByteArray call = QByteArray::number(first.object().value(QLatin1String("callId")).toInteger());
    const QList<Part> parts{{"leadId", lead}, {"callId", call}, {"file", tone, "call.wav"}};
    const Answer refused = m_api->upload(m_api->tokenOf("bob"), parts);
    QCOMPARE(refused.status, 400);
    QVERIFY2(refused.message().contains(QStringLiteral("callId")), qPrintable(refused.message()));
    QCOMPARE(m_api->upload(m_alice, parts).status, 201);
    QCOMPARE(m_api->upload(sam, parts).status, 201);
}

void tst_RecordingUpload::keepsNoPlainByteOnTheDisk()
{
    QCOMPARE(m_api->upload(m_alice, {{"leadId", lead(m_server->aliceLead)}, {"file", tone, "call.wav"}}).status, 201);
    const QByteArray sample = tone.mid(tone.size() / 2, 16);
    for (const QString &path : filesIn(m_server->dataFolder())) {
        QFile file(path);
        QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(path));
        QVERIFY2(!file.readAll().contains(sample), qPrintable(path));
    }
}

void tst_RecordingUpload::refusesBeforeTheBody_data()
{
    QTest::addColumn<QByteArray>("fields");
    QTest::addColumn<int>("status");
    const QByteArray type = "Content-Type: " + formType + "\r\n";
    QTest::newRow("no token") << type + "Content-Length: 1000\r\n" << 401;
    QTest::newRow("wrong token") << type + "Authorization: Bearer a.b.c\r\nContent-Length: 1000\r\n" << 401;
    QTest::newRow("too large") << type + "Authorization: Bearer TOKEN\r\nContent-Length: 60000000\r\n" << 413;
    QTest::newRow("beyond 64 bits") << type + "Authorization: Bearer TOKEN\r\nContent-Length: 99999999999999999999\r\n"
                                    << 400;
    QTest::newRow("no form") << QByteArray("Content-Type: audio/wav\r\nAuthorization: Bearer TOKEN\r\n"
                                           "Content-Length: 1000\r\n")
                             << 400;
}

void tst_RecordingUpload::refusesBeforeTheBody()
{
    QFETCH(QByteArray, fields);
    QTcpSocket socket;
    socket.connectToHost(m_server->url().host(), static_cast<quint16>(m_server->url().port()));
    socket.write("POST /api/recordings HTTP/1.1\r\nHost: here\r\n" + fields.replace("TOKEN", m_alice) + "\r\n");
    QByteArray received;
    QTRY_VERIFY((received += socket.readAll()).contains("\r\n\r\n"));
    QTEST(received.mid(9, 3).toInt(), "status");
    nothingWasKept();
}

void tst_RecordingUpload::refusesALeadOfSomebodyElse_data()
{
    QTest::addColumn<bool>("leadFirst");
    QTest::newRow("before the file") << true;
    QTest::newRow("after the file") << false;
}

void tst_RecordingUpload::refusesALeadOfSomebodyElse()
{
    QFETCH(bool, leadFirst);
    QList<Part> parts{{"leadId", lead(m_server->bobLead)}, {"file", tone, "call.wav"}};
    if (!leadFirst)
        parts.swapItemsAt(0, 1);
    const Answer answer = m_api->upload(m_alice, parts);
    QCOMPARE(answer.status, 403);
    QVERIFY(answer.message().contains(QStringLiteral("not assigned")));
    nothingWasKept();
    const QJsonArray entries = m_api->get("/api/audit", m_api->tokenOf("ada")).array();
    const auto refused = std::count_if(entries.begin(), entries.end(), [](const QJsonValue &entry) {
        return entry[QLatin1String("action")].toString() == QLatin1String("upload") &&
               entry[QLatin1String("outcome")].toString() == QLatin1String("refused") &&
               entry[QLatin1String("username")].toString() == QLatin1String("alice");
    });
    QCOMPARE(refused, 1);
}

void tst_RecordingUpload::refusesAForm_data()
{
    QTest::addColumn<QByteArray>("form");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("says");
    const Part file{"file", tone, "call.wav"};
    const auto with = [&](const Part &part) { return formOf({{"leadId", "LEAD"}, part, file}); };
    QTest::newRow("empty body") << QByteArray() << 400 << QStringLiteral("boundary");
    QTest::newRow("not closed") << formOf({{"leadId", "LEAD"}, file}).chopped(boundary.size() + 6) << 400
                                << QStringLiteral("boundary");
    QTest::newRow("no file") << formOf({{"leadId", "LEAD"}}) << 400 << QStringLiteral("no file");
    QTest::newRow("no lead") << formOf({file}) << 400 << QStringLiteral("leadId");
    QTest::newRow("file without a name") << formOf({{"leadId", "LEAD"}, {"file", tone}}) << 400
                                         << QStringLiteral("name");
    QTest::newRow("empty file") << formOf({{"leadId", "LEAD"}, {"file", "", "call.wav"}}) << 400
                                << QStringLiteral("empty");
    QTest::newRow("two files") << formOf({{"leadId", "LEAD"}, file, file}) << 400 << QStringLiteral("twice");
    QTest::newRow("two leads") << with({"leadId", "LEAD"}) << 400 << QStringLiteral("twice");
    QTest::newRow("unknown field") << with({"lead_id", "1"}) << 400 << QStringLiteral("lead_id");
    QTest::newRow("lead is a word") << formOf({{"leadId", "jane"}, file}) << 400 << QStringLiteral("leadId");
    QTest::newRow("lead is beyond 64 bits")
        << formOf({{"leadId", "9223372036854775808"}, file}) << 400 << QStringLiteral("leadId");
    QTest::newRow("lead is not there") << formOf({{"leadId", "4711"}, file}) << 404 << QStringLiteral("Lead not found");
    QTest::newRow("campaign is not there") << with({"campaignId", "4711"}) << 400 << QStringLiteral("campaign");
    QTest::newRow("call is not there") << with({"callId", "4711"}) << 400 << QStringLiteral("call");
    QTest::newRow("date is a word") << with({"callDate", "today"}) << 400 << QStringLiteral("callDate");
    QTest::newRow("agent speaks on a third channel")
        << with({"agentChannel", "2"}) << 400 << QStringLiteral("agentChannel");
    QTest::newRow("agent's channel is a word")
        << with({"agentChannel", "left"}) << 400 << QStringLiteral("agentChannel");
    QTest::newRow("notes are too long") << with({"notes", QByteArray(maxNotesLength + 1, 'x')}) << 400
                                        << QStringLiteral("notes");
    QTest::newRow("notes are far too long")
        << with({"notes", QByteArray(1'000'000, 'x')}) << 400 << QStringLiteral("notes");
    QTest::newRow("notes are not UTF-8") << with({"notes", "\xff\xfe"}) << 400 << QStringLiteral("notes");
    QTest::newRow("notes hold a NUL") << with({"notes", QByteArray("a\0b", 3)}) << 400 << QStringLiteral("notes");
    QTest::newRow("name holds a NUL") << formOf({{"leadId", "LEAD"}, {"file", tone, QByteArray("a\0.wav", 6)}}) << 400
                                      << QString();
    QTest::newRow("extension") << formOf({{"leadId", "LEAD"}, {"file", tone, "call.flac"}}) << 415
                               << QStringLiteral("MP3");
    QTest::newRow("no extension") << formOf({{"leadId", "LEAD"}, {"file", tone, "call"}}) << 415
                                  << QStringLiteral("MP3");
    QTest::newRow("a text called .mp3") << formOf({{"leadId", "LEAD"},
                                                   {"file", QByteArray("Dear diary, ").repeated(500), "call.mp3"}})
                                        << 415 << QString();
    QTest::newRow("zeros called .wav") << formOf({{"leadId", "LEAD"}, {"file", QByteArray(50'000, '\0'), "call.wav"}})
                                       << 415 << QString();
}

void tst_RecordingUpload::refusesAForm()
{
    QFETCH(QByteArray, form);
    QFETCH(QString, says);
    const Answer answer =
        m_api->call("POST", "/api/recordings", TestApi::bearer(m_alice) + Fields{{"Content-Type", formType}},
                    form.replace("LEAD", lead(m_server->aliceLead)));
    QTEST(answer.status, "status");
    QVERIFY2(answer.message().contains(says), qPrintable(answer.message()));
    nothingWasKept();
}

void tst_RecordingUpload::refusesOneByteTooMany()
{
    QByteArray file = tone;
    file.resize(maxRecordingBytes + 1);
    const Answer answer = m_api->upload(m_alice, m_server->aliceLead, file);
    QCOMPARE(answer.status, 413);
    QVERIFY(answer.message().contains(QStringLiteral("50 MiB")));
    nothingWasKept();
}

void tst_RecordingUpload::takesTheLargestFile()
{
    QByteArray file = tone;
    file.append(maxRecordingBytes - file.size(), '\0');
    const Answer answer = m_api->upload(m_alice, m_server->aliceLead, file);
    QCOMPARE(answer.status, 201);
    QCOMPARE(answer.object().value(QLatin1String("fileSize")).toInteger(), maxRecordingBytes);
}

void tst_RecordingUpload::keepsAFileAsWhatItIs()
{
    QFile file(QStringLiteral(HOLDFAST_DEMO "/fault-report.mp3"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const Answer answer = m_api->upload(m_alice, m_server->aliceLead, file.readAll(), "call.wav");
    QCOMPARE(answer.status, 201);
    QCOMPARE(answer.object().value(QLatin1String("format")).toString(), QStringLiteral("mp3"));
    QVERIFY(answer.object().value(QLatin1String("filePath")).toString().endsWith(QStringLiteral(".mp3")));
}

void tst_RecordingUpload::keepsANameThatIsSafe_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::newRow("path") << QByteArray("../../../etc/call.wav");
    QTest::newRow("backslashes") << QByteArray("..\\\\..\\\\call.wav");
    QTest::newRow("emoji") << QByteArray("📞 with Jane.wav");
    QTest::newRow("300 characters") << QByteArray(300, 'x') + ".wav";
    QTest::newRow("encoded line end") << QByteArray("a%0D%0ASet-Cookie: x.wav");
}

void tst_RecordingUpload::keepsANameThatIsSafe()
{
    QFETCH(QByteArray, name);
    const Answer answer = m_api->upload(m_alice, m_server->aliceLead, tone, name);
    QCOMPARE(answer.status, 201);
    const QString kept = answer.object().value(QLatin1String("originalName")).toString();
    QVERIFY(kept.endsWith(QStringLiteral(".wav")));
    QVERIFY(!kept.contains(u'/') && !kept.contains(u'\\') && !kept.contains(u'\n') && !kept.contains(u'\r'));
    QVERIFY(kept.toUtf8().size() <= 200);
    const Answer back = m_api->get(answer.field("Location") + "/download", m_alice);
    QCOMPARE(back.body, tone);
    QVERIFY(back.field("Content-Disposition").startsWith("attachment; filename=\""));
}

void tst_RecordingUpload::aBodyThatStopsHalfWayLeavesNothing()
{
    const QByteArray form = formOf({{"leadId", lead(m_server->aliceLead)}, {"file", tone, "call.wav"}});
    QTcpSocket socket;
    socket.connectToHost(m_server->url().host(), static_cast<quint16>(m_server->url().port()));
    socket.write("POST /api/recordings HTTP/1.1\r\nHost: here\r\nAuthorization: Bearer " + m_alice +
                 "\r\nContent-Type: " + formType + "\r\nContent-Length: " + QByteArray::number(form.size()) +
                 "\r\n\r\n" + form.first(form.size() / 2));
    const QString incoming = m_server->dataFolder() + QStringLiteral("/incoming");
    QTRY_COMPARE(filesIn(incoming).size(), 1);
    socket.abort();
    QTRY_COMPARE(filesIn(incoming), QStringList());
    nothingWasKept();
}

void tst_RecordingUpload::aRepeatAnswersWithTheFirstResult()
{
    const QList<Part> parts{{"leadId", lead(m_server->aliceLead)}, {"file", tone, "call.wav"}};
    const Answer first = m_api->upload(m_alice, parts, {{"Idempotency-Key", "k-1"}});
    const Answer second = m_api->upload(m_alice, parts, {{"Idempotency-Key", "k-1"}});
    QCOMPARE(first.status, 201);
    QCOMPARE(second.status, 201);
    QCOMPARE(second.body, first.body);
    QCOMPARE(m_api->get("/api/recordings", m_alice).array().size(), 1);
    QCOMPARE(filesIn(m_server->dataFolder() + QStringLiteral("/recordings")).size(), 1);
    const Answer other = m_api->upload(m_api->tokenOf("sam"), parts, {{"Idempotency-Key", "k-1"}});
    QCOMPARE(other.status, 201);
    QVERIFY2(other.id() != first.id(), "a key is one user's own");
}

void tst_RecordingUpload::aRepeatWithAnotherBodyIsRefused()
{
    const Fields key{{"Idempotency-Key", "k-1"}};
    const QByteArray leadId = lead(m_server->aliceLead);
    QCOMPARE(m_api->upload(m_alice, {{"leadId", leadId}, {"file", tone, "call.wav"}}, key).status, 201);
    const QByteArray other = toneWav(1, 300, 600);
    QCOMPARE(m_api->upload(m_alice, {{"leadId", leadId}, {"file", other, "call.wav"}}, key).status, 422);
    const Answer notes =
        m_api->upload(m_alice, {{"leadId", leadId}, {"notes", "new"}, {"file", tone, "call.wav"}}, key);
    QCOMPARE(notes.status, 422);
    const Answer channel =
        m_api->upload(m_alice, {{"leadId", leadId}, {"agentChannel", "0"}, {"file", tone, "call.wav"}}, key);
    QCOMPARE(channel.status, 422);
    QCOMPARE(m_api->get("/api/recordings", m_alice).array().size(), 1);
}

void tst_RecordingUpload::aRepeatWhileTheFirstIsRunningIsRefused()
{
    const QByteArray form = formOf({{"leadId", lead(m_server->aliceLead)}, {"file", tone, "call.wav"}});
    QTcpSocket socket;
    socket.connectToHost(m_server->url().host(), static_cast<quint16>(m_server->url().port()));
    socket.write("POST /api/recordings HTTP/1.1\r\nHost: here\r\nIdempotency-Key: k-1\r\nAuthorization: Bearer " +
                 m_alice + "\r\nContent-Type: " + formType + "\r\nContent-Length: " + QByteArray::number(form.size()) +
                 "\r\n\r\n" + form.first(form.size() / 2));
    QTRY_COMPARE(filesIn(m_server->dataFolder() + QStringLiteral("/incoming")).size(), 1);
    const QList<Part> parts{{"leadId", lead(m_server->aliceLead)}, {"file", tone, "call.wav"}};
    QCOMPARE(m_api->upload(m_alice, parts, {{"Idempotency-Key", "k-1"}}).status, 409);

    socket.write(form.sliced(form.size() / 2));
    QByteArray received;
    QTRY_VERIFY((received += socket.readAll()).startsWith("HTTP/1.1 201"));
    QCOMPARE(m_api->upload(m_alice, parts, {{"Idempotency-Key", "k-1"}}).status, 201);
    QCOMPARE(m_api->get("/api/recordings", m_alice).array().size(), 1);
}

void tst_RecordingUpload::aKeyIsForgottenAfterADay()
{
    const QList<Part> parts{{"leadId", lead(m_server->aliceLead)}, {"file", tone, "call.wav"}};
    QCOMPARE(m_api->upload(m_alice, parts, {{"Idempotency-Key", "k-1"}}).status, 201);
    m_now = m_now.addDays(1).addSecs(1);
    const QByteArray token = m_api->tokenOf("alice");
    QCOMPARE(m_api->upload(token, parts, {{"Idempotency-Key", "k-1"}}).status, 201);
    QCOMPARE(m_api->get("/api/recordings", token).array().size(), 2);
}

void tst_RecordingUpload::refusesAKeyThatIsNone()
{
    const QList<Part> parts{{"leadId", lead(m_server->aliceLead)}, {"file", tone, "call.wav"}};
    QCOMPARE(m_api->upload(m_alice, parts, {{"Idempotency-Key", QByteArray(201, 'k')}}).status, 400);
    QCOMPARE(m_api->upload(m_alice, parts, {{"Idempotency-Key", "two words"}}).status, 400);
    nothingWasKept();
}

void tst_RecordingUpload::refusesPastTheQuota()
{
    m_server->options.quotaBytes = tone.size() * 3 / 2 + 2000;
    restart();
    QCOMPARE(m_api->upload(m_alice, m_server->aliceLead, tone).status, 201);
    const Answer answer = m_api->upload(m_alice, m_server->aliceLead, tone);
    QCOMPARE(answer.status, 507);
    restart();
    QCOMPARE(m_api->upload(m_alice, m_server->aliceLead, tone).status, 507);
    QCOMPARE(m_api->upload(m_alice, m_server->aliceLead, toneWav(0.5, 300, 300)).status, 201);
}

void tst_RecordingUpload::aFullDiskRefusesAndTheServerGoesOn()
{
    m_disk->full = true;
    const Answer answer = m_api->upload(m_alice, m_server->aliceLead, tone);
    QCOMPARE(answer.status, 507);
    nothingWasKept();
    m_disk->full = false;
    QCOMPARE(m_api->upload(m_alice, m_server->aliceLead, tone).status, 201);
}

void tst_RecordingUpload::aDiskThatIsNearlyFullRefusesAndTellsOfTheDisk()
{
    m_disk->free = m_server->options.diskReserveBytes;
    const Answer answer = m_api->upload(m_alice, m_server->aliceLead, tone);
    QCOMPARE(answer.status, 507);
    QVERIFY2(answer.body.contains("disk is nearly full"), answer.body.constData());
    nothingWasKept();
    m_disk->free = m_server->options.diskReserveBytes + 2 * tone.size();
    QCOMPARE(m_api->upload(m_alice, m_server->aliceLead, tone).status, 201);
}

void tst_RecordingUpload::removesWhatAKilledServerLeft()
{
    const Answer kept = m_api->upload(m_alice, m_server->aliceLead, tone);
    const QString keptPath = kept.object().value(QLatin1String("filePath")).toString();
    const QString recordings = m_server->dataFolder() + QStringLiteral("/recordings/");
    const QString orphan = QStringLiteral("2026/01/15/recording_77.wav");
    m_server->write([&](Database &database) { return Uploads(database).begin(RecordingId{77}, orphan, m_now); });
    QVERIFY(QFile::copy(recordings + keptPath, recordings + orphan));
    QVERIFY(QFile::copy(recordings + keptPath, m_server->dataFolder() + QStringLiteral("/incoming/8_abc")));
    restart();
    QCOMPARE(filesIn(recordings), QStringList{recordings + keptPath});
    QCOMPARE(filesIn(m_server->dataFolder() + QStringLiteral("/incoming")), QStringList());
    const Answer next = m_api->upload(m_alice, m_server->aliceLead, tone);
    QCOMPARE(next.status, 201);
    QVERIFY(next.id() > 77);
}

QTEST_GUILESS_MAIN(tst_RecordingUpload)
#include "tst_RecordingUpload.moc"
