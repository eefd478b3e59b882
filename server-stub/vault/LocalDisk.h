// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "vault/Disk.h"

#include <QMutex>
#include <QSet>

namespace Holdfast {

/// The file system of this computer.
class LocalDisk : public Disk
{
public:
    Result<std::unique_ptr<DiskFile>> create(const QString &path) override;
    Result<std::unique_ptr<QIODevice>> open(const QString &path) override;
    Done rename(const QString &from, const QString &to) override;
    Done makeFolder(const QString &path) override;
    Done remove(const QString &path) override;
    bool exists(const QString &path) override;
    Result<QStringList> list(const QString &folder) override;
    std::optional<qint64> freeBytes(const QString &folder) override;

private:
    Done makeFolderLocked(const QString &path);

    QMutex m_foldersMutex;
    QSet<QString> m_syncedFolders; // whose names are known to be on the platter
};

} // namespace Holdfast
