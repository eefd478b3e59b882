// SPDX-License-Identifier: GPL-3.0-or-later
#include "player/ChannelsButton.h"

#include "look/Icons.h"
#include "look/SideWords.h"
#include "look/Spacing.h"

#include <QButtonGroup>
#include <QGridLayout>
#include <QLabel>
#include <QMenu>
#include <QRadioButton>
#include <QSlider>
#include <QWidgetAction>

namespace Holdfast {

ChannelsButton::ChannelsButton(Player &player, QWidget *parent)
    : QToolButton(parent)
    , m_player(player)
{
    setIcon(Holdfast::icon(Icon::Volume));
    setPopupMode(InstantPopup);
    setAccessibleName(tr("Channels"));
    setToolTip(tr("Who is heard, and how loud (1 agent, 2 customer, 0 both)"));
    auto *menu = new QMenu(this);
    auto *panel = new QWidgetAction(menu);
    panel->setDefaultWidget(buildPanel());
    menu->addAction(panel);
    setMenu(menu);
    apply();
}

QWidget *ChannelsButton::buildPanel()
{
    auto *panel = new QWidget;
    auto *grid = new QGridLayout(panel);
    grid->setContentsMargins(Space::medium, Space::medium, Space::medium, Space::medium);
    grid->setSpacing(Space::small);
    m_solos = new QButtonGroup(panel);
    for (const CallSide solo : {CallSide::Both, CallSide::Agent, CallSide::Customer}) {
        auto *choice = new QRadioButton(panel);
        m_solos->addButton(choice, static_cast<int>(solo));
        grid->addWidget(choice, grid->rowCount(), 0, 1, 2);
    }
    choice(CallSide::Both)->setText(tr("Both"));
    m_agent = addSlider(*grid);
    m_customer = addSlider(*grid);
    showChannels();
    choice(CallSide::Both)->setChecked(true);
    connect(m_solos, &QButtonGroup::idClicked, this, [this](int id) { setSolo(static_cast<CallSide>(id)); });
    return panel;
}

QSlider *ChannelsButton::addSlider(QGridLayout &grid)
{
    auto *slider = new QSlider(Qt::Horizontal);
    slider->setRange(0, 100);
    slider->setValue(100);
    slider->setMinimumWidth(140);
    auto *label = new QLabel;
    label->setBuddy(slider);
    const int row = grid.rowCount();
    grid.addWidget(label, row, 0);
    grid.addWidget(slider, row, 1);
    connect(slider, &QSlider::valueChanged, this, &ChannelsButton::apply);
    return slider;
}

QAbstractButton *ChannelsButton::choice(CallSide solo) const
{
    return m_solos->button(static_cast<int>(solo));
}

void ChannelsButton::showChannels()
{
    const bool isLeft = channelOf(CallSide::Agent, m_agentChannel) == 0;
    if (m_agentChannel == AgentChannel::Unknown) {
        choice(CallSide::Agent)->setText(tr("Left only"));
        choice(CallSide::Customer)->setText(tr("Right only"));
    } else {
        choice(CallSide::Agent)->setText(isLeft ? tr("Agent only (left)") : tr("Agent only (right)"));
        choice(CallSide::Customer)->setText(isLeft ? tr("Customer only (right)") : tr("Customer only (left)"));
    }
    for (QLabel *label : m_agent->parentWidget()->findChildren<QLabel *>()) {
        const CallSide side = label->buddy() == m_agent ? CallSide::Agent : CallSide::Customer;
        label->setText(sideName(side, m_agentChannel));
        label->buddy()->setAccessibleName(tr("Volume: %1").arg(label->text()));
    }
}

void ChannelsButton::setSolo(CallSide solo)
{
    m_solo = solo;
    choice(solo)->setChecked(true);
    apply();
}

void ChannelsButton::setAgentChannel(AgentChannel channel)
{
    m_agentChannel = channel;
    showChannels();
    apply();
}

void ChannelsButton::apply()
{
    const double agent = m_solo == CallSide::Customer ? 0 : m_agent->value() / 100.0;
    const double customer = m_solo == CallSide::Agent ? 0 : m_customer->value() / 100.0;
    const bool isLeft = channelOf(CallSide::Agent, m_agentChannel) == 0;
    m_player.setVolumes(isLeft ? Volumes{agent, customer} : Volumes{customer, agent});
    const bool isBoth = m_solo == CallSide::Both;
    setText(isBoth ? QString() : sideName(m_solo, m_agentChannel));
    setToolButtonStyle(isBoth ? Qt::ToolButtonIconOnly : Qt::ToolButtonTextBesideIcon);
}

} // namespace Holdfast
