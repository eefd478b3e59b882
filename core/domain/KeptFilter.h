// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Ids.h"

#include <QDate>
#include <QString>

#include <chrono>
#include <optional>

namespace Holdfast {

/// What somebody filters recordings by, under a name. Days are those of the calendar on the wall. Agent and campaign
/// bear the names that they had then, for the day on which the server does not know them any more.
struct KeptFilter
{
    QString name;
    QString words;
    std::optional<UserId> agentId;
    QString agentName;
    std::optional<CampaignId> campaignId;
    QString campaignName;
    QString disposition;
    std::optional<bool> complianceHold;
    std::optional<QDate> storedFrom;  ///< that day or later
    std::optional<QDate> storedUntil; ///< that day or before
    std::optional<std::chrono::seconds> shortest;
    std::optional<std::chrono::seconds> longest;

    friend bool operator==(const KeptFilter &, const KeptFilter &) = default;

    /// Whatever the names are.
    bool asksTheSameAs(KeptFilter other) const
    {
        other.name = name;
        other.agentName = agentName;
        other.campaignName = campaignName;
        return *this == other;
    }
};

} // namespace Holdfast
