// SPDX-License-Identifier: GPL-3.0-or-later
#include "attach/AttachSheet.h"
#include "attach/DroppedFiles.h"
#include "look/WordBox.h"

#include "SampleSession.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>
#include <QUrl>

#include <algorithm>

using namespace Holdfast;

class tst_AttachSheet : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_sheet = std::make_unique<AttachSheet>(sampleLead(1, QStringLiteral("Dora Weber")), QStringList(), nullptr);
        m_asked.clear();
        connect(m_sheet.get(), &AttachSheet::attach, this,
                [this](const QList<Inspected> &files, const WrittenAlong &along) {
                    m_asked.append({files, along});
                });
        m_sheet->show();
    }

    void saysWhatItIsDoingUntilAllFilesAreLookedAt()
    {
        m_sheet->lookAt(3);
        QVERIFY(says(QStringLiteral("Looking at 3 file(s)…")));
        QTest::keyClick(m_sheet.get(), Qt::Key_Return);
        QVERIFY(m_asked.isEmpty());
        m_sheet->addFiles({good(QStringLiteral("a.wav")), good(QStringLiteral("b.wav"))}, 2);
        QVERIFY(!attachButton()->isEnabled());
        m_sheet->addFiles({good(QStringLiteral("c.wav"))}, 1);
        QVERIFY(attachButton()->isEnabled());
        QVERIFY(says(QStringLiteral("3 recording(s), \u20663:00\u2069")));
    }
    void attachesWhatIsGoodOnEnterWhereverTheFocusIs_data()
    {
        QTest::addColumn<QString>("control");
        QTest::newRow("from the table") << QStringLiteral("Files");
        QTest::newRow("from the note") << QStringLiteral("Note for these recordings");
        QTest::newRow("from the disposition") << QStringLiteral("Disposition of these calls");
    }
    void attachesWhatIsGoodOnEnterWhereverTheFocusIs()
    {
        QFETCH(QString, control);
        m_sheet->addFiles({good(QStringLiteral("a.wav")), bad(QStringLiteral("b.txt"))}, 0);
        note()->setText(QStringLiteral("  wants a quote "));
        disposition()->lineEdit()->setText(QStringLiteral(" Sale"));
        for (QWidget *widget : m_sheet->findChildren<QWidget *>())
            if (widget->accessibleName() == control && widget->isVisible())
                widget->setFocus();
        QTest::keyClick(m_sheet->focusWidget(), Qt::Key_Return);
        QCOMPARE(m_asked.size(), 1);
        QCOMPARE(m_asked.first().second.disposition, QStringLiteral("Sale"));
        QCOMPARE(m_asked.first().first.size(), 1);
        QCOMPARE(m_asked.first().first.first().name, QStringLiteral("a.wav"));
        QCOMPARE(m_asked.first().second.notes, QStringLiteral("wants a quote"));
        QTest::keyClick(table(), Qt::Key_Return); // an impatient second Enter does not attach twice
        QCOMPARE(m_asked.size(), 1);
    }
    void tellsInWordsWhatIsWrong()
    {
        m_sheet->addFiles({bad(QStringLiteral("b.txt"))}, 0);
        QCOMPARE(cell(0, AttachColumn::Remark), QStringLiteral("This is not a recording."));
        QVERIFY(says(QStringLiteral("1 file(s) can't be attached.")));
        QTest::keyClick(table(), Qt::Key_Return);
        QVERIFY(m_asked.isEmpty());
    }
    void saysWhyNothingGoesWhereNothingIsTicked()
    {
        m_sheet->addFiles({good(QStringLiteral("a.wav"))}, 0);
        table()->setCurrentIndex(table()->model()->index(0, 0));
        QTest::keyClick(table(), Qt::Key_Space);
        QTest::keyClick(table(), Qt::Key_Return);
        QVERIFY(says(QStringLiteral("No file is ticked")));
        QVERIFY(m_asked.isEmpty());
    }
    void keepsWhatWasRefusedWithItsProblem()
    {
        m_sheet->addFiles({good(QStringLiteral("a.wav")), good(QStringLiteral("b.wav"))}, 0);
        QTest::mouseClick(attachButton(), Qt::LeftButton);
        QVERIFY(m_sheet->isAttaching());
        m_sheet->showAnswer({bad(QStringLiteral("b.wav"))}, 1);
        QVERIFY(!m_sheet->isAttaching());
        QCOMPARE(table()->model()->rowCount(), 1);
        QVERIFY(says(QStringLiteral("1 recording(s) attached. 1 file(s) could not be attached")));
    }
    void afterAPartlyFailedAttachAllThatWasRefusedIsCountedAndNamed()
    {
        const Inspected there = stored(QStringLiteral("there.wav"));
        m_sheet->addFiles({bad(QStringLiteral("a.txt")), good(QStringLiteral("b.wav")), good(QStringLiteral("c.wav")),
                           bad(QStringLiteral("d.doc")), there},
                          0);
        QTest::keyClick(table(), Qt::Key_Return);
        m_sheet->showAnswer({bad(QStringLiteral("c.wav"))}, 1);
        QCOMPARE(table()->model()->rowCount(), 4);
        QVERIFY(says(QStringLiteral("1 recording(s) attached. 3 file(s) could not be attached")));
        QVERIFY(says(QStringLiteral("\u2066a.txt\u2069, \u2066c.wav\u2069, \u2066d.doc\u2069")));
        QVERIFY(!says(QStringLiteral("there.wav")));
    }
    void whatItsLeadHasAlreadyIsNotSentBeforeThePersonSaysSo()
    {
        m_sheet->addFiles({good(QStringLiteral("a.wav")), stored(QStringLiteral("b.wav"))}, 0);
        QCOMPARE(tick(0), Qt::Checked);
        QCOMPARE(tick(1), Qt::Unchecked);
        QCOMPARE(cell(1, AttachColumn::Remark),
                 QStringLiteral("Already attached to this lead. Not sent unless ticked."));
        QVERIFY(says(QStringLiteral("1 file(s) are there already and will not be sent")));
        QCOMPARE(attachButton()->text(), QStringLiteral("Attach 1 recording(s)"));

        table()->setCurrentIndex(table()->model()->index(1, static_cast<int>(AttachColumn::Remark)));
        QTest::keyClick(table(), Qt::Key_Space);
        QCOMPARE(tick(1), Qt::Checked);
        QCOMPARE(cell(1, AttachColumn::Remark),
                 QStringLiteral("Already attached to this lead. It will be stored a second time."));
        QTest::keyClick(table(), Qt::Key_Return);
        QCOMPARE(m_asked.first().first.size(), 2);
    }
    void aClickTicksAndUnticks()
    {
        m_sheet->resize(800, 400);
        m_sheet->addFiles({good(QStringLiteral("a.wav")), stored(QStringLiteral("b.wav"))}, 0);
        clickTick(1);
        QCOMPARE(tick(1), Qt::Checked);
        clickTick(0);
        clickTick(1);
        QVERIFY(!attachButton()->isEnabled());
        QTest::keyClick(table(), Qt::Key_Return);
        QVERIFY(m_asked.isEmpty());
    }
    void ofTheSameBytesTwiceInTheSheetOneGoesAlsoFromTwoDrops()
    {
        Inspected one = good(QStringLiteral("a.wav"));
        Inspected two = good(QStringLiteral("copy of a.wav"));
        one.sha256 = two.sha256 = "same";
        m_sheet->addFiles({one}, 0);
        m_sheet->addFiles({two}, 0);
        QCOMPARE(tick(1), Qt::Unchecked);
        QCOMPARE(cell(1, AttachColumn::Remark), QStringLiteral("The same recording as a.wav. Not sent unless ticked."));
        table()->setCurrentIndex(table()->model()->index(0, 0));
        QTest::keyClick(table(), Qt::Key_Space); // then the other one does not come twice
        QCOMPARE(tick(0), Qt::Unchecked);
        QCOMPARE(tick(1), Qt::Checked);
    }
    void whatCouldNotBeSentBeforeGoesByItself()
    {
        Inspected file = stored(QStringLiteral("a.wav"));
        file.earlier[{1}].state = TransferState::Parked;
        m_sheet->addFiles({file}, 0);
        QCOMPARE(tick(0), Qt::Checked);
    }
    void takesTheSameFileOnceAndAFileOffTheListByDelete()
    {
        m_sheet->addFiles({good(QStringLiteral("a.wav")), good(QStringLiteral("b.wav"))}, 0);
        m_sheet->addFiles({good(QStringLiteral("a.wav"))}, 0);
        QCOMPARE(table()->model()->rowCount(), 2);
        QVERIFY(QTest::qWaitForWindowActive(m_sheet.get()));
        table()->setFocus();
        table()->setCurrentIndex(table()->model()->index(0, 0));
        QTest::keyClick(table(), Qt::Key_Delete);
        QCOMPARE(table()->model()->rowCount(), 1);
        QCOMPARE(cell(0, AttachColumn::Name), QStringLiteral("\u2066b.wav\u2069"));
    }
    void leavesOnEscape()
    {
        QSignalSpy left(m_sheet.get(), &AttachSheet::left);
        QTest::keyClick(note(), Qt::Key_Escape);
        QCOMPARE(left.count(), 1);
        QVERIFY(m_asked.isEmpty());
    }
    void modelKeepsTheRulesOfModels()
    {
        AttachModel model(sampleLead(1, QStringLiteral("Dora Weber")));
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.add({good(QStringLiteral("a.wav")), bad(QStringLiteral("b.txt"))});
        model.remove(0);
        QCOMPARE(model.rowCount(), 1);
    }
    void tellsOfANameThatTellsAnotherLeadAndFilesByItWhereThePersonSaysSo()
    {
        m_sheet->addFiles(
            {told(QStringLiteral("a.wav"), sampleLead(2, QStringLiteral("Tom Hardy"))), good(QStringLiteral("b.wav"))},
            0);
        QCOMPARE(cell(0, AttachColumn::Remark), QStringLiteral("0301 in its name is Tom Hardy."));
        QVERIFY(byName()->isVisible());
        QVERIFY(table()->isColumnHidden(static_cast<int>(AttachColumn::Lead)));
        byName()->setChecked(true);
        QCOMPARE(cell(0, AttachColumn::Lead), QStringLiteral("Tom Hardy"));
        QCOMPARE(cell(1, AttachColumn::Lead), QStringLiteral("Dora Weber"));
        QCOMPARE(cell(0, AttachColumn::Remark), QString());
        QVERIFY(!table()->isColumnHidden(static_cast<int>(AttachColumn::Call)));
        QTest::keyClick(table(), Qt::Key_Return);
        const QList<Inspected> files = m_asked.first().first;
        QCOMPARE(files.at(0).lead, LeadId{2});
        QCOMPARE(files.at(1).lead, LeadId{1});
    }
    void withoutALeadWhatTellsNoneIsNotAttached()
    {
        AttachSheet sheet(std::nullopt, QStringList(), nullptr);
        QList<Inspected> asked;
        connect(&sheet, &AttachSheet::attach, this, [&](const QList<Inspected> &files) { asked = files; });
        sheet.show();
        sheet.addFiles(
            {told(QStringLiteral("a.wav"), sampleLead(2, QStringLiteral("Tom Hardy"))), good(QStringLiteral("b.wav"))},
            0);
        const QAbstractItemModel *model = sheet.findChild<QTableView *>()->model();
        QVERIFY(model->index(1, static_cast<int>(AttachColumn::Remark))
                    .data()
                    .toString()
                    .startsWith(QStringLiteral("Its name tells no lead: ")));
        QTest::keyClick(&sheet, Qt::Key_Return);
        QCOMPARE(asked.size(), 1);
        QCOMPARE(asked.first().lead, LeadId{2});
    }
    void takesOnlyFilesOfThisComputerFromADrag()
    {
        QMimeData dragged;
        dragged.setUrls(
            {QUrl::fromLocalFile(QStringLiteral("/calls/a b.wav")), QUrl(QStringLiteral("https://example.com/c.wav"))});
        QCOMPARE(droppedFiles(dragged), QStringList{QStringLiteral("/calls/a b.wav")});
        QMimeData words;
        words.setText(QStringLiteral("/calls/a.wav"));
        QVERIFY(droppedFiles(words).isEmpty());
    }

private:
    static Inspected good(const QString &name)
    {
        Inspected file;
        file.path = QStringLiteral("/calls/") + name;
        file.name = name;
        file.size = 960'044;
        file.facts = MediaFacts();
        file.facts->duration = std::chrono::seconds(60);
        return file;
    }
    static Inspected stored(const QString &name)
    {
        Inspected file = good(name);
        file.sha256 = "stored";
        file.earlier.insert({1}, {TransferState::Stored, {}, RecordingId{7}, {}});
        return file;
    }
    Qt::CheckState tick(int row) const
    {
        const QModelIndex index = table()->model()->index(row, static_cast<int>(AttachColumn::Send));
        return index.data(Qt::CheckStateRole).value<Qt::CheckState>();
    }
    void clickTick(int row) const
    {
        const QRect cell = table()->visualRect(table()->model()->index(row, static_cast<int>(AttachColumn::Send)));
        QTest::mouseClick(table()->viewport(), Qt::LeftButton, {}, QPoint(cell.left() + 12, cell.center().y()));
    }
    static Inspected told(const QString &name, const Lead &lead)
    {
        Inspected file = good(name);
        file.filing = {lead,
                       QDateTime(QDate(2026, 1, 15), QTime(14, 30), Qt::UTC),
                       QStringLiteral("0301 in its name is %1.").arg(lead.name),
                       {},
                       {}};
        return file;
    }
    QCheckBox *byName() const { return m_sheet->findChild<QCheckBox *>(); }
    static Inspected bad(const QString &name)
    {
        Inspected file;
        file.path = QStringLiteral("/calls/") + name;
        file.name = name;
        file.size = 10;
        file.problem = QStringLiteral("This is not a recording.");
        return file;
    }
    QTableView *table() const { return m_sheet->findChild<QTableView *>(); }
    WordBox *disposition() const { return m_sheet->findChild<WordBox *>(); }
    QLineEdit *note() const
    {
        const auto lines = m_sheet->findChildren<QLineEdit *>();
        return *std::ranges::find(lines, QStringLiteral("Note for these recordings"), &QWidget::accessibleName);
    }
    QString cell(int row, AttachColumn column) const
    {
        return table()->model()->index(row, static_cast<int>(column)).data().toString();
    }
    QPushButton *attachButton() const
    {
        const auto buttons = m_sheet->findChildren<QPushButton *>();
        for (QPushButton *button : buttons)
            if (button->property("primary").toBool())
                return button;
        return nullptr;
    }
    bool says(const QString &words) const
    {
        const auto labels = m_sheet->findChildren<QLabel *>();
        return std::ranges::any_of(labels, [&](const QLabel *label) { return label->text().contains(words); });
    }

    std::unique_ptr<AttachSheet> m_sheet;
    QList<std::pair<QList<Inspected>, WrittenAlong>> m_asked;
};

QTEST_MAIN(tst_AttachSheet)
#include "tst_AttachSheet.moc"
