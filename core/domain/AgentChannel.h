// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <optional>

namespace Holdfast {

/// On which channel of a recording of two the agent speaks. Unknown: nobody has told, and the left is taken for it.
enum class AgentChannel { Unknown, Left, Right };

/// As the contract counts channels: 0 for the left, 1 for the right; none where it is not known.
std::optional<int> channelNumber(AgentChannel channel);
std::optional<AgentChannel> agentChannelFromNumber(qint64 number); ///< none where there is no such channel

/// Who of a call is heard, or meant.
enum class CallSide { Both, Agent, Customer };

/// The channel of that side, counted from 0; none for both.
std::optional<int> channelOf(CallSide side, AgentChannel agent);
CallSide sideOf(std::optional<int> channel, AgentChannel agent);

} // namespace Holdfast
