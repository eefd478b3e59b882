// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/Rail.h"

#include "look/Spacing.h"

#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

namespace Holdfast {

namespace {

constexpr int railWidth = 88;
constexpr QSize signSize{24, 24};
constexpr QSize appSignSize{32, 32};

} // namespace

Rail::Rail(QWidget *parent)
    : QFrame(parent)
    , m_column(new QVBoxLayout(this))
{
    setProperty("rail", true);
    setFixedWidth(railWidth);
    setMinimumHeight(1); // its names never hold the window open
    auto *sign = new QLabel;
    sign->setPixmap(appIcon().pixmap(appSignSize));
    sign->setAlignment(Qt::AlignHCenter);
    m_column->setContentsMargins(Space::small, Space::large, Space::small, Space::large);
    m_column->setSpacing(Space::hair);
    m_column->addWidget(sign);
    m_column->addSpacing(Space::small);
    m_column->addStretch();
}

QAbstractButton *Rail::add(Icon sign, const QString &title)
{
    auto *button = new QToolButton;
    button->setCheckable(true);
    button->setToolButtonStyle(Qt::ToolButtonTextUnderIcon);
    button->setIcon(icon(sign));
    button->setIconSize(signSize);
    button->setText(title);
    button->setAccessibleName(title);
    button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_column->insertWidget(m_column->count() - 1, button);
    m_places.append(button);
    fit();
    return button;
}

void Rail::fit()
{
    setNamesShown(true); // only then it tells how high it would be
    setNamesShown(heightWithNames() <= height());
}

void Rail::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    fit();
}

int Rail::heightWithNames() const
{
    m_column->activate();
    return m_column->sizeHint().height();
}

void Rail::setNamesShown(bool areShown)
{
    for (QToolButton *button : std::as_const(m_places)) {
        button->setToolButtonStyle(areShown ? Qt::ToolButtonTextUnderIcon : Qt::ToolButtonIconOnly);
        button->setToolTip(areShown ? QString() : button->text());
    }
}

} // namespace Holdfast
