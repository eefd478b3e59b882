// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/CacheEviction.h"
#include "domain/Result.h"

#include <functional>

namespace Holdfast {

/// How much a folder of sealed copies holds.
struct CacheUsage
{
    qint64 bytes = 0;
    qint64 recordings = 0; ///< whole ones; peaks and parts count by their bytes alone

    friend bool operator==(const CacheUsage &, const CacheUsage &) = default;
};

/// What is found where a folder of sealed copies is looked through: so many names and no more, however many it holds.
struct CacheLook
{
    CacheUsage usage;
    QList<CachedFile> oldest; ///< of the longest unused
    bool areAll = true;       ///< there are no others

    /// Without the files that are passed over. Slow: pool thread.
    static Result<CacheLook> at(const QString &folder, const std::function<bool(const QString &file)> &isPassedOver);
};

/// Calls work for each sealed file, whole or arriving; what goes meanwhile is passed over, and so is what is still
/// written (".part"). Slow: pool thread.
Done eachCopy(const QString &folder, const std::function<void(const CachedFile &file)> &work);

bool isWholeRecording(const QString &file);                  ///< no peaks, no part of one
void setLastUse(const QString &path, const QDateTime &time); ///< as its time of change

} // namespace Holdfast
