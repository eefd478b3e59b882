// SPDX-License-Identifier: GPL-3.0-or-later
#include "TestApi.h"

#include "records/Recordings.h"
#include "records/Uploads.h"
#include "support/Tone.h"

#include <QDirIterator>

using namespace Holdfast;
using namespace Holdfast::Testing;

class tst_RecordingDeletion : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void takesRowKeyAndFile();
    void leavesTheAuditTrail();
    void whatIsOnHoldStays();
    void isNotForAgents();
    void saysWhereThereIsNone();
    void givesItsRoomBack();
    void isFinishedAtTheNextStartWhereTheServerDiedInBetween();

private:
    Answer remove(const QByteArray &id, const QByteArray &token)
    {
        return m_api->call("DELETE", "/api/recordings/" + id, TestApi::bearer(token));
    }
    int files() const
    {
        int files = 0;
        QDirIterator all(m_server->dataFolder() + QStringLiteral("/recordings"), QDir::Files,
                         QDirIterator::Subdirectories);
        for (; all.hasNext(); all.next())
            ++files;
        return files;
    }

    std::unique_ptr<TestServer> m_server;
    std::unique_ptr<TestApi> m_api;
    QByteArray m_alice;
    QByteArray m_sam;
    QByteArray m_tone = toneWav(0.2, 440, 880);
};

void tst_RecordingDeletion::init()
{
    m_api.reset();
    m_server = std::make_unique<TestServer>();
    m_server->options.quotaBytes = 2 * m_tone.size() + 4096;
    m_server->start();
    m_api = std::make_unique<TestApi>(*m_server);
    m_alice = m_api->tokenOf("alice");
    m_sam = m_api->tokenOf("sam");
    QCOMPARE(m_api->upload(m_alice, m_server->aliceLead, m_tone).id(), 1);
}

void tst_RecordingDeletion::takesRowKeyAndFile()
{
    QCOMPARE(m_api->get("/api/recordings/1/waveform", m_alice).status, 200); // peaks lie beside the file
    QCOMPARE(files(), 3);
    const Answer gone = remove("1", m_sam);
    QCOMPARE(gone.status, 204);
    QVERIFY(gone.body.isEmpty());
    QCOMPARE(files(), 0);
    for (const QByteArray path : {"/api/recordings/1", "/api/recordings/1/stream", "/api/recordings/1/download"})
        QCOMPARE(m_api->get(path, m_sam).status, 404);
    QVERIFY(m_api->get("/api/recordings", m_sam).array().isEmpty());
    m_server->write([](Database &database) -> Done {
        if (Recordings(database).wrappedKey({1}))
            return fail(FailureKind::Internal, QStringLiteral("its key is still there"));
        const Result<QList<Uploads::Intent>> left = Uploads(database).leftBehind();
        return left && left->isEmpty() ? Done() : fail(FailureKind::Internal, QStringLiteral("something is left"));
    });
    QCOMPARE(m_api->upload(m_alice, m_server->aliceLead, m_tone).id(), 2); // its number is not given again
}

void tst_RecordingDeletion::leavesTheAuditTrail()
{
    const QString sha256 = m_api->get("/api/recordings/1", m_sam).object()[QLatin1String("sha256")].toString();
    QCOMPARE(remove("1", m_sam).status, 204);
    const QJsonArray entries = m_api->get("/api/audit?limit=9", m_sam).array();
    QCOMPARE(entries[0][QLatin1String("action")].toString(), QStringLiteral("delete"));
    QCOMPARE(entries[0][QLatin1String("recordingId")].toInteger(), 1);
    QCOMPARE(entries[0][QLatin1String("detail")][QLatin1String("sha256")].toString(), sha256);
    bool uploadIsThere = false;
    for (const QJsonValue &entry : entries)
        uploadIsThere |= entry[QLatin1String("action")].toString() == QStringLiteral("upload");
    QVERIFY(uploadIsThere);
}

void tst_RecordingDeletion::whatIsOnHoldStays()
{
    const QByteArray hold = "/api/recordings/1/compliance-hold";
    QCOMPARE(m_api->call("PUT", hold, TestApi::bearer(m_sam), R"({"complianceHold":true})").status, 200);
    for (const QByteArray who : {"sam", "ada"}) {
        const Answer refused = remove("1", m_api->tokenOf(who));
        QCOMPARE(refused.status, 403);
        QCOMPARE(refused.message(), QStringLiteral("Cannot delete recording under compliance hold"));
    }
    const QJsonValue entry = m_api->get("/api/audit?limit=1", m_sam).array()[0];
    QCOMPARE(entry[QLatin1String("outcome")].toString(), QStringLiteral("refused"));
    QCOMPARE(m_api->get("/api/recordings/1/download", m_sam).body, m_tone);
    QCOMPARE(m_api->call("PUT", hold, TestApi::bearer(m_sam), R"({"complianceHold":false})").status, 200);
    QCOMPARE(remove("1", m_sam).status, 204);
}

void tst_RecordingDeletion::isNotForAgents()
{
    QCOMPARE(remove("1", m_alice).status, 403); // though it is her own
    QCOMPARE(remove("1", m_api->tokenOf("bob")).status, 403);
    QCOMPARE(m_api->call("DELETE", "/api/recordings/1").status, 401);
    QCOMPARE(m_api->get("/api/recordings/1/download", m_sam).body, m_tone);
}

void tst_RecordingDeletion::saysWhereThereIsNone()
{
    for (const QByteArray id : {"404", "0", "abc", "99999999999999999999"}) {
        QCOMPARE(remove(id, m_sam).status, 404);
        QCOMPARE(remove(id, m_sam).message(), QStringLiteral("Recording not found"));
    }
    QCOMPARE(remove("1", m_sam).status, 204);
    QCOMPARE(remove("1", m_sam).status, 404);
}

void tst_RecordingDeletion::givesItsRoomBack()
{
    QCOMPARE(m_api->upload(m_alice, m_server->aliceLead, m_tone).status, 201);
    QCOMPARE(m_api->upload(m_alice, m_server->aliceLead, m_tone).status, 507); // full, by its quota
    QCOMPARE(remove("1", m_sam).status, 204);
    QCOMPARE(m_api->upload(m_alice, m_server->aliceLead, m_tone).status, 201);
}

void tst_RecordingDeletion::isFinishedAtTheNextStartWhereTheServerDiedInBetween()
{
    // What the database holds once the transaction of a deletion is through, and the file still there.
    m_server->write([](Database &database) -> Done {
        const Result<std::optional<Recording>> recording = Recordings(database).byId({1});
        if (!recording)
            return fail(recording.error());
        if (Done removed = Recordings(database).remove({1}); !removed)
            return removed;
        return Uploads(database).begin({1}, (*recording)->filePath, (*recording)->uploadedAt);
    });
    QCOMPARE(files(), 1);
    m_server->stop();
    m_server->start();
    QCOMPARE(files(), 0);
    QCOMPARE(m_api->get("/api/recordings/1", m_sam).status, 404);
}

QTEST_GUILESS_MAIN(tst_RecordingDeletion)
#include "tst_RecordingDeletion.moc"
