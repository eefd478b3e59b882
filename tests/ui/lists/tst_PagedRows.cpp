// SPDX-License-Identifier: GPL-3.0-or-later
#include "lists/PagedRows.h"

#include "lists/RowsTable.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Holdfast;

class tst_PagedRows : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_there = 250;
        m_failure.reset();
        m_asked = 0;
        m_rows = std::make_unique<Rows>(
            QList<RowColumn<int>>{{QStringLiteral("Number"), [](int row) { return QString::number(row); }, {80, 1}}},
            [](int row) { return qint64{row} + 1; }, [this](const int *behind) { return fetch(behind); },
            [] { return QDateTime(QDate(2026, 1, 1), QTime(12, 0), Qt::UTC); });
        m_tester = std::make_unique<QAbstractItemModelTester>(m_rows.get(),
                                                              QAbstractItemModelTester::FailureReportingMode::Fatal);
        m_tester->setUseFetchMore(false); // it would fetch all
    }
    void cleanup()
    {
        m_tester.reset();
        m_rows.reset();
    }

    void comesPageByPageAsItIsScrolledTo()
    {
        read();
        QCOMPARE(m_rows->rowCount(), 100);
        m_rows->fetchMore({});
        QTRY_COMPARE(m_rows->rowCount(), 200);
        m_rows->fetchMore({});
        QTRY_COMPARE(m_rows->rowCount(), 250);
        QVERIFY(!m_rows->canFetchMore({}));
        QCOMPARE(*m_rows->at(249), 249);
        QVERIFY(!m_rows->isCut());
    }
    void keepsNoMoreThanItsBoundAndSaysSo()
    {
        m_there = 1'000'000;
        read();
        while (m_rows->canFetchMore({})) {
            QSignalSpy came(m_rows.get(), &PagedModel::came);
            m_rows->fetchMore({});
            QTRY_COMPARE(came.count(), 1);
        }
        QCOMPARE(m_rows->rowCount(), PagedModel::mostRows);
        QVERIFY(m_rows->isCut());
    }
    void whatIsHereStaysWhereItFailsAndGoesOnLater()
    {
        read();
        m_failure = Failure{FailureKind::Unreachable, QStringLiteral("gone"), {}, {}};
        m_rows->fetchMore({});
        QTRY_VERIFY(m_rows->failure());
        QCOMPARE(m_rows->rowCount(), 100);
        QVERIFY(!m_rows->canFetchMore({})); // else the view would ask again and again
        m_failure.reset();
        m_rows->goOn();
        QTRY_COMPARE(m_rows->rowCount(), 200);
        QVERIFY(!m_rows->failure());
    }
    void aLaterQuestionMakesAnEarlierAnswerVoid()
    {
        QPromise<Result<Rows::Page>> late;
        late.start();
        m_instead = late.future();
        m_rows->readAnew();
        m_instead.reset();
        m_there = 7;
        read();
        QCOMPARE(m_rows->rowCount(), 7);
        late.addResult(Rows::Page{{1}, false});
        late.finish();
        QTest::qWait(0);
        QCOMPARE(m_rows->rowCount(), 7);
    }
    void whatIsTheSameIsNotShownAnew()
    {
        read();
        QSignalSpy reset(m_rows.get(), &QAbstractItemModel::modelReset);
        read();
        QCOMPARE(reset.count(), 0);
    }
    void aClickBesideTheRowsKeepsWhatIsChosen()
    {
        m_there = 2;
        RowsTable table(*m_rows, QStringLiteral("Numbers"));
        table.resize(300, 400);
        table.show();
        read();
        QTest::keyClick(&table, Qt::Key_Down);
        QTest::mouseClick(table.viewport(), Qt::LeftButton, {}, QPoint(5, table.viewport()->height() - 2));
        QCOMPARE(table.currentRow(), 1);
    }
    void whereAPersonIsToChooseNothingIsChosenBefore()
    {
        m_there = 2;
        RowsTable table(*m_rows, QStringLiteral("Numbers"));
        table.setChoosesFirst(false);
        table.show();
        read();
        QCOMPARE(table.currentRow(), -1);
        table.setChoosesFirst(true);
        read(); // the same rows
        QCOMPARE(table.currentRow(), 0);
    }
    void theTableKeepsTheChosenRowOverAReading()
    {
        m_there = 20;
        RowsTable table(*m_rows, QStringLiteral("Numbers"));
        table.show();
        read();
        QCOMPARE(table.currentRow(), 0);
        QTest::keyClick(&table, Qt::Key_Down);
        QTest::keyClick(&table, Qt::Key_Down);
        QCOMPARE(table.currentRow(), 2);
        m_first = -5; // five came before it
        read();
        QCOMPARE(*m_rows->at(table.currentRow()), 2);
        QSignalSpy opened(&table, &RowsTable::opened);
        QTest::keyClick(&table, Qt::Key_Return);
        QCOMPARE(opened.first().first().toInt(), 7);
        m_first = 0;
    }

private:
    using Rows = PagedRows<int>;

    QFuture<Result<Rows::Page>> fetch(const int *behind)
    {
        ++m_asked;
        if (m_instead)
            return *m_instead;
        if (m_failure)
            return finishedWith<Result<Rows::Page>>(fail(*m_failure));
        Rows::Page page;
        for (int row = behind ? *behind + 1 : m_first; row < m_there && page.rows.size() < PagedModel::pageRows; ++row)
            page.rows.append(row);
        page.hasMore = !page.rows.isEmpty() && page.rows.last() + 1 < m_there;
        return finishedWith<Result<Rows::Page>>(page);
    }
    void read()
    {
        QSignalSpy came(m_rows.get(), &PagedModel::came);
        m_rows->readAnew();
        QTRY_COMPARE(came.count(), 1);
    }

    int m_there = 0;
    int m_first = 0;
    int m_asked = 0;
    std::optional<Failure> m_failure;
    std::optional<QFuture<Result<Rows::Page>>> m_instead;
    std::unique_ptr<Rows> m_rows;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

QTEST_MAIN(tst_PagedRows)
#include "tst_PagedRows.moc"
