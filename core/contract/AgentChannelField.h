// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/JsonFields.h"
#include "domain/AgentChannel.h"

namespace Holdfast {

/// The contract's agentChannel: 0, 1, or null where it is not known. One that is not there reads as null.
inline constexpr QLatin1String agentChannelName("agentChannel");

AgentChannel readAgentChannel(JsonFields &fields);

} // namespace Holdfast
