// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/DataFolder.h"

#include <functional>

namespace Holdfast {

struct ImportReport
{
    qint64 recordings = 0;
    qint64 users = 0; ///< made
    qint64 leads = 0;
    qint64 campaigns = 0;
};

enum class Missing {
    Refused, ///< a line that names nobody that there is, is wrong
    Made     ///< agents who can't sign in until they are given a password, leads, and campaigns
};

/// Reads what is known of recordings from a CSV file (see ImportColumns), all of it or nothing. The recordings have no
/// bytes here: who asks for them is told so, and `check` tells of them. Malformed, with the first wrong lines and what
/// is wrong with them. progress is called in another thread, with the number of recordings so far.
Result<ImportReport> importRecordings(DataFolder &data, const QString &file, Missing missing,
                                      const std::function<void(qint64)> &progress);

} // namespace Holdfast
