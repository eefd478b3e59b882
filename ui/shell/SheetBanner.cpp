// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/SheetBanner.h"

#include "shell/BannerRow.h"

#include <QApplication>
#include <QBoxLayout>
#include <QDialog>
#include <QEvent>

namespace Holdfast {

SheetBanner::SheetBanner(QWidget &view)
    : m_view(view)
{
}

void SheetBanner::offer(const QString &sentence, const QString &deed)
{
    m_sentence = sentence;
    m_deed = deed;
    if (sentence.isEmpty()) {
        qApp->removeEventFilter(this);
        for (BannerRow *row : std::as_const(m_rows))
            delete row;
        m_rows.clear();
        return;
    }
    qApp->installEventFilter(this); // only for as long as it is offered
    for (QDialog *sheet : m_view.findChildren<QDialog *>())
        if (sheet->isVisible())
            addTo(*sheet);
}

bool SheetBanner::isOfView(const QDialog &sheet) const
{
    const QObject *above = sheet.parent(); // also over other sheets
    while (above && above != &m_view)
        above = above->parent();
    return above;
}

void SheetBanner::addTo(QDialog &sheet)
{
    auto *column = qobject_cast<QBoxLayout *>(sheet.layout());
    if (m_rows.contains(&sheet) || !column || column->direction() != QBoxLayout::TopToBottom)
        return;
    auto *row = new BannerRow(&sheet);
    row->offer(m_deed);
    row->say(m_sentence);
    column->insertWidget(0, row);
    m_rows.insert(&sheet, row);
    connect(row, &BannerRow::taken, this, &SheetBanner::taken);
    connect(&sheet, &QObject::destroyed, this, [this](QObject *gone) { m_rows.remove(gone); });
    if (const int needed = column->totalHeightForWidth(sheet.width()); needed > sheet.height())
        sheet.resize(sheet.width(), needed);
}

bool SheetBanner::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Show)
        if (auto *sheet = qobject_cast<QDialog *>(watched); sheet && isOfView(*sheet))
            addTo(*sheet);
    return QObject::eventFilter(watched, event);
}

} // namespace Holdfast
