// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/screens/LeadStates.h"

#include "leads/InboxView.h"
#include "local/RecordingKey.h"
#include "recordings/RecordingsView.h"
#include "shell/StatusLine.h"

#include <QApplication>
#include <QCryptographicHash>
#include <QDropEvent>
#include <QFile>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QTableView>
#include <QTest>

namespace Holdfast::LeadStates {

void kept(Stage &stage)
{
    stage.fortyLeads();
    const QStringList notes{QStringLiteral("Asked for a quote for 40 seats, call back in March"),
                            QString(),
                            QStringLiteral("Not interested"),
                            QStringLiteral("Wants to speak to a supervisor"),
                            QString(),
                            QStringLiteral("Contract sent")};
    QList<Recording> recordings;
    for (int i = 0; i < 12; ++i) {
        LocalRecording call = waitingRecording(stage.leadShown(), notes[i % 6]);
        call.attachedAt = QDateTime(QDate(2026, 11, 19).addDays(-3 * i), QTime(9 + i % 8, (i * 17) % 60), Qt::UTC);
        call.facts.duration = std::chrono::seconds(40 + i * i * 61);
        Recording recording = storedFrom(call, {i + 1});
        recording.complianceHold = i == 3;
        recording.agentName = i % 4 == 2 ? QStringLiteral("Bernhard Kowalczyk") : QStringLiteral("Anna Agent");
        recordings.append(recording);
    }
    stage.require(stage.sample.store().replaceRemoteRecordings(stage.leadShown(), recordings));
}

void sending(Stage &stage)
{
    kept(stage);
    const LocalRecording one = waitingRecording(stage.leadShown(), QStringLiteral("First call"));
    const LocalRecording two = waitingRecording(stage.leadShown());
    LocalRecording three = waitingRecording(stage.leadShown());
    LocalStore &store = stage.sample.store();
    stage.require(store.attach({one, two, three}));
    stage.require(store.markSending(one.uploadId));
    stage.require(
        store.markProblem(two.uploadId, QStringLiteral("The server can't be reached."), TransferState::Waiting));
    Q_EMIT stage.sample.sync().progress(one.uploadId, 430, 1000);
}

void parked(Stage &stage)
{
    sending(stage);
    const LocalRecording four = waitingRecording(stage.leadShown(), QStringLiteral("Second call"));
    stage.require(stage.sample.store().attach({four}));
    stage.require(stage.sample.store().markProblem(
        four.uploadId,
        QStringLiteral("The server did not take it, because this lead is no longer assigned to you. The recording is "
                       "safe on this computer. Ask your supervisor to assign the lead to you, then retry."),
        TransferState::Parked));
}

void playing(Stage &stage)
{
    kept(stage);
    LocalRecording chosen = stage.sample.store().recordingsOf(stage.leadShown())->at(1);
    chosen.facts.duration = std::chrono::milliseconds(28502); // of the call below
    QFile call(QStringLiteral(HOLDFAST_DEMO_CALL));
    if (!call.open(QIODevice::ReadOnly))
        qFatal("%s", qPrintable(call.errorString()));
    const QString kept = QLatin1Char('r') + QString::number(chosen.remote->id.value);
    if (!stage.sample.session().cache->put(kept, call))
        qFatal("the call could not be kept");
    QObject::connect(stage.bar, &PlayerBar::playingChanged, stage.page, [&stage] {
        const std::optional<LocalRecording> current = stage.bar->current();
        stage.page->setPlaying(current ? &*current : nullptr);
    });
    stage.bar->playOrPause(chosen, QStringLiteral("Aylin Dubois"));
    const auto loaded = [&] {
        return stage.player.state() != PlaybackState::Opening && stage.player.duration().count() > 0;
    };
    if (!QTest::qWaitFor(loaded))
        qFatal("the call was not opened");
    stage.player.seek(stage.player.duration() / 3);
    QTest::qWait(300); // for the waveform
}

void drop(Stage &stage)
{
    kept(stage);
    QList<QUrl> urls;
    for (const QString &path : {stage.sample.makeWav(QStringLiteral("2026-11-20_1432_+4930123456.wav"), 187),
                                stage.sample.makeWav(QStringLiteral("call two.wav"), 42),
                                stage.sample.makeWav(QStringLiteral("call two (copy).wav"), 42),
                                stage.sample.makeText(QStringLiteral("notes.mp3"))})
        urls.append(QUrl::fromLocalFile(path));
    QMimeData dragged;
    dragged.setUrls(urls);
    QWidget *viewport = stage.page->findChild<QTableView *>()->viewport();
    QWidget *target = viewport;
    while (!target->acceptDrops())
        target = target->parentWidget();
    QDragEnterEvent enter(QPoint(50, 50), Qt::CopyAction, &dragged, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(target, &enter);
    QDropEvent event(QPointF(50, 50), Qt::CopyAction, &dragged, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(target, &event);
    if (!QTest::qWaitFor([&] {
            const auto tables = stage.page->findChildren<QTableView *>();
            return tables.size() == 2 && tables.last()->model()->rowCount() == 4;
        }))
        qFatal("the sheet did not come");
}

void twoVersions(Stage &stage)
{
    kept(stage);
    const QList<LocalRecording> recordings = *stage.sample.store().recordingsOf(stage.leadShown());
    const DraftOf notes{recordingKey(recordings.at(1)), RecordingField::Notes};
    RecordingDrafts &drafts = stage.sample.store().drafts();
    stage.require(drafts.write(notes, QStringLiteral("Wants the offer by Friday"), {}));
    stage.require(drafts.markConflict(notes, QStringLiteral("Wants no offer")));
    stage.window.statusLine().setUnsentRemarks(1);
    stage.window.statusLine().setNeedingPerson(1);
    stage.listening->openWritten(recordings.at(1), QStringLiteral("Aylin Dubois"), RecordingField::Notes);
}

void twoChanges(Stage &stage)
{
    twoVersions(stage);
    const LocalRecording recording = stage.sample.store().recordingsOf(stage.leadShown())->at(1);
    const DraftOf disposition{recordingKey(recording), RecordingField::Disposition};
    RecordingDrafts &drafts = stage.sample.store().drafts();
    stage.require(drafts.write(disposition, QStringLiteral("Call back"), {}));
    stage.require(drafts.markConflict(disposition, QStringLiteral("Not interested")));
    stage.window.statusLine().setUnsentRemarks(2);
    stage.window.statusLine().setNeedingPerson(2);
}

void emptyInbox(Stage &stage)
{
    stage.fortyLeads();
    stage.page->addInbox(stage.fileFromInbox);
    stage.page->setInboxShown(true);
    stage.page->openInbox();
}

void inbox(Stage &stage)
{
    stage.fortyLeads();
    Inbox &inbox = stage.sample.store().inbox();
    for (const QString &path :
         {stage.sample.makeText(QStringLiteral("notes.mp3")), stage.sample.makeWav(QStringLiteral("call two.wav"), 42),
          stage.sample.makeWav(QStringLiteral("2026-11-19_1010_+49305550137.wav"), 187),
          stage.sample.makeWav(QStringLiteral("2026-11-20_1432_+4930123456.wav"), 61)}) {
        const QFileInfo info(path);
        stage.require(inbox.take({{info.absoluteFilePath(), info.size(), info.lastModified()}}));
        InboxEntry entry = **inbox.nextToInspect();
        if (path.endsWith(QStringLiteral("mp3")))
            entry.problem = QStringLiteral("This is not a recording, whatever its name says: no sound or picture in it "
                                           "can be decoded.");
        else
            entry.duration = std::chrono::seconds(entry.file.size / 16000);
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly))
            qFatal("%s", qPrintable(file.errorString()));
        entry.sha256 = QCryptographicHash::hash(file.readAll(), QCryptographicHash::Sha256);
        stage.require(inbox.keepInspection(entry));
    }
    stage.page->addInbox(stage.fileFromInbox);
    stage.page->setInboxShown(true);
    stage.page->openInbox();
    const auto *table = stage.page->findChild<InboxView *>()->findChild<QTableView *>();
    if (!QTest::qWaitFor([&] { return table->model()->rowCount() == 4; }))
        qFatal("the files did not come");
}

void inboxTwin(Stage &stage)
{
    inbox(stage);
    constexpr int told = 1; // by its number
    auto *table = stage.page->findChild<InboxView *>()->findChild<QTableView *>();
    table->selectRow(told);
    const InboxEntry entry = stage.sample.store().inbox().entries()->at(told);
    const auto suggested = stage.fileFromInbox.suggest(entry);
    LocalRecording waiting = waitingRecording(suggested->filing.lead->id);
    waiting.sha256 = entry.sha256;
    stage.require(stage.sample.store().attach({waiting}));
    QTest::keyClick(table, Qt::Key_Return);
    const auto isSaid = [&] {
        const QList<QLabel *> labels = stage.page->findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(), [&](const QLabel *label) {
            return label->isVisible() && label->text().contains(QFileInfo(entry.file.path).fileName());
        });
    };
    if (!QTest::qWaitFor(isSaid))
        qFatal("it is not said that the lead has it");
}

void anotherLead(Stage &stage)
{
    inbox(stage);
    auto *view = stage.page->findChild<InboxView *>();
    view->findChild<QTableView *>()->selectAll();
    view->findChild<QLineEdit *>()->setText(QStringLiteral("au"));
}

void noRecordings(Stage &stage)
{
    stage.fortyLeads();
    stage.page->findChild<RecordingsView *>()->setKnowledge(RecordingsView::Knowledge::Known);
}

void unknownRecordings(Stage &stage)
{
    stage.fortyLeads();
    stage.page->findChild<RecordingsView *>()->setKnowledge(RecordingsView::Knowledge::Unknown);
}

void filteredAway(Stage &stage)
{
    stage.fortyLeads();
    stage.page->findChild<QLineEdit *>()->setText(QStringLiteral("zzz"));
}

} // namespace Holdfast::LeadStates
