// SPDX-License-Identifier: GPL-3.0-or-later
#include "annotations/SideButton.h"

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
    setToolTip(tr("Whose side it is about (Alt+1 agent, Alt+2 customer, Alt+0 both)"));
    setMenu(new QMenu(this));
    add(CallSide::Both, tr("Both"));
    add(CallSide::Agent, tr("Agent"));
    add(CallSide::Customer, tr("Customer"));
    setSide(CallSide::Both);
}

void SideButton::add(CallSide side, const QString &words)
{
    QAction *action = m_sides->addAction(words);
    action->setCheckable(true);
    action->setData(static_cast<int>(side));
    menu()->addAction(action);
    connect(action, &QAction::triggered, this, [this, side] { Q_EMIT chosen(side); });
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
