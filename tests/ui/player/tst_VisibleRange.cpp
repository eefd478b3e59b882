// SPDX-License-Identifier: GPL-3.0-or-later
#include "player/VisibleRange.h"

#include <QTest>

#include <random>

using namespace Holdfast;
using namespace std::chrono_literals;

class tst_VisibleRange : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void showsAllOfANewRecording()
    {
        VisibleRange range;
        range.setDuration(60s);
        QVERIFY(range.isWhole());
        range.zoom(0.5, 30s);
        range.setDuration(90s);
        QVERIFY(range.isWhole());
    }
    void whatIsUnderThePointerStaysThereWhenItZooms()
    {
        VisibleRange range;
        range.setDuration(7200s);
        for (int i = 0; i < 12; ++i) {
            const double before = range.shareOf(1800s);
            range.zoom(0.7, 1800s);
            QVERIFY(std::abs(range.shareOf(1800s) - before) < 0.002);
        }
        QVERIFY(range.length() < 120s);
    }
    void neverShowsLessThanASecondNorMoreThanThereIs()
    {
        VisibleRange range;
        range.setDuration(60s);
        range.zoom(0.00001, 30s);
        QCOMPARE(range.length(), VisibleRange::shortest);
        range.zoom(1e9, 30s);
        QVERIFY(range.isWhole());
        range.setDuration(400ms);
        range.zoom(0.1, 0s);
        QCOMPARE(range.length(), 400ms);
    }
    void staysInsideWhateverOneDoes()
    {
        std::mt19937 random(5);
        VisibleRange range;
        range.setDuration(300s);
        for (int i = 0; i < 10'000; ++i) {
            const auto some = [&] {
                return std::chrono::milliseconds(std::uniform_int_distribution(-400'000, 700'000)(random));
            };
            switch (random() % 4) {
            case 0:
                range.zoom(std::uniform_real_distribution(0.1, 3.0)(random), std::clamp(some(), 0ms, 300'000ms));
                break;
            case 1:
                range.pan(some());
                break;
            case 2:
                range.follow(std::clamp(some(), 0ms, 300'000ms));
                break;
            default:
                range.show(some(), some());
            }
            QVERIFY(range.from() >= 0ms && range.to() <= 300s && range.length() >= VisibleRange::shortest);
        }
    }
    void nothingIsShownOfNothing()
    {
        VisibleRange range;
        range.zoom(0.5, 0s);
        range.pan(5s);
        QCOMPARE(range.shareOf(5s), 0.0);
        QCOMPARE(range.timeAt(0.5), 0ms);
    }
};

QTEST_GUILESS_MAIN(tst_VisibleRange)
#include "tst_VisibleRange.moc"
