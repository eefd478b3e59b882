// SPDX-License-Identifier: GPL-3.0-or-later
#include "upkeep/Log.h"

namespace Holdfast {

Q_LOGGING_CATEGORY(logUpkeep, "holdfast.upkeep", QtInfoMsg)

} // namespace Holdfast
