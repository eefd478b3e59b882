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
    add(std::nullopt, tr("Both"));
    add(0, tr("Agent"));
    add(1, tr("Customer"));
    setChannel(std::nullopt);
}

void SideButton::add(std::optional<int> channel, const QString &words)
{
    QAction *action = m_sides->addAction(words);
    action->setCheckable(true);
    action->setData(channel ? QVariant(*channel) : QVariant());
    menu()->addAction(action);
    connect(action, &QAction::triggered, this, [this, channel] { Q_EMIT chosen(channel); });
}

void SideButton::setChannel(std::optional<int> channel)
{
    const QVariant wanted = channel ? QVariant(*channel) : QVariant();
    for (QAction *action : m_sides->actions())
        if (action->data() == wanted) {
            action->setChecked(true);
            setText(action->text());
            setAccessibleName(tr("Side: %1").arg(action->text()));
        }
}

} // namespace Holdfast
