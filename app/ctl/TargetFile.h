// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Result.h"

namespace Holdfast {

/// Whether a command may write a file of that name: Conflict where there is one and nobody said to write over it, or
/// something that is no file and that nobody writes over; NotFound where its folder is missing. To be asked before
/// anything is fetched.
Done mayBeWritten(const QString &path, bool force);

} // namespace Holdfast
