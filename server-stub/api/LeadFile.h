// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/LeadImportReport.h"
#include "domain/Result.h"
#include "records/LeadImport.h"

namespace Holdfast {

/// What a file of leads says.
struct LeadFile
{
    QList<LeadRow> rows;
    LeadImportReport report; ///< how it was read, what is wrong with single rows, which columns are of no use
};

/// Reads leads from CSV: in UTF-8, UTF-16 or Windows-1252, apart by commas, semicolons or tabs. The first row names the
/// columns, in any order and case, in English or German: `name`, and of `phone`, `campaign` and `agents` (usernames,
/// apart by semicolons, commas or bars) those that there are; others are passed over. Malformed, naming the line, where
/// the whole can't be read, and where there are no leads. Pure.
Result<LeadFile> readLeadFile(const QByteArray &file);

} // namespace Holdfast
