// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sqlite/Database.h"

#include <functional>

namespace Holdfast {

/// What `check` finds in the database without looking at files, each told as a sentence: parts of the schema that are
/// missing or were changed, rows that refer to what is not there, holds that do not hold what they are for, and
/// releases that the audit log does not know. Changes nothing.
Done checkDatabase(Database &database, const std::function<void(const QString &)> &tell);

} // namespace Holdfast
