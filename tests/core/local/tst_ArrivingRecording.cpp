// SPDX-License-Identifier: GPL-3.0-or-later
#include "local/ArrivingReader.h"
#include "local/SealedCache.h"

#include "crypto/Random.h"

#include <QCryptographicHash>
#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <future>

using namespace Holdfast;

class tst_ArrivingRecording : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_plain = randomBytes(100'000);
        openCache();
    }

    void readsWhatIsHereAtOnceAndWaitsForTheRest()
    {
        const auto arriving = arrive();
        put(*arriving, 0);
        ArrivingReader reader(arriving);
        QCOMPARE(reader.read(100), m_plain.first(100));
        std::promise<qint64> wanted;
        arriving->setWanted([&wanted](qint64 chunk) { wanted.set_value(chunk); });
        auto later = std::async(std::launch::async, [&reader] {
            reader.seek(50'000);
            return reader.read(100);
        });
        QCOMPARE(wanted.get_future().get(), 3);
        put(*arriving, 3);
        QCOMPARE(later.get(), m_plain.sliced(50'000, 100));
    }
    void aReadThatWaitsEndsWhenItIsInterruptedAndCanBeTriedAgain()
    {
        const auto arriving = arrive();
        ArrivingReader reader(arriving);
        std::promise<void> waits;
        arriving->setWanted([&waits](qint64) { waits.set_value(); });
        auto read = std::async(std::launch::async, [&reader] {
            char byte = 0;
            return reader.read(&byte, 1);
        });
        waits.get_future().wait();
        reader.interrupt();
        QCOMPARE(read.get(), -1);
        arriving->setWanted(nullptr);
        put(*arriving, 0);
        reader.goOn();
        QCOMPARE(reader.read(10), m_plain.first(10));
    }
    void whatWillNotComeFailsWithItsSentenceAndWhatIsHereDoesNot()
    {
        const auto arriving = arrive();
        put(*arriving, 0);
        arriving->giveUp({FailureKind::Unreachable, QStringLiteral("The wire is cut."), {}, {}});
        ArrivingReader reader(arriving);
        QCOMPARE(reader.read(10), m_plain.first(10));
        QVERIFY(reader.seek(90'000));
        QCOMPARE(reader.read(10), QByteArray());
        QCOMPARE(reader.errorString(), QStringLiteral("The wire is cut."));
    }
    void whatCameIsHereTheNextTime()
    {
        put(*arrive(), 2);
        openCache();
        const auto again = arrive();
        QVERIFY(again->has(2));
        QVERIFY(!again->has(1));
        QCOMPARE(again->firstMissing(0, again->chunkCount()), 0);
        QCOMPARE(again->firstMissing(2, again->chunkCount()), 3);
    }
    void isInTheCacheOnceItIsWholeAndWhatTheServerSaid()
    {
        const auto arriving = arrive();
        for (qint64 chunk = 0; chunk < arriving->chunkCount(); ++chunk)
            put(*arriving, chunk);
        QVERIFY(arriving->isWhole());
        ArrivingReader reader(arriving);
        QVERIFY(arriving->settle(QCryptographicHash::hash(m_plain, QCryptographicHash::Sha256)));
        QCOMPARE((*m_cache->get(QStringLiteral("r1")))->readAll(), m_plain);
        QCOMPARE(reader.readAll(), m_plain); // whoever listens goes on
        QCOMPARE(files(), QStringList{QStringLiteral("r1.sealed")});
    }
    void isGoneWhereItIsNotWhatTheServerSaid()
    {
        const auto arriving = arrive();
        for (qint64 chunk = 0; chunk < arriving->chunkCount(); ++chunk)
            put(*arriving, chunk);
        QCOMPARE(arriving->settle(QByteArray(32, 'x')).error().kind, FailureKind::Corrupt);
        QVERIFY(files().isEmpty());
    }
    void isNotSettledBeforeItIsWhole()
    {
        const auto arriving = arrive();
        put(*arriving, 0);
        QVERIFY(!arriving->settle(QCryptographicHash::hash(m_plain, QCryptographicHash::Sha256)));
        QVERIFY(!m_cache->has(QStringLiteral("r1")));
    }
    void aPartOfAnotherSizeIsThrownAway()
    {
        put(*arrive(), 0);
        m_plain.chop(1);
        const auto anew = arrive();
        QVERIFY(anew);
        QVERIFY(!anew->has(0));
    }
    void keepsNoPlainByteOnTheDiskAndForNobodyElsesEyes()
    {
        put(*arrive(), 1);
        QFile file(m_folder->filePath(QStringLiteral("r1.sealed.arriving")));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray onDisk = file.readAll();
        for (qsizetype at = 16'384; at + 16 <= 2 * 16'384; at += 16)
            QVERIFY(!onDisk.contains(m_plain.sliced(at, 16)));
        QCOMPARE(file.permissions() & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
    }
    void goesWithTheRecording()
    {
        put(*arrive(), 1);
        QVERIFY(m_cache->remove(QStringLiteral("r1")));
        QVERIFY(files().isEmpty());
    }

private:
    void openCache() { m_cache = std::move(*SealedCache::open(m_folder->path(), *SecretKey::fromBytes(m_key))); }
    std::shared_ptr<ArrivingRecording> arrive() { return *m_cache->arrive(QStringLiteral("r1"), m_plain.size()); }
    void put(ArrivingRecording &arriving, qint64 chunk)
    {
        QVERIFY(arriving.put(
            chunk, QByteArrayView(m_plain).sliced(chunk * ArrivingRecording::chunkSize, arriving.sizeOfChunk(chunk))));
    }
    QStringList files() const { return QDir(m_folder->path()).entryList(QDir::Files); }

    QByteArray m_key = randomBytes(32);
    QByteArray m_plain;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<SealedCache> m_cache;
};

QTEST_GUILESS_MAIN(tst_ArrivingRecording)
#include "tst_ArrivingRecording.moc"
