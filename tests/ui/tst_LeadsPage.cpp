// SPDX-License-Identifier: GPL-3.0-or-later
#include "leads/LeadsPage.h"

#include "SampleSession.h"
#include "attach/AttachSheet.h"
#include "recordings/OnlyCopySheet.h"
#include "recordings/RecordingsView.h"
#include "ui/Pressing.h"

#include <QAccessible>
#include <QApplication>
#include <QCryptographicHash>
#include <QDropEvent>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMimeData>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace Holdfast;
using Testing::buttonSaying;
using Testing::says;

class tst_LeadsPage : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_sample = std::make_unique<SampleSession>();
        m_refresh = std::make_unique<RefreshLeads>(m_sample->session(), m_sample->api());
        m_attach = std::make_unique<AttachRecordings>(m_sample->session(), QDateTime::currentDateTimeUtc);
        m_page = std::make_unique<LeadsPage>(m_sample->session(), *m_refresh, *m_attach);
        m_page->resize(952, 500);
        m_page->show();
        Lead other = sampleLead(2, QStringLiteral("Jonas Nowak"), QStringLiteral("+49 40 99"));
        other.campaignName = QStringLiteral("Winter renewals");
        QVERIFY(m_sample->store().replaceLeads({sampleLead(1, QStringLiteral("Dora Weber")), other}));
    }
    void cleanup()
    {
        m_page.reset();
        m_attach.reset();
        m_refresh.reset();
        m_sample.reset();
    }

    void offersTheImportToAdminsAlone()
    {
        const auto offered = [this] {
            const QList<QPushButton *> buttons = m_page->findChildren<QPushButton *>();
            return std::ranges::any_of(buttons, [](const QPushButton *button) {
                return button->text().startsWith(QStringLiteral("Import leads")) && button->isVisible();
            });
        };
        for (const Role role : {Role::Agent, Role::Supervisor, Role::Admin}) {
            m_sample->session().user.role = role;
            m_page->showRole();
            QCOMPARE(offered(), role == Role::Admin);
        }
        QSignalSpy requested(m_page.get(), &LeadsPage::importRequested);
        for (QPushButton *button : m_page->findChildren<QPushButton *>())
            if (button->text().startsWith(QStringLiteral("Import leads")))
                button->click();
        QCOMPARE(requested.count(), 1);
    }
    void showsARecordingAndItsLeadThoughTheFilterHidesThem()
    {
        const LocalRecording one = waitingRecording({2});
        QVERIFY(m_sample->store().attach({one, waitingRecording({2})}));
        m_page->findChild<QLineEdit *>()->setText(QStringLiteral("Dora"));
        m_page->showRecording(one);
        QCOMPARE(list()->currentIndex().data().toString(), QStringLiteral("Jonas Nowak"));
        QCOMPARE(m_page->currentRecording()->uploadId, one.uploadId);
    }
    void showsWhoIsAssigned()
    {
        list()->setCurrentIndex(list()->model()->index(0, 0));
        const auto assigned = [this] {
            for (const QLabel *label : m_page->findChildren<QLabel *>())
                if (label->isVisible() && label->text().startsWith(QStringLiteral("Assigned")))
                    return label->text();
            return QString();
        };
        QCOMPARE(assigned(), QString());
        QVERIFY(m_sample->store().agentNames().replace({{{1}, QStringLiteral("Anna Agent")}}));
        QCOMPARE(assigned(), QStringLiteral("Assigned: Anna Agent"));
    }
    void findsLeadsByNameNumberAndCampaign_data()
    {
        QTest::addColumn<QString>("words");
        QTest::addColumn<int>("hits");
        QTest::newRow("nothing typed") << QString() << 2;
        QTest::newRow("name, in any case") << QStringLiteral("dora") << 1;
        QTest::newRow("number") << QStringLiteral("40 99") << 1;
        QTest::newRow("campaign") << QStringLiteral("winter") << 1;
        QTest::newRow("no hit") << QStringLiteral("zzz") << 0;
    }
    void findsLeadsByNameNumberAndCampaign()
    {
        QFETCH(QString, words);
        m_page->focusFilter();
        QTest::keyClicks(filter(), words);
        QTEST(list()->model()->rowCount(), "hits");
    }
    void findsANameWithAccentsWhicheverWayItIsTyped()
    {
        QVERIFY(m_sample->store().replaceLeads({sampleLead(1, QStringLiteral("Am\u00E1ra")),
                                                sampleLead(2, QStringLiteral("Amara")),
                                                sampleLead(3, QStringLiteral("Jonas"))}));
        for (const QString &words :
             {QStringLiteral("amara"), QStringLiteral("am\u00E1ra"), QStringLiteral("AMA\u0301")}) {
            filter()->setText(words);
            QCOMPARE(list()->model()->rowCount(), 2);
        }
    }
    void escapeShowsAllLeadsAgain()
    {
        m_page->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
        for (QWidget *place : {static_cast<QWidget *>(filter()), static_cast<QWidget *>(list())}) {
            filter()->setText(QStringLiteral("dora"));
            QCOMPARE(list()->model()->rowCount(), 1);
            place->setFocus();
            QTest::keyClick(place, Qt::Key_Escape);
            QCOMPARE(filter()->text(), QString());
            QCOMPARE(list()->model()->rowCount(), 2);
        }
    }
    void followsTheShownLeadInPlace()
    {
        choose(1);
        filter()->setText(QStringLiteral("n"));
        QSignalSpy reset(list()->model(), &QAbstractItemModel::modelReset);
        Lead renamed = sampleLead(2, QStringLiteral("Anna Nowak"));
        take({FeedChange::Kind::Lead, 2, false, renamed, std::nullopt, std::nullopt});
        QCOMPARE(list()->currentIndex().data().toString(), renamed.name);
        Recording another = storedFrom(waitingRecording({2}), {5});
        another.agentId = {9};
        take({FeedChange::Kind::Recording, 5, false, std::nullopt, another, 1});
        QCOMPARE(table()->model()->rowCount(), 1);
        QVERIFY(!*m_sample->store().leadMarks().isUnread({2})); // somebody looks at it
        QVERIFY(reset.isEmpty());
        QCOMPARE(filter()->text(), QStringLiteral("n"));
    }
    void whereTheShownLeadIsGoneNoOtherIsChosenInItsStead()
    {
        choose(0);
        QVERIFY(table()->isVisible());
        take({FeedChange::Kind::Lead, 1, true, std::nullopt, std::nullopt, std::nullopt});
        QCOMPARE(list()->model()->rowCount(), 1);
        QVERIFY(!list()->currentIndex().isValid());
        QVERIFY(!table()->isVisible());
        QVERIFY(!m_page->currentRecording());
    }
    void attachesWhatIsDroppedOnTheShownLeadByEnter()
    {
        choose(0);
        drop(table()->parentWidget(), QPoint(10, 10), {m_sample->makeWav(QStringLiteral("call.wav"), 2)});
        AttachSheet *sheet = openSheet();
        QVERIFY(sheet);
        QTRY_COMPARE(sheet->findChild<QTableView *>()->model()->rowCount(), 1);
        QCOMPARE(table()->model()->rowCount(), 0); // nothing before somebody said so
        QTest::keyClick(sheet->findChild<QTableView *>(), Qt::Key_Return);
        QTRY_COMPARE(table()->model()->rowCount(), 1);
        QTRY_VERIFY(!openSheet());
        const auto kept = m_sample->store().recordingsOf({1});
        QCOMPARE(kept->first().name, QStringLiteral("call.wav"));
        QCOMPARE(kept->first().state, TransferState::Waiting);
        QCOMPARE(kept->first().facts.duration, std::chrono::milliseconds(2000));
    }
    void choosesWhatWasJustAttachedSoThatSpacePlaysIt()
    {
        choose(0);
        const LocalRecording before = waitingRecording({1});
        QVERIFY(m_sample->store().attach({before}));
        drop(table()->parentWidget(), QPoint(10, 10), {m_sample->makeWav(QStringLiteral("new.wav"), 1)});
        QTRY_COMPARE(openSheet()->findChild<QTableView *>()->model()->rowCount(), 1);
        QCOMPARE(m_page->currentRecording()->uploadId, before.uploadId);
        QTest::keyClick(openSheet()->findChild<QTableView *>(), Qt::Key_Return);
        QTRY_VERIFY(!openSheet());
        QCOMPARE(m_page->currentRecording()->name, QStringLiteral("new.wav"));
    }
    void attachesWhatIsDroppedOnALeadOfTheListToThatLead()
    {
        choose(0);
        const QRect second = list()->visualRect(list()->model()->index(1, 0));
        drop(list()->viewport(), second.center(), {m_sample->makeWav(QStringLiteral("call.wav"), 1)});
        QVERIFY(openSheet());
        QTRY_COMPARE(openSheet()->findChild<QTableView *>()->model()->rowCount(), 1);
        QTest::keyClick(openSheet()->findChild<QTableView *>(), Qt::Key_Return);
        QTRY_COMPARE(m_sample->store().recordingsOf({2})->size(), 1);
        QVERIFY(m_sample->store().recordingsOf({1})->isEmpty());
    }
    void attachesNothingOnEscape()
    {
        choose(0);
        drop(table()->parentWidget(), QPoint(10, 10), {m_sample->makeWav(QStringLiteral("call.wav"), 1)});
        QTRY_COMPARE(openSheet()->findChild<QTableView *>()->model()->rowCount(), 1);
        QTest::keyClick(openSheet()->findChild<QTableView *>(), Qt::Key_Escape);
        QTRY_VERIFY(!openSheet());
        QVERIFY(m_sample->store().outbox()->isEmpty());
        QVERIFY(m_sample->session().cache->names().isEmpty());
    }
    void keepsABadFileOnTheSheetAndSaysWhy()
    {
        choose(0);
        drop(table()->parentWidget(), QPoint(10, 10), {m_sample->makeText(QStringLiteral("notes.mp3"))});
        QTRY_COMPARE(openSheet()->findChild<QTableView *>()->model()->rowCount(), 1);
        const auto *model = openSheet()->findChild<QTableView *>()->model();
        QVERIFY(!model->index(0, static_cast<int>(AttachColumn::Remark)).data().toString().isEmpty());
        QTest::keyClick(openSheet()->findChild<QTableView *>(), Qt::Key_Return);
        QVERIFY(openSheet());
        QVERIFY(m_sample->store().outbox()->isEmpty());
    }
    void whatCouldNotBeAttachedIsStillSaidOnceTheRestIs()
    {
        choose(0);
        drop(table()->parentWidget(), QPoint(10, 10),
             {m_sample->makeWav(QStringLiteral("call.wav"), 1), m_sample->makeText(QStringLiteral("notes.mp3"))});
        auto *files = openSheet()->findChild<QTableView *>();
        QTRY_COMPARE(files->model()->rowCount(), 2);
        QTest::keyClick(files, Qt::Key_Return);
        QTRY_COMPARE(table()->model()->rowCount(), 1);
        QTRY_VERIFY(says(*m_page, QStringLiteral("1 recording(s) attached. 1 file(s) could not be attached")));
        QCOMPARE(files->model()->rowCount(), 1);
        QVERIFY(buttonSaying(*openSheet(), QStringLiteral("Close")));
        QTest::keyClick(files, Qt::Key_Escape);
        QTRY_VERIFY(!openSheet());
        QCOMPARE(table()->model()->rowCount(), 1);
    }
    void saysThatALeadIsNoLongerOnesOwnAndAttachesNothingToIt()
    {
        choose(0);
        park(m_sample->folder() + QStringLiteral("/gone.wav"));
        take({FeedChange::Kind::Lead, 1, true, std::nullopt, std::nullopt, std::nullopt});
        QVERIFY(says(*m_page, QStringLiteral("No longer assigned to you")));
        QVERIFY(!buttonSaying(*m_page, QStringLiteral("Attach recordings"))->isEnabled());
        QSignalSpy problem(m_page.get(), &LeadsPage::problem);
        m_page->attachFiles();
        QCOMPARE(problem.count(), 1);
        take({FeedChange::Kind::Lead, 1, false, sampleLead(1, QStringLiteral("Dora Weber")), std::nullopt,
              std::nullopt});
        QVERIFY(!says(*m_page, QStringLiteral("No longer assigned to you")));
        QVERIFY(buttonSaying(*m_page, QStringLiteral("Attach recordings"))->isEnabled());
    }
    void asksBeforeTheOnlyCopyGoes()
    {
        choose(0);
        park(m_sample->folder() + QStringLiteral("/gone.wav"));
        QAbstractButton *drop = buttonSaying(*m_page, QStringLiteral("Do not send"));
        QVERIFY(drop);
        drop->click();
        drop->click(); // a second time while it is looked for another copy
        QTRY_VERIFY(onlyCopySheet());
        QCOMPARE(m_page->findChildren<OnlyCopySheet *>().size(), 1);
        QVERIFY(says(*onlyCopySheet(), QStringLiteral("the only one")));
        QTest::keyClick(onlyCopySheet(), Qt::Key_Return);
        QTRY_VERIFY(!onlyCopySheet());
        QCOMPARE(m_sample->store().parkedRecordings()->size(), 1);
        drop->click();
        QTRY_VERIFY(onlyCopySheet());
        buttonSaying(*onlyCopySheet(), QStringLiteral("Discard for good"))->click();
        QTRY_VERIFY(m_sample->store().parkedRecordings()->isEmpty());
        QTRY_VERIFY(!onlyCopySheet());
    }
    void doesNotAskWhereTheFileItWasMadeFromIsThereUnchanged()
    {
        choose(0);
        park(m_sample->makeWav(QStringLiteral("call.wav"), 1));
        buttonSaying(*m_page, QStringLiteral("Do not send"))->click();
        QTRY_VERIFY(m_sample->store().parkedRecordings()->isEmpty());
        QVERIFY(!onlyCopySheet());
    }
    void theKeyThatDroppedOneDoesNotDropTheNext()
    {
        m_page->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
        choose(0);
        park(m_sample->makeWav(QStringLiteral("one.wav"), 1));
        park(m_sample->makeWav(QStringLiteral("two.wav"), 2));
        buttonSaying(*m_page, QStringLiteral("Do not send"))->setFocus();
        for (int i = 0; i < 3; ++i) {
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
            QTRY_COMPARE(m_sample->store().parkedRecordings()->size(), 1);
        }
        QCOMPARE(QApplication::focusWidget(), static_cast<QWidget *>(table()));
    }
    void turnsAwayADragWithoutFiles()
    {
        choose(0);
        QMimeData words;
        words.setText(QStringLiteral("hello"));
        QVERIFY(!enter(table()->parentWidget(), QPoint(10, 10), words));
    }
    void playsTheChosenRecordingOnEnter()
    {
        choose(0);
        const LocalRecording one = waitingRecording({1});
        QVERIFY(m_sample->store().attach({one}));
        QSignalSpy play(m_page.get(), &LeadsPage::playRequested);
        QTest::keyClick(table(), Qt::Key_Return);
        QCOMPARE(play.count(), 1);
        QCOMPARE(m_page->currentRecording()->uploadId, one.uploadId);
    }
    void asksForALeadBeforeAFileIsChosen()
    {
        QSignalSpy problem(m_page.get(), &LeadsPage::problem);
        m_page->attachFiles();
        QCOMPARE(problem.count(), 1);
    }
    void callsNoLeadEmptyOfWhichTheServerHasNotTold()
    {
        choose(0);
        const auto *recordings = m_page->findChild<RecordingsView *>();
        QVERIFY(recordings->isEmpty());
        QVERIFY(!recordings->emptySentence().contains(QStringLiteral("No recordings")));
        QTRY_VERIFY2(recordings->emptySentence().contains(QStringLiteral("not known here yet")),
                     qPrintable(recordings->emptySentence()));
    }
    void canGoWhileTheServerIsAsked()
    {
        choose(0);
        m_page->refresh();
        m_page.reset();
        // What was asked for finds nobody; a call into the dead page would end this program.
        const QFuture<Done> later = m_refresh->leads();
        QTRY_VERIFY(later.isFinished());
        QVERIFY(!later.result());
    }
    void namesEveryControlForAScreenReader()
    {
        choose(0);
        drop(table()->parentWidget(), QPoint(10, 10), {m_sample->makeText(QStringLiteral("notes.mp3"))});
        QVERIFY(openSheet());
        int controls = 0;
        const auto widgets = m_page->findChildren<QWidget *>();
        for (QWidget *widget : widgets) {
            if (!(widget->focusPolicy() & Qt::TabFocus))
                continue;
            ++controls;
            QVERIFY2(
                !QAccessible::queryAccessibleInterface(widget)->text(QAccessible::Name).isEmpty(),
                qPrintable(QStringLiteral("%1 has no name").arg(QLatin1String(widget->metaObject()->className()))));
        }
        QVERIFY(controls >= 7);
    }
    void theLeadThatIsChosenStaysInSightWhereThePageGetsLower()
    {
        QList<Lead> leads;
        for (int id = 1; id <= 60; ++id)
            leads.append(sampleLead(id, QStringLiteral("Lead %1").arg(id, 2, 10, QLatin1Char('0'))));
        QVERIFY(m_sample->store().replaceLeads(leads));
        m_page->resize(900, 700);
        const QModelIndex last = list()->indexAt(QPoint(10, list()->viewport()->height() - 20));
        QVERIFY(last.isValid());
        list()->setCurrentIndex(last);
        m_page->resize(900, 400);
        QTRY_VERIFY(list()->viewport()->rect().contains(list()->visualRect(list()->currentIndex())));
        QCOMPARE(list()->currentIndex(), last);
        list()->verticalScrollBar()->setValue(0); // a person looks elsewhere
        m_page->resize(900, 380);
        QTest::qWait(0);
        QCOMPARE(list()->verticalScrollBar()->value(), 0);
    }

private:
    QLineEdit *filter() const { return m_page->findChild<QLineEdit *>(); }
    QListView *list() const { return m_page->findChild<QListView *>(); }
    QTableView *table() const { return m_page->findChild<QTableView *>(); }
    AttachSheet *openSheet() const { return m_page->findChild<AttachSheet *>(); }
    OnlyCopySheet *onlyCopySheet() const { return m_page->findChild<OnlyCopySheet *>(); }
    /// One of the first lead that will not go by itself, as if it was made from that file.
    void park(const QString &path)
    {
        LocalRecording recording = waitingRecording({1});
        recording.originalPath = path;
        if (QFile file(path); file.open(QIODevice::ReadOnly)) {
            recording.fileSize = file.size();
            recording.sha256 = QCryptographicHash::hash(file.readAll(), QCryptographicHash::Sha256);
        }
        QVERIFY(m_sample->store().attach({recording}));
        QVERIFY(m_sample->store().markProblem(recording.uploadId, QStringLiteral("No."), TransferState::Parked));
    }
    void choose(int row) { list()->setCurrentIndex(list()->model()->index(row, 0)); }

    void take(const FeedChange &change)
    {
        QVERIFY(m_sample->store().following().apply({QStringLiteral("1"), {change}, false}, Reach::Own, {1}));
    }
    static bool enter(QWidget *target, const QPoint &place, const QMimeData &dragged)
    {
        QDragEnterEvent event(place, Qt::CopyAction, &dragged, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(target, &event);
        return event.isAccepted();
    }
    static void drop(QWidget *target, const QPoint &place, const QStringList &paths)
    {
        QMimeData dragged;
        QList<QUrl> urls;
        for (const QString &path : paths)
            urls.append(QUrl::fromLocalFile(path));
        dragged.setUrls(urls);
        QVERIFY(enter(target, place, dragged));
        QDropEvent event(place, Qt::CopyAction, &dragged, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(target, &event);
    }

    std::unique_ptr<SampleSession> m_sample;
    std::unique_ptr<RefreshLeads> m_refresh;
    std::unique_ptr<AttachRecordings> m_attach;
    std::unique_ptr<LeadsPage> m_page;
};

QTEST_MAIN(tst_LeadsPage)
#include "tst_LeadsPage.moc"
