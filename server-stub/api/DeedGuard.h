// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/AccessLog.h"
#include "domain/Deed.h"
#include "http/Router.h"

namespace Holdfast {

/// A handler for those who may do the deed. Who may not is answered 403 before anything else is looked at, and that
/// leaves an entry of that action, with what was asked for. `what` ends the sentence "User does not have permission to
/// …".
Http::Handler onlyFor(Deed deed, AccessLog &log, const QString &action, const QString &what, Http::Handler handler);

} // namespace Holdfast
