// SPDX-License-Identifier: GPL-3.0-or-later
#include "lists/PageHead.h"

#include "lists/ChoiceBar.h"
#include "look/Icons.h"
#include "look/Spacing.h"
#include "look/Text.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace Holdfast {

PageHead::PageHead(const QString &title, const QStringList &views, QWidget *parent)
    : QWidget(parent)
    , m_choice(new ChoiceBar)
    , m_line(new QHBoxLayout(this))
{
    auto *name = new QLabel(title);
    name->setFont(titleFont());
    for (const QString &view : views)
        m_choice->add(view);
    auto *refresh = new QPushButton(icon(Icon::Retry), tr("Refresh"));
    refresh->setToolTip(tr("Reads it anew (F5)"));
    connect(refresh, &QPushButton::clicked, this, &PageHead::refreshAsked);
    m_line->setContentsMargins(0, 0, 0, 0);
    m_line->setSpacing(Space::small);
    m_line->addWidget(name);
    m_line->addSpacing(Space::large);
    m_line->addWidget(m_choice);
    m_line->addStretch();
    m_line->addWidget(refresh);
}

void PageHead::add(QWidget *button)
{
    m_line->addWidget(button);
}

} // namespace Holdfast
