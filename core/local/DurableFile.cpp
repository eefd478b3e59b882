// SPDX-License-Identifier: GPL-3.0-or-later
#include "local/DurableFile.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <cerrno>
#include <filesystem>

#ifdef Q_OS_WIN
#include <io.h>
#else
#include <fcntl.h>
#include <unistd.h>
#endif

namespace Holdfast {

namespace {

tl::unexpected<Failure> notWritten(FailureKind kind, const QString &detail)
{
    return fail(kind, QCoreApplication::translate("Holdfast::DurableFile", "The file can't be written to the disk."),
                detail);
}

tl::unexpected<Failure> notWritten(int error)
{
    const FailureKind kind = error == ENOSPC || error == EDQUOT ? FailureKind::StorageFull : FailureKind::Unreachable;
    return notWritten(kind, qt_error_string(error));
}

Done syncFile(int handle)
{
#ifdef Q_OS_WIN
    const int outcome = _commit(handle);
#else
    const int outcome = ::fsync(handle);
#endif
    if (outcome != 0)
        return notWritten(errno);
    return {};
}

Done syncFolder([[maybe_unused]] const QString &folder)
{
#ifndef Q_OS_WIN // there a rename is in the journal once it returns, and folders can't be opened
    const int handle = ::open(QFile::encodeName(folder).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (handle < 0)
        return notWritten(errno);
    const Done synced = syncFile(handle);
    ::close(handle);
    return synced;
#else
    return {};
#endif
}

/// What is renamed over one takes its place: as root, /dev/full too.
Done refuseWhatIsNoFile(const QString &path)
{
    const QFileInfo target(path);
    if (!target.exists() || target.isFile())
        return {};
    return fail(
        FailureKind::Conflict,
        QCoreApplication::translate("Holdfast::DurableFile", "The file can't be written to the disk."),
        QCoreApplication::translate("Holdfast::DurableFile", "There is a folder, a device or a pipe of that name."));
}

} // namespace

Done syncAndRename(QFile &file, const QString &path)
{
    if (Done refused = refuseWhatIsNoFile(path); !refused)
        return refused;
    if (!file.flush())
        return notWritten(FailureKind::Unreachable, file.errorString());
    if (Done synced = syncFile(file.handle()); !synced)
        return synced;
    const std::filesystem::path from = file.filesystemFileName();
    std::error_code error;
    file.close();
    std::filesystem::rename(from, QFileInfo(path).filesystemFilePath(), error);
    if (error) {
        file.remove();
        return notWritten(error.value());
    }
    if (Done synced = syncFolder(QFileInfo(path).absolutePath()); !synced) {
        QFile::remove(path);
        return synced;
    }
    return {};
}

Done writeDurably(const QString &path, const QByteArray &bytes)
{
    QFile file(path + QStringLiteral(".part"));
    if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate, QFile::ReadOwner | QFile::WriteOwner))
        return notWritten(FailureKind::Unreachable, file.errorString());
    Done written;
    if (file.write(bytes) != bytes.size())
        written = notWritten(FailureKind::Unreachable, file.errorString());
    else
        written = syncAndRename(file, path);
    if (!written)
        file.remove();
    return written;
}

} // namespace Holdfast
