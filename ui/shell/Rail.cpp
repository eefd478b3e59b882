// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/Rail.h"

#include "look/Spacing.h"

#include <QEvent>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace Holdfast {

namespace {

constexpr int leastWidth = 88; ///< else as wide as the longest name
constexpr QSize signSize{24, 24};
constexpr QSize appSignSize{32, 32};

} // namespace

Rail::Rail(QWidget *parent)
    : QFrame(parent)
    , m_column(new QVBoxLayout(this))
    , m_sign(new QLabel)
    , m_named(new QToolButton(this))
{
    setProperty("rail", true);
    setMinimumWidth(leastWidth);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Preferred);
    setMinimumHeight(1); // its names never hold the window open
    m_sign->setPixmap(appIcon().pixmap(appSignSize));
    m_sign->setAlignment(Qt::AlignHCenter);
    m_column->setContentsMargins(Space::hair, Space::large, Space::hair, Space::large);
    m_column->setSpacing(Space::hair);
    m_column->addWidget(m_sign);
    m_column->addSpacing(Space::small);
    m_column->addStretch();
    m_named->setToolButtonStyle(Qt::ToolButtonTextUnderIcon);
    m_named->setIcon(icon(Icon::Leads));
    m_named->setIconSize(signSize);
    m_named->setText(QStringLiteral("X"));
    m_named->hide();
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
    const bool namesFit = heightWithNames() <= height();
    for (QToolButton *button : std::as_const(m_places)) {
        button->setToolButtonStyle(namesFit ? Qt::ToolButtonTextUnderIcon : Qt::ToolButtonIconOnly);
        button->setToolTip(namesFit ? QString() : button->text());
    }
}

void Rail::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    fit();
}

void Rail::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::StyleChange || event->type() == QEvent::FontChange)
        fit();
}

int Rail::heightWithNames() const
{
    m_named->ensurePolished();
    // One that was not shown yet is hidden, too, but by nobody.
    const auto offered = std::ranges::count_if(m_places, [](const QToolButton *button) {
        return !button->isHidden() || !button->testAttribute(Qt::WA_WState_ExplicitShowHide);
    });
    const QMargins margins = m_column->contentsMargins();
    const int above = margins.top() + m_sign->sizeHint().height() + Space::small + 2 * m_column->spacing();
    return above + static_cast<int>(offered) * (m_named->sizeHint().height() + m_column->spacing()) + margins.bottom();
}

} // namespace Holdfast
