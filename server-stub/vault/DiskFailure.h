// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Result.h"

namespace Holdfast {

/// What an errno value means to whoever wanted something of the disk. `deed` and `path` are for the log.
Failure diskFailure(int error, const char *deed, const QString &path);

} // namespace Holdfast
