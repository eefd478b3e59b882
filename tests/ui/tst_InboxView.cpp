// SPDX-License-Identifier: GPL-3.0-or-later
#include "leads/InboxView.h"

#include "AccessibleNames.h"
#include "Pressing.h"
#include "SampleSession.h"
#include "leads/LeadsPage.h"

#include <QAbstractItemModelTester>
#include <QCryptographicHash>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace Holdfast;
using Holdfast::Testing::press;
using Holdfast::Testing::says;

class tst_InboxView : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_sample = std::make_unique<SampleSession>();
        m_attach = std::make_unique<AttachRecordings>(m_sample->session(), QDateTime::currentDateTimeUtc);
        m_file = std::make_unique<FileFromInbox>(m_sample->session(), *m_attach, QDateTime::currentDateTimeUtc);
        QVERIFY(
            m_sample->store().replaceLeads({sampleLead(1, QStringLiteral("Dora Weber")),
                                            sampleLead(2, QStringLiteral("Jonas Nowak"), QStringLiteral("+49409"))}));
        m_leads = std::make_unique<LeadsModel>(m_sample->store());
        m_view = std::make_unique<InboxView>(m_sample->store(), *m_leads, *m_file);
        m_view->resize(700, 500);
        m_view->show();
        m_view->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_view.get()));
    }
    void cleanup()
    {
        m_view.reset();
        m_leads.reset();
        m_file.reset();
        m_attach.reset();
        m_sample.reset();
    }

    void saysThatNothingWaits()
    {
        QCOMPARE(table()->model()->rowCount(), 0);
        QVERIFY(!button(QStringLiteral("File it"))->isVisible());
        const QList<QLabel *> labels = m_view->findChildren<QLabel *>();
        QVERIFY(std::ranges::any_of(labels, [](const QLabel *label) {
            return label->isVisible() && label->text().startsWith(QStringLiteral("Nothing waits here."));
        }));
    }
    void saysWhatTheFoldersHoldThatDoesNotComeHere()
    {
        const QString sentence = QStringLiteral("“Desk”: 2 files are empty (a.wav, b.wav).");
        const auto isSaid = [&] {
            const QList<QLabel *> labels = m_view->findChildren<QLabel *>();
            return std::ranges::any_of(
                labels, [&](const QLabel *label) { return label->isVisible() && label->text() == sentence; });
        };
        QVERIFY(!isSaid());
        m_view->setLeftOut({sentence});
        QVERIFY(isSaid());
        bring({told()});
        QVERIFY(isSaid());
        m_view->setLeftOut({});
        QVERIFY(!isSaid());
    }
    void showsEachFileWithItsLeadAndWhy()
    {
        const QAbstractItemModelTester tester(table()->model());
        bring({told(), QStringLiteral("memo.wav")});
        QCOMPARE(cell(1, InboxColumn::Lead), QStringLiteral("Dora Weber"));
        QVERIFY(cell(1, InboxColumn::Why).contains(QStringLiteral("Dora Weber")));
        QVERIFY(cell(1, InboxColumn::Call).contains(QStringLiteral("2026")));
        QVERIFY(cell(0, InboxColumn::Lead).isEmpty());
        QVERIFY(cell(0, InboxColumn::Why).startsWith(QStringLiteral("Its name tells no lead: ")));
        QCOMPARE(m_view->count(), 2);
    }
    void filesByEnter()
    {
        bring({told()});
        QTest::keyClick(table(), Qt::Key_Return);
        QTRY_COMPARE(m_sample->store().outbox()->size(), 1);
        QCOMPARE(m_sample->store().outbox()->first().leadId, LeadId{1});
        QTRY_COMPARE(table()->model()->rowCount(), 0);
        QVERIFY(table()->hasFocus()); // and what comes next is filed by the same key
    }
    void theFocusStaysWhenTheLastFileGoes_data()
    {
        QTest::addColumn<QString>("from");
        QTest::newRow("the table") << QString();
        QTest::newRow("the button") << QStringLiteral("Dismiss");
        QTest::newRow("the line") << QStringLiteral("line");
    }
    void theFocusStaysWhenTheLastFileGoes()
    {
        QFETCH(QString, from);
        bring({told()});
        if (from == QStringLiteral("line"))
            line()->setFocus();
        else if (!from.isEmpty())
            button(from)->setFocus();
        button(QStringLiteral("Dismiss"))->click();
        QTRY_COMPARE(table()->model()->rowCount(), 0);
        QVERIFY(table()->hasFocus());
        QTest::keyClick(table(), Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(table()->model()->rowCount(), 1);
    }
    void theButtonSaysWhereTheFilesGo()
    {
        bring({QStringLiteral("memo.wav")});
        QVERIFY(!button(QStringLiteral("File it"))->isEnabled());
        QTest::keyClick(table(), Qt::Key_N);
        QTest::keyClicks(line(), QStringLiteral("owak"));
        QPushButton *file = button(QStringLiteral("File to Jonas Nowak"));
        QVERIFY(file && file->isEnabled());
        bring({told()});
        table()->selectRow(0);
        QCOMPARE(file->text(), QStringLiteral("File to Jonas Nowak")); // what was typed counts
        line()->clear();
        QCOMPARE(file->text(), QStringLiteral("File to Dora Weber"));
        table()->selectAll();
        QCOMPARE(file->text(), QStringLiteral("File to Dora Weber")); // the other one has none
        QTest::keyClick(table(), Qt::Key_N);
        QTest::keyClicks(line(), QStringLiteral("owak"));
        QCOMPARE(file->text(), QStringLiteral("File 2 recording(s) to Jonas Nowak"));
        file->click();
        QTRY_COMPARE(m_sample->store().outbox()->size(), 2);
        const auto outbox = m_sample->store().outbox();
        for (const LocalRecording &filed : *outbox)
            QCOMPARE(filed.leadId, LeadId{2});
    }
    void filesAllThatAreChosenAndLeavesThoseWithoutALead()
    {
        bring({told(), QStringLiteral("memo.wav"), QStringLiteral("2026-01-16_1430_+49409.wav")});
        table()->selectAll();
        QTest::keyClick(table(), Qt::Key_Return);
        QTRY_COMPARE(m_sample->store().outbox()->size(), 2);
        QTRY_COMPARE(table()->model()->rowCount(), 1);
        QCOMPARE(cell(0, InboxColumn::File).contains(QStringLiteral("memo.wav")), true);
    }
    void filesToAnotherLeadThatIsTyped()
    {
        bring({told()});
        QTest::keyClick(table(), Qt::Key_N);
        QVERIFY(line()->hasFocus());
        QTest::keyClicks(line(), QStringLiteral("owak"));
        QCOMPARE(found()->model()->rowCount(), 1);
        QTest::keyClick(line(), Qt::Key_Return);
        QTRY_COMPARE(m_sample->store().outbox()->size(), 1);
        QCOMPARE(m_sample->store().outbox()->first().leadId, LeadId{2});
        QVERIFY(line()->text().isEmpty());
    }
    void escapeLeavesTheLookingForALead()
    {
        bring({told()});
        QTest::keyClick(table(), Qt::Key_N);
        QTest::keyClick(line(), Qt::Key_Escape);
        QVERIFY(table()->hasFocus());
        QVERIFY(!found()->isVisible());
        QVERIFY(m_sample->store().outbox()->isEmpty());
    }
    void movesAmongTheLeadsThatWereFound()
    {
        bring({told()});
        QTest::keyClick(table(), Qt::Key_W);
        QCOMPARE(found()->model()->rowCount(), 2);
        QTest::keyClick(line(), Qt::Key_Down);
        QTest::keyClick(line(), Qt::Key_Return);
        QTRY_COMPARE(m_sample->store().outbox()->size(), 1);
        QCOMPARE(m_sample->store().outbox()->first().leadId, LeadId{2});
    }
    void theLeadThatWasChosenStaysSoWhereTheLeadsChange()
    {
        bring({told()});
        QTest::keyClick(table(), Qt::Key_W);
        QTest::keyClick(line(), Qt::Key_Down);
        QVERIFY(m_sample->store().replaceLeads(
            {sampleLead(1, QStringLiteral("Dora Weber")), sampleLead(7, QStringLiteral("Ada Wolf")),
             sampleLead(2, QStringLiteral("Jonas Nowak"), QStringLiteral("+49409"))}));
        QCOMPARE(found()->model()->rowCount(), 3);
        QVERIFY(button(QStringLiteral("File to Jonas Nowak")));
    }
    void dismissesByDeleteAndBringsBack()
    {
        bring({told(), QStringLiteral("memo.wav")});
        QTest::keyClick(table(), Qt::Key_Delete);
        QTRY_COMPARE(table()->model()->rowCount(), 1);
        QCOMPARE(m_view->count(), 1);
        QTest::keyClick(table(), Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(table()->model()->rowCount(), 2);
    }
    void saysWhyAFileCouldNotBeFiled()
    {
        bring({told()});
        QVERIFY(QFile::remove(m_sample->folder() + u'/' + told()));
        QTest::keyClick(table(), Qt::Key_Return);
        const auto isSaid = [this] {
            const QList<QLabel *> labels = m_view->findChildren<QLabel *>();
            return std::ranges::any_of(labels, [](const QLabel *label) {
                return label->isVisible() && label->text().contains(QStringLiteral("not there"));
            });
        };
        QTRY_VERIFY(isSaid());
        QCOMPARE(m_view->count(), 1);
    }
    void whatTheLeadHasAlreadyIsSaidAndFiledAgainByItsOwnButtonAlone()
    {
        bring({told()});
        const QByteArray sha256 = m_sample->store().inbox().entries()->first().sha256;
        LocalRecording waiting = waitingRecording({1});
        waiting.sha256 = sha256;
        QVERIFY(button(QStringLiteral("File to Dora Weber"))->isVisible());
        QVERIFY(m_sample->store().attach({waiting}));
        // It is there already: the first button is the one that takes it off the list.
        QTRY_VERIFY(button(QStringLiteral("Dismiss"))->property("primary").toBool());
        QVERIFY(!button(QStringLiteral("File it"))->isVisible());
        QVERIFY(button(QStringLiteral("File again"))->isVisible());
        QTest::keyClick(table(), Qt::Key_Return);
        QTRY_VERIFY(says(*m_view, QStringLiteral("So it was not filed again")));
        QCOMPARE(m_sample->store().outbox()->size(), 1);
        QCOMPARE(m_view->count(), 1);
        QVERIFY(press(*m_view, QStringLiteral("File again")));
        QTRY_COMPARE(m_sample->store().outbox()->size(), 2);
        QTRY_COMPARE(m_view->count(), 0);
        QVERIFY(table()->hasFocus());
    }
    void whatTheLeadDoesNotHaveIsNotFiledAgain()
    {
        bring({told()});
        QVERIFY(!button(QStringLiteral("File again"))->isVisible());
        LocalRecording waiting = waitingRecording({2});
        waiting.sha256 = m_sample->store().inbox().entries()->first().sha256;
        QVERIFY(m_sample->store().attach({waiting}));
        QVERIFY(!button(QStringLiteral("File again"))->isVisible());
        QTest::keyClick(table(), Qt::Key_N); // to the one that has it
        QTest::keyClicks(line(), QStringLiteral("owak"));
        QVERIFY(button(QStringLiteral("File again"))->isVisible());
        QVERIFY(button(QStringLiteral("Dismiss"))->property("primary").toBool());
        line()->clear();
        QVERIFY(!button(QStringLiteral("File again"))->isVisible());
        QVERIFY(button(QStringLiteral("File to Dora Weber"))->isVisible());
        QVERIFY(!button(QStringLiteral("Dismiss"))->property("primary").toBool());
    }
    void whyIsThereInFullForTheFileThatIsChosen()
    {
        bring({told(), QStringLiteral("memo.wav")});
        table()->selectRow(0);
        QVERIFY(says(*m_view, cell(0, InboxColumn::Why)));
        table()->selectRow(1);
        QVERIFY(says(*m_view, cell(1, InboxColumn::Why)));
        table()->selectAll();
        QVERIFY(!says(*m_view, cell(1, InboxColumn::Why)));
    }
    void suggestsAnewWhenTheLeadsAreOthers()
    {
        bring({QStringLiteral("2026-01-16_1430_+49221123456.wav")});
        QVERIFY(cell(0, InboxColumn::Lead).isEmpty());
        QVERIFY(m_sample->store().replaceLeads(
            {sampleLead(3, QStringLiteral("Kim Sommer"), QStringLiteral("+49 221 123456"))}));
        QCOMPARE(cell(0, InboxColumn::Lead), QStringLiteral("Kim Sommer"));
    }
    void keepsWhatIsChosenWhenMoreComes()
    {
        bring({told(), QStringLiteral("memo.wav")});
        table()->selectRow(1);
        const QString chosen = cell(1, InboxColumn::File);
        bring({QStringLiteral("another.wav")});
        QCOMPARE(cell(table()->selectionModel()->selectedRows().constFirst().row(), InboxColumn::File), chosen);
    }
    void everyPartHasAName()
    {
        bring({told()});
        QTest::keyClick(table(), Qt::Key_N);
        QCOMPARE(withoutName(*m_view), QStringList());
    }
    void thePageShowsTheInboxOnlyWhileFoldersAreWatched()
    {
        RefreshLeads refresh(m_sample->session(), m_sample->api());
        LeadsPage page(m_sample->session(), refresh, *m_attach);
        page.addInbox(*m_file);
        page.show();
        const QList<QPushButton *> buttons = page.findChildren<QPushButton *>();
        const auto entry = std::ranges::find_if(
            buttons, [](const QPushButton *button) { return button->text().startsWith(QStringLiteral("Inbox")); });
        QVERIFY(entry != buttons.end());
        QVERIFY(!(*entry)->isVisible());
        page.openInbox();
        QVERIFY(!page.findChild<InboxView *>()->isVisible());
        page.setInboxShown(true);
        bring({told()});
        QTRY_COMPARE((*entry)->text(), QStringLiteral("Inbox (1)"));
        (*entry)->click();
        QVERIFY(page.findChild<InboxView *>()->isVisible());
        page.setInboxShown(false);
        QVERIFY(!page.findChild<InboxView *>()->isVisible());
    }

private:
    static QString told() { return QStringLiteral("2026-01-15_1430_+49301234567.wav"); }
    /// New files of those names, as the watched folders bring them.
    void bring(const QStringList &names)
    {
        const int before = table()->model()->rowCount();
        for (const QString &name : names) {
            const QFileInfo info(m_sample->makeWav(name, 1 + static_cast<int>(m_made++)));
            Inbox &inbox = m_sample->store().inbox();
            QVERIFY(inbox.take({{info.absoluteFilePath(), info.size(), info.lastModified()}}));
            InboxEntry entry = **inbox.nextToInspect();
            entry.duration = std::chrono::seconds(1);
            QFile wav(info.absoluteFilePath());
            QVERIFY(wav.open(QIODevice::ReadOnly));
            entry.sha256 = QCryptographicHash::hash(wav.readAll(), QCryptographicHash::Sha256);
            QVERIFY(inbox.keepInspection(entry));
        }
        QTRY_COMPARE(table()->model()->rowCount(), before + names.size());
        table()->setFocus();
    }
    QPushButton *button(const QString &words) const
    {
        const QList<QPushButton *> buttons = m_view->findChildren<QPushButton *>();
        const auto found = std::ranges::find(buttons, words, &QPushButton::text);
        return found == buttons.end() ? nullptr : *found;
    }
    QTableView *table() const { return m_view->findChild<QTableView *>(); }
    QLineEdit *line() const { return m_view->findChild<QLineEdit *>(); }
    QListView *found() const { return m_view->findChild<QListView *>(); }
    QString cell(int row, InboxColumn column) const
    {
        return table()->model()->index(row, static_cast<int>(column)).data().toString();
    }

    qsizetype m_made = 0;
    std::unique_ptr<SampleSession> m_sample;
    std::unique_ptr<AttachRecordings> m_attach;
    std::unique_ptr<FileFromInbox> m_file;
    std::unique_ptr<LeadsModel> m_leads;
    std::unique_ptr<InboxView> m_view;
};

QTEST_MAIN(tst_InboxView)
#include "tst_InboxView.moc"
