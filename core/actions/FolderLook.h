// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "actions/LeftOutFile.h"
#include "local/FoundFile.h"

#include <QFuture>
#include <QHash>
#include <QList>
#include <QSet>

#include <chrono>
#include <optional>

namespace Holdfast {

/// Which files of a folder are recordings by their names: an extension that is taken, not hidden, not a temporary name.
bool mayBeRecording(QStringView fileName);

/// A file that nobody knows yet, since when it has been as it is, and what stands in its way.
struct GrowingFile
{
    FoundFile file;
    QDateTime since;
    std::optional<LeftOut> leftOut; ///< none: it may only be settling
};

/// When a file counts as complete.
struct SettlingTimes
{
    std::chrono::milliseconds settled{0};    ///< its size and time have been the same for so long
    std::chrono::milliseconds unfinished{0}; ///< the same for one that tells of more than it has
};

/// What one look at a folder has shown.
struct FolderLook
{
    bool isThere = false;                ///< the folder can be read
    QList<FoundFile> complete;           ///< unknown ones that have not changed for long enough and can be opened
    QHash<QString, GrowingFile> growing; ///< the other unknown ones, by their paths: for the next look
    OtherExtensions others;              ///< what is no recording by its name
};

/// What to look at, and what is known of it from before.
struct FolderToLookAt
{
    QString folder;
    bool subfolders = false;
    QSet<size_t> known;                  ///< their fingerprints
    QHash<QString, GrowingFile> growing; ///< as the look before has it
    SettlingTimes times;
};

/// Reads the names, sizes and times of a folder. Slow: pool thread. `now` is the moment of the look.
FolderLook lookInto(const FolderToLookAt &place, const QDateTime &now);

/// All that may be recordings there, with when each came there as far as the disk tells; none where there is no folder.
struct ArrivedFile
{
    FoundFile file;
    QDateTime arrivedAt; ///< the later of when it was written and when it got its name
};
std::optional<QList<ArrivedFile>> filesIn(const QString &folder, bool subfolders);

/// Names of some recordings there, the last by the alphabet first, to try patterns on. Looks in the pool, at the first
/// thousand at the most.
QFuture<QStringList> namesIn(const QString &folder, bool subfolders, int most);

} // namespace Holdfast
