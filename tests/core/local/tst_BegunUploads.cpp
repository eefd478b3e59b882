// SPDX-License-Identifier: GPL-3.0-or-later
#include "local/BegunUploads.h"

#include "local/LocalStore.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Holdfast;

class tst_BegunUploads : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        reopen();
    }
    void cleanup() { m_store.reset(); }

    void keepsWhereAnUploadGoesOnAcrossARestart()
    {
        const QUuid one = QUuid::createUuid();
        QVERIFY(begun().pathOf(one)->isEmpty());
        QVERIFY(begun().keep(one, QStringLiteral("/api/uploads/a")));
        reopen();
        QCOMPARE(*begun().pathOf(one), QStringLiteral("/api/uploads/a"));
        QVERIFY(begun().keep(one, QStringLiteral("/api/uploads/b")));
        QCOMPARE(*begun().pathOf(one), QStringLiteral("/api/uploads/b"));
        QVERIFY(begun().forget(one));
        QVERIFY(begun().pathOf(one)->isEmpty());
    }
    void remembersWhatWasCancelledUntilTheServerWasTold()
    {
        const LocalRecording one = attached();
        QVERIFY(begun().keep(one.uploadId, QStringLiteral("/api/uploads/a")));
        QVERIFY(!*begun().nextCancelled());
        QVERIFY(m_store->removeWaiting(one.uploadId));
        reopen();
        QVERIFY(begun().pathOf(one.uploadId)->isEmpty());
        const auto cancelled = begun().nextCancelled();
        QVERIFY(cancelled && *cancelled);
        QCOMPARE((*cancelled)->uploadId, one.uploadId);
        QCOMPARE((*cancelled)->path, QStringLiteral("/api/uploads/a"));
        QVERIFY(begun().forget(one.uploadId));
        QVERIFY(!*begun().nextCancelled());
    }
    void hasNothingToTellOfWhatWasNeverBegun()
    {
        const LocalRecording one = attached();
        QVERIFY(m_store->removeWaiting(one.uploadId));
        QVERIFY(!*begun().nextCancelled());
    }
    void forgetsWhatIsStored()
    {
        const LocalRecording one = attached();
        QVERIFY(begun().keep(one.uploadId, QStringLiteral("/api/uploads/a")));
        Recording remote;
        remote.id = {4};
        remote.callId = {4};
        remote.leadId = {7};
        remote.agentId = {2};
        remote.sha256 = QByteArray(32, 's');
        remote.originalName = one.name;
        remote.uploadedAt = remote.callDate = remote.createdAt = QDateTime::fromSecsSinceEpoch(9, Qt::UTC);
        remote.retentionUntil = remote.uploadedAt.addDays(90);
        remote.retentionReason.appliesTo = QStringLiteral("ALL");
        QVERIFY(m_store->markStored(one.uploadId, remote));
        QVERIFY(begun().pathOf(one.uploadId)->isEmpty());
        QVERIFY(!*begun().nextCancelled());
    }

private:
    BegunUploads &begun() { return m_store->begunUploads(); }
    void reopen()
    {
        m_store.reset();
        m_store = std::move(*LocalStore::open(m_folder->filePath(QStringLiteral("local.sqlite"))));
    }
    LocalRecording attached()
    {
        LocalRecording recording;
        recording.uploadId = QUuid::createUuid();
        recording.leadId = {7};
        recording.name = QStringLiteral("call.wav");
        recording.sha256 = QByteArray(32, 's');
        recording.attachedAt = QDateTime::fromSecsSinceEpoch(8, Qt::UTC);
        if (!m_store->attach({recording}))
            qFatal("a recording could not be attached");
        return recording;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<LocalStore> m_store;
};

QTEST_GUILESS_MAIN(tst_BegunUploads)
#include "tst_BegunUploads.moc"
