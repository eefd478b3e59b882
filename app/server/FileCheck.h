// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/DataFolder.h"

#include <QStringList>

namespace Holdfast {

/// What `check` found: every file opened and hashed, and compared with its row.
struct CheckReport
{
    qint64 recordings = 0;
    qint64 bytes = 0;     ///< plain
    QStringList problems; ///< a sentence each
};

/// `folder` is the data directory, which nobody else writes meanwhile. Changes nothing.
Result<CheckReport> checkFiles(DataFolder &data, const QString &folder);

} // namespace Holdfast
