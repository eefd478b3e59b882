// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/AuditEntry.h"
#include "domain/AuditReport.h"
#include "domain/Result.h"

namespace Holdfast {

/// What the log holds and what verifying it found, both ways. The report's `message` is its sentence; a reader makes
/// its own.
QJsonObject toJson(const AuditEntry &entry);
Result<AuditEntry> auditEntryFromJson(const QJsonObject &json);

QJsonObject toJson(const AuditReport &report);
Result<AuditReport> auditReportFromJson(const QJsonObject &json);

} // namespace Holdfast
