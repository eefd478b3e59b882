// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Result.h"
#include "vault/DiskFile.h"

#include <QStringList>

#include <memory>
#include <optional>

namespace Holdfast {

/// The disk as the vault sees it, so that tests can fill it, break it and cut it short. Any thread. A full disk fails
/// with StorageFull, a missing file with NotFound, one in the way with Conflict, all else with Unreachable.
class Disk
{
public:
    virtual ~Disk() = default;
    /// A new file, 0600; Conflict where there is one.
    virtual Result<std::unique_ptr<DiskFile>> create(const QString &path) = 0;
    /// For random-access reading; a symbolic link is not followed.
    virtual Result<std::unique_ptr<QIODevice>> open(const QString &path) = 0;
    /// Atomic, and syncs the folder of `to`; Conflict where `to` exists.
    virtual Done rename(const QString &from, const QString &to) = 0;
    /// 0700, with its parents. When it answers, the folder's name is on the platter, whoever made it.
    virtual Done makeFolder(const QString &path) = 0;
    virtual Done remove(const QString &path) = 0; ///< a missing file is fine
    virtual bool exists(const QString &path) = 0;
    virtual Result<QStringList> list(const QString &folder) = 0; ///< names of the files in it
    /// What this process may still write where the folder lies; none where that can't be told.
    virtual std::optional<qint64> freeBytes(const QString &folder) = 0;
};

std::unique_ptr<Disk> localDisk();

} // namespace Holdfast
