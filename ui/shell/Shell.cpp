// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/Shell.h"

#include "look/Spacing.h"
#include "shell/Banner.h"
#include "shell/Rail.h"
#include "shell/StatusLine.h"

#include <QAbstractButton>
#include <QButtonGroup>
#include <QHBoxLayout>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace Holdfast {

Shell::Shell(SyncLoop &sync, QWidget *parent)
    : QWidget(parent)
    , m_buttons(new QButtonGroup(this))
    , m_rail(new Rail)
    , m_places(new QStackedWidget)
    , m_banner(new Banner)
    , m_foot(new QVBoxLayout)
{
    auto *bannerMargin = new QVBoxLayout;
    bannerMargin->setContentsMargins(Space::wide, Space::medium, Space::wide, 0);
    bannerMargin->addWidget(m_banner);
    auto *middle = new QVBoxLayout;
    middle->setSpacing(0);
    middle->addLayout(bannerMargin);
    middle->addWidget(m_places, 1);
    auto *top = new QHBoxLayout;
    top->setSpacing(0);
    top->addWidget(m_rail);
    top->addLayout(middle, 1);
    // The Tab key stops at the place that is shown; the arrows lead from there to the others.
    connect(m_buttons, &QButtonGroup::buttonToggled, this,
            [](QAbstractButton *button, bool on) { button->setFocusPolicy(on ? Qt::TabFocus : Qt::NoFocus); });
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
    QAbstractButton *button = m_rail->add(sign, title); // the Tab key leads from it into its place
    const int index = m_places->addWidget(page);
    m_buttons->addButton(button, index);
    button->setFocusPolicy(Qt::NoFocus);
    button->setChecked(index == 0);
    connect(button, &QAbstractButton::clicked, this, [this, index] { m_places->setCurrentIndex(index); });
}

void Shell::setPlaceOffered(QWidget *page, bool isOffered)
{
    const int index = m_places->indexOf(page);
    m_buttons->button(index)->setVisible(isOffered);
    m_rail->fit();
    if (isOffered || m_places->currentIndex() != index)
        return;
    m_places->setCurrentIndex(0);
    m_buttons->button(0)->setChecked(true);
}

void Shell::setPlayer(QWidget *player)
{
    m_foot->addWidget(player);
    QWidget *last = player;
    for (QWidget *part = player->nextInFocusChain(); player->isAncestorOf(part); part = part->nextInFocusChain())
        if (part->focusPolicy() & Qt::TabFocus)
            last = part;
    m_status->comeAfter(*last);
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
