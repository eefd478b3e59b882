// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Result.h"

#include <QStringList>

namespace Holdfast {

class Database;

/// What the store knows of the names in the sealed cache (RecordingKey.h).
namespace KnownCopies {

/// Those of recordings or peaks of which no recording is known. What is neither is none of them.
Result<QStringList> unknownAmong(Database &database, const QStringList &names);
Result<QStringList> inOutbox(Database &database); ///< what the server does not have yet, also what is parked

} // namespace KnownCopies

} // namespace Holdfast
