// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLoggingCategory>

namespace Holdfast {

/// The server's log, by what it is about. Never a secret, never a person's name, never what a recording says: numbers
/// and kinds only.
Q_DECLARE_LOGGING_CATEGORY(logServer) // start, stop, what was cleaned up
Q_DECLARE_LOGGING_CATEGORY(logApi)    // answers that say a fault is ours
Q_DECLARE_LOGGING_CATEGORY(logAccess) // sign-ins and refusals

} // namespace Holdfast
