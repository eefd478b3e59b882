// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Ids.h"

#include <QDateTime>
#include <QString>

#include <chrono>
#include <optional>

namespace Holdfast {

/// What a list of recordings is ordered by.
enum class SearchOrder { NewestCall, OldestCall, Longest, Shortest, LatestStored };

/// What somebody looks for among the recordings of the server. What is empty asks for nothing.
struct SearchTerms
{
    QString words; ///< each in notes, annotations, the lead's name or number; the last may be a beginning
    std::optional<UserId> agentId;
    std::optional<CampaignId> campaignId;
    QString disposition;
    std::optional<bool> complianceHold;
    std::optional<QDateTime> storedFrom;  ///< that moment or later
    std::optional<QDateTime> storedUntil; ///< that moment or before
    std::optional<std::chrono::seconds> shortest;
    std::optional<std::chrono::seconds> longest;
    SearchOrder order = SearchOrder::NewestCall;

    friend bool operator==(const SearchTerms &, const SearchTerms &) = default;

    /// Whether every recording is meant, in whatever order.
    bool isEmpty() const
    {
        SearchTerms everything;
        everything.order = order;
        return *this == everything;
    }
};

} // namespace Holdfast
