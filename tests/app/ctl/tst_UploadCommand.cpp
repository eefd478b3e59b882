// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/DiscardCommand.h"
#include "ctl/UploadCommand.h"

#include "support/SignedIn.h"
#include "support/Tone.h"
#include "support/Wait.h"

#include <QSignalSpy>
#include <QTest>

using namespace Holdfast;
using Testing::toneWav;
using Testing::wait;

/// Where the server is away: what becomes of it with a server, tst_Holdfastctl says.
class tst_UploadCommand : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_signedIn = std::make_unique<Testing::SignedIn>(QUrl(QStringLiteral("http://127.0.0.1:9")));
        m_options = {};
        m_options.patience = std::chrono::seconds(0);
        m_file = m_signedIn->write(QStringLiteral("call.wav"), toneWav(1, 440, 440));
    }
    void cleanup() { m_signedIn.reset(); }

    void takesNoSecondCopyOfWhatWaits()
    {
        upload();
        const QList<LocalRecording> waiting = outbox();
        QCOMPARE(waiting.size(), 1);
        upload();
        QCOMPARE(outbox().size(), 1);
        QCOMPARE(outbox().first().uploadId, waiting.first().uploadId);
    }
    void takesASecondCopyWhereItIsAskedTo()
    {
        upload();
        m_options.again = true;
        upload();
        QCOMPARE(outbox().size(), 2);
    }
    void takesAnotherCopyOfWhatWillNotGoByItself()
    {
        upload();
        const QUuid before = outbox().first().uploadId;
        QVERIFY(m_signedIn->session.store->markProblem(before, QStringLiteral("No room."), TransferState::Parked));
        upload();
        QCOMPARE(outbox().size(), 1); // which tells of what goes
        QVERIFY(outbox().first().uploadId != before);
    }

    void discardsWhatIsNamedWhetherItGoesByItselfOrNot_data()
    {
        QTest::addColumn<QString>("word");
        QTest::addColumn<bool>("isParked");
        QTest::addColumn<bool>("isDone");
        QTest::newRow("goes by itself") << QStringLiteral("call.wav") << false << true;
        QTest::newRow("waits for a person") << QStringLiteral("call.wav") << true << true;
        QTest::newRow("nothing of that name") << QStringLiteral("other.wav") << true << false;
    }
    void discardsWhatIsNamedWhetherItGoesByItselfOrNot()
    {
        QFETCH(QString, word);
        QFETCH(bool, isParked);
        QFETCH(bool, isDone);
        upload();
        const QUuid id = outbox().first().uploadId;
        if (isParked)
            QVERIFY(m_signedIn->session.store->markProblem(id, QStringLiteral("No room."), TransferState::Parked));
        m_options.arguments = {word};
        Console console;
        DiscardCommand command(m_signedIn->session, console, m_options);
        QSignalSpy finished(&command, &CtlCommand::finished);
        command.run();
        QTRY_COMPARE(finished.size(), 1);
        QCOMPARE(finished.first().first().toBool(), isDone);
        QCOMPARE(m_signedIn->session.store->find(id).has_value(), !isDone); // nothing else goes
    }

private:
    QList<LocalRecording> outbox() const { return m_signedIn->session.store->outbox().value(); }
    void upload()
    {
        Console console;
        UploadCommand command(m_signedIn->session, m_signedIn->api, console, m_options);
        QSignalSpy finished(&command, &UploadCommand::finished);
        command.upload(LeadId{7}, {m_file});
        QVERIFY(finished.wait(30'000));
        QVERIFY(!finished.first().first().toBool());
    }

    std::unique_ptr<Testing::SignedIn> m_signedIn;
    CtlOptions m_options;
    QString m_file;
};

QTEST_GUILESS_MAIN(tst_UploadCommand)
#include "tst_UploadCommand.moc"
