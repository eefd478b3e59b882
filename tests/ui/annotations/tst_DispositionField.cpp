// SPDX-License-Identifier: GPL-3.0-or-later
#include "annotations/DispositionField.h"

#include "local/RecordingKey.h"
#include "look/WordBox.h"
#include "ui/AccessibleNames.h"
#include "ui/Pressing.h"
#include "ui/SampleSession.h"

#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>

using namespace Holdfast;

class tst_DispositionField : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_session = std::make_unique<SampleSession>();
        m_annotate = std::make_unique<Annotate>(m_session->session(), m_session->api(), QDateTime::currentDateTimeUtc);
        m_page = std::make_unique<QWidget>();
        m_field = new DispositionField(*m_annotate, m_page.get());
        auto *column = new QVBoxLayout(m_page.get());
        column->addWidget(m_field);
        column->addWidget(m_field->question());
        m_recording = waitingRecording({1});
        QVERIFY(m_session->store().attach({m_recording}));
        m_page->show();
    }
    void cleanup()
    {
        m_page.reset();
        m_annotate.reset();
        m_session.reset();
    }

    void whatIsTypedIsKeptWithTheReturnKey()
    {
        m_field->show(m_recording);
        QTest::keyClicks(line(), QStringLiteral("  Call  back "));
        QTest::keyClick(line(), Qt::Key_Return);
        QCOMPARE(written().text, QStringLiteral("Call back"));
        QVERIFY(written().isWaiting);
    }
    void whatIsTypedIsKeptWhereTheRecordingChangesOrTheWindowCloses()
    {
        m_field->show(m_recording);
        QTest::keyClicks(line(), QStringLiteral("Sale"));
        m_field->show(std::nullopt);
        QCOMPARE(written().text, QStringLiteral("Sale"));
        QVERIFY(!m_field->isEnabled());
        QVERIFY(line()->text().isEmpty());
    }
    void whatIsBeingTypedIsKeptAndNotSent()
    {
        m_field->show(m_recording);
        QTest::keyClicks(line(), QStringLiteral("Call"));
        QTRY_COMPARE(written().text, QStringLiteral("Call"));
        QVERIFY(written().isUnfinished);
        QCOMPARE(line()->text(), QStringLiteral("Call")); // and it is typed on
        QTest::keyClicks(line(), QStringLiteral(" back"));
        QTRY_COMPARE(written().text, QStringLiteral("Call back"));
        QVERIFY(!*m_session->store().drafts().nextPending({}));
        QTest::keyClick(line(), Qt::Key_Return);
        QVERIFY(!written().isUnfinished);
        QVERIFY(*m_session->store().drafts().nextPending({}));
    }
    void whatWasTypedAndTakenBackIsNoLongerKept()
    {
        m_field->show(m_recording);
        QTest::keyClicks(line(), QStringLiteral("C"));
        QTRY_VERIFY(written().isUnfinished);
        QTest::keyClick(line(), Qt::Key_Backspace);
        QTest::keyClick(line(), Qt::Key_Return);
        QVERIFY(!written().isWaiting);
    }
    void whatWasLeftUnfinishedIsThereAgainAndSentOnceItIsFinished()
    {
        QVERIFY(m_annotate->keepUnfinished(m_recording, RecordingField::Disposition, QStringLiteral("Cal"), {}));
        m_field->show(m_recording);
        QCOMPARE(line()->text(), QStringLiteral("Cal"));
        m_field->show(std::nullopt); // nobody has finished it
        QVERIFY(written().isUnfinished);
        m_field->show(m_recording);
        QTest::keyClick(line(), Qt::Key_Return);
        QVERIFY(!written().isUnfinished);
        QCOMPARE((*m_session->store().drafts().nextPending({}))->text, QStringLiteral("Cal"));
    }
    void wordsThatWereUsedBeforeAreOffered()
    {
        LocalRecording other = waitingRecording({1});
        other.disposition = QStringLiteral("Not interested");
        QVERIFY(m_session->store().attach({other}));
        Recording stored = storedFrom(keptRecording({9}, {1}, QDateTime::currentDateTimeUtc()), {9});
        stored.disposition = QStringLiteral("Callback");
        QVERIFY(m_session->store().putRemote(stored));
        m_field->show(m_recording);
        QCOMPARE(box()->count(), 2);
        QCOMPARE(box()->itemText(0), QStringLiteral("Callback"));
        QCOMPARE(box()->itemText(1), QStringLiteral("Not interested"));
        box()->setCurrentIndex(1);
        Q_EMIT box()->activated(1);
        QCOMPARE(written().text, QStringLiteral("Not interested"));
    }
    void whereSomebodyElseChoseSomethingElseItIsAsked_data()
    {
        QTest::addColumn<QString>("button");
        QTest::addColumn<QString>("stays");
        QTest::newRow("mine") << QStringLiteral("Keep mine") << QStringLiteral("Sale");
        QTest::newRow("theirs") << QStringLiteral("Take theirs") << QStringLiteral("Refund");
    }
    void whereSomebodyElseChoseSomethingElseItIsAsked()
    {
        QFETCH(QString, button);
        QFETCH(QString, stays);
        const Recording before = storedFrom(m_recording, {5});
        QVERIFY(m_session->store().markStored(m_recording.uploadId, before));
        m_field->show(m_recording);
        QVERIFY(!m_field->question()->isVisible());
        QTest::keyClicks(line(), QStringLiteral("Sale"));
        Recording now = before;
        now.disposition = QStringLiteral("Refund");
        now.revision = 2;
        QVERIFY(m_session->store().updateRemote(now));
        QCOMPARE(line()->text(), QStringLiteral("Sale")); // what is being typed stays
        QTest::keyClick(line(), Qt::Key_Return);
        QVERIFY(m_field->question()->isVisible());
        const QString asked = m_field->question()->findChild<QLabel *>()->text();
        QVERIFY(asked.contains(QStringLiteral("“Sale”")) && asked.contains(QStringLiteral("“Refund”")));
        QVERIFY(!*m_session->store().drafts().nextPending({}));
        QVERIFY(Testing::press(*m_page, button));
        QVERIFY(!m_field->question()->isVisible());
        QCOMPARE(line()->text(), stays);
        QCOMPARE(written().text, stays);
    }
    void whatWasBeingTypedWhenTheProgramEndedIsSaidUntilItIsFinished()
    {
        beingTyped(QStringLiteral("Cal"));
        m_field->show(m_recording);
        QVERIFY(Testing::says(*m_page, QStringLiteral("This was being typed")));
        QVERIFY(!Testing::buttonSaying(*m_page, QStringLiteral("Keep mine"))); // there is nothing to choose
        QTest::keyClick(line(), Qt::Key_Return);
        QVERIFY(!m_field->question()->isVisible());
    }
    void whatWasBeingTypedIsNotSaidWhereTwoVersionsAreAskedAbout()
    {
        const Recording before = storedFrom(m_recording, {5});
        QVERIFY(m_session->store().markStored(m_recording.uploadId, before));
        beingTyped(QStringLiteral("Sale"));
        m_field->show(m_recording);
        QSignalSpy problem(m_field, &DispositionField::problem);
        Recording now = before;
        now.disposition = QStringLiteral("Refund");
        now.revision = 2;
        QVERIFY(m_session->store().updateRemote(now));
        QVERIFY(Testing::says(*m_page, QStringLiteral("Which shall stay?")));
        QVERIFY(!Testing::says(*m_page, QStringLiteral("This was being typed")));
        QVERIFY(Testing::press(*m_page, QStringLiteral("Take theirs")));
        QVERIFY(!m_field->question()->isVisible());
        QVERIFY(problem.isEmpty());
    }
    void everyControlHasAName()
    {
        m_field->show(m_recording);
        QCOMPARE(withoutName(*m_page), QStringList());
    }

private:
    /// As a program leaves it that ends at once.
    void beingTyped(const QString &word)
    {
        const DraftOf disposition{recordingKey(m_recording), RecordingField::Disposition};
        RecordingDrafts &drafts = m_session->store().drafts();
        QVERIFY(drafts.keepUnfinished(disposition, word, {}));
        QVERIFY(drafts.markProblem(disposition, QStringLiteral("This was being typed when Holdfast ended.")));
    }
    WordBox *box() const { return m_field->findChild<WordBox *>(); }
    QLineEdit *line() const { return box()->lineEdit(); }
    Annotate::Written written() const { return *m_annotate->written(m_recording, RecordingField::Disposition); }

    std::unique_ptr<SampleSession> m_session;
    std::unique_ptr<Annotate> m_annotate;
    std::unique_ptr<QWidget> m_page;
    DispositionField *m_field = nullptr;
    LocalRecording m_recording;
};

QTEST_MAIN(tst_DispositionField)
#include "tst_DispositionField.moc"
