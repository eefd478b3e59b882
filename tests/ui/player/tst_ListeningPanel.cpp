// SPDX-License-Identifier: GPL-3.0-or-later
#include "annotations/AnnotationsPanel.h"
#include "annotations/NotesEditor.h"
#include "annotations/SideButton.h"
#include "local/RecordingKey.h"
#include "player/ListeningPanel.h"
#include "player/WaveformView.h"
#include "ui/AccessibleNames.h"
#include "ui/Pressing.h"
#include "ui/SampleSession.h"

#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Holdfast;
using namespace std::chrono_literals;
using Holdfast::Testing::press;
using Holdfast::Testing::says;

class tst_ListeningPanel : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_session = std::make_unique<SampleSession>();
        m_session->session().user.id = UserId{3};
        m_session->session().user.fullName = QStringLiteral("Alice Agent");
        m_play = std::make_unique<PlayRecording>(m_session->session(), m_session->api());
        m_annotate = std::make_unique<Annotate>(m_session->session(), m_session->api(), QDateTime::currentDateTimeUtc);
        m_player = std::make_unique<Player>();
        m_panel = std::make_unique<ListeningPanel>(*m_player, *m_play, *m_annotate);
        m_panel->resize(1024, 180);
        m_panel->show();
        m_recording = waitingRecording({1});
        m_recording.facts.duration = 8s;
        QFile wav(m_session->makeWav(QStringLiteral("call.wav"), 8));
        QVERIFY(wav.open(QIODevice::ReadOnly));
        QVERIFY(m_session->session().cache->put(m_recording.uploadId.toString(QUuid::WithoutBraces), wav));
        QVERIFY(m_session->store().attach({m_recording}));
    }
    void cleanup()
    {
        m_panel.reset();
        m_player.reset();
        m_annotate.reset();
        m_play.reset();
        m_session.reset();
    }

    void whatIsTypedAfterTheKeyIsAnAnnotationOfThatMoment()
    {
        open();
        m_player->pause();
        m_player->seek(3s);
        QTRY_COMPARE(m_player->position(), 3000ms);
        m_panel->writeAnnotation();
        QTRY_VERIFY(line()->isVisible());
        QTest::keyClicks(line(), QStringLiteral("asks for a refund"));
        QTest::keyClick(line(), Qt::Key_Return);
        QVERIFY(!line()->isVisible());
        const QList<LocalAnnotation> kept = annotations();
        QCOMPARE(kept.size(), 1);
        QCOMPARE(kept.first().annotation.text, QStringLiteral("asks for a refund"));
        QCOMPARE(kept.first().annotation.start, 3000ms);
        QCOMPARE(kept.first().annotation.authorName, QStringLiteral("Alice Agent"));
        QCOMPARE(list()->model()->rowCount(), 1);
    }
    void whatIsTypedIsOnTheDiskBeforeItIsEnded()
    {
        open();
        m_panel->writeAnnotation();
        QTest::keyClicks(line(), QStringLiteral("half a sent"));
        QTRY_COMPARE(annotations().first().annotation.text, QStringLiteral("half a sent"));
        QVERIFY(line()->isVisible());
    }
    void aSelectedStretchIsWhatIsAnnotated()
    {
        open();
        auto *waveform = m_panel->findChild<WaveformView *>();
        const int width = waveform->width();
        QTest::mousePress(waveform, Qt::LeftButton, {}, QPoint(width / 4, 10));
        QMouseEvent move(QEvent::MouseMove, QPointF(width / 2, 10), QPointF(width / 2, 10), Qt::NoButton,
                         Qt::LeftButton, {});
        QCoreApplication::sendEvent(waveform, &move);
        QTest::mouseRelease(waveform, Qt::LeftButton, {}, QPoint(width / 2, 10));
        m_panel->writeAnnotation();
        QTest::keyClicks(line(), QStringLiteral("shouts"));
        QTest::keyClick(line(), Qt::Key_Return);
        const Annotation annotation = annotations().first().annotation;
        QVERIFY(std::abs((annotation.start - 2000ms).count()) < 50);
        QVERIFY(annotation.end && std::abs((*annotation.end - 4000ms).count()) < 50);
        QVERIFY(!waveform->selection());
    }
    void anAnnotationIsAboutTheSideThatIsChosen()
    {
        m_recording.facts.channels = 2; // of which nobody has told who is who
        open();
        m_panel->bar().setSolo(CallSide::Customer);
        m_panel->writeAnnotation();
        QTest::keyClicks(line(), QStringLiteral("angry"));
        QCOMPARE(annotations().first().annotation.channel, 1); // whom one listens to alone
        QVERIFY(
            list()->model()->index(0, 0).data(AnnotationBeneath).toString().contains(QStringLiteral("right channel")));
        auto *side = m_panel->findChild<SideButton *>();
        QCOMPARE(side->text(), QStringLiteral("Right"));
        side->menu()->actions().at(1)->trigger();
        QCOMPARE(side->text(), QStringLiteral("Left"));
        QCOMPARE(line()->text(), QStringLiteral("angry"));
        QCOMPARE(m_panel->focusWidget(), line());
        QTest::keyClick(line(), Qt::Key_Return);
        QCOMPARE(annotations().first().annotation.channel, 0);
        QCOMPARE(annotations().first().annotation.text, QStringLiteral("angry"));
        m_panel->setAnnotationSide(CallSide::Customer); // none is being written
        QCOMPARE(annotations().first().annotation.channel, 0);
    }
    void theSidesFollowTheChannelThatTheAgentSpeaksOn()
    {
        m_recording.facts.channels = 2;
        m_recording.agentChannel = AgentChannel::Right;
        open();
        m_panel->bar().setSolo(CallSide::Customer);
        QCOMPARE(m_player->volumes(), (Volumes{1, 0}));
        m_panel->writeAnnotation();
        QTest::keyClicks(line(), QStringLiteral("angry"));
        QCOMPARE(annotations().first().annotation.channel, 0);
        QCOMPARE(m_panel->findChild<SideButton *>()->text(), QStringLiteral("Customer"));
        QVERIFY(list()
                    ->model()
                    ->index(0, 0)
                    .data(AnnotationBeneath)
                    .toString()
                    .contains(QStringLiteral("customer's side")));
        m_panel->setAnnotationSide(CallSide::Agent);
        QCOMPARE(annotations().first().annotation.channel, 1);
        QCOMPARE(m_panel->findChild<SideButton *>()->text(), QStringLiteral("Agent"));
        QVERIFY(
            list()->model()->index(0, 0).data(AnnotationBeneath).toString().contains(QStringLiteral("agent's side")));
    }
    void followsWhoMendsTheAgentsChannelMeanwhile()
    {
        m_recording.facts.channels = 2;
        Recording stored = storedFrom(m_recording, {5});
        QVERIFY(m_session->store().markStored(m_recording.uploadId, stored));
        open();
        m_panel->bar().setSolo(CallSide::Agent);
        m_panel->writeAnnotation();
        QTest::keyClicks(line(), QStringLiteral("promises"));
        stored.agentChannel = AgentChannel::Right;
        stored.revision = 2;
        QVERIFY(m_session->store().updateRemote(stored));
        QTRY_COMPARE(m_player->volumes(), (Volumes{0, 1}));
        QCOMPARE(annotations().first().annotation.channel, 0); // what was written is of the channel that was heard
        QCOMPARE(m_panel->findChild<SideButton *>()->text(), QStringLiteral("Customer"));
        QVERIFY(list()
                    ->model()
                    ->index(0, 0)
                    .data(AnnotationBeneath)
                    .toString()
                    .contains(QStringLiteral("customer's side")));
        QCOMPARE(line()->text(), QStringLiteral("promises"));
    }
    void aCallOfOneChannelHasNoSides()
    {
        m_recording.facts.channels = 1;
        open();
        m_panel->bar().setSolo(CallSide::Customer);
        m_panel->writeAnnotation();
        m_panel->setAnnotationSide(CallSide::Customer);
        QCOMPARE(annotations().first().annotation.channel, std::nullopt);
        QVERIFY(!m_panel->findChild<SideButton *>()->isVisible());
    }
    void oneWithoutATextGoesAgain()
    {
        open();
        m_panel->writeAnnotation();
        QTest::keyClick(line(), Qt::Key_Escape);
        QTRY_VERIFY(annotations().isEmpty());
    }
    void aClickInTheListPlaysFromThere()
    {
        add(5s, QStringLiteral("here"));
        open();
        QTRY_COMPARE(list()->model()->rowCount(), 1);
        QTest::mouseClick(list()->viewport(), Qt::LeftButton, {},
                          list()->visualRect(list()->model()->index(0, 0)).center());
        QTRY_VERIFY(m_player->position() >= 5s);
    }
    void onesOwnCanBeEditedAndDeletedAndOthersNot()
    {
        add(1s, QStringLiteral("mine"));
        Annotation other;
        other.id = AnnotationId{77};
        other.start = 2s;
        other.text = QStringLiteral("theirs");
        other.authorId = UserId{9};
        other.createdAt = other.updatedAt = QDateTime::currentDateTimeUtc();
        QVERIFY(m_session->store().annotations().replaceRemote(recordingKey(m_recording), {other}));
        open();
        QTRY_COMPARE(list()->model()->rowCount(), 2);
        choose(1);
        QTest::keyClick(list(), Qt::Key_F2);
        QVERIFY(!line()->isVisible());
        QTest::keyClick(list(), Qt::Key_Delete);
        QCOMPARE(annotations().size(), 2);
        choose(0);
        QTest::keyClick(list(), Qt::Key_F2);
        QVERIFY(line()->isVisible());
        QTest::keyClick(line(), Qt::Key_End);
        QTest::keyClicks(line(), QStringLiteral(" indeed"));
        QTest::keyClick(line(), Qt::Key_Return);
        QCOMPARE(annotations().first().annotation.text, QStringLiteral("mine indeed"));
    }
    void oneThatIsDeletedCanBeBroughtBackForAWhile()
    {
        add(1s, QStringLiteral("mine"));
        open();
        QTRY_COMPARE(list()->model()->rowCount(), 1);
        choose(0);
        QTest::keyClick(list(), Qt::Key_Delete);
        QCOMPARE(list()->model()->rowCount(), 0);
        QVERIFY(button(QStringLiteral("Undo"))->isVisible());
        QTest::mouseClick(button(QStringLiteral("Undo")), Qt::LeftButton);
        QCOMPARE(list()->model()->rowCount(), 1);
        QVERIFY(!button(QStringLiteral("Undo"))->isVisible());
        choose(0);
        QTest::keyClick(list(), Qt::Key_Delete);
        QTest::keyClick(list(), Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(list()->model()->rowCount(), 1);
        choose(0);
        QTest::keyClick(list(), Qt::Key_Delete);
        m_panel.reset(); // the window is closed
        QCOMPARE(annotations().size(), 0);
    }
    void escapeLeavesAnAnnotationAsItWas()
    {
        add(1s, QStringLiteral("as it was"));
        open();
        QTRY_COMPARE(list()->model()->rowCount(), 1);
        choose(0);
        QTest::keyClick(list(), Qt::Key_F2);
        QTest::keyClicks(line(), QStringLiteral(" z"));
        QTRY_COMPARE(annotations().first().annotation.text, QStringLiteral("as it was z")); // kept as it is typed
        QTest::keyClick(line(), Qt::Key_Escape);
        QCOMPARE(annotations().first().annotation.text, QStringLiteral("as it was"));
    }
    void emptyingOneIsDeletingIt()
    {
        add(1s, QStringLiteral("mine"));
        open();
        QTRY_COMPARE(list()->model()->rowCount(), 1);
        choose(0);
        QTest::keyClick(list(), Qt::Key_F2);
        line()->clear();
        QTest::keyClick(line(), Qt::Key_Return);
        QTest::mouseClick(button(QStringLiteral("Undo")), Qt::LeftButton);
        QCOMPARE(list()->model()->index(0, 0).data().toString(), QStringLiteral("mine"));
    }
    void whatIsTypedWithoutAPauseIsKeptAndWhatIsLeftWhenTheWindowIsClosed()
    {
        open();
        m_panel->writeAnnotation();
        const auto typeOnAndLook = [this] {
            QTest::keyClick(line(), Qt::Key_A); // sooner each time than the pause of somebody who stops
            return !annotations().first().annotation.text.isEmpty();
        };
        QTRY_VERIFY(typeOnAndLook());
        QTest::keyClicks(line(), QStringLiteral("last"));
        m_panel.reset();
        QVERIFY(annotations().first().annotation.text.endsWith(QStringLiteral("last")));
    }
    void whatIsPastedBecomesOneLineOfWholeCharacters()
    {
        open();
        m_panel->writeAnnotation();
        line()->setText(QString(1999, u'a') + QStringLiteral("\U0001F600 and more"));
        QTest::keyClick(line(), Qt::Key_Return);
        QCOMPARE(annotations().first().annotation.text, QString(1999, u'a'));
        m_panel->writeAnnotation();
        line()->setText(QStringLiteral("one\ntwo\tthree "));
        QTest::keyClick(line(), Qt::Key_Return);
        QCOMPARE(annotations().last().annotation.text, QStringLiteral("one two three"));
    }
    void notesAreKeptAsTheyAreTyped()
    {
        open();
        m_panel->writeNotes();
        auto *editor = notes();
        QTest::keyClicks(editor, QStringLiteral("wants a call back"));
        QTRY_COMPARE(m_annotate->written(m_recording, RecordingField::Notes)->text,
                     QStringLiteral("wants a call back"));
        QVERIFY(m_annotate->written(m_recording, RecordingField::Notes)->isWaiting);
    }
    void whatSomebodyElseWroteMeanwhileIsShownBesideAndNeitherIsLost()
    {
        const QString key = recordingKey(m_recording);
        QVERIFY(m_annotate->write(m_recording, RecordingField::Notes, QStringLiteral("my text"), {}));
        QVERIFY(m_session->store().drafts().markConflict({key, RecordingField::Notes}, QStringLiteral("their text")));
        open();
        m_panel->writeNotes();
        QPlainTextEdit *theirs = editorNamed(QStringLiteral("What somebody else wrote"));
        QTRY_VERIFY(theirs->isVisible());
        QCOMPARE(theirs->toPlainText(), QStringLiteral("their text"));
        QCOMPARE(notes()->toPlainText(), QStringLiteral("my text"));
        for (QPushButton *button : m_panel->findChildren<QPushButton *>())
            if (button->text() == QStringLiteral("Keep both"))
                QTest::mouseClick(button, Qt::LeftButton);
        QVERIFY(!theirs->isVisible());
        QCOMPARE(m_annotate->written(m_recording, RecordingField::Notes)->text,
                 QStringLiteral("their text\n\nmy text"));
        QCOMPARE(notes()->toPlainText(), QStringLiteral("their text\n\nmy text"));
    }
    void twoThingsAreAskedOneAfterTheOtherWithRoomToRead_data()
    {
        QTest::addColumn<RecordingField>("first");
        QTest::newRow("notes first") << RecordingField::Notes;
        QTest::newRow("disposition first") << RecordingField::Disposition;
    }
    void twoThingsAreAskedOneAfterTheOtherWithRoomToRead()
    {
        QFETCH(RecordingField, first);
        const QString lines = QStringLiteral("one\ntwo\nthree");
        conflict(RecordingField::Notes, lines, QStringLiteral("Wants no offer\nat all\never"));
        conflict(RecordingField::Disposition, QStringLiteral("Sale"), QStringLiteral("Refund"));
        open();
        m_panel->openWritten(m_recording, QStringLiteral("Dora Weber"), first);
        m_panel->resize(952, m_panel->maximumHeight()); // beside the rail of the smallest window
        const QString which = QStringLiteral("Which shall stay?");
        QPlainTextEdit *theirs = editorNamed(QStringLiteral("What somebody else wrote"));
        const auto asksAboutNotes = [&] {
            return theirs->isVisible() && says(*m_panel, QStringLiteral("these notes")) && !says(*m_panel, which);
        };
        const auto asksAboutDisposition = [&] { return !theirs->isVisible() && says(*m_panel, which); };
        const bool notesFirst = first == RecordingField::Notes;
        QTRY_VERIFY(notesFirst ? asksAboutNotes() : asksAboutDisposition());
        QVERIFY(
            says(*m_panel, notesFirst ? QStringLiteral("Then: the disposition") : QStringLiteral("Then: the notes")));
        if (notesFirst)
            isLegible({notes(), theirs}, 3);
        QVERIFY(press(*m_panel, QStringLiteral("Keep mine")));
        QVERIFY(notesFirst ? asksAboutDisposition() : asksAboutNotes());
        QVERIFY(!says(*m_panel, QStringLiteral("Then: ")));
        if (!notesFirst)
            isLegible({notes(), theirs}, 3);
        QVERIFY(press(*m_panel, QStringLiteral("Keep mine")));
        QVERIFY(!theirs->isVisible() && !says(*m_panel, which));
        QCOMPARE(m_annotate->written(m_recording, RecordingField::Notes)->text, lines);
        QCOMPARE(m_annotate->written(m_recording, RecordingField::Disposition)->text, QStringLiteral("Sale"));
        QVERIFY(m_panel->maximumHeight() < 200); // and the place above has its room again
    }
    void whoPlaysOneThatTwoHaveChangedIsAsked()
    {
        conflict(RecordingField::Notes, QStringLiteral("mine"), QStringLiteral("theirs"));
        open();
        QTRY_VERIFY(editorNamed(QStringLiteral("What somebody else wrote"))->isVisible());
    }
    void whatSomebodyElseWroteWhileOneTypesIsTheirsAndWhatOneTypesStays()
    {
        QVERIFY(m_session->store().markStored(m_recording.uploadId, storedFrom(m_recording, {5})));
        open();
        m_panel->writeNotes();
        auto *editor = notes();
        QTest::keyClicks(editor, QStringLiteral("wants"));
        Recording theirs = storedFrom(m_recording, {5});
        theirs.notes = QStringLiteral("their text");
        theirs.revision = 2;
        QVERIFY(m_session->store().updateRemote(theirs));
        QCOMPARE(editor->toPlainText(), QStringLiteral("wants"));
        QTRY_COMPARE(m_annotate->written(m_recording, RecordingField::Notes)->theirs, QStringLiteral("their text"));
        QCOMPARE(m_annotate->written(m_recording, RecordingField::Notes)->text, QStringLiteral("wants"));
    }
    void notesAreKeptWhenTheWindowIsClosedWhileOneTypes()
    {
        open();
        m_panel->writeNotes();
        QTest::keyClicks(notes(), QStringLiteral("typed and closed"));
        m_panel.reset();
        QCOMPARE(m_annotate->written(m_recording, RecordingField::Notes)->text, QStringLiteral("typed and closed"));
        QCOMPARE(*m_annotate->unsent(), 1);
    }
    void notesThatAreTooLongAreKeptAndNotSent()
    {
        open();
        const QString text(10'001, u'a');
        QVERIFY(m_annotate->write(m_recording, RecordingField::Notes, text, {}));
        QCOMPARE(m_annotate->written(m_recording, RecordingField::Notes)->text, text);
        QVERIFY(m_annotate->written(m_recording, RecordingField::Notes)->problem.contains(QStringLiteral("10,000")));
        QVERIFY(!*m_session->store().drafts().nextPending({}));
        QVERIFY(m_annotate->write(m_recording, RecordingField::Notes, QStringLiteral("short"), {}));
        QVERIFY(*m_session->store().drafts().nextPending({}));
    }
    void everyControlHasAName()
    {
        open();
        m_panel->writeAnnotation();
        QCOMPARE(withoutName(*m_panel), QStringList());
    }

private:
    void open()
    {
        m_panel->bar().playOrPause(m_recording, QStringLiteral("Dora Weber"));
        QTRY_VERIFY(m_player->state() == PlaybackState::Playing || m_player->state() == PlaybackState::Paused);
    }
    void add(std::chrono::milliseconds at, const QString &text)
    {
        const auto added = m_annotate->add(m_recording, at, std::nullopt, std::nullopt);
        QVERIFY(added);
        QVERIFY(m_annotate->setText(*added, text));
    }
    void conflict(RecordingField field, const QString &mine, const QString &theirs)
    {
        const DraftOf of{recordingKey(m_recording), field};
        QVERIFY(m_annotate->write(m_recording, field, mine, {}));
        QVERIFY(m_session->store().drafts().markConflict(of, theirs));
    }
    /// That many lines of each are in sight.
    void isLegible(const QList<QPlainTextEdit *> &editors, int lines)
    {
        for (const QPlainTextEdit *editor : editors)
            QTRY_VERIFY2(editor->viewport()->height() >= lines * editor->fontMetrics().lineSpacing(),
                         qPrintable(QString::number(editor->viewport()->height())));
    }
    void choose(int row) { list()->setCurrentIndex(list()->model()->index(row, 0)); }
    QList<LocalAnnotation> annotations() const { return *m_annotate->annotations(m_recording); }
    QPushButton *button(const QString &text) const
    {
        for (QPushButton *each : m_panel->findChildren<QPushButton *>())
            if (each->text() == text)
                return each;
        return nullptr;
    }
    QLineEdit *line() const { return m_panel->findChild<AnnotationsPanel *>()->findChild<QLineEdit *>(); }
    QListView *list() const { return m_panel->findChild<AnnotationsPanel *>()->findChild<QListView *>(); }
    QPlainTextEdit *editorNamed(const QString &name) const
    {
        for (QPlainTextEdit *editor : m_panel->findChildren<QPlainTextEdit *>())
            if (editor->accessibleName() == name)
                return editor;
        return nullptr;
    }
    QPlainTextEdit *notes() const { return editorNamed(QStringLiteral("Notes")); }

    std::unique_ptr<SampleSession> m_session;
    std::unique_ptr<PlayRecording> m_play;
    std::unique_ptr<Annotate> m_annotate;
    std::unique_ptr<Player> m_player;
    std::unique_ptr<ListeningPanel> m_panel;
    LocalRecording m_recording;
};

QTEST_MAIN(tst_ListeningPanel)
#include "tst_ListeningPanel.moc"
