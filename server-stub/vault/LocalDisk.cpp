// SPDX-License-Identifier: GPL-3.0-or-later
#include "vault/LocalDisk.h"

#include "vault/DiskFailure.h"
#include "vault/LocalFile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

namespace Holdfast {

namespace {

QString parentOf(const QString &path)
{
    return QFileInfo(path).path();
}

Done syncFolder(const QString &path)
{
    const int folder = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (folder < 0)
        return fail(diskFailure(errno, "open folder", path));
    int error = 0;
    while (::fsync(folder) != 0) {
        error = errno;
        if (error != EINTR)
            break;
        error = 0;
    }
    ::close(folder);
    return error == 0 ? Done() : Done(fail(diskFailure(error, "sync folder", path)));
}

bool isFolder(const QString &path)
{
    struct stat facts;
    return ::stat(QFile::encodeName(path).constData(), &facts) == 0 && S_ISDIR(facts.st_mode);
}

} // namespace

std::unique_ptr<Disk> localDisk()
{
    return std::make_unique<LocalDisk>();
}

Result<std::unique_ptr<DiskFile>> LocalDisk::create(const QString &path)
{
    const int file = ::open(QFile::encodeName(path).constData(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC,
                            S_IRUSR | S_IWUSR);
    if (file < 0)
        return fail(diskFailure(errno, "create", path));
    return std::make_unique<LocalFile>(file, path);
}

Result<std::unique_ptr<QIODevice>> LocalDisk::open(const QString &path)
{
    const int descriptor = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_NOFOLLOW | O_CLOEXEC);
    if (descriptor < 0)
        return fail(diskFailure(errno, "open", path));
    auto file = std::make_unique<QFile>();
    if (!file->open(descriptor, QIODevice::ReadOnly | QIODevice::Unbuffered, QFileDevice::AutoCloseHandle)) {
        ::close(descriptor);
        return fail(diskFailure(EIO, "open", path));
    }
    return file;
}

Done LocalDisk::rename(const QString &from, const QString &to)
{
    const QByteArray source = QFile::encodeName(from);
    const QByteArray target = QFile::encodeName(to);
    int error =
        ::renameat2(AT_FDCWD, source.constData(), AT_FDCWD, target.constData(), RENAME_NOREPLACE) == 0 ? 0 : errno;
    // Some network file systems do not know "never replace"; a look beforehand is what they allow.
    if (error == EINVAL || error == ENOSYS)
        error = ::access(target.constData(), F_OK) == 0                 ? EEXIST
                : ::rename(source.constData(), target.constData()) == 0 ? 0
                                                                        : errno;
    if (error != 0)
        return fail(diskFailure(error, "rename to", to));
    return syncFolder(parentOf(to));
}

bool LocalDisk::exists(const QString &path)
{
    return QFile::exists(path);
}

Done LocalDisk::makeFolder(const QString &path)
{
    // One at a time: whoever finds a folder that another thread has just made must not go on before it is synced.
    const QMutexLocker lock(&m_foldersMutex);
    return makeFolderLocked(QDir::cleanPath(path));
}

Done LocalDisk::makeFolderLocked(const QString &path)
{
    const QByteArray name = QFile::encodeName(path);
    bool made = ::mkdir(name.constData(), S_IRWXU) == 0;
    int error = made ? 0 : errno;
    if (error == ENOENT && parentOf(path) != path) {
        if (Done parent = makeFolderLocked(parentOf(path)); !parent)
            return parent;
        made = ::mkdir(name.constData(), S_IRWXU) == 0;
        error = made ? 0 : errno;
    }
    if (error != 0 && !isFolder(path))
        return fail(diskFailure(error, "make folder", path));
    if (!made && m_syncedFolders.contains(path))
        return {};
    // A folder that was there may be younger than the last power cut: a server that was killed made it, unsynced.
    if (Done synced = syncFolder(parentOf(path)); !synced && made)
        return synced;
    m_syncedFolders.insert(path);
    return {};
}

Done LocalDisk::remove(const QString &path)
{
    if (::unlink(QFile::encodeName(path).constData()) != 0 && errno != ENOENT)
        return fail(diskFailure(errno, "remove", path));
    return {};
}

Result<QStringList> LocalDisk::list(const QString &folder)
{
    if (!isFolder(folder))
        return fail(diskFailure(ENOENT, "list", folder));
    return QDir(folder).entryList(QDir::Files | QDir::Hidden | QDir::System);
}

std::optional<qint64> LocalDisk::freeBytes(const QString &folder)
{
    struct statvfs facts;
    if (::statvfs(QFile::encodeName(folder).constData(), &facts) != 0)
        return std::nullopt;
    return static_cast<qint64>(facts.f_bavail) * static_cast<qint64>(facts.f_frsize);
}

} // namespace Holdfast
