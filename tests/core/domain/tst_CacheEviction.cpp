// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/CacheEviction.h"

#include <QRandomGenerator>
#include <QSet>
#include <QTest>

#include <algorithm>
#include <numeric>

using namespace Holdfast;
using std::chrono::days;

namespace {

constexpr qint64 gibibyte = qint64(1) << 30;
const QDateTime now(QDate(2026, 11, 21), QTime(12, 0), Qt::UTC);

qint64 sizeOf(const QList<CachedFile> &files)
{
    return std::accumulate(files.begin(), files.end(), qint64(0),
                           [](qint64 sum, const CachedFile &file) { return sum + file.size; });
}

QStringList namesOf(const QList<CachedFile> &files)
{
    QStringList names;
    for (const CachedFile &file : files)
        names.append(file.name);
    return names;
}

bool nothingHeld(const QString &)
{
    return false;
}

} // namespace

class tst_CacheEviction : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theLongestUnusedGoesFirstAndNoMoreThanIsNeeded()
    {
        const QList<CachedFile> files{{QStringLiteral("new"), 10, now.addDays(-1)},
                                      {QStringLiteral("old"), 10, now.addDays(-3)},
                                      {QStringLiteral("middle"), 10, now.addDays(-2)}};
        const auto dropped = [&](qint64 bytes) {
            return namesOf(filesToDrop(files, bytes, days(30), now, nothingHeld));
        };
        QCOMPARE(dropped(0), QStringList());
        QCOMPARE(dropped(1), QStringList{QStringLiteral("old")});
        QCOMPARE(dropped(10), QStringList{QStringLiteral("old")});
        QCOMPARE(dropped(11), (QStringList{QStringLiteral("old"), QStringLiteral("middle")}));
        QCOMPARE(dropped(1000).size(), 3);
    }
    void whatWasNotUsedForSoLongGoesWhateverRoomThereIs()
    {
        const QList<CachedFile> files{{QStringLiteral("just in time"), 1, now.addDays(-30)},
                                      {QStringLiteral("late"), 1, now.addDays(-30).addMSecs(-1)}};
        QCOMPARE(namesOf(filesToDrop(files, 0, days(30), now, nothingHeld)), QStringList{QStringLiteral("late")});
    }
    void aClockThatWasSetBackKeepsNothingForEver()
    {
        const QList<CachedFile> files{{QStringLiteral("to come"), 1, now.addDays(1000)},
                                      {QStringLiteral("old"), 1, now.addDays(-1)}};
        QCOMPARE(namesOf(filesToDrop(files, 1, days(30), now, nothingHeld)), QStringList{QStringLiteral("old")});
        QCOMPARE(namesOf(filesToDrop(files, 2, days(30), now, nothingHeld)).last(), QStringLiteral("to come"));
        QVERIFY(namesOf(filesToDrop(files, 0, days(30), now.addDays(1031), nothingHeld))
                    .contains(QStringLiteral("to come")));
    }
    void theRuleHoldsForAnyFiles()
    {
        QRandomGenerator random(20'261'121);
        for (int run = 0; run < 2000; ++run) {
            QList<CachedFile> files;
            QSet<QString> held;
            const int count = random.bounded(40);
            for (int i = 0; i < count; ++i) {
                files.append(
                    {QString::number(i), random.bounded(1000), now.addSecs(-random.bounded(40 * 24) * 3600LL)});
                if (random.bounded(4) == 0)
                    held.insert(files.last().name);
            }
            checkRule(files, held, random.bounded(6000), days(random.bounded(1, 60)));
        }
    }
    void theBoundAndTheDiskSayHowMuchMustGo_data()
    {
        QTest::addColumn<qint64>("kept");
        QTest::addColumn<qint64>("coming");
        QTest::addColumn<qint64>("available");
        QTest::addColumn<qint64>("total");
        QTest::addColumn<qint64>("bytes");
        QTest::newRow("room for it") << 50LL << 50LL << 100 * gibibyte << 100 * gibibyte << 0LL;
        QTest::newRow("one too many") << 50LL << 51LL << 100 * gibibyte << 100 * gibibyte << 1LL;
        QTest::newRow("the bound was lowered") << 900LL << 0LL << 100 * gibibyte << 100 * gibibyte << 800LL;
        QTest::newRow("others have filled the disk") << 50LL << 0LL << gibibyte - 7 << 100 * gibibyte << 7LL;
        QTest::newRow("it would fill the disk") << 0LL << 20LL << gibibyte + 5 << 100 * gibibyte << 15LL;
        QTest::newRow("a small disk") << 0LL << 0LL << 49LL << 1000LL << 1LL;
        QTest::newRow("a disk that says nothing") << 0LL << 0LL << 0LL << 0LL << 0LL;
    }
    void theBoundAndTheDiskSayHowMuchMustGo()
    {
        QFETCH(qint64, kept);
        QFETCH(qint64, coming);
        QFETCH(qint64, available);
        QFETCH(qint64, total);
        QTEST(bytesToFree(kept, coming, {100, days(30)}, {available, total}), "bytes");
    }

private:
    static void checkRule(const QList<CachedFile> &files, const QSet<QString> &held, qint64 bytes, days unused)
    {
        const QList<CachedFile> dropped =
            filesToDrop(files, bytes, unused, now, [&](const QString &name) { return held.contains(name); });
        const QStringList names = namesOf(dropped);
        QVERIFY(std::ranges::none_of(names, [&](const QString &name) { return held.contains(name); }));
        QVERIFY(std::ranges::is_sorted(dropped, {}, &CachedFile::usedAt));
        QList<CachedFile> stayed;
        for (const CachedFile &file : files)
            if (!names.contains(file.name) && !held.contains(file.name))
                stayed.append(file);
        QVERIFY(sizeOf(dropped) >= bytes || stayed.isEmpty());
        const auto isExpired = [&](const CachedFile &file) { return file.usedAt < now.addDays(-unused.count()); };
        QVERIFY(std::ranges::none_of(stayed, isExpired));
        for (const CachedFile &file : std::as_const(stayed))
            for (const CachedFile &gone : dropped)
                QVERIFY(gone.usedAt <= file.usedAt);
        if (!dropped.isEmpty() && !isExpired(dropped.last()))
            QVERIFY(sizeOf(dropped) - dropped.last().size < bytes);
    }
};

QTEST_APPLESS_MAIN(tst_CacheEviction)
#include "tst_CacheEviction.moc"
