// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/AgentChannel.h"

namespace Holdfast {

std::optional<int> channelNumber(AgentChannel channel)
{
    switch (channel) {
    case AgentChannel::Unknown:
        return std::nullopt;
    case AgentChannel::Left:
        return 0;
    case AgentChannel::Right:
        return 1;
    }
    Q_UNREACHABLE();
}

std::optional<AgentChannel> agentChannelFromNumber(qint64 number)
{
    for (const AgentChannel channel : {AgentChannel::Left, AgentChannel::Right})
        if (channelNumber(channel) == number)
            return channel;
    return std::nullopt;
}

std::optional<int> channelOf(CallSide side, AgentChannel agent)
{
    const int agents = channelNumber(agent).value_or(0);
    switch (side) {
    case CallSide::Both:
        return std::nullopt;
    case CallSide::Agent:
        return agents;
    case CallSide::Customer:
        return 1 - agents;
    }
    Q_UNREACHABLE();
}

CallSide sideOf(std::optional<int> channel, AgentChannel agent)
{
    if (!channel)
        return CallSide::Both;
    return channel == channelOf(CallSide::Agent, agent) ? CallSide::Agent : CallSide::Customer;
}

} // namespace Holdfast
