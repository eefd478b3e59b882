// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Lead.h"
#include "domain/Limits.h"
#include "domain/User.h"
#include "sqlite/Database.h"

namespace Holdfast {

/// The leads and who is assigned to them. In the connection's thread; writes inside WriteQueue.
class Leads
{
public:
    explicit Leads(Database &database)
        : m_database(database)
    {
    }

    /// Those that each of the agents is assigned to. Each of the words must occur in name or phone number.
    struct Filter
    {
        QList<UserId> agents;
        QString words;
    };
    Result<QList<Lead>> list(const Filter &filter, int limit = leadsPage, qint64 offset = 0); ///< by name
    Result<qint64> count(const Filter &filter);
    Result<std::optional<Lead>> byId(LeadId id);
    Result<int> recordingCount(LeadId id); ///< 0 where there is no such lead
    /// Everybody, or those who share a lead with an agent, and the agent; by name.
    Result<QList<Agent>> agents(std::optional<UserId> around);
    /// With its agents; the id is chosen here.
    Result<LeadId> add(const Lead &lead);
    /// Name, phone, campaign and who is assigned; NotFound where there is none of that id.
    Done change(const Lead &lead);

private:
    Done assign(LeadId id, const QList<UserId> &agents);
    Database &m_database;
};

} // namespace Holdfast
