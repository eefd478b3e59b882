// SPDX-License-Identifier: GPL-3.0-or-later
#include "vault/DiskFailure.h"

#include <QtGlobal>

#include <cerrno>

namespace Holdfast {

Failure diskFailure(int error, const char *deed, const QString &path)
{
    const QString detail = QStringLiteral("%1 %2: %3").arg(QString::fromLatin1(deed), path, qt_error_string(error));
    switch (error) {
    case ENOSPC:
    case EDQUOT:
        return {FailureKind::StorageFull,
                QStringLiteral("The server has no room left on its disk. What was stored before is safe; make room and "
                               "try again."),
                detail, std::nullopt};
    case ENOENT:
        return {FailureKind::NotFound, QStringLiteral("The file is not on the server's disk."), detail, std::nullopt};
    case EEXIST:
        return {FailureKind::Conflict, QStringLiteral("There is another file in its place on the server's disk."),
                detail, std::nullopt};
    case EROFS:
    case EACCES:
    case EPERM:
        return {FailureKind::Unreachable,
                QStringLiteral("The server may not use its data directory. What was stored before is safe; its owner "
                               "and permissions need a look."),
                detail, std::nullopt};
    default:
        return {FailureKind::Unreachable,
                QStringLiteral("The server's disk did not do what was asked of it. Try again; if it stays so, the disk "
                               "needs a look."),
                detail, std::nullopt};
    }
}

} // namespace Holdfast
