// SPDX-License-Identifier: GPL-3.0-or-later
#include "annotations/SideButton.h"

#include "look/SideWords.h"

#include <QActionGroup>
#include <QMenu>

namespace Holdfast {

SideButton::SideButton(QWidget *parent)
    : QToolButton(parent)
    , m_sides(new QActionGroup(this))
{
    setPopupMode(InstantPopup);
    setToolButtonStyle(Qt::ToolButtonTextOnly);
    setFocusPolicy(Qt::NoFocus);
    setMenu(new QMenu(this));
    for (const CallSide side : {CallSide::Both, CallSide::Agent, CallSide::Customer})
        add(side);
    setAgentChannel(AgentChannel::Unknown);
    setSide(CallSide::Both);
}

void SideButton::add(CallSide side)
{
    QAction *action = m_sides->addAction(QString());
    action->setCheckable(true);
    action->setData(static_cast<int>(side));
    menu()->addAction(action);
    connect(action, &QAction::triggered, this, [this, side] { Q_EMIT chosen(side); });
}

void SideButton::setAgentChannel(AgentChannel agent)
{
    m_agent = agent;
    setToolTip(tr("Whose side it is about (Alt+1 %1, Alt+2 %2, Alt+0 both)")
                   .arg(sideName(CallSide::Agent, agent), sideName(CallSide::Customer, agent)));
    for (QAction *action : m_sides->actions())
        action->setText(sideName(static_cast<CallSide>(action->data().toInt()), agent));
    if (const QAction *chosenOne = m_sides->checkedAction())
        setSide(static_cast<CallSide>(chosenOne->data().toInt()));
}

void SideButton::setSide(CallSide side)
{
    for (QAction *action : m_sides->actions())
        if (action->data().toInt() == static_cast<int>(side)) {
            action->setChecked(true);
            setText(action->text());
            setAccessibleName(tr("Side: %1").arg(action->text()));
        }
}

} // namespace Holdfast
