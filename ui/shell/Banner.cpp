// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/Banner.h"

#include "look/Icons.h"
#include "look/Spacing.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

namespace Holdfast {

Banner::Banner(QWidget *parent)
    : QFrame(parent)
    , m_text(new QLabel)
{
    setProperty("banner", QStringLiteral("warn"));
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *close = new QToolButton;
    close->setIcon(icon(Icon::Cancel));
    close->setAccessibleName(tr("Close this message"));
    close->setToolTip(tr("Close"));
    connect(close, &QToolButton::clicked, this, &Banner::clear);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(Space::medium, Space::hair, Space::hair, Space::hair);
    row->addWidget(m_text, 1);
    row->addWidget(close, 0, Qt::AlignTop);
    hide();
}

void Banner::say(const QString &sentence)
{
    m_text->setText(sentence);
    setVisible(!sentence.isEmpty());
}

void Banner::clear()
{
    say({});
}

QString Banner::sentence() const
{
    return m_text->text();
}

} // namespace Holdfast
