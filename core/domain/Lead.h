// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Ids.h"

#include <QDateTime>
#include <QList>
#include <QString>

#include <optional>

namespace Holdfast {

struct Campaign
{
    CampaignId id;
    QString name;

    friend bool operator==(const Campaign &, const Campaign &) = default;
};

/// A prospect, as the caller may see it.
struct Lead
{
    LeadId id;
    QString name;
    QString phone;
    std::optional<CampaignId> campaignId;
    QString campaignName; ///< empty where there is no campaign
    QList<UserId> agents; ///< the agents assigned to it
    int recordingCount = 0;
    QDateTime createdAt;
    QDateTime updatedAt;
    qint64 revision = 0; ///< grows with each change, from 1; 0: not known, as in the local store

    friend bool operator==(const Lead &, const Lead &) = default;
};

} // namespace Holdfast
