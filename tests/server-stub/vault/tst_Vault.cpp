// SPDX-License-Identifier: GPL-3.0-or-later
#include "vault/Vault.h"

#include "FaultyDisk.h"
#include "core/crypto/SealedBytes.h"

#include <QCryptographicHash>
#include <QDirIterator>
#include <QTemporaryDir>
#include <QTest>

#include <cstring>
#include <thread>
#include <unordered_set>
#include <vector>

using namespace Holdfast;

namespace {

const QDate day(2026, 1, 15);
const RecordingId id{123};

QStringList filesBelow(const QString &folder)
{
    QStringList files;
    QDirIterator walk(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (walk.hasNext())
        files.append(walk.next().mid(folder.size() + 1));
    files.sort();
    return files;
}

quint64 eightBytes(const char *at)
{
    quint64 bytes;
    std::memcpy(&bytes, at, sizeof bytes);
    return bytes;
}

/// True where any eight consecutive plain bytes are found in any file below the folder.
bool anyPlainBytesBelow(const QString &folder, const QByteArray &plain)
{
    std::unordered_set<quint64> known;
    for (qsizetype at = 0; at + 8 <= plain.size(); ++at)
        known.insert(eightBytes(plain.constData() + at));
    const QStringList files = filesBelow(folder);
    for (const QString &name : files) {
        QFile file(folder + u'/' + name);
        if (!file.open(QIODevice::ReadOnly))
            return true;
        const QByteArray bytes = file.readAll();
        for (qsizetype at = 0; at + 8 <= bytes.size(); ++at)
            if (known.contains(eightBytes(bytes.constData() + at)))
                return true;
    }
    return false;
}

/// Everything that a kept recording goes through, ending at the first failure.
Result<QString> keep(Vault &vault, QByteArrayView plain, MediaFormat format = MediaFormat::Wav)
{
    Result<std::unique_ptr<StagedFile>> staged = vault.stage(id, day);
    if (!staged)
        return fail(staged.error());
    if (const Done written = (*staged)->write(plain); !written)
        return fail(written.error());
    if (const Result<QByteArray> finished = (*staged)->finish(); !finished)
        return fail(finished.error());
    return (*staged)->commit(format);
}

} // namespace

class tst_Vault : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(m_folder->isValid());
        m_disk = std::make_unique<FaultyDisk>();
        m_vault = Vault::open(m_folder->path(), *m_disk).value();
    }
    void keepsARecordingThatOpensAgain()
    {
        const QByteArray plain = distinctBytes(400'000);
        const auto staged = m_vault->stage(id, day).value();
        QVERIFY(staged->write(QByteArrayView(plain).first(1000)));
        QVERIFY(staged->write(QByteArrayView(plain).sliced(1000)));
        QCOMPARE(staged->plainSize(), plain.size());
        QCOMPARE(staged->finish().value(), QCryptographicHash::hash(plain, QCryptographicHash::Sha256));
        QCOMPARE(staged->reader().value()->readAll(), plain);
        QCOMPARE(staged->commit(MediaFormat::Wav).value(), QStringLiteral("2026/01/15/recording_123.wav"));
        QCOMPARE(staged->reader().value()->readAll(), plain);

        QCOMPARE(filesBelow(m_folder->path()), QStringList{QStringLiteral("recordings/2026/01/15/recording_123.wav")});
        const auto again = Vault::open(m_folder->path(), *m_disk).value();
        const auto reader = again->open(QStringLiteral("2026/01/15/recording_123.wav"), staged->key(), id).value();
        QVERIFY(reader->seek(390'000));
        QCOMPARE(reader->read(100), plain.mid(390'000, 100));
    }
    void showsNothingOfThePlainBytesAtAnyTime()
    {
        const QByteArray plain = distinctBytes(600'000);
        const auto staged = m_vault->stage(id, day).value();
        for (qsizetype at = 0; at < plain.size(); at += 200'000) {
            QVERIFY(staged->write(QByteArrayView(plain).sliced(at, 200'000)));
            QVERIFY(!anyPlainBytesBelow(m_folder->path(), plain));
        }
        QVERIFY(staged->finish());
        QVERIFY(!anyPlainBytesBelow(m_folder->path(), plain));
        const QString filePath = staged->commit(MediaFormat::Mp3).value();
        QVERIFY(m_vault->writeBeside(filePath, QStringLiteral("peaks"), staged->key(), plain.first(5000)));
        QVERIFY(!anyPlainBytesBelow(m_folder->path(), plain));

        QFile leak(m_folder->filePath(QStringLiteral("leak")));
        QVERIFY(leak.open(QIODevice::WriteOnly) && leak.write(plain.mid(12'345, 16)) == 16);
        leak.close();
        QVERIFY2(anyPlainBytesBelow(m_folder->path(), plain), "the search must be able to find something");
    }
    void isForTheServersUserAlone()
    {
        QVERIFY(keep(*m_vault, "words"));
        const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther |
                            QFile::WriteOther | QFile::ExeOther;
        QDirIterator walk(m_folder->path(), QDir::AllEntries | QDir::NoDotAndDotDot, QDirIterator::Subdirectories);
        int seen = 0;
        for (; walk.hasNext(); ++seen) {
            walk.next();
            QCOMPARE(walk.fileInfo().permissions() & others, QFile::Permissions());
        }
        QCOMPARE(seen, 6);
    }
    void leavesNothingWithoutACommit()
    {
        {
            const auto staged = m_vault->stage(id, day).value();
            QVERIFY(staged->write("words"));
            QCOMPARE(filesBelow(m_folder->path()).size(), 1);
        }
        QCOMPARE(filesBelow(m_folder->path()), QStringList());
    }
    void removesWhatAStoppedServerLeft()
    {
        QFile left(m_folder->filePath(QStringLiteral("incoming/7_abc")));
        QVERIFY(left.open(QIODevice::WriteOnly));
        left.close();
        QVERIFY(Vault::open(m_folder->path(), *m_disk));
        QCOMPARE(filesBelow(m_folder->path()), QStringList());
    }
    void syncsTheFileBeforeItMovesIt()
    {
        const auto staged = m_vault->stage(id, day).value();
        QVERIFY(staged->write("words"));
        QVERIFY(staged->finish());
        m_disk->breakCall(-1, FaultyDisk::Fault::None);
        QVERIFY(staged->commit(MediaFormat::Ogg));
        QCOMPARE(m_disk->calls().join(u' '), QStringLiteral("sync makeFolder makeFolder makeFolder rename"));
    }
    void leavesNothingWhicheverCallFails_data()
    {
        QTest::addColumn<FaultyDisk::Fault>("fault");
        QTest::newRow("not done") << FaultyDisk::Fault::Early;
        QTest::newRow("done, but said to have failed") << FaultyDisk::Fault::Late;
    }
    void leavesNothingWhicheverCallFails()
    {
        QFETCH(FaultyDisk::Fault, fault);
        const QByteArray plain = distinctBytes(40'000);
        m_disk->breakCall(-1, FaultyDisk::Fault::None);
        const QString filePath = keep(*m_vault, plain).value();
        const QStringList calls = m_disk->calls();
        QVERIFY(calls.size() >= 10);
        QVERIFY(m_vault->remove(filePath));
        for (int i = 0; i < calls.size(); ++i) {
            // A disk that makes a file and denies it leaves that to the next start.
            if (fault == FaultyDisk::Fault::Late && calls[i] == QStringLiteral("create"))
                continue;
            m_disk->breakCall(i, fault);
            const Result<QString> kept = keep(*m_vault, plain);
            QVERIFY2(!kept, qPrintable(calls[i]));
            QCOMPARE(kept.error().kind, FailureKind::Unreachable);
            QCOMPARE(filesBelow(m_folder->path()), QStringList());
        }
        m_disk->breakCall(-1, FaultyDisk::Fault::None);
        QVERIFY(keep(*m_vault, plain));
    }
    void saysThatTheDiskIsFullAndServesOn()
    {
        const QString kept = QStringLiteral("2026/01/15/recording_123.wav");
        for (const qint64 room : {0, 10, 60, 20'000, 39'000}) {
            m_disk->fillAfter(room);
            const Result<QString> full = keep(*m_vault, distinctBytes(40'000));
            QVERIFY(!full);
            QCOMPARE(full.error().kind, FailureKind::StorageFull);
            QCOMPARE(filesBelow(m_folder->path()), QStringList());
        }
        m_disk->fillAfter(-1);
        QCOMPARE(keep(*m_vault, distinctBytes(40'000)).value(), kept);
    }
    void neverOverwritesAnotherFile()
    {
        const auto first = m_vault->stage(id, day).value();
        const auto second = m_vault->stage(id, day).value();
        QVERIFY(first->write("first") && first->finish());
        QVERIFY(second->write("second") && second->finish());
        QVERIFY(first->commit(MediaFormat::Wav));
        QCOMPARE(second->commit(MediaFormat::Wav).error().kind, FailureKind::Conflict);
        QCOMPARE(first->reader().value()->readAll(), "first");
    }
    void staysClosedToTheWrongKeyIdAndPath()
    {
        const auto staged = m_vault->stage(id, day).value();
        QVERIFY(staged->write("words") && staged->finish());
        const QString filePath = staged->commit(MediaFormat::Wav).value();
        QCOMPARE(m_vault->open(filePath, SecretKey::random(), id).error().kind, FailureKind::Corrupt);
        QCOMPARE(m_vault->open(filePath, staged->key(), RecordingId{124}).error().kind, FailureKind::Corrupt);
        QCOMPARE(m_vault->open(QStringLiteral("2026/01/15/recording_9.wav"), staged->key(), id).error().kind,
                 FailureKind::NotFound);
        for (const char *path : {"../keys/default.kek", "2026/01/15/../15/recording_123.wav", "/etc/passwd", "",
                                 "2026/01/15/recording_123.wav\n"}) {
            QCOMPARE(m_vault->open(QString::fromLatin1(path), staged->key(), id).error().kind, FailureKind::Internal);
            QVERIFY(!m_vault->remove(QString::fromLatin1(path)));
        }
    }
    void takesNothingOutOfOrder()
    {
        const auto staged = m_vault->stage(id, day).value();
        QVERIFY(!staged->reader());
        QVERIFY(!staged->commit(MediaFormat::Wav));
        QVERIFY(staged->finish());
        QVERIFY(!staged->finish());
        QVERIFY(!staged->write("late"));
        QVERIFY(staged->commit(MediaFormat::Wav));
        QVERIFY(!staged->commit(MediaFormat::Wav));
        QVERIFY(!m_vault->stage(RecordingId{}, day));
        QVERIFY(!m_vault->stage(id, QDate()));
    }
    void keepsDerivedDataBesideAndRemovesItWithTheFile()
    {
        const auto staged = m_vault->stage(id, day).value();
        QVERIFY(staged->write("words") && staged->finish());
        const QString filePath = staged->commit(MediaFormat::Wav).value();
        const QString peaks = QStringLiteral("peaks");
        QCOMPARE(m_vault->readBeside(filePath, peaks, staged->key()).error().kind, FailureKind::NotFound);
        QVERIFY(m_vault->writeBeside(filePath, peaks, staged->key(), "old"));
        QVERIFY(m_vault->writeBeside(filePath, peaks, staged->key(), "new"));
        QCOMPARE(m_vault->readBeside(filePath, peaks, staged->key()).value(), "new");
        QCOMPARE(m_vault->readBeside(filePath, peaks, SecretKey::random()).error().kind, FailureKind::Corrupt);
        QVERIFY(!m_vault->writeBeside(filePath, QStringLiteral("../x"), staged->key(), "bytes"));
        QVERIFY(m_vault->writeBeside(filePath, QStringLiteral("peaks-fine"), staged->key(), "finer"));
        QCOMPARE(m_vault->readBeside(filePath, peaks, staged->key()).value(), "new");
        QCOMPARE(filesBelow(m_folder->path()).size(), 3);
        QVERIFY(m_vault->remove(filePath));
        QVERIFY(m_vault->remove(filePath));
        QCOMPARE(filesBelow(m_folder->path()), QStringList());
    }
    void leavesNothingOfDerivedDataWhicheverCallFails()
    {
        const auto staged = m_vault->stage(id, day).value();
        QVERIFY(staged->finish());
        const QString filePath = staged->commit(MediaFormat::Wav).value();
        const QString peaks = QStringLiteral("peaks");
        m_disk->breakCall(-1, FaultyDisk::Fault::None);
        QVERIFY(m_vault->writeBeside(filePath, peaks, staged->key(), "bytes"));
        const qsizetype calls = m_disk->calls().size();
        for (int i = 0; i < calls; ++i) {
            m_disk->breakCall(i, FaultyDisk::Fault::Early);
            QVERIFY(!m_vault->writeBeside(filePath, peaks, staged->key(), "bytes"));
            QVERIFY(QDir(m_folder->filePath(QStringLiteral("incoming"))).isEmpty());
        }
    }
    void takesManyFilesAtOnce()
    {
        const std::unique_ptr<Disk> disk = localDisk();
        const auto vault = Vault::open(m_folder->path(), *disk).value();
        std::vector<Result<QString>> kept(8, fail(FailureKind::Internal, {}));
        {
            std::vector<std::jthread> threads;
            for (std::size_t i = 0; i < kept.size(); ++i)
                threads.emplace_back([&, i] {
                    const auto staged = vault->stage(RecordingId{static_cast<qint64>(i) + 1}, day).value();
                    if (staged->write(distinctBytes(300'000)) && staged->finish())
                        kept[i] = staged->commit(MediaFormat::M4a);
                });
        }
        for (const Result<QString> &one : kept)
            QVERIFY(one);
        QCOMPARE(filesBelow(m_folder->path()).size(), 8);
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<FaultyDisk> m_disk;
    std::unique_ptr<Vault> m_vault;
};

QTEST_APPLESS_MAIN(tst_Vault)
#include "tst_Vault.moc"
