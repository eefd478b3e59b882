// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/KeptFiltersButton.h"

#include "review/FilterNameSheet.h"
#include "review/ReviewFilters.h"
#include "ui/AccessibleNames.h"
#include "ui/Pressing.h"

#include <QFile>
#include <QLineEdit>
#include <QMenu>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Holdfast;
using namespace Holdfast::Testing;

class tst_KeptFiltersButton : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        QLocale::setDefault(QLocale::c());
        m_profile = std::make_unique<QTemporaryDir>();
        m_fields = std::make_unique<ReviewFilters>();
        m_fields->offerAgents({{{3}, QStringLiteral("Alice")}, {{4}, QStringLiteral("Bob")}});
        m_button = std::make_unique<KeptFiltersButton>(*m_fields);
        m_button->setKept(KeptFilters::load(m_profile->path(), me));
        m_fields->show();
        m_button->show();
    }
    void cleanup()
    {
        m_button.reset();
        m_fields.reset();
    }

    void nothingIsKeptWhereNothingIsFiltered()
    {
        QVERIFY(!offered(QStringLiteral("None is kept yet"))->isEnabled());
        QVERIFY(!offered(QStringLiteral("Keep what is filtered now…"))->isEnabled());
    }
    void whatIsFilteredIsKeptUnderANameAndThereTheNextTime()
    {
        m_fields->setFilter(filtered());
        keepAs(QStringLiteral("Bob's & mine"));
        QCOMPARE(m_button->text(), QStringLiteral("Bob's && mine"));
        KeptFilter expected = filtered();
        expected.name = QStringLiteral("Bob's & mine");
        const KeptFilters again = KeptFilters::load(m_profile->path(), me);
        QCOMPARE(again.all(), QList<KeptFilter>{expected});
    }
    void chosenItFillsTheFieldsAndTells()
    {
        m_fields->setFilter(filtered());
        keepAs(QStringLiteral("mine"));
        m_fields->clear();
        QCOMPARE(m_button->text(), QStringLiteral("Kept filters"));
        QSignalSpy changed(m_fields.get(), &ReviewFilters::changed);
        offered(QStringLiteral("mine"))->trigger();
        QCOMPARE(changed.count(), 1);
        QCOMPARE(m_button->text(), QStringLiteral("mine"));
        QVERIFY(m_fields->filter()->asksTheSameAs(filtered()));
        QVERIFY(offered(QStringLiteral("mine"))->isChecked());
    }
    void otherwiseFilteredItIsNotTheChosenOneAnyMore()
    {
        m_fields->setFilter(filtered());
        keepAs(QStringLiteral("mine"));
        KeptFilter other = filtered();
        other.words = QStringLiteral("other");
        m_fields->setFilter(other);
        QCOMPARE(m_button->text(), QStringLiteral("Kept filters"));
        QVERIFY(!offered(QStringLiteral("Remove “mine”")));
    }
    void ofTheSameNameItTakesThePlaceOnceThatIsSaid()
    {
        m_fields->setFilter(filtered());
        keepAs(QStringLiteral("mine"));
        KeptFilter other = filtered();
        other.words = QStringLiteral("other");
        m_fields->setFilter(other);
        offered(QStringLiteral("Keep what is filtered now…"))->trigger();
        FilterNameSheet *asking = sheet();
        QCOMPARE(withoutName(*asking), QStringList());
        QVERIFY(!buttonSaying(*asking, QStringLiteral("Keep"))->isEnabled());
        QTest::keyClicks(asking->findChild<QLineEdit *>(), QStringLiteral("mine"));
        QVERIFY(says(*asking, QStringLiteral("This one takes its place")));
        QVERIFY(press(*asking, QStringLiteral("Replace")));
        QCOMPARE(m_button->kept().all().size(), 1);
        QCOMPARE(m_button->kept().all().first().words, QStringLiteral("other"));
    }
    void renamedItBearsTheOtherNameAndNeverThatOfAnother()
    {
        m_fields->setFilter(filtered());
        keepAs(QStringLiteral("first"));
        keepAs(QStringLiteral("second"));
        offered(QStringLiteral("Rename “second”…"))->trigger();
        FilterNameSheet *asking = sheet();
        auto *name = asking->findChild<QLineEdit *>();
        QCOMPARE(name->text(), QStringLiteral("second"));
        name->selectAll();
        QTest::keyClicks(name, QStringLiteral("first"));
        QVERIFY(says(*asking, QStringLiteral("another filter of that name")));
        QTest::keyClick(name, Qt::Key_Return);
        QVERIFY(asking->isVisible());
        QTest::keyClicks(name, QStringLiteral(" of all"));
        QTest::keyClick(name, Qt::Key_Return);
        QCOMPARE(m_button->text(), QStringLiteral("first of all"));
        const KeptFilters again = KeptFilters::load(m_profile->path(), me);
        QVERIFY(again.named(QStringLiteral("first")) && again.named(QStringLiteral("first of all")));
        QVERIFY(!again.named(QStringLiteral("second")));
    }
    void removedItIsGoneAndTheFieldsStayAsTheyAre()
    {
        m_fields->setFilter(filtered());
        keepAs(QStringLiteral("mine"));
        offered(QStringLiteral("Remove “mine”"))->trigger();
        QVERIFY(KeptFilters::load(m_profile->path(), me).all().isEmpty());
        QVERIFY(m_fields->filter()->asksTheSameAs(filtered()));
        QCOMPARE(m_button->text(), QStringLiteral("Kept filters"));
    }
    void aDiskThatDoesNotTakeItIsSaid()
    {
        QFile inTheWay(m_profile->filePath(QStringLiteral("file")));
        QVERIFY(inTheWay.open(QIODevice::WriteOnly));
        m_button->setKept(KeptFilters::load(m_profile->filePath(QStringLiteral("file/none")), me));
        m_fields->setFilter(filtered());
        QSignalSpy problem(m_button.get(), &KeptFiltersButton::problem);
        keepAs(QStringLiteral("mine"));
        QCOMPARE(problem.count(), 1);
        QCOMPARE(m_button->kept().all().size(), 1); // until the program is closed
    }

private:
    static KeptFilter filtered()
    {
        KeptFilter filter;
        filter.words = QStringLiteral("refund");
        filter.agentId = UserId{4};
        filter.agentName = QStringLiteral("Bob");
        filter.complianceHold = false;
        filter.storedFrom = QDate(2026, 3, 1);
        filter.storedUntil = QDate(2026, 3, 31);
        filter.shortest = std::chrono::seconds(90);
        filter.longest = std::chrono::seconds(3729);
        return filter;
    }
    /// Null where it is not in the menu.
    QAction *offered(const QString &text) const
    {
        Q_EMIT m_button->menu()->aboutToShow();
        for (QAction *action : m_button->menu()->actions())
            if (action->text() == text)
                return action;
        return nullptr;
    }
    FilterNameSheet *sheet() const
    {
        for (FilterNameSheet *sheet : m_button->findChildren<FilterNameSheet *>())
            if (sheet->isVisible())
                return sheet;
        qFatal("no name is asked for");
        return nullptr;
    }
    void keepAs(const QString &name)
    {
        offered(QStringLiteral("Keep what is filtered now…"))->trigger();
        FilterNameSheet *asking = sheet();
        QTest::keyClicks(asking->findChild<QLineEdit *>(), name);
        QTest::keyClick(asking->findChild<QLineEdit *>(), Qt::Key_Return);
    }

    const QString me = QStringLiteral("aabb");
    std::unique_ptr<QTemporaryDir> m_profile;
    std::unique_ptr<ReviewFilters> m_fields;
    std::unique_ptr<KeptFiltersButton> m_button;
};

QTEST_MAIN(tst_KeptFiltersButton)
#include "tst_KeptFiltersButton.moc"
