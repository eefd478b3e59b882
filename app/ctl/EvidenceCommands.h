// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ctl/Console.h"
#include "ctl/CtlOptions.h"

namespace Holdfast {

/// Checks an evidence pack with nothing but the file, and what the options name besides. Writes nothing. The exit code:
/// 0 whole and as it was signed; 1 not, or no pack; 3 as it was signed, but it says itself that something is missing.
int verifyPack(const CtlOptions &options, Console &console);

} // namespace Holdfast
