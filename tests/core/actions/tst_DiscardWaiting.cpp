// SPDX-License-Identifier: GPL-3.0-or-later
#include "actions/DiscardWaiting.h"

#include "actions/AttachRecordings.h"
#include "support/SignedIn.h"
#include "support/Tone.h"
#include "support/Wait.h"

#include <QFile>
#include <QTest>

using namespace Holdfast;
using Testing::toneWav;
using Testing::wait;

class tst_DiscardWaiting : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_signedIn = std::make_unique<Testing::SignedIn>(QUrl(QStringLiteral("http://127.0.0.1:9")));
        m_discard = std::make_unique<DiscardWaiting>(m_signedIn->session);
        m_file = m_signedIn->write(QStringLiteral("call.wav"), toneWav(1, 440, 440));
        AttachRecordings attach(m_signedIn->session, [] { return QDateTime::fromSecsSinceEpoch(1'000'000, Qt::UTC); });
        QVERIFY(!wait(attach.attach(wait(attach.inspect({m_file}, LeadId{7})), {})).uploadIds.isEmpty());
    }
    void cleanup()
    {
        m_discard.reset();
        m_signedIn.reset();
    }

    void discardsWhatTheFileStillHas()
    {
        QVERIFY(wait(m_discard->discard(waiting().first(), false)));
        QVERIFY(waiting().isEmpty());
    }
    void keepsTheOnlyCopyUnlessThatIsMeant_data()
    {
        QTest::addColumn<bool>("isGone");
        QTest::newRow("the file is gone") << true;
        QTest::newRow("the file is as large, and another one") << false;
    }
    void keepsTheOnlyCopyUnlessThatIsMeant()
    {
        QFETCH(bool, isGone);
        const LocalRecording only = waiting().first();
        if (isGone)
            QVERIFY(QFile::remove(m_file));
        else
            m_signedIn->write(QStringLiteral("call.wav"), toneWav(1, 500, 500));
        const Done kept = wait(m_discard->discard(only, false));
        QVERIFY(!kept);
        QCOMPARE(kept.error().kind, FailureKind::Conflict);
        QCOMPARE(waiting().size(), 1);
        QVERIFY(wait(m_discard->discard(only, true)));
        QVERIFY(waiting().isEmpty());
    }

private:
    QList<LocalRecording> waiting() const { return m_signedIn->session.store->outbox().value(); }

    std::unique_ptr<Testing::SignedIn> m_signedIn;
    std::unique_ptr<DiscardWaiting> m_discard;
    QString m_file;
};

QTEST_GUILESS_MAIN(tst_DiscardWaiting)
#include "tst_DiscardWaiting.moc"
