// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Result.h"
#include "domain/StorageShares.h"
#include "domain/StorageStats.h"

#include <QJsonObject>

namespace Holdfast {

/// The contract's storage statistics, both ways, as of `now`. The quota is as exact as its two decimals of 2^30 bytes.
QJsonObject toJson(const StorageReport &report, const QDateTime &now);
Result<StorageReport> storageReportFromJson(const QJsonObject &json);

/// What takes how much of it, both ways: {"campaigns": […]} or {"policies": […]}, the largest first.
QJsonObject toJson(const QList<CampaignUsage> &usages);
QJsonObject toJson(const QList<PolicyUsage> &usages);
Result<QList<CampaignUsage>> campaignUsagesFromJson(const QJsonObject &json);
Result<QList<PolicyUsage>> policyUsagesFromJson(const QJsonObject &json);

} // namespace Holdfast
