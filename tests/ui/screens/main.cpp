// SPDX-License-Identifier: GPL-3.0-or-later
// Draws the leads page in each of its states, in both palettes and two sizes, into a folder: to be looked at, not to be
// compared. Usage: holdfast_screens FOLDER
#include "leads/LeadsPage.h"
#include "look/Appearance.h"
#include "ui/SampleSession.h"

#include <QApplication>
#include <QDir>
#include <QDropEvent>
#include <QLineEdit>
#include <QListView>
#include <QMimeData>
#include <QTableView>
#include <QTest>
#include <QTextStream>

#include <functional>

using namespace Holdfast;

namespace {

/// One page with its session, put into a state by one of the functions below.
struct Stage
{
    SampleSession sample;
    RefreshLeads refresh{sample.session(), sample.api()};
    AttachRecordings attach{sample.session(), QDateTime::currentDateTimeUtc};
    LeadsPage page{sample.session(), refresh, attach};

    void choose(int row)
    {
        auto *list = page.findChild<QListView *>();
        list->setCurrentIndex(list->model()->index(row, 0));
    }
    void fortyLeads()
    {
        const QStringList first{QStringLiteral("Dora"), QStringLiteral("Jonas"), QStringLiteral("Aylin"),
                                QStringLiteral("Maximiliane"), QStringLiteral("Paul")};
        const QStringList last{QStringLiteral("Weber"),   QStringLiteral("Yılmaz"),
                               QStringLiteral("Okafor"),  QStringLiteral("von Hohenstein-Bergmann"),
                               QStringLiteral("Nowak"),   QStringLiteral("Lindqvist"),
                               QStringLiteral("Ferrari"), QStringLiteral("Dubois")};
        QList<Lead> leads;
        for (int i = 0; i < 40; ++i) {
            Lead lead = sampleLead(i + 1, first[i % 5] + QLatin1Char(' ') + last[(i / 5) % 8],
                                   QStringLiteral("+49 30 %1").arg(5550100 + i * 37));
            lead.campaignName = i % 3 ? QStringLiteral("Q1 Sales") : QStringLiteral("Winter renewals");
            lead.recordingCount = (i * 7) % 12;
            leads.append(lead);
        }
        require(sample.store().replaceLeads(leads));
        choose(0);
    }
    LeadId leadShown()
    {
        const auto leads = sample.store().leads();
        return leads->first().id;
    }
    void require(const Done &done)
    {
        if (!done)
            qFatal("%s", qPrintable(done.error().message + done.error().detail));
    }
};

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
    const auto recordings = stage.sample.store().recordingsOf(stage.leadShown());
    stage.page.setPlaying(&recordings->at(1));
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
    QWidget *viewport = stage.page.findChild<QTableView *>()->viewport();
    QWidget *target = viewport;
    while (!target->acceptDrops())
        target = target->parentWidget();
    QDragEnterEvent enter(QPoint(50, 50), Qt::CopyAction, &dragged, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(target, &enter);
    QDropEvent event(QPointF(50, 50), Qt::CopyAction, &dragged, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(target, &event);
    if (!QTest::qWaitFor([&] {
            const auto tables = stage.page.findChildren<QTableView *>();
            return tables.size() == 2 && tables.last()->model()->rowCount() == 4;
        }))
        qFatal("the sheet did not come");
}

void filteredAway(Stage &stage)
{
    stage.fortyLeads();
    stage.page.findChild<QLineEdit *>()->setText(QStringLiteral("zzz"));
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    if (argc != 2) {
        QTextStream(stderr) << "Usage: holdfast_screens FOLDER\n";
        return 2;
    }
    const QDir folder(QString::fromLocal8Bit(argv[1]));
    if (!folder.mkpath(QStringLiteral("."))) {
        QTextStream(stderr) << "The folder can't be made.\n";
        return 1;
    }
    Appearance appearance(application);
    const std::pair<const char *, std::function<void(Stage &)>> states[] = {
        {"no-leads", [](Stage &) {}},
        {"no-recordings", [](Stage &stage) { stage.fortyLeads(); }},
        {"kept", kept},
        {"sending", sending},
        {"parked", parked},
        {"playing", playing},
        {"drop", drop},
        {"filtered-away", filteredAway},
    };
    // The window less its rail, player and status line.
    const std::pair<const char *, QSize> sizes[] = {{"small", QSize(952, 500)}, {"large", QSize(1848, 940)}};
    for (const auto &[palette, choice] :
         {std::pair("light", AppearanceChoice::Light), std::pair("dark", AppearanceChoice::Dark)}) {
        appearance.choose(choice);
        for (const auto &[state, put] : states)
            for (const auto &[sizeName, size] : sizes) {
                Stage stage;
                stage.page.resize(size);
                stage.page.show();
                put(stage);
                QTest::qWait(20); // lets layouts and delegates come to rest
                const QString path =
                    folder.filePath(QStringLiteral("%1-%2-%3.png")
                                        .arg(QLatin1String(state), QLatin1String(palette), QLatin1String(sizeName)));
                if (!stage.page.grab().save(path)) {
                    QTextStream(stderr) << "Can't write " << path << '\n';
                    return 1;
                }
            }
    }
    return 0;
}
