// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Lead.h"
#include "sqlite/Database.h"

namespace Holdfast {

/// The named groups of leads. In the connection's thread; writes inside WriteQueue.
class Campaigns
{
public:
    explicit Campaigns(Database &database)
        : m_database(database)
    {
    }

    Result<QList<Campaign>> all(); ///< by name
    Result<std::optional<Campaign>> byId(CampaignId id);
    Result<CampaignId> add(const QString &name); ///< Conflict where the name is taken
    Done rename(const Campaign &campaign);       ///< the same; NotFound where there is none of that id

private:
    Database &m_database;
};

} // namespace Holdfast
