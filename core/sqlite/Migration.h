// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sqlite/Database.h"

#include <functional>

namespace Holdfast {

/// Brings the schema up to date from numbered files NNN-name.sql in a resource folder (":/schema/server"), each in one
/// transaction, forward only; PRAGMA user_version holds the number. An empty line ends a statement, so that a trigger's
/// body may hold semicolons. Conflict, with a sentence, where the file was written by a newer program: it is left
/// alone. `applied` is called after each file's statements, in its transaction, with its number: for what SQL can't do.
Done migrate(Database &database, const QString &folder,
             const std::function<Done(Database &, int version)> &applied = {});

} // namespace Holdfast
