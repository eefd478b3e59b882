// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/Banner.h"

#include "look/Spacing.h"
#include "shell/BannerRow.h"

#include <QVBoxLayout>

namespace Holdfast {

Banner::Banner(QWidget *parent)
    : QWidget(parent)
    , m_column(new QVBoxLayout(this))
    , m_last(new BannerRow(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(Space::hair);
    m_column->addWidget(m_last);
    connect(m_last, &BannerRow::closed, this, &Banner::fit);
    hide();
}

void Banner::say(const QString &sentence)
{
    m_last->say(sentence);
    fit();
}

void Banner::stand(const QString &about, const QString &sentence)
{
    rowAbout(about).say(sentence);
    fit();
}

void Banner::offer(const QString &about, const QString &sentence, const QString &deed)
{
    BannerRow &row = rowAbout(about);
    row.offer(deed);
    row.say(sentence);
    fit();
}

BannerRow &Banner::rowAbout(const QString &about)
{
    BannerRow *&row = m_standing[about];
    if (row)
        return *row;
    row = new BannerRow(this);
    m_column->insertWidget(m_column->count() - 1, row);
    QWidget *before = m_last->previousInFocusChain();
    while (!(before->focusPolicy() & Qt::TabFocus))
        before = before->previousInFocusChain();
    for (QWidget *button : row->buttons()) {
        setTabOrder(before, button);
        before = button;
    }
    connect(row, &BannerRow::closed, this, &Banner::fit);
    connect(row, &BannerRow::taken, this, [this, about] { Q_EMIT taken(about); });
    return *row;
}

QStringList Banner::sentences() const
{
    QStringList sentences;
    for (int i = 0; i < m_column->count(); ++i)
        if (const auto *row = qobject_cast<BannerRow *>(m_column->itemAt(i)->widget()); !row->sentence().isEmpty())
            sentences += row->sentence();
    return sentences;
}

void Banner::fit()
{
    setVisible(!sentences().isEmpty());
}

} // namespace Holdfast
