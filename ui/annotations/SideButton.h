// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/AgentChannel.h"

#include <QToolButton>

QT_FORWARD_DECLARE_CLASS(QActionGroup)

namespace Holdfast {

/// Which side of a call an annotation is about: the agent's, the customer's, or both. Takes no focus, so that whoever
/// types can go on.
class SideButton : public QToolButton
{
    Q_OBJECT
public:
    explicit SideButton(QWidget *parent = nullptr);

    void setSide(CallSide side);
    void setAgentChannel(AgentChannel agent); ///< of the recording; unknown: they are called left and right

Q_SIGNALS:
    void chosen(Holdfast::CallSide side); ///< by a person

private:
    void add(CallSide side);

    QActionGroup *m_sides = nullptr;
    AgentChannel m_agent = AgentChannel::Unknown;
};

} // namespace Holdfast
