// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/DataFolder.h"

#include <functional>

namespace Holdfast {

/// What `check` found: every file opened and hashed, and compared with its row.
struct CheckReport
{
    qint64 recordings = 0;
    qint64 bytes = 0;       ///< plain
    qint64 withoutFile = 0; ///< of the recordings: imported, and never had one here
    qint64 problems = 0;
};

/// `folder` is the data directory, which nobody else writes meanwhile. Changes nothing. Each problem is told as a
/// sentence when it is found: a key that is missing or opens nothing, a file that is missing, damaged or another's, one
/// that no row knows, and what else DatabaseCheck finds. `progress` is called now and then with how many were checked.
/// Memory does not grow with the number of rows.
Result<CheckReport> checkFiles(DataFolder &data, const QString &folder,
                               const std::function<void(const QString &)> &tell,
                               const std::function<void(qint64)> &progress = {});

} // namespace Holdfast
