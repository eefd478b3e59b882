// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/BannerRow.h"

#include "look/Icons.h"
#include "look/Spacing.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>

namespace Holdfast {

BannerRow::BannerRow(QWidget *parent)
    : QFrame(parent)
    , m_text(new QLabel(this))
    , m_deed(new QPushButton(this))
    , m_close(new QToolButton(this))
{
    setProperty("banner", QStringLiteral("warn"));
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText); // names of files and what a server says stand in it, too
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_close->setIcon(icon(Icon::Cancel));
    m_close->setAccessibleName(tr("Close this message"));
    m_close->setToolTip(tr("Close"));
    connect(m_close, &QToolButton::clicked, this, [this] {
        say({});
        Q_EMIT closed();
    });
    connect(m_deed, &QPushButton::clicked, this, &BannerRow::taken);
    m_deed->setFocusPolicy(Qt::TabFocus); // a click leaves the focus where somebody was writing
    m_deed->setAutoDefault(false);        // Enter in a field of a sheet means the sheet's own
    m_deed->hide();
    setFocusProxy(m_close);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(Space::medium, Space::hair, Space::hair, Space::hair);
    row->addWidget(m_text, 1);
    row->addWidget(m_deed);
    row->addWidget(m_close, 0, Qt::AlignTop);
    hide();
}

void BannerRow::say(const QString &sentence)
{
    m_text->setText(sentence);
    setVisible(!sentence.isEmpty());
}

QList<QWidget *> BannerRow::buttons() const
{
    return {m_deed, m_close};
}

void BannerRow::offer(const QString &deed)
{
    m_deed->setText(deed);
    m_deed->setAccessibleName(QString(deed).remove(QLatin1Char('&')));
    m_deed->show();
    m_close->hide();
    setFocusProxy(m_deed);
}

void BannerRow::keyPressEvent(QKeyEvent *event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (!isEnter || !m_deed->hasFocus())
        return QFrame::keyPressEvent(event);
    m_deed->click();
}

QString BannerRow::sentence() const
{
    return m_text->text();
}

} // namespace Holdfast
