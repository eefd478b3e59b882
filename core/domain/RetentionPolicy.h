// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Ids.h"

#include <QDateTime>
#include <QString>

#include <optional>

namespace Holdfast {

enum class PolicyScope { All, Campaign, Agent };

QLatin1String policyScopeName(PolicyScope scope); ///< the contract's word: "CAMPAIGN"
std::optional<PolicyScope> policyScopeFromName(QStringView name);

/// How long recordings are kept, and whose.
struct RetentionPolicy
{
    PolicyId id;
    QString name;
    int retentionDays = 0;
    PolicyScope appliesTo = PolicyScope::All;
    std::optional<CampaignId> campaignId;
    std::optional<UserId> agentId;
    bool isDefault = false;
    QDateTime createdAt;
    QDateTime updatedAt;

    friend bool operator==(const RetentionPolicy &, const RetentionPolicy &) = default;
};

} // namespace Holdfast
