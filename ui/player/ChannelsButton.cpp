// SPDX-License-Identifier: GPL-3.0-or-later
#include "player/ChannelsButton.h"

#include "look/Icons.h"
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
    const auto add = [&](Solo solo, const QString &words, int row) {
        auto *choice = new QRadioButton(words, panel);
        m_solos->addButton(choice, static_cast<int>(solo));
        grid->addWidget(choice, row, 0, 1, 2);
    };
    add(Solo::Both, tr("Both"), 0);
    add(Solo::Agent, tr("Agent only (left)"), 1);
    add(Solo::Customer, tr("Customer only (right)"), 2);
    m_agent = addSlider(tr("Agent"), 3, *grid);
    m_customer = addSlider(tr("Customer"), 4, *grid);
    m_solos->button(static_cast<int>(Solo::Both))->setChecked(true);
    connect(m_solos, &QButtonGroup::idClicked, this, [this](int id) { setSolo(static_cast<Solo>(id)); });
    return panel;
}

QSlider *ChannelsButton::addSlider(const QString &name, int row, QGridLayout &grid)
{
    auto *slider = new QSlider(Qt::Horizontal);
    slider->setRange(0, 100);
    slider->setValue(100);
    slider->setMinimumWidth(140);
    slider->setAccessibleName(tr("Volume: %1").arg(name));
    auto *label = new QLabel(name);
    label->setBuddy(slider);
    grid.addWidget(label, row, 0);
    grid.addWidget(slider, row, 1);
    connect(slider, &QSlider::valueChanged, this, &ChannelsButton::apply);
    return slider;
}

void ChannelsButton::setSolo(Solo solo)
{
    m_solo = solo;
    m_solos->button(static_cast<int>(solo))->setChecked(true);
    apply();
}

void ChannelsButton::apply()
{
    Volumes volumes{m_agent->value() / 100.0, m_customer->value() / 100.0};
    if (m_solo == Solo::Agent)
        volumes.right = 0;
    if (m_solo == Solo::Customer)
        volumes.left = 0;
    m_player.setVolumes(volumes);
    switch (m_solo) {
    case Solo::Both:
        setText({});
        setToolButtonStyle(Qt::ToolButtonIconOnly);
        break;
    case Solo::Agent:
        setText(tr("Agent"));
        setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        break;
    case Solo::Customer:
        setText(tr("Customer"));
        setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        break;
    }
}

} // namespace Holdfast
