// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/StorageQuota.h"

#include <QTest>

#include <atomic>
#include <thread>
#include <vector>

using namespace Holdfast;

class tst_StorageQuota : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void letsInWhatFits();
    void countsWhatIsArriving();
    void countsWhatWasKept();
    void manyAtOnceNeverHaveMoreThanThereIs();
    void whatDoesNotFitKeepsOutNothingThatDoes();
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
    auto first = quota.reserve(80);
    QVERIFY(!quota.reserve(30));
    first.reset();
    QVERIFY(quota.reserve(30));
}

void tst_StorageQuota::countsWhatWasKept()
{
    StorageQuota quota(100, 0);
    auto first = quota.reserve(80);
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
                    share->keep(10);
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

QTEST_APPLESS_MAIN(tst_StorageQuota)
#include "tst_StorageQuota.moc"
