// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Result.h"
#include "records/LeadImport.h"

namespace Holdfast {

/// Reads leads from CSV in UTF-8. The first row names the columns, in any order and case: `name`, and of `phone`,
/// `campaign` and `agents` (usernames, apart by semicolons) those that there are. Malformed, naming the line, where
/// anything is not as it must be, and where there are no leads. Pure.
Result<QList<LeadRow>> readLeadFile(const QByteArray &file);

} // namespace Holdfast
