// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/Log.h"

namespace Holdfast {

Q_LOGGING_CATEGORY(logServer, "holdfast.server", QtInfoMsg)
Q_LOGGING_CATEGORY(logApi, "holdfast.api", QtInfoMsg)
Q_LOGGING_CATEGORY(logAccess, "holdfast.access", QtInfoMsg)

} // namespace Holdfast
