// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/RecordingSearchCalls.h"

#include <QObject>

namespace Holdfast {

/// What agents and campaigns are called, as the server has them. Asks when it is told to. UI thread.
class AgentsAndCampaigns : public QObject
{
    Q_OBJECT
public:
    explicit AgentsAndCampaigns(RecordingSearchCalls calls, QObject *parent = nullptr);

    void read();     ///< again where it failed before; nothing where they are here
    void readAnew(); ///< they are called otherwise now
    const QList<Agent> &agents() const { return m_agents; }
    const QList<Campaign> &campaigns() const { return m_campaigns; }
    QString agentName(UserId id) const; ///< with its number where the name is not known
    QString campaignName(CampaignId id) const;

Q_SIGNALS:
    void changed();

private:
    RecordingSearchCalls m_calls;
    QList<Agent> m_agents;
    QList<Campaign> m_campaigns;
    bool m_hasAgents = false; ///< or they are asked for
    bool m_hasCampaigns = false;
};

} // namespace Holdfast
