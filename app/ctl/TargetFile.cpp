// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/TargetFile.h"

#include "ctl/Ctl.h"

#include <QFileInfo>

namespace Holdfast {

Done mayBeWritten(const QString &path, bool force)
{
    const QFileInfo target(path);
    if (!target.exists() && !target.isSymLink()) {
        const QFileInfo folder(target.absolutePath());
        if (!folder.isDir())
            return fail(FailureKind::NotFound,
                        Ctl::tr("There is no folder %1. Nothing was written.").arg(folder.filePath()));
        return {};
    }
    if (target.exists() && !target.isFile())
        return fail(FailureKind::Conflict,
                    Ctl::tr("%1 is a folder, a device or a pipe. Nothing was written. Name a file.").arg(path));
    if (force)
        return {};
    return fail(FailureKind::Conflict, Ctl::tr("%1 is there already and was left as it is. Give another name, or "
                                               "--force to write over it.")
                                           .arg(path));
}

} // namespace Holdfast
