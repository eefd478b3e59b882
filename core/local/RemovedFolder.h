// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Result.h"

#include <QString>

namespace Holdfast {

/// Removes a folder, or a file, with all that is in it; what somebody else removes meanwhile, and what is not there, is
/// no failure. Slow: pool thread.
Done removeFolder(const QString &path);

} // namespace Holdfast
