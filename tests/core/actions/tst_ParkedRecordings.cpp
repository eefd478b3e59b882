// SPDX-License-Identifier: GPL-3.0-or-later
#include "actions/ParkedRecordings.h"

#include "actions/AttachRecordings.h"
#include "support/SignedIn.h"
#include "support/Tone.h"
#include "support/Wait.h"

#include <QFile>
#include <QTest>

using namespace Holdfast;
using Testing::toneWav;
using Testing::wait;

/// Where the server is away, so that what is known here counts.
class tst_ParkedRecordings : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_signedIn = std::make_unique<Testing::SignedIn>(QUrl(QStringLiteral("http://127.0.0.1:9")));
        m_parked = std::make_unique<ParkedRecordings>(m_signedIn->session, m_signedIn->api);
        m_file = m_signedIn->write(QStringLiteral("call.wav"), toneWav(1, 440, 440));
    }
    void cleanup()
    {
        m_parked.reset();
        m_signedIn.reset();
    }

    void showsWhatStaysAndWhy()
    {
        const QUuid one = park();
        const auto looked = wait(m_parked->look());
        QVERIFY(looked && looked->there.isEmpty());
        QCOMPARE(looked->stay.size(), 1);
        QCOMPARE(looked->stay.first().uploadId, one);
        QCOMPARE(looked->stay.first().problem, QStringLiteral("No."));
    }
    void letsGoOfWhatItsLeadHasByNow()
    {
        const QUuid one = park();
        store(attach());
        const auto looked = wait(m_parked->look());
        QVERIFY(looked && looked->stay.isEmpty());
        QCOMPARE(looked->there.size(), 1);
        QCOMPARE(looked->there.first().recording.uploadId, one);
        QCOMPARE(looked->there.first().id, RecordingId{5});
        QVERIFY(localStore().parkedRecordings()->isEmpty());
    }
    void keepsOneWithWordsThatItsLeadDoesNotHave()
    {
        park(QStringLiteral("She asked to be called back."));
        store(attach());
        const auto looked = wait(m_parked->look());
        QVERIFY(looked && looked->there.isEmpty());
        QCOMPARE(looked->stay.size(), 1);
    }

private:
    LocalStore &localStore() const { return *m_signedIn->session.store; }
    QUuid attach(const QString &notes = {})
    {
        AttachRecordings attach(m_signedIn->session, [] { return QDateTime::fromSecsSinceEpoch(1'000'000, Qt::UTC); });
        const auto attached = wait(attach.attach(wait(attach.inspect({m_file}, LeadId{7})), {notes, {}}));
        return attached.uploadIds.value(0);
    }
    QUuid park(const QString &notes = {})
    {
        const QUuid uploadId = attach(notes);
        if (!localStore().markProblem(uploadId, QStringLiteral("No."), TransferState::Parked))
            qFatal("it can't be parked");
        return uploadId;
    }
    void store(QUuid uploadId)
    {
        const auto waiting = localStore().find(uploadId);
        Recording remote;
        remote.id = {5};
        remote.callId = {5};
        remote.leadId = waiting->leadId;
        remote.originalName = waiting->name;
        remote.fileSize = waiting->fileSize;
        remote.sha256 = waiting->sha256;
        remote.callDate = remote.uploadedAt = remote.createdAt = QDateTime::fromSecsSinceEpoch(1'000'000, Qt::UTC);
        if (!localStore().markStored(uploadId, remote))
            qFatal("it can't be stored");
    }

    std::unique_ptr<Testing::SignedIn> m_signedIn;
    std::unique_ptr<ParkedRecordings> m_parked;
    QString m_file;
};

QTEST_GUILESS_MAIN(tst_ParkedRecordings)
#include "tst_ParkedRecordings.moc"
