// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Ids.h"

#include <QString>

#include <optional>

namespace Holdfast {

/// What the recordings of a campaign take of the storage; bytes are plain.
struct CampaignUsage
{
    std::optional<CampaignId> campaignId; ///< none: calls of no campaign
    QString campaignName;
    qint64 files = 0;
    qint64 bytes = 0;

    friend bool operator==(const CampaignUsage &, const CampaignUsage &) = default;
};

/// How many days ahead it is told what retention will free.
inline constexpr int storageSoonDays = 30;

/// What the recordings that a policy decides about take of the storage, and what retention will free of it.
struct PolicyUsage
{
    std::optional<PolicyId> policyId; ///< none: those that DEFAULT_RETENTION_DAYS decides about
    QString policyName;
    qint64 retentionDays = 0;
    qint64 files = 0;
    qint64 bytes = 0;    ///< plain
    qint64 dueFiles = 0; ///< the next sweep would take: what is on hold is not among them
    qint64 dueBytes = 0;
    qint64 soonFiles = 0; ///< some days later, those with them
    qint64 soonBytes = 0;

    friend bool operator==(const PolicyUsage &, const PolicyUsage &) = default;
};

} // namespace Holdfast
