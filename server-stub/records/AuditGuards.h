// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sqlite/Database.h"

namespace Holdfast {

/// Whether the database still refuses to change and delete the entries of the audit log. In the connection's thread.
Result<bool> isAuditGuarded(Database &database);

} // namespace Holdfast
