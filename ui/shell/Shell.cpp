// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/Shell.h"

#include "look/Spacing.h"
#include "shell/Banner.h"
#include "shell/StatusLine.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QLabel>
#include <QStackedWidget>
#include <QToolButton>

namespace Holdfast {

namespace {

constexpr int leastRailWidth = 88; ///< else as wide as the longest title of a place

} // namespace

Shell::Shell(SyncLoop &sync, QWidget *parent)
    : QWidget(parent)
    , m_buttons(new QButtonGroup(this))
    , m_rail(new QVBoxLayout)
    , m_places(new QStackedWidget)
    , m_banner(new Banner)
    , m_foot(new QVBoxLayout)
{
    auto *sign = new QLabel;
    sign->setPixmap(appIcon().pixmap(32, 32));
    sign->setAlignment(Qt::AlignHCenter);
    auto *rail = new QFrame;
    rail->setProperty("rail", true);
    rail->setMinimumWidth(leastRailWidth);
    rail->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Preferred);
    rail->setLayout(m_rail);
    m_rail->setContentsMargins(Space::hair, Space::large, Space::hair, Space::large);
    m_rail->setSpacing(Space::small);
    m_rail->addWidget(sign);
    m_rail->addSpacing(Space::small);
    m_rail->addStretch();

    auto *bannerMargin = new QVBoxLayout;
    bannerMargin->setContentsMargins(Space::wide, Space::medium, Space::wide, 0);
    bannerMargin->addWidget(m_banner);
    auto *middle = new QVBoxLayout;
    middle->setSpacing(0);
    middle->addLayout(bannerMargin);
    middle->addWidget(m_places, 1);
    auto *top = new QHBoxLayout;
    top->setSpacing(0);
    top->addWidget(rail);
    top->addLayout(middle, 1);
    m_foot->setContentsMargins(0, 0, 0, 0);
    m_foot->setSpacing(0);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(top, 1);
    column->addLayout(m_foot);
    m_status = new StatusLine(sync);
    column->addWidget(m_status);
}

void Shell::addPlace(Icon sign, const QString &title, QWidget *page)
{
    const int index = m_places->addWidget(page);
    auto *button = new QToolButton;
    button->setCheckable(true);
    button->setToolButtonStyle(Qt::ToolButtonTextUnderIcon);
    button->setIcon(icon(sign));
    button->setIconSize({24, 24});
    button->setText(title);
    button->setAccessibleName(title);
    button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    button->setChecked(index == 0);
    m_buttons->addButton(button, index);
    m_rail->insertWidget(m_rail->count() - 1, button);
    connect(button, &QToolButton::clicked, this, [this, index] { m_places->setCurrentIndex(index); });
}

void Shell::setPlayer(QWidget *player)
{
    m_foot->addWidget(player);
}

void Shell::showPlace(QWidget *page)
{
    m_buttons->button(m_places->indexOf(page))->click();
}

QWidget *Shell::place() const
{
    return m_places->currentWidget();
}

} // namespace Holdfast
