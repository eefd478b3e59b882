// SPDX-License-Identifier: GPL-3.0-or-later
#include "local/LocalStore.h"
#include "local/RecordingKey.h"
#include "sqlite/Query.h"
#include "support/OpenDatabase.h"
#include "support/SampleRecording.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace Holdfast;
using namespace Holdfast::Testing;

namespace {

const QString secret = QStringLiteral("asks for a refund of 250 euros");
const DraftOf notes{QStringLiteral("r5"), RecordingField::Notes};

} // namespace

class tst_StoreSeal : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void whatIsWrittenNeverStandsInTheFile()
    {
        auto store = open(m_key);
        QCOMPARE(store->sealing(), StoreSeal::Outcome::Open);
        writeEverywhere(*store);
        QVERIFY(!isInTheFiles());
        store.reset();
        QVERIFY(!isInTheFiles());
        store = open(m_key);
        checkEverywhere(*store);
    }
    void whatStoodThereAsTextIsSealedOnceThereIsAKey()
    {
        auto store = open(std::nullopt);
        QCOMPARE(store->sealing(), StoreSeal::Outcome::Plain);
        writeEverywhere(*store);
        store.reset();
        QVERIFY(isInTheFiles());
        store = open(m_key);
        QVERIFY(!isInTheFiles());
        checkEverywhere(*store);
    }
    void aStoreThatIsSealedIsNotTouchedWithoutTheKey()
    {
        auto store = open(m_key);
        writeEverywhere(*store);
        store.reset();
        QCOMPARE(LocalStore::open(path()).error().kind, FailureKind::NotSignedIn);
        store = open(m_key);
        checkEverywhere(*store);
    }
    void whereItIsGivenUpTheServersComesAnewAndWhatWaitsStays()
    {
        auto store = open(m_key);
        writeEverywhere(*store);
        QVERIFY(store->following().endAnew(QStringLiteral("17"), Reach::Own));
        store.reset();
        QCOMPARE(LocalStore::open(path(), SecretKey::random()).error().kind, FailureKind::NotSignedIn);
        QVERIFY(StoreSeal::giveUp(path()));
        store = open(SecretKey::random());
        const auto waiting = *store->outbox();
        QCOMPARE(waiting.size(), 1);
        QCOMPARE(waiting.first().originalPath, QStringLiteral("/where/it/was.wav"));
        QVERIFY(!*store->findStored(RecordingId{5}));
        QVERIFY(!*store->drafts().find(notes));
        QVERIFY((*store->following().place())->cursor.isEmpty());
    }
    void aTextThatWasTamperedWithIsNotShown()
    {
        auto store = open(m_key);
        writeEverywhere(*store);
        store.reset();
        {
            auto database = openDatabase(path());
            QVERIFY(Query(*database, "UPDATE drafts SET text = CAST(x'00' || substr(text, 2) AS BLOB)").run());
        }
        store = open(m_key);
        QCOMPARE(store->drafts().find(notes).error().kind, FailureKind::Corrupt);
    }

private:
    QString path() const { return m_folder->filePath(QStringLiteral("local.sqlite")); }
    std::unique_ptr<LocalStore> open(const std::optional<SecretKey> &key) const
    {
        auto store = LocalStore::open(path(), key);
        return store ? std::move(*store) : nullptr;
    }
    static void writeEverywhere(LocalStore &store)
    {
        Lead lead;
        lead.id = LeadId{3};
        lead.name = QStringLiteral("Jane");
        QVERIFY(store.replaceLeads({lead}));
        Recording remote = recordingOf(5, LeadId{3});
        remote.notes = secret;
        QVERIFY(store.putRemote(remote));
        QVERIFY(store.drafts().write(notes, secret + QLatin1Char('!'), secret));
        LocalAnnotation annotation;
        annotation.localId = QUuid::createUuid();
        annotation.annotation.text = secret;
        annotation.annotation.createdAt = annotation.annotation.updatedAt = QDateTime::currentDateTimeUtc();
        QVERIFY(store.annotations().add(QStringLiteral("r5"), annotation));
        LocalRecording waiting;
        waiting.uploadId = QUuid::createUuid();
        waiting.leadId = LeadId{3};
        waiting.originalPath = QStringLiteral("/where/it/was.wav");
        waiting.attachedAt = QDateTime::currentDateTimeUtc();
        waiting.notes = secret;
        QVERIFY(store.attach({waiting}));
    }
    static void checkEverywhere(LocalStore &store)
    {
        QCOMPARE((*store.findStored(RecordingId{5}))->remote->notes, secret);
        QCOMPARE((*store.drafts().find(notes))->text, secret + QLatin1Char('!'));
        QCOMPARE(store.annotations().of(QStringLiteral("r5"))->first().annotation.text, secret);
        QCOMPARE(store.outbox()->first().notes, secret);
    }
    bool isInTheFiles() const
    {
        for (const QFileInfo &info : QDir(m_folder->path()).entryInfoList(QDir::Files)) {
            QFile file(info.filePath());
            if (!file.open(QIODevice::ReadOnly))
                qFatal("a file of the store can't be read");
            if (file.readAll().contains("refund"))
                return true;
        }
        return false;
    }

    const std::optional<SecretKey> m_key = SecretKey::random();
    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(tst_StoreSeal)
#include "tst_StoreSeal.moc"
