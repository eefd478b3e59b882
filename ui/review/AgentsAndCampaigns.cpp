// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/AgentsAndCampaigns.h"

#include "domain/ShownText.h"
#include "domain/WhenFinished.h"

#include <algorithm>

namespace Holdfast {

AgentsAndCampaigns::AgentsAndCampaigns(RecordingSearchCalls calls, QObject *parent)
    : QObject(parent)
    , m_calls(calls)
{
}

void AgentsAndCampaigns::read()
{
    if (!std::exchange(m_hasAgents, true))
        whenFinished(m_calls.agents(), this, [this](const Result<QList<Agent>> &agents) {
            m_hasAgents = agents.has_value();
            if (!agents)
                return; // numbers stand for the names until the next time
            m_agents = *agents;
            Q_EMIT changed();
        });
    if (!std::exchange(m_hasCampaigns, true))
        whenFinished(m_calls.campaigns(), this, [this](const Result<QList<Campaign>> &campaigns) {
            m_hasCampaigns = campaigns.has_value();
            if (!campaigns)
                return;
            m_campaigns = *campaigns;
            Q_EMIT changed();
        });
}

void AgentsAndCampaigns::readAnew()
{
    m_hasAgents = m_hasCampaigns = false;
    read();
}

QString AgentsAndCampaigns::agentName(UserId id) const
{
    const auto found = std::ranges::find(m_agents, id, &Agent::id);
    return found == m_agents.end() ? tr("agent %1").arg(id.value) : shownOnOneLine(found->fullName);
}

QString AgentsAndCampaigns::campaignName(CampaignId id) const
{
    const auto found = std::ranges::find(m_campaigns, id, &Campaign::id);
    return found == m_campaigns.end() ? tr("campaign %1").arg(id.value) : shownOnOneLine(found->name);
}

} // namespace Holdfast
