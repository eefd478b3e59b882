// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/BannerRow.h"

#include "look/Icons.h"
#include "look/Spacing.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

namespace Holdfast {

BannerRow::BannerRow(QWidget *parent)
    : QFrame(parent)
    , m_text(new QLabel(this))
{
    setProperty("banner", QStringLiteral("warn"));
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText); // names of files and what a server says stand in it, too
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *close = new QToolButton(this);
    close->setIcon(icon(Icon::Cancel));
    close->setAccessibleName(tr("Close this message"));
    close->setToolTip(tr("Close"));
    connect(close, &QToolButton::clicked, this, [this] {
        say({});
        Q_EMIT closed();
    });
    setFocusProxy(close);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(Space::medium, Space::hair, Space::hair, Space::hair);
    row->addWidget(m_text, 1);
    row->addWidget(close, 0, Qt::AlignTop);
    hide();
}

void BannerRow::say(const QString &sentence)
{
    m_text->setText(sentence);
    setVisible(!sentence.isEmpty());
}

QString BannerRow::sentence() const
{
    return m_text->text();
}

} // namespace Holdfast
