// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Lead.h"
#include "domain/Result.h"

#include <QList>

namespace Holdfast {

class Database;

/// How a Lead lies in its table. Each is one statement; transactions are the caller's.
namespace LeadRows {

Result<QList<Lead>> all(Database &database);                        ///< in no order
Result<QList<Lead>> after(Database &database, LeadId id, int most); ///< by their numbers
Result<std::optional<Lead>> byId(Database &database, LeadId id);
Result<QList<Lead>> named(Database &database, const QString &name); ///< exactly so, but for the case of ASCII letters
Result<QList<Lead>> withPhone(Database &database, const QString &number, const QString &region); ///< any notation
Result<bool> has(Database &database, LeadId id);

/// The row that has it is brought up to date, else there is a new one.
Done put(Database &database, const Lead &lead);
Done setRecordingCount(Database &database, LeadId id, int count);
Done rename(Database &database, const Campaign &campaign); ///< in every lead that has it
Done remove(Database &database, LeadId id);

} // namespace LeadRows

} // namespace Holdfast
