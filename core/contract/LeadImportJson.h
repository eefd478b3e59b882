// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/LeadImportReport.h"
#include "domain/Result.h"

#include <QJsonObject>

namespace Holdfast {

QJsonObject toJson(const LeadImportReport &report);
/// Malformed names the field that is missing or wrong.
Result<LeadImportReport> leadImportReportFromJson(const QJsonObject &json);

} // namespace Holdfast
