// SPDX-License-Identifier: GPL-3.0-or-later
#include "local/UnsentRows.h"

#include "local/LocalStore.h"
#include "local/RecordingKey.h"
#include "sqlite/Query.h"
#include "support/OpenDatabase.h"
#include "support/SampleRecording.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Holdfast;
using namespace std::chrono_literals;
using Testing::recordingOf;

class tst_UnsentRows : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_store = *LocalStore::open(path());
        QVERIFY(m_store->replaceLeads({lead(1, QStringLiteral("Waiting W.")), lead(2, QStringLiteral("Noted N.")),
                                       lead(3, QStringLiteral("Gone G."))}));
        for (qint64 id = 1; id <= 3; ++id)
            QVERIFY(m_store->putRemote(recordingOf(10 + id, {id})));
        QVERIFY(m_store->rememberListenedTo(*stored(13), 5s));
        QVERIFY(m_store->leadMarks().opened({3}));
    }
    void cleanup() { m_store.reset(); }

    void nothingStaysWhereTheServerHasItAll()
    {
        m_store.reset();
        const Result<Unsent> unsent = keepOnlyUnsent(path());
        QVERIFY(unsent);
        QVERIFY(unsent->isNothing());
        QVERIFY(!fileContains("Gone G.") && !fileContains("Waiting W."));
    }
    void whatIsUnsentStaysWithWhatItBelongsTo()
    {
        const LocalRecording waiting = waitingFor({1});
        QVERIFY(m_store->attach({waiting}));
        QVERIFY(m_store->drafts().write({recordingKey({}, {12}), RecordingField::Notes}, QStringLiteral("typed"),
                                        QStringLiteral("before")));
        LocalAnnotation annotation;
        annotation.localId = QUuid::createUuid();
        annotation.annotation.text = QStringLiteral("asks for a refund");
        annotation.annotation.createdAt = annotation.annotation.updatedAt = waiting.attachedAt;
        annotation.pending = LocalAnnotation::Pending::Create;
        QVERIFY(m_store->annotations().add(recordingKey({}, {12}), annotation));
        m_store.reset();
        const Unsent expected{{waiting.uploadId.toString(QUuid::WithoutBraces)}, 2};
        QCOMPARE(*keepOnlyUnsent(path()), expected);
        QCOMPARE(*keepOnlyUnsent(path()), expected);
        QCOMPARE(*countUnsent(path()), expected);
        QVERIFY(!fileContains("Gone G."));
        m_store = *LocalStore::open(path());
        QCOMPARE(*m_store->outbox(), QList<LocalRecording>{waiting});
        QCOMPARE(m_store->leads()->size(), 2);
        QCOMPARE((*m_store->drafts().find({recordingKey({}, {12}), RecordingField::Notes}))->text,
                 QStringLiteral("typed"));
        QCOMPARE(m_store->annotations().of(recordingKey({}, {12}))->size(), 1);
        QVERIFY(stored(12));
        QVERIFY(!stored(11) && !stored(13));
    }
    void whatIsParkedStays()
    {
        const LocalRecording waiting = waitingFor({1});
        QVERIFY(m_store->attach({waiting}));
        QVERIFY(m_store->markProblem(waiting.uploadId, QStringLiteral("refused"), TransferState::Parked));
        m_store.reset();
        QCOMPARE(keepOnlyUnsent(path())->uploads.size(), 1);
    }
    /// A table that is new must be thought of in UnsentRows.cpp, and then named here.
    void eachTableWasThoughtOf()
    {
        m_store.reset();
        const auto database = Testing::openDatabase(path());
        Query query(*database, "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
                               " ORDER BY name");
        QStringList tables;
        QVERIFY(query.each([&] { tables.append(query.text(0)); }));
        const QString thoughtOf =
            QStringLiteral("agents annotations begun_uploads dispositions doomed_files drafts following "
                           "following_due following_met gone_leads gone_recordings inbox inbox_folders"
                           " lead_marks leads listening outbox recordings sealing");
        QCOMPARE(tables.join(u' '), thoughtOf);
    }

private:
    QString path() const { return m_folder->filePath(QStringLiteral("local.sqlite")); }
    bool fileContains(const QByteArray &bytes) const
    {
        QFile file(path());
        return !file.open(QIODevice::ReadOnly) || file.readAll().contains(bytes);
    }
    std::optional<LocalRecording> stored(qint64 id) const { return *m_store->findStored({id}); }
    static Lead lead(qint64 id, const QString &name)
    {
        Lead lead;
        lead.id = {id};
        lead.name = name;
        return lead;
    }
    static LocalRecording waitingFor(LeadId lead)
    {
        LocalRecording recording;
        recording.uploadId = QUuid::createUuid();
        recording.leadId = lead;
        recording.name = QStringLiteral("call.wav");
        recording.sha256 = QByteArray(32, 'w');
        recording.attachedAt = recording.callAt = QDateTime::fromMSecsSinceEpoch(1'800'000'000'000, Qt::UTC);
        return recording;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<LocalStore> m_store;
};

QTEST_GUILESS_MAIN(tst_UnsentRows)
#include "tst_UnsentRows.moc"
