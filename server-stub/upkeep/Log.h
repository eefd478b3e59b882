// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLoggingCategory>

namespace Holdfast {

/// What runs by the clock. Numbers and kinds only: never a secret, never an address that somebody gave.
Q_DECLARE_LOGGING_CATEGORY(logUpkeep)

} // namespace Holdfast
