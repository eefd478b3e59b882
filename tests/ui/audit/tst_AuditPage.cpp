// SPDX-License-Identifier: GPL-3.0-or-later
#include "audit/AuditPage.h"

#include "audit/AuditTable.h"
#include "audit/EntryPanel.h"
#include "ui/AccessibleNames.h"
#include "ui/audit/ScriptedLog.h"

#include <QComboBox>
#include <QDir>
#include <QFile>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Holdfast;
using Testing::ScriptedLog;
using Testing::ScriptedServer;

const QByteArray missingKeyReport(R"({"intact":false,"entries":22,"message":"","gaps":[],)"
                                  R"("finding":{"kind":"key-missing","firstEntry":20,"lastEntry":22}})");
const QByteArray gapReport(R"({"intact":true,"entries":24,"message":"","finding":null,)"
                           R"("gaps":[{"firstEntry":20,"lastEntry":22,"keyLost":true}]})");

class tst_AuditPage : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        QLocale::setDefault(QLocale::c());
        open(1'000'000);
    }
    void cleanup()
    {
        m_page.reset();
        m_api.reset();
        m_log.reset();
    }

    void asksOnceWhenItIsSeenFirstForEachReadingIsAnEntry()
    {
        QVERIFY(m_log->searches().isEmpty());
        show();
        m_page->hide();
        m_page->show();
        m_page->goOn();
        m_page->verify(); // a later question, whose answer comes after what would have come of these
        QTRY_VERIFY(says(QStringLiteral("chain is intact")));
        QCOMPARE(m_log->searches().size(), 1);
        QVERIFY(says(QStringLiteral("The newest 200")));
    }
    void olderEntriesComeAsOneGoesDown()
    {
        show();
        QTest::keyClick(table(), Qt::Key_End, Qt::ControlModifier);
        QTRY_COMPARE(table()->model()->rowCount(), 400);
        QCOMPARE(table()->model()->index(399, 1).data().toString(), QStringLiteral("user%1").arg(1'000'000 - 399));
    }
    void readAnewTheChosenEntryStaysChosenAndAnotherSearchBeginsAtItsTop()
    {
        show();
        table()->setCurrentIndex(table()->model()->index(150, 0));
        m_log->setCount(1'000'003);
        QSignalSpy reset(table()->model(), &QAbstractItemModel::modelReset);
        QTest::mouseClick(button(QStringLiteral("Refresh")), Qt::LeftButton);
        QVERIFY(reset.wait());
        QTRY_COMPARE(table()->currentIndex().row(), 153);
        QVERIFY(table()->verticalScrollBar()->value() > 0);
        choice(QStringLiteral("Outcome"))->setCurrentIndex(1);
        QVERIFY(reset.wait());
        QTRY_COMPARE(table()->currentIndex().row(), 0);
        QCOMPARE(table()->verticalScrollBar()->value(), 0);
    }
    void whatIsChosenIsAskedFor()
    {
        show();
        QTRY_COMPARE(choice(QStringLiteral("Person"))->count(), 3);
        choice(QStringLiteral("Person"))->setCurrentIndex(2);
        choice(QStringLiteral("Action"))->setCurrentText(QStringLiteral("Signed in"));
        choice(QStringLiteral("Outcome"))->setCurrentIndex(2);
        QTest::keyClicks(line(QStringLiteral("Number of the recording")), QStringLiteral("7"));
        QTest::keyClicks(line(QStringLiteral("Number of the lead")), QStringLiteral("9"));
        QTest::keyClicks(line(QStringLiteral("From this day on")), QStringLiteral("2020-03-01"));
        QTest::keyClicks(line(QStringLiteral("Until this day")), QStringLiteral("2020-03-31"));
        QTRY_COMPARE(lastAsked("leadId"), QStringLiteral("9"));
        QTRY_VERIFY(!lastAsked("to").isEmpty());
        QCOMPARE(lastAsked("userId"), QStringLiteral("4"));
        QCOMPARE(lastAsked("action"), QStringLiteral("login"));
        QCOMPARE(lastAsked("outcome"), QStringLiteral("refused"));
        QCOMPARE(lastAsked("recordingId"), QStringLiteral("7"));
        const auto moment = [this](const char *name) {
            return QDateTime::fromString(lastAsked(name), Qt::ISODateWithMs).toLocalTime();
        };
        QCOMPARE(moment("from"), QDateTime(QDate(2020, 3, 1), QTime(0, 0)));
        QCOMPARE(moment("to"), QDateTime(QDate(2020, 3, 31), QTime(23, 59, 59, 999)));
        QTest::mouseClick(button(QStringLiteral("Show all")), Qt::LeftButton);
        QTRY_VERIFY(lastAsked("leadId").isEmpty());
        QVERIFY(lastAsked("userId").isEmpty());
    }
    void whatIsNoNumberIsSaidAndNothingIsLookedFor()
    {
        show();
        QTest::keyClicks(line(QStringLiteral("Number of the recording")), QStringLiteral("x"));
        QTRY_VERIFY(says(QStringLiteral("is no number")));
        QCOMPARE(m_log->searches().size(), 1);
    }
    void theChosenEntryIsReadWholeWithWhatItChanged()
    {
        m_log->dress = [](AuditEntry &entry) {
            entry.action = QStringLiteral("user-change");
            entry.recordingId = {};
            entry.outcome = entry.id % 2 == 0 ? AuditOutcome::Allowed : AuditOutcome::Refused;
            entry.detail = QJsonDocument::fromJson(R"({"before":{"role":"agent"},"after":{"role":"admin"}})").object();
        };
        show();
        QTRY_VERIFY(says(QStringLiteral("Changed a user")));
        QVERIFY(says(QStringLiteral("entry 1000000")));
        QVERIFY(says(QStringLiteral("from ")));
        const QAbstractItemModel *lines = m_page->findChild<EntryPanel *>()->findChild<QTableView *>()->model();
        QCOMPARE(lines->rowCount(), 1);
        QCOMPARE(lines->index(0, 0).data().toString(), QStringLiteral("Role"));
        QCOMPARE(lines->index(0, 1).data().toString(), QStringLiteral("agent"));
        QCOMPARE(lines->index(0, 2).data().toString(), QStringLiteral("admin"));
        QTest::keyClick(table(), Qt::Key_Down);
        QTRY_VERIFY(says(QStringLiteral("Refused: it was tried")));
    }
    void whoHeardARecordingIsOneClick()
    {
        show();
        QTest::mouseClick(button(QStringLiteral("Who heard it")), Qt::LeftButton);
        QTRY_COMPARE(lastAsked("recordingId"), QStringLiteral("7"));
        QCOMPARE(lastAsked("action"), QStringLiteral("stream,download,ticket"));
        QTest::mouseClick(button(QStringLiteral("Its history")), Qt::LeftButton);
        QTRY_VERIFY(lastAsked("action").isEmpty());
        QCOMPARE(lastAsked("recordingId"), QStringLiteral("7"));
    }
    void whereOneComesWithAQuestionNothingElseIsAskedFirst()
    {
        m_page->showOnly({7}, AuditFilters::About::All);
        show();
        QTRY_COMPARE(m_log->searches().size(), 1);
        QCOMPARE(lastAsked("recordingId"), QStringLiteral("7"));
    }
    void verifyingSaysThatTheChainIsIntact()
    {
        show();
        QTest::mouseClick(button(QStringLiteral("Verify")), Qt::LeftButton);
        QTRY_VERIFY(says(QStringLiteral("The chain is intact: 48211 entries.")));
        QVERIFY(labelWith(QStringLiteral("chain is intact"))->property("good").toBool());
    }
    void verifyingSaysThatTheKeyIsMissing()
    {
        m_log->verifyAnswer.body = missingKeyReport;
        show();
        QTest::mouseClick(button(QStringLiteral("Verify")), Qt::LeftButton);
        QTRY_VERIFY(says(QStringLiteral("key that signs the log is missing")));
        QVERIFY(says(QStringLiteral("from entry 20 on")));
        QVERIFY(labelWith(QStringLiteral("is missing"))->property("bad").toBool());
    }
    void verifyingSaysWhatNobodySignedInTime()
    {
        m_log->verifyAnswer.body = gapReport;
        show();
        QTest::mouseClick(button(QStringLiteral("Verify")), Qt::LeftButton);
        QTRY_VERIFY(says(QStringLiteral("Entries 20 to 22 were signed only later")));
        QVERIFY(says(QStringLiteral("At entry 23 a new key took over")));
        QVERIFY(!labelWith(QStringLiteral("signed only later"))->property("good").toBool());
    }
    void verifyingNamesTheFirstEntryThatIsNotWhatWasWritten()
    {
        m_log->verifyAnswer = {
            200,
            R"({"intact":false,"entries":9,"message":"","finding":{"kind":"changed","firstEntry":5,"lastEntry":5}})",
            {}};
        show();
        QTest::mouseClick(button(QStringLiteral("Verify")), Qt::LeftButton);
        QTRY_VERIFY(says(QStringLiteral("Entry 5 is the first that is not what was written")));
        QVERIFY(labelWith(QStringLiteral("Entry 5"))->property("bad").toBool());
    }
    void anAnswerThatContradictsItselfIsNoIntactChain()
    {
        m_log->verifyAnswer.body =
            R"({"intact":true,"entries":9,"message":"","finding":{"kind":"changed","firstEntry":5,"lastEntry":5}})";
        show();
        QTest::mouseClick(button(QStringLiteral("Verify")), Qt::LeftButton);
        QTRY_VERIFY(button(QStringLiteral("Verify"))->isEnabled());
        QVERIFY(!says(QStringLiteral("chain is intact")));
        QVERIFY(says(QStringLiteral("not as a Holdfast server does")));
    }
    void aVerificationCanBeStopped()
    {
        m_log->verifyAnswer.silent = true;
        show();
        QTest::mouseClick(button(QStringLiteral("Verify")), Qt::LeftButton);
        QVERIFY(!button(QStringLiteral("Verify"))->isEnabled());
        m_page->activateWindow();
        QTRY_VERIFY(button(QStringLiteral("Stop"))->hasFocus());
        QTest::keyClick(button(QStringLiteral("Stop")), Qt::Key_Space);
        QTRY_VERIFY(says(QStringLiteral("Stopped: nothing is known")));
        QVERIFY(table()->hasFocus());
        QVERIFY(button(QStringLiteral("Verify"))->isEnabled());
    }
    void aCheckpointIsSavedAndComparedLater()
    {
        show();
        const QString path = m_folder.filePath(QStringLiteral("checkpoint.txt"));
        m_page->saveCheckpoint(path);
        QTRY_VERIFY(says(QStringLiteral("The checkpoint of 48211 entries is in")));
        m_page->compareWith(path);
        QTRY_VERIFY(says(QStringLiteral("It holds all that the checkpoint in checkpoint.txt says.")));
        QVERIFY(m_log->keptThatCame().startsWith("log.example\n48211\n"));
    }
    void whatIsNoCheckpointIsNotSent()
    {
        show();
        const QString path = write(QStringLiteral("letter.txt"), "Dear all,\nhello\n");
        m_page->compareWith(path);
        QTRY_VERIFY(says(QStringLiteral("letter.txt is no checkpoint")));
        QVERIFY(m_log->keptThatCame().isEmpty());
    }
    void exportsWhatTheFiltersSayToAFileThatIsChosen()
    {
        show();
        choice(QStringLiteral("Outcome"))->setCurrentIndex(2);
        const QString path = m_folder.filePath(QStringLiteral("log.csv"));
        button(QStringLiteral("Export"))->menu()->actions().first()->trigger();
        auto *dialog = m_page->findChild<QFileDialog *>();
        QVERIFY(dialog);
        QVERIFY(dialog->isVisible());
        Q_EMIT dialog->fileSelected(path);
        dialog->close();
        QTRY_VERIFY(says(QStringLiteral("Exported to ")));
        QCOMPARE(read(path), m_log->exportAnswer.body);
        QCOMPARE(m_log->exports().first().queryItemValue(QStringLiteral("outcome")), QStringLiteral("refused"));
        QCOMPARE(m_log->exports().first().queryItemValue(QStringLiteral("format")), QStringLiteral("csv"));
    }
    void anExportThatBreaksOffOrIsStoppedLeavesNothingBehind_data()
    {
        QTest::addColumn<bool>("isStopped");
        QTest::newRow("broken off") << false;
        QTest::newRow("stopped") << true;
    }
    void anExportThatBreaksOffOrIsStoppedLeavesNothingBehind()
    {
        QFETCH(bool, isStopped);
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("log.jsonl"));
        QFile before(path);
        QVERIFY(before.open(QIODevice::WriteOnly) && before.write("earlier") == 7);
        before.close();
        m_log->exportAnswer.body = QByteArray(1'000'000, 'x');
        m_log->exportAnswer.cutAnswerAfter = isStopped ? -1 : 300'000;
        m_log->exportAnswer.silent = isStopped;
        show();
        m_page->exportTo(path, AuditForm::JsonLines);
        if (isStopped)
            QTest::mouseClick(button(QStringLiteral("Stop")), Qt::LeftButton);
        QTRY_VERIFY(says(QStringLiteral("Nothing was saved.")));
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files), QStringList{QStringLiteral("log.jsonl")});
        QCOMPARE(read(path), QByteArray("earlier"));
    }
    void whereTheFileCantBeWrittenItIsSaid()
    {
        show();
        m_page->exportTo(QStringLiteral("/nowhere/log.csv"), AuditForm::Csv);
        QTRY_VERIFY(says(QStringLiteral("can't be written there")));
    }
    void whereNothingIsFoundItSaysSo()
    {
        open(0);
        show();
        QTRY_VERIFY(says(QStringLiteral("None")));
        QVERIFY(says(QStringLiteral("Choose an entry to read it.")));
    }
    void withoutTheServerItSaysSoKeepsWhatItHasAndGoesOnByItself()
    {
        show();
        m_log->goAway();
        m_page->refresh();
        QTRY_VERIFY(says(QStringLiteral("What is shown is as of")));
        QCOMPARE(table()->model()->rowCount(), 200);
        QVERIFY(says(QStringLiteral("The newest 200")));
        m_log->comeBack();
        m_page->goOn();
        QTRY_VERIFY(!says(QStringLiteral("can't be reached")));
    }
    void whoMayNotIsToldTheServersReason()
    {
        m_log->answerSearchesWith({403, R"({"message":"You may not read the audit log."})", {}});
        m_page->show();
        QTRY_VERIFY(says(QStringLiteral("You may not read the audit log.")));
    }
    void everyControlHasAName()
    {
        show();
        QCOMPARE(withoutName(*m_page), QStringList());
    }

private:
    void open(int entries)
    {
        m_page.reset();
        m_log = std::make_unique<ScriptedLog>(entries);
        m_api = std::make_unique<ApiClient>();
        m_api->setServer(m_log->url());
        m_api->setToken("T0KEN");
        m_page = std::make_unique<AuditPage>(*m_api, &QDateTime::currentDateTimeUtc);
        m_page->resize(1200, 640);
    }
    void show()
    {
        QSignalSpy reset(table()->model(), &QAbstractItemModel::modelReset);
        m_page->show();
        QVERIFY(reset.wait());
    }
    QLabel *labelWith(const QString &words) const
    {
        for (QLabel *label : m_page->findChildren<QLabel *>())
            if (label->isVisible() && label->text().contains(words))
                return label;
        return nullptr;
    }
    bool says(const QString &words) const { return labelWith(words) != nullptr; }
    AuditTable *table() const { return m_page->findChild<AuditTable *>(); }
    template <class T> T *named(const QString &name) const
    {
        for (T *widget : m_page->findChildren<T *>())
            if (widget->accessibleName() == name)
                return widget;
        qFatal("no %s", qPrintable(name));
        return nullptr;
    }
    QLineEdit *line(const QString &name) const { return named<QLineEdit>(name); }
    QComboBox *choice(const QString &name) const { return named<QComboBox>(name); }
    QPushButton *button(const QString &text) const
    {
        for (QPushButton *candidate : m_page->findChildren<QPushButton *>())
            if (candidate->text() == text)
                return candidate;
        qFatal("no %s", qPrintable(text));
        return nullptr;
    }
    QString lastAsked(const char *name) const
    {
        return m_log->searches().last().queryItemValue(QLatin1String(name), QUrl::FullyDecoded);
    }
    QString write(const QString &name, const QByteArray &bytes) const
    {
        QFile file(m_folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("can't write");
        return file.fileName();
    }
    static QByteArray read(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    QTemporaryDir m_folder;
    std::unique_ptr<ScriptedLog> m_log;
    std::unique_ptr<ApiClient> m_api;
    std::unique_ptr<AuditPage> m_page;
};

QTEST_MAIN(tst_AuditPage)
#include "tst_AuditPage.moc"
