// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/StorageQuota.h"
#include "support/OrThrow.h"

#include <QTest>

#include <atomic>
#include <thread>
#include <vector>

using namespace Holdfast;
using namespace Holdfast::Testing;

class tst_StorageQuota : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void letsInWhatFits();
    void countsWhatIsArriving();
    void countsWhatWasKept();
    void manyAtOnceNeverHaveMoreThanThereIs();
    void whatDoesNotFitKeepsOutNothingThatDoes();
    void leavesTheDiskItsReserve();
    void countsWhatIsArrivingAgainstTheDisk();
    void aDiskThatCannotBeAskedRefusesNothing();
};

void tst_StorageQuota::letsInWhatFits()
{
    StorageQuota quota(100, 60);
    QVERIFY(quota.reserve(40));
    QVERIFY(!quota.reserve(41));
    QVERIFY(quota.reserve(40));
}

void tst_StorageQuota::countsWhatIsArriving()
{
    StorageQuota quota(100, 0);
    auto first = orThrow(quota.reserve(80));
    QVERIFY(!quota.reserve(30));
    first.reset();
    QVERIFY(quota.reserve(30));
}

void tst_StorageQuota::countsWhatWasKept()
{
    StorageQuota quota(100, 0);
    auto first = orThrow(quota.reserve(80));
    first->keep(70);
    first.reset();
    QVERIFY(!quota.reserve(31));
    QVERIFY(quota.reserve(30));
}

void tst_StorageQuota::manyAtOnceNeverHaveMoreThanThereIs()
{
    StorageQuota quota(1000, 0);
    std::atomic<int> kept = 0;
    std::vector<std::thread> uploads;
    for (int thread = 0; thread < 4; ++thread)
        uploads.emplace_back([&] {
            for (int i = 0; i < 1000; ++i)
                if (const auto share = quota.reserve(10)) {
                    (*share)->keep(10);
                    ++kept;
                }
        });
    for (std::thread &upload : uploads)
        upload.join();
    QCOMPARE(kept.load(), 100);
    QVERIFY(!quota.reserve(1));
}

void tst_StorageQuota::whatDoesNotFitKeepsOutNothingThatDoes()
{
    StorageQuota quota(100, 90);
    std::atomic_bool isOver = false;
    std::atomic<int> tooLarge = 0;
    std::thread large([&] {
        while (!isOver)
            tooLarge += quota.reserve(50) ? 0 : 1;
    });
    while (tooLarge == 0)
        std::this_thread::yield();
    int refused = 0;
    for (int i = 0; i < 100'000; ++i)
        refused += quota.reserve(10) ? 0 : 1;
    isOver = true;
    large.join();
    QCOMPARE(refused, 0);
}

void tst_StorageQuota::leavesTheDiskItsReserve()
{
    qint64 free = 150;
    StorageQuota quota(
        1000, 0, [&] { return free; }, 100);
    QVERIFY(quota.reserve(50));
    const auto refused = quota.reserve(51);
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, FailureKind::StorageFull);
    QVERIFY(refused.error().message.contains(QLatin1String("disk")));
    QCOMPARE(quota.diskRoomBytes().value_or(-1), 50);
    free = 90;
    QCOMPARE(quota.diskRoomBytes().value_or(-1), 0);
    QVERIFY(!quota.reserve(0));
    free = 200;
    QVERIFY(quota.reserve(100));
}

void tst_StorageQuota::countsWhatIsArrivingAgainstTheDisk()
{
    StorageQuota quota(
        1000, 0, [] { return 150; }, 100);
    auto first = orThrow(quota.reserve(40));
    QVERIFY(!quota.reserve(20));
    first->keep(40); // it is on the disk now, which tells of it by itself
    first.reset();
    QVERIFY(quota.reserve(50));
}

void tst_StorageQuota::aDiskThatCannotBeAskedRefusesNothing()
{
    StorageQuota quota(
        1000, 0, [] { return std::nullopt; }, 100);
    QVERIFY(quota.reserve(1000));
    QCOMPARE(quota.diskRoomBytes(), std::nullopt);
}

QTEST_APPLESS_MAIN(tst_StorageQuota)
#include "tst_StorageQuota.moc"
