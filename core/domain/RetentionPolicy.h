// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Ids.h"
#include "domain/Result.h"

#include <QDateTime>
#include <QString>

#include <optional>

namespace Holdfast {

enum class PolicyScope { All, Campaign, Agent };

QLatin1String policyScopeName(PolicyScope scope); ///< the contract's word: "CAMPAIGN"
std::optional<PolicyScope> policyScopeFromName(QStringView name);

inline constexpr int longestPolicyName = 200;
inline constexpr int mostRetentionDays = 36'500; ///< a hundred years: past it, dates stop making sense

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
    qint64 revision = 0; ///< grows with each change, from 1; 0: not known

    friend bool operator==(const RetentionPolicy &, const RetentionPolicy &) = default;
};

/// Malformed, naming the field, where the policy contradicts itself (recording-api.md, Field Validation). Whether its
/// campaign and agent exist, only the server knows. Pure.
Done checkPolicy(const RetentionPolicy &policy);

} // namespace Holdfast
