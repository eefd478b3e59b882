// SPDX-License-Identifier: GPL-3.0-or-later
#include "vault/LocalDisk.h"

#include "vault/DiskFailure.h"
#include "vault/LocalFile.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <cerrno>
#include <fcntl.h>

using namespace Holdfast;

class tst_LocalDisk : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void tellsAFullDiskFromABrokenOne()
    {
        for (const int error : {ENOSPC, EDQUOT})
            QCOMPARE(diskFailure(error, "write", QStringLiteral("f")).kind, FailureKind::StorageFull);
        for (const int error : {EROFS, EACCES, EIO, EMFILE, EXDEV})
            QCOMPARE(diskFailure(error, "write", QStringLiteral("f")).kind, FailureKind::Unreachable);
        QCOMPARE(diskFailure(ENOENT, "open", QStringLiteral("f")).kind, FailureKind::NotFound);
        QCOMPARE(diskFailure(EEXIST, "create", QStringLiteral("f")).kind, FailureKind::Conflict);
    }
    void saysThatADeviceIsFullAndKeepsSayingSo()
    {
        const int full = ::open("/dev/full", O_WRONLY | O_CLOEXEC);
        if (full < 0)
            QSKIP("This system has no /dev/full.");
        LocalFile file(full, QStringLiteral("/dev/full"));
        const QByteArray bytes(300'000, 'x');
        QCOMPARE(file.write(bytes), -1);
        QCOMPARE(file.failure().kind, FailureKind::StorageFull);
        QCOMPARE(file.write("more"), -1);
        QCOMPARE(file.flush().error().kind, FailureKind::StorageFull);
        QCOMPARE(file.sync().error().kind, FailureKind::StorageFull);
    }
    void writesEveryByteHoweverTheyCome()
    {
        QByteArray expected;
        for (const qsizetype size : {1, 100, 262'143, 262'144, 262'145, 1'000'000}) {
            const QString path = m_folder.filePath(QString::number(size));
            const auto file = m_disk.create(path).value();
            expected = QByteArray(size, static_cast<char>('a' + size % 7));
            QCOMPARE(file->write(expected.first(size / 3)), size / 3);
            QCOMPARE(file->write(expected.sliced(size / 3)), size - size / 3);
            QVERIFY(file->flush());
            QCOMPARE(m_disk.open(path).value()->readAll(), expected);
            QVERIFY(file->sync());
        }
    }
    void makesNoFileTwiceAndFollowsNoLink()
    {
        const QString path = m_folder.filePath(QStringLiteral("one"));
        QVERIFY(m_disk.create(path));
        QCOMPARE(m_disk.create(path).error().kind, FailureKind::Conflict);
        const QString link = m_folder.filePath(QStringLiteral("link"));
        QVERIFY(QFile::link(path, link));
        QVERIFY(!m_disk.open(link));
        QVERIFY(!m_disk.create(link));
        QCOMPARE(m_disk.open(m_folder.filePath(QStringLiteral("none"))).error().kind, FailureKind::NotFound);
    }
    void renamesOntoNothingThatIsThere()
    {
        const QString from = m_folder.filePath(QStringLiteral("from"));
        const QString to = m_folder.filePath(QStringLiteral("to"));
        QVERIFY(m_disk.create(from) && m_disk.create(to));
        QCOMPARE(m_disk.rename(from, to).error().kind, FailureKind::Conflict);
        QVERIFY(QFile::exists(from));
        QVERIFY(m_disk.remove(to));
        QVERIFY(m_disk.rename(from, to));
        QVERIFY(!QFile::exists(from) && QFile::exists(to));
        QCOMPARE(m_disk.rename(from, to).error().kind, FailureKind::NotFound);
    }
    void makesFoldersWithTheirParents()
    {
        const QString folder = m_folder.filePath(QStringLiteral("a/b/c"));
        QVERIFY(m_disk.makeFolder(folder));
        QVERIFY(m_disk.makeFolder(folder));
        QVERIFY(QDir(folder).removeRecursively());
        QVERIFY(m_disk.makeFolder(folder));
        QVERIFY(QFileInfo(folder).isDir());
        const QString file = m_folder.filePath(QStringLiteral("file"));
        QVERIFY(m_disk.create(file));
        QVERIFY(!m_disk.makeFolder(file));
        QVERIFY(!m_disk.makeFolder(file + QStringLiteral("/below")));
    }
    void removesWhatIsNotThereWithoutAWord()
    {
        QVERIFY(m_disk.remove(m_folder.filePath(QStringLiteral("nothing"))));
        QVERIFY(m_disk.makeFolder(m_folder.filePath(QStringLiteral("folder"))));
        QVERIFY(!m_disk.remove(m_folder.filePath(QStringLiteral("folder"))));
    }
    void listsHiddenFilesAndRefusesWhatIsNoFolder()
    {
        const QString folder = m_folder.filePath(QStringLiteral("listed"));
        QVERIFY(m_disk.makeFolder(folder));
        QVERIFY(m_disk.create(folder + QStringLiteral("/.hidden")) && m_disk.create(folder + QStringLiteral("/seen")));
        QCOMPARE(m_disk.list(folder).value(), (QStringList{QStringLiteral(".hidden"), QStringLiteral("seen")}));
        QVERIFY(!m_disk.list(folder + QStringLiteral("/none")));
    }
    void tellsWhatIsFreeWhereAFolderLies()
    {
        QCOMPARE_GT(m_disk.freeBytes(m_folder.path()).value_or(-1), 0);
        QCOMPARE(m_disk.freeBytes(m_folder.filePath(QStringLiteral("none"))), std::nullopt);
        QCOMPARE(m_disk.freeBytes(QStringLiteral("/proc")).value_or(-1), 0); // where nothing can be written
    }

private:
    QTemporaryDir m_folder;
    LocalDisk m_disk;
};

QTEST_APPLESS_MAIN(tst_LocalDisk)
#include "tst_LocalDisk.moc"
