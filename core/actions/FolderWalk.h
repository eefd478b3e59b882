// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "local/FoundFile.h"

#include <functional>

namespace Holdfast {

/// What a walk through a folder comes by.
struct WalkedEntry
{
    enum class Kind {
        File,
        UnnamedFile,  ///< its name is not in the encoding of names here, so that nothing can open it by that
        LockedFolder, ///< one inside that can't be read
        LinkedFolder, ///< a link to a folder
        NoFile,       ///< a pipe, a device, or a link that leads nowhere
    };

    Kind kind = Kind::File;
    QString path; ///< absolute; of an unnamed file with a sign in place of what is no letter
    QString name;
    std::function<FoundFile()> found; ///< asks the disk; only while the entry is told
};

/// Tells of each file there, and of those in folders inside where it shall; what is hidden is passed over, and links to
/// folders are not followed. False where the folder can't be read. Slow: pool thread.
bool walkFolder(const QString &folder, bool subfolders, const std::function<void(const WalkedEntry &)> &tell);

} // namespace Holdfast
