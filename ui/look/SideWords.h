// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/AgentChannel.h"

#include <QString>

namespace Holdfast {

/// "Agent", "Customer", "Both"; "Left" and "Right" as long as nobody has told on which channel the agent speaks.
QString sideName(CallSide side, AgentChannel agent);
/// "agent's side"; "left channel" where that is not known.
QString sideInSentence(int channel, AgentChannel agent);

} // namespace Holdfast
