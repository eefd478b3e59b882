// SPDX-License-Identifier: GPL-3.0-or-later
#include "lists/ChoiceBar.h"

#include "look/Spacing.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QPushButton>

namespace Holdfast {

ChoiceBar::ChoiceBar(QWidget *parent)
    : QWidget(parent)
    , m_buttons(new QButtonGroup(this))
    , m_line(new QHBoxLayout(this))
{
    m_line->setContentsMargins(0, 0, 0, 0);
    m_line->setSpacing(Space::hair);
    connect(m_buttons, &QButtonGroup::idToggled, this, [this](int choice, bool isChosen) {
        if (isChosen)
            Q_EMIT chosenChanged(choice);
    });
}

void ChoiceBar::add(const QString &title)
{
    auto *button = new QPushButton(title);
    button->setCheckable(true);
    const int choice = static_cast<int>(m_buttons->buttons().size());
    m_buttons->addButton(button, choice);
    m_line->addWidget(button);
    if (choice == 0)
        button->setChecked(true);
}

void ChoiceBar::setTitle(int choice, const QString &title)
{
    m_buttons->button(choice)->setText(title);
}

void ChoiceBar::choose(int choice)
{
    m_buttons->button(choice)->setChecked(true);
}

int ChoiceBar::chosen() const
{
    return m_buttons->checkedId();
}

} // namespace Holdfast
