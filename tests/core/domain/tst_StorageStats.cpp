// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/StorageStats.h"

#include <QTest>

using namespace Holdfast;

namespace {

const QDate today(2026, 1, 15);

QList<StorageUsage> growing(qint64 bytesADay, int days)
{
    QList<StorageUsage> history;
    for (int i = 0; i < days; ++i)
        history.append({today.addDays(-i), 0, 1000 + bytesADay * (days - 1 - i), 0, 0});
    return history;
}

} // namespace

class tst_StorageStats : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsEachDayBackFromNow()
    {
        // 5 on the 12th, nothing on the 13th, 2 more and 3 fewer on the 14th.
        const QList<StorageDay> days{{today.addDays(-3), 5, 500, 0, 0}, {today.addDays(-1), 2, 70, 3, 300}};
        const QList<StorageUsage> history = storageHistory(4, 270, today, today.addDays(-3), days);
        QCOMPARE(history, (QList<StorageUsage>{{today, 4, 270, 0, 0},
                                               {today.addDays(-1), 4, 270, 2, 3},
                                               {today.addDays(-2), 5, 500, 0, 0},
                                               {today.addDays(-3), 5, 500, 5, 0}}));
    }

    void hasThirtyDaysAtMostAndTodayAtLeast()
    {
        QCOMPARE(storageHistory(0, 0, today, QDate(), {}), (QList<StorageUsage>{{today, 0, 0, 0, 0}}));
        const QList<StorageUsage> history = storageHistory(1, 10, today, today.addDays(-400), {});
        QCOMPARE(history.size(), 30);
        QCOMPARE(history.last(), (StorageUsage{today.addDays(-29), 1, 10, 0, 0}));
    }

    void goesOnAsItGrew()
    {
        QCOMPARE(daysUntilFull(growing(100, 11), 1000 + 1000 + 1000), 10);
        QCOMPARE(daysUntilFull(growing(100, 11), 1000 + 1000 + 50), 0);
    }

    void tellsNoDayWhereItDoesNotGrow()
    {
        QCOMPARE(daysUntilFull(growing(0, 10), 5000), std::nullopt);
        QCOMPARE(daysUntilFull(growing(-10, 10), 5000), std::nullopt);
        QCOMPARE(daysUntilFull(growing(100, 1), 5000), std::nullopt);
        QCOMPARE(daysUntilFull(growing(1, 2), std::numeric_limits<qint64>::max()), std::nullopt);
        QCOMPARE(daysUntilFull({}, 5000), std::nullopt);
    }

    void theQuotaIsNotSaidToBeUsedBeforeItIs_data()
    {
        QTest::addColumn<qint64>("bytes");
        QTest::addColumn<qint64>("quota");
        QTest::addColumn<double>("percent");
        constexpr qint64 gigabytes100 = 100LL << 30;
        QTest::newRow("a byte short of four fifths") << gigabytes100 / 10 * 8 - 1 << gigabytes100 << 79.99;
        QTest::newRow("four fifths") << gigabytes100 / 10 * 8 << gigabytes100 << 80.0;
        QTest::newRow("a byte short of it all") << gigabytes100 - 1 << gigabytes100 << 99.99;
        QTest::newRow("more than all") << 2 * gigabytes100 << gigabytes100 << 200.0;
        QTest::newRow("more than 64 bits hold, a hundredfold") << (8LL << 59) << (10LL << 59) << 80.0;
        QTest::newRow("no quota") << 1LL << 0LL << 100.0;
    }
    void theQuotaIsNotSaidToBeUsedBeforeItIs()
    {
        QFETCH(qint64, bytes);
        QFETCH(qint64, quota);
        QFETCH(double, percent);
        QCOMPARE(quotaPercent(bytes, quota), percent);
    }
    void isFullWhereItIs()
    {
        QCOMPARE(daysUntilFull(growing(0, 1), 1000), 0);
        QCOMPARE(daysUntilFull(growing(-5, 9), 10), 0);
    }
};

QTEST_GUILESS_MAIN(tst_StorageStats)
#include "tst_StorageStats.moc"
