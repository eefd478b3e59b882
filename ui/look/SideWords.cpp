// SPDX-License-Identifier: GPL-3.0-or-later
#include "look/SideWords.h"

#include <QCoreApplication>

namespace Holdfast {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Holdfast::SideWords)
};

} // namespace

QString sideName(CallSide side, AgentChannel agent)
{
    const bool isKnown = agent != AgentChannel::Unknown;
    switch (side) {
    case CallSide::Both:
        return Words::tr("Both");
    case CallSide::Agent:
        return isKnown ? Words::tr("Agent") : Words::tr("Left", "a channel");
    case CallSide::Customer:
        return isKnown ? Words::tr("Customer") : Words::tr("Right", "a channel");
    }
    Q_UNREACHABLE();
}

QString sideInSentence(int channel, AgentChannel agent)
{
    if (agent == AgentChannel::Unknown)
        return channel == 0 ? Words::tr("left channel") : Words::tr("right channel");
    return sideOf(channel, agent) == CallSide::Agent ? Words::tr("agent's side") : Words::tr("customer's side");
}

} // namespace Holdfast
