// SPDX-License-Identifier: GPL-3.0-or-later
#include "local/RemovedFolder.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <filesystem>

namespace Holdfast {

Done removeFolder(const QString &path)
{
    std::error_code error;
    std::filesystem::remove_all(QFileInfo(path).filesystemFilePath(), error);
    if (error)
        return fail(FailureKind::Unreachable,
                    QCoreApplication::translate("Holdfast::RemovedFolder", "A folder can't be removed: %1").arg(path),
                    QString::fromStdString(error.message()));
    return {};
}

} // namespace Holdfast
