// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/FolderLock.h"

#include <QDir>
#include <QFile>

#include <cerrno>
#include <chrono>
#include <cstring>
#include <thread>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace Holdfast {

namespace {

Failure cannotWrite(const QString &folder, int error)
{
    return Failure{FailureKind::Unreachable,
                   QStringLiteral("The data directory %1 can't be written: %2. Nothing was changed.")
                       .arg(folder, QString::fromLocal8Bit(std::strerror(error))),
                   {},
                   std::nullopt};
}

/// A server that was killed keeps its lock until the system has taken it apart, which is not over when the next begins.
bool isFree(int descriptor)
{
    constexpr std::chrono::milliseconds pause{50};
    for (int left = 40; ::flock(descriptor, LOCK_EX | LOCK_NB) != 0; --left) {
        if (errno != EWOULDBLOCK || left == 0)
            return false;
        std::this_thread::sleep_for(pause);
    }
    return true;
}

} // namespace

FolderLock::FolderLock(int descriptor)
    : m_descriptor(descriptor)
{
}

FolderLock::~FolderLock()
{
    ::close(m_descriptor);
}

Result<std::unique_ptr<FolderLock>> FolderLock::take(const QString &folder)
{
    const bool isNew = !QDir(folder).exists();
    errno = 0;
    if (isNew && !QDir().mkpath(folder))
        return fail(cannotWrite(folder, errno == 0 ? EACCES : errno));
    if (isNew && !QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner))
        return fail(cannotWrite(folder, EPERM));
    const QByteArray path = QFile::encodeName(folder + QStringLiteral("/lock"));
    const int descriptor = ::open(path.constData(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (descriptor < 0)
        return fail(cannotWrite(folder, errno));
    auto lock = std::unique_ptr<FolderLock>(new FolderLock(descriptor));
    if (isFree(descriptor))
        return lock;
    if (errno != EWOULDBLOCK)
        return fail(cannotWrite(folder, errno));
    return fail(FailureKind::Conflict,
                QStringLiteral("Another holdfast-server is using the data directory %1. Stop it first.").arg(folder));
}

} // namespace Holdfast
