// SPDX-License-Identifier: GPL-3.0-or-later
#include "local/BoundedFolder.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Holdfast;
using std::chrono::days;

class tst_BoundedFolder : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_temporary = std::make_unique<QTemporaryDir>();
        m_now = QDateTime(QDate(2026, 11, 21), QTime(12, 0), Qt::UTC);
        m_disk = {};
        restart({1000, days(30)});
    }

    void whatIsUsedLongestAgoMakesRoomForWhatComes()
    {
        addEachHour({"r1", "r2", "r3"}, 400);
        QCOMPARE(files(), (QByteArrayList{"r2.sealed", "r3.sealed"}));
        QCOMPARE(m_folder->usage(), (CacheUsage{800, 2}));
        tick(3600);
        m_folder->noteUsed(QStringLiteral("r2.sealed"));
        add("r4", 400);
        QCOMPARE(files(), (QByteArrayList{"r2.sealed", "r4.sealed"}));
    }
    void itNeverHoldsMoreThanTheBoundWhileThingsCome()
    {
        for (int i = 0; i < 50; ++i) {
            tick(60);
            add("r" + QByteArray::number(i), 10 + 37 * i % 300);
            QVERIFY(m_folder->usage()->bytes <= 1000);
            QCOMPARE(bytesOnDisk(), m_folder->usage()->bytes);
        }
    }
    void theLastUseIsKnownAfterARestart()
    {
        addEachHour({"r1", "r2"}, 400);
        tick(60);
        m_folder->noteUsed(QStringLiteral("r1.sealed"));
        restart({1000, days(30)});
        tick(3600);
        add("r3", 400);
        QCOMPARE(files(), (QByteArrayList{"r1.sealed", "r3.sealed"}));
    }
    void whatWasNotUsedForDaysGoes()
    {
        add("r1", 10);
        tick(29 * 86400);
        add("r2", 10);
        QVERIFY(m_folder->trim());
        QCOMPARE(files().size(), 2);
        tick(86401);
        const auto dropped = m_folder->trim();
        QCOMPARE(*dropped, (CacheUsage{10, 1}));
        QCOMPARE(files(), QByteArrayList{"r2.sealed"});
        tick(30 * 86400); // also what came after it was looked through
        QVERIFY(m_folder->trim());
        QVERIFY(files().isEmpty());
    }
    void whatIsHeldStaysAndGoesOnceItIsFree()
    {
        int told = 0;
        m_folder->setOnChange([&told] { ++told; });
        add("r1", 900);
        auto held = m_folder->hold(QStringLiteral("r1"));
        tick(3600);
        add("r2", 900);
        QCOMPARE(files(), (QByteArrayList{"r1.sealed", "r2.sealed"}));
        QVERIFY(m_folder->isBeyondLimit());
        m_folder->setLimits({500, days(30)});
        QVERIFY(m_folder->trim());
        QCOMPARE(files(), QByteArrayList{"r1.sealed"});
        tick(31 * 86400);
        QVERIFY(m_folder->trim());
        QCOMPARE(files(), QByteArrayList{"r1.sealed"});
        told = 0;
        held.reset();
        QCOMPARE(told, 1); // whoever keeps it within its bound is to do so now
        QVERIFY(m_folder->trim());
        QVERIFY(files().isEmpty());
    }
    void whatArrivesCountsInFullFromItsFirstByte()
    {
        addEachHour({"r1", "r2"}, 300);
        QVERIFY(m_folder->trim());
        auto held = m_folder->holdArriving(QStringLiteral("r3"), 600);
        write("r3.sealed.arriving", 50);
        QCOMPARE(m_folder->usage()->bytes, 1200);
        QVERIFY(m_folder->trim());
        QCOMPARE(m_folder->usage()->bytes, 900);
        QCOMPARE(files(), (QByteArrayList{"r2.sealed", "r3.sealed.arriving"}));
        held.reset();
        QCOMPARE(m_folder->usage(), (CacheUsage{350, 1})); // a part of it came
        held = m_folder->holdArriving(QStringLiteral("r3"), 600);
        QVERIFY(QFile::remove(path("r3.sealed.arriving")));
        write("r3.sealed", 600);
        held.reset();
        QCOMPARE(m_folder->usage(), (CacheUsage{900, 2}));
        restart({1000, days(30)});
        QVERIFY(m_folder->trim());
        QCOMPARE(m_folder->usage(), (CacheUsage{900, 2}));
    }
    void itGivesWayWhereOthersFillTheDisk()
    {
        constexpr qint64 gibibyte = qint64(1) << 30;
        m_disk = {2 * gibibyte, 100 * gibibyte};
        addEachHour({"r1", "r2", "r3"}, 300);
        QCOMPARE(files().size(), 3);
        m_disk.available = gibibyte - 100;
        QVERIFY(m_folder->trim());
        QCOMPARE(files(), (QByteArrayList{"r2.sealed", "r3.sealed"}));
        m_disk.available = gibibyte;
        QVERIFY(m_folder->makeRoomBeside(200));
        QCOMPARE(files(), QByteArrayList{"r3.sealed"});
    }
    void aFileInThePlaceOfAnotherCountsOnce()
    {
        add("r1", 300);
        add("r1", 500);
        QCOMPARE(m_folder->usage(), (CacheUsage{500, 1}));
    }
    void peaksCountByTheirBytesAlone()
    {
        add("r1", 300);
        add("wr1", 50);
        QCOMPARE(m_folder->usage(), (CacheUsage{350, 1}));
    }
    void removingNowLeavesWhatIsHeldAndSaysWhatItDid()
    {
        addEachHour({"r1", "r2", "wr2", "r3"}, 200);
        const auto held = m_folder->hold(QStringLiteral("r3"));
        const auto removed = m_folder->clear();
        QVERIFY(removed);
        QCOMPARE(*removed, (CacheUsage{600, 2}));
        QCOMPARE(files(), QByteArrayList{"r3.sealed"});
        QCOMPARE(m_folder->usage(), (CacheUsage{200, 1}));
    }
    void moreThanItRemembersTheNamesOfGoAllTheSame()
    {
        restart({100'000'000, days(30)});
        for (int i = 0; i < 2'100; ++i)
            write("r" + QByteArray::number(i) + ".sealed", 1);
        add("r-last", 1);
        QCOMPARE(m_folder->usage()->recordings, 2'101);
        m_folder->setLimits({1, days(30)});
        QVERIFY(m_folder->trim());
        QCOMPARE(files().size(), 1);
        m_folder->setLimits({100'000'000, days(30)});
        for (int i = 0; i < 2'100; ++i)
            write("r" + QByteArray::number(i) + ".sealed", 1);
        m_now = QDateTime::currentDateTimeUtc().addDays(31);
        QVERIFY(m_folder->trim());
        QVERIFY(files().isEmpty());
    }
    void saysSoWhereACopyCanNotBeRemoved()
    {
        add("r1", 300);
        QVERIFY(QDir(m_temporary->path()).mkdir(QStringLiteral("r2.sealed"))); // no file at all: passed over
        m_temporary->remove();
        m_now = m_now.addSecs(7200);
        QCOMPARE(m_folder->trim().error().kind, FailureKind::Unreachable);
    }

private:
    void restart(const CacheLimits &limits)
    {
        m_folder = std::make_shared<BoundedFolder>(
            m_temporary->path(), [this] { return m_now; }, [this](const QString &) { return m_disk; });
        m_folder->setLimits(limits);
    }
    void tick(qint64 seconds) { m_now = m_now.addSecs(seconds); }
    QString path(const QByteArray &file) const { return m_temporary->filePath(QString::fromLatin1(file)); }
    void write(const QByteArray &file, qint64 bytes) const
    {
        QFile opened(path(file));
        if (!opened.open(QIODevice::WriteOnly) || !opened.resize(bytes))
            qFatal("a file can't be written");
    }
    void add(const QByteArray &name, qint64 bytes)
    {
        const QByteArray file = name + ".sealed";
        const Done admitted = m_folder->admit(QString::fromLatin1(file), bytes, [&]() -> Done {
            write(file, bytes);
            return {};
        });
        QVERIFY(admitted);
    }
    void addEachHour(const QByteArrayList &names, qint64 bytes)
    {
        for (const QByteArray &name : names) {
            tick(3600);
            add(name, bytes);
        }
    }
    QByteArrayList files() const
    {
        QByteArrayList files;
        for (const QString &file : QDir(m_temporary->path()).entryList(QDir::Files, QDir::Name))
            files.append(file.toLatin1());
        return files;
    }
    qint64 bytesOnDisk() const
    {
        qint64 bytes = 0;
        for (const QFileInfo &file : QDir(m_temporary->path()).entryInfoList(QDir::Files))
            bytes += file.size();
        return bytes;
    }

    std::unique_ptr<QTemporaryDir> m_temporary;
    QDateTime m_now;
    DiskSpace m_disk;
    std::shared_ptr<BoundedFolder> m_folder;
};

QTEST_GUILESS_MAIN(tst_BoundedFolder)
#include "tst_BoundedFolder.moc"
