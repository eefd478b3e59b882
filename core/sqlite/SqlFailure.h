// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Failure.h"

QT_FORWARD_DECLARE_CLASS(QSqlError)

namespace Holdfast {

/// What an error of SQLite means (sqlite.org/rescode.html): StorageFull, Conflict (a constraint or a trigger refused),
/// Corrupt, or Unreachable.
Failure sqlFailure(const QSqlError &error);

} // namespace Holdfast
