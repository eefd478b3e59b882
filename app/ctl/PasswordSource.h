// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Result.h"

#include <QString>

namespace Holdfast {

/// The first line of the file, or, where none is named, what somebody types on the terminal without seeing it.
/// Malformed, with a sentence, where there is neither.
Result<QString> readPassword(const QString &file, const QString &username);

} // namespace Holdfast
