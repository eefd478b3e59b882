// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Result.h"
#include "domain/StorageStats.h"

#include <QJsonObject>

namespace Holdfast {

/// The contract's storage statistics. The quota is as exact as its two decimals of 2^30 bytes.
Result<StorageReport> storageReportFromJson(const QJsonObject &json);

} // namespace Holdfast
