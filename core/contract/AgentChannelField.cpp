// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/AgentChannelField.h"

namespace Holdfast {

AgentChannel readAgentChannel(JsonFields &fields)
{
    const std::optional<qint64> number = fields.numberOrNull(agentChannelName);
    if (!number)
        return AgentChannel::Unknown;
    const std::optional<AgentChannel> channel = agentChannelFromNumber(*number);
    if (!channel)
        fields.refuse(agentChannelName, QStringLiteral("0 (left), 1 (right) or null"));
    return channel.value_or(AgentChannel::Unknown);
}

} // namespace Holdfast
