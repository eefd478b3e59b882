// SPDX-License-Identifier: GPL-3.0-or-later
#include "local/SealedCache.h"

#include "crypto/Random.h"
#include "support/FailingDevice.h"

#include <QBuffer>
#include <QCryptographicHash>
#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace Holdfast;

class tst_SealedCache : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_key = std::make_unique<SecretKey>(SecretKey::random());
        m_cache = open(*m_key);
    }

    void givesBackWhatItTookAndItsHash()
    {
        const QByteArray plain = randomBytes(100'000);
        const auto sealed = put(QStringLiteral("call-1"), plain);
        QVERIFY(sealed);
        QCOMPARE(sealed->size, plain.size());
        QCOMPARE(sealed->sha256, QCryptographicHash::hash(plain, QCryptographicHash::Sha256));
        const auto back = m_cache->get(QStringLiteral("call-1"));
        QVERIFY(back);
        QCOMPARE((*back)->readAll(), plain);
        QVERIFY(m_cache->has(QStringLiteral("call-1")));
        QCOMPARE(m_cache->names(), QStringList{QStringLiteral("call-1")});
    }
    void keepsNoPlainByteOnTheDisk()
    {
        const QByteArray plain = randomBytes(50'000);
        QVERIFY(put(QStringLiteral("call"), plain));
        const QByteArray onDisk = readFile(QStringLiteral("call.sealed"));
        for (qsizetype at = 0; at + 16 <= plain.size(); at += 16)
            QVERIFY(!onDisk.contains(plain.sliced(at, 16)));
    }
    void opensOnlyUnderItsOwnNameAndKey()
    {
        QVERIFY(put(QStringLiteral("one"), "bytes"));
        QVERIFY(QFile::copy(path(QStringLiteral("one.sealed")), path(QStringLiteral("two.sealed"))));
        QCOMPARE(m_cache->get(QStringLiteral("two")).error().kind, FailureKind::Corrupt);
        const auto stranger = open(SecretKey::random());
        QCOMPARE(stranger->get(QStringLiteral("one")).error().kind, FailureKind::Corrupt);
        QCOMPARE(m_cache->get(QStringLiteral("none")).error().kind, FailureKind::NotFound);
    }
    void refusesNamesThatCouldLeaveItsFolder_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("empty") << QString();
        QTest::newRow("climbs") << QStringLiteral("../x");
        QTest::newRow("dot") << QStringLiteral("a.b");
        QTest::newRow("letter beyond ASCII") << QStringLiteral("ä");
        QTest::newRow("NUL") << QString(QChar(0));
        QTest::newRow("too long") << QString(65, QLatin1Char('a'));
    }
    void refusesNamesThatCouldLeaveItsFolder()
    {
        QFETCH(QString, name);
        QCOMPARE(put(name, "x").error().kind, FailureKind::Malformed);
        QCOMPARE(m_cache->get(name).error().kind, FailureKind::Malformed);
        QCOMPARE(m_cache->remove(name).error().kind, FailureKind::Malformed);
        QVERIFY(!m_cache->has(name));
        QVERIFY(entries().isEmpty());
    }
    void leavesNothingWhereTheSourceBreaks()
    {
        Testing::FailingDevice source(randomBytes(200'000), 2);
        const auto sealed = m_cache->put(QStringLiteral("call"), source);
        QCOMPARE(sealed.error().kind, FailureKind::Unreachable);
        QVERIFY(entries().isEmpty());
    }
    void leavesNothingWhereItIsStopped()
    {
        QBuffer source;
        source.setData(randomBytes(300'000));
        QVERIFY(source.open(QIODevice::ReadOnly));
        const auto sealed = m_cache->put(QStringLiteral("call"), source, [](qint64 done) { return done < 100'000; });
        QCOMPARE(sealed.error().kind, FailureKind::Cancelled);
        QVERIFY(entries().isEmpty());
    }
    void keepsNothingThatIsNotWhatWasExpected()
    {
        QVERIFY(put(QStringLiteral("call"), "before"));
        QBuffer source;
        source.setData("after");
        QVERIFY(source.open(QIODevice::ReadOnly));
        const auto sealed = m_cache->put(QStringLiteral("call"), source, {}, QByteArray(32, 'x'));
        QCOMPARE(sealed.error().kind, FailureKind::Corrupt);
        QCOMPARE((*m_cache->get(QStringLiteral("call")))->readAll(), QByteArray("before"));
        QCOMPARE(entries().size(), 1);
    }
    void takesBytesPieceByPieceAndForgetsThemWithoutCommit()
    {
        {
            auto writer = m_cache->write(QStringLiteral("r5"));
            QVERIFY(writer);
            QCOMPARE((*writer)->write("half of"), 7);
            QVERIFY(!m_cache->has(QStringLiteral("r5")));
        }
        QVERIFY(entries().isEmpty());
        auto writer = m_cache->write(QStringLiteral("r5"));
        QCOMPARE((*writer)->write("half of"), 7);
        QCOMPARE((*writer)->write(" it"), 3);
        QCOMPARE((*writer)->commit()->size, 10);
        QCOMPARE((*m_cache->get(QStringLiteral("r5")))->readAll(), QByteArray("half of it"));
    }
    void clearsWhatAnInterruptedWriteLeft()
    {
        QFile part(path(QStringLiteral("call.sealed.0123.part")));
        QVERIFY(part.open(QIODevice::WriteOnly));
        part.close();
        m_cache = open(*m_key);
        QVERIFY(entries().isEmpty());
    }
    void whatWaitsIsNeverTakenForRoomAndCountsOnlyOnceItWasSent()
    {
        m_cache->copies().setLimits({0, std::chrono::days(30)});
        QVERIFY(putWaiting(QStringLiteral("call-1"), randomBytes(50'000)));
        QVERIFY(m_cache->copies().trim());
        QVERIFY(m_cache->copies().clear());
        QCOMPARE(m_cache->copies().usage()->bytes, 0);
        QCOMPARE((*m_cache->get(QStringLiteral("call-1")))->size(), 50'000);
        QCOMPARE(m_cache->waitingNames(), QStringList{QStringLiteral("call-1")});
        m_cache->copies().setLimits({100'000, std::chrono::days(30)});
        QVERIFY(m_cache->release(QStringLiteral("call-1")));
        QVERIFY(m_cache->copies().usage()->bytes > 50'000);
        QVERIFY(m_cache->waitingNames().isEmpty());
        QVERIFY(m_cache->has(QStringLiteral("call-1")));
        QVERIFY(m_cache->keepWaiting(QStringLiteral("call-1")));
        QCOMPARE(m_cache->copies().usage()->bytes, 0);
        QVERIFY(m_cache->release(QStringLiteral("call-2"))); // nothing of that name waits
        QVERIFY(m_cache->remove(QStringLiteral("call-1")));
        QVERIFY(!m_cache->has(QStringLiteral("call-1")));
    }
    void whatIsSentMakesRoomBeforeItCounts()
    {
        m_cache->copies().setLimits({100'000, std::chrono::days(30)});
        QVERIFY(put(QStringLiteral("r1"), randomBytes(60'000)));
        QVERIFY(putWaiting(QStringLiteral("call-1"), randomBytes(60'000)));
        QVERIFY(m_cache->release(QStringLiteral("call-1")));
        QCOMPARE(m_cache->names(), QStringList{QStringLiteral("call-1")});
    }
    void whatIsOpenOrArrivesStays()
    {
        QVERIFY(put(QStringLiteral("r1"), randomBytes(50'000)));
        auto open = m_cache->get(QStringLiteral("r1"));
        auto arriving = m_cache->arrive(QStringLiteral("r2"), 50'000);
        QVERIFY((*arriving)->put(0, randomBytes(ArrivingRecording::chunkSize)));
        m_cache->copies().setLimits({0, std::chrono::days(30)});
        QVERIFY(m_cache->copies().trim());
        QVERIFY(m_cache->has(QStringLiteral("r1")));
        QVERIFY((*arriving)->has(0));
        QVERIFY(m_cache->copies().usage()->bytes > 100'000); // also what is still to arrive
        open->reset();
        arriving->reset();
        QVERIFY(m_cache->copies().trim());
        QVERIFY(entries().isEmpty());
        QCOMPARE(m_cache->copies().usage(), CacheUsage());
    }
    void aFullDiskTakesCopiesForWhatIsToBeSent()
    {
        constexpr qint64 gibibyte = qint64(1) << 30;
        m_cache =
            *SealedCache::open(m_folder->path(), m_key->clone(), &QDateTime::currentDateTimeUtc, [](const QString &) {
                return DiskSpace{gibibyte + 100'000, 100 * gibibyte};
            });
        QVERIFY(put(QStringLiteral("r1"), randomBytes(60'000)));
        QVERIFY(putWaiting(QStringLiteral("call-1"), randomBytes(90'000)));
        QVERIFY(m_cache->has(QStringLiteral("r1")));
        QVERIFY(putWaiting(QStringLiteral("call-2"), randomBytes(110'000)));
        QVERIFY(!m_cache->has(QStringLiteral("r1")));
        QCOMPARE(m_cache->waitingNames().size(), 2);
    }
    void whatIsSealedForThisTimeGoesWithIt()
    {
        const QString folder = m_folder->filePath(QStringLiteral("this-time"));
        auto cache = SealedCache::openForThisTime(folder, SecretKey::random());
        QVERIFY(cache);
        QBuffer source;
        source.setData("plain");
        QVERIFY(source.open(QIODevice::ReadOnly));
        QVERIFY((*cache)->put(QStringLiteral("r1"), source));
        QVERIFY(QFile::exists(folder));
        cache->reset();
        QVERIFY(!QFile::exists(folder));
    }
    void saysSoWhereTheDiskRefuses()
    {
        QVERIFY(QDir(m_folder->path()).removeRecursively());
        const auto sealed = put(QStringLiteral("call"), "x");
        QVERIFY(!sealed);
        QVERIFY(sealed.error().message.contains(QStringLiteral("original file")));
    }

private:
    std::unique_ptr<SealedCache> open(const SecretKey &key)
    {
        auto cache = SealedCache::open(m_folder->path(), key.clone());
        return cache ? std::move(*cache) : nullptr;
    }
    Result<SealedCache::Sealed> put(const QString &name, const QByteArray &plain)
    {
        QBuffer source;
        source.setData(plain);
        source.open(QIODevice::ReadOnly);
        return m_cache->put(name, source);
    }
    Result<SealedCache::Sealed> putWaiting(const QString &name, const QByteArray &plain)
    {
        QBuffer source;
        source.setData(plain);
        source.open(QIODevice::ReadOnly);
        return m_cache->putWaiting(name, source);
    }
    QString path(const QString &file) const { return m_folder->filePath(file); }
    QByteArray readFile(const QString &file) const
    {
        QFile opened(path(file));
        return opened.open(QIODevice::ReadOnly) ? opened.readAll() : QByteArray();
    }
    QStringList entries() const { return QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<SecretKey> m_key;
    std::unique_ptr<SealedCache> m_cache;
};

QTEST_GUILESS_MAIN(tst_SealedCache)
#include "tst_SealedCache.moc"
