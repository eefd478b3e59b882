// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/Recording.h"

#include <QTest>

using namespace Holdfast;
using namespace std::chrono_literals;

class tst_Recording : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void secondsAreRoundedToTheNearest()
    {
        QCOMPARE(durationSeconds(179'600ms), 180);
        QCOMPARE(durationSeconds(179'400ms), 179);
        QCOMPARE(durationSeconds(std::nullopt), std::nullopt);
    }
    void durationsReadAsPeopleWriteThem()
    {
        QCOMPARE(durationText(0ms), QStringLiteral("0:00"));
        QCOMPARE(durationText(187'000ms), QStringLiteral("3:07"));
        QCOMPARE(durationText(3'729'000ms), QStringLiteral("1:02:09"));
        QCOMPARE(durationText(std::nullopt), QStringLiteral("–"));
    }
};

QTEST_APPLESS_MAIN(tst_Recording)
#include "tst_Recording.moc"
