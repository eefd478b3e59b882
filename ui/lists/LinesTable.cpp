// SPDX-License-Identifier: GPL-3.0-or-later
#include "lists/LinesTable.h"

#include "look/CellDelegate.h"
#include "look/Spacing.h"
#include "look/Text.h"

#include <QHeaderView>
#include <QPainter>

namespace Holdfast {

LinesTable::LinesTable(QAbstractItemModel &model, const QString &name, int lineHeight, QWidget *parent)
    : QTableView(parent)
{
    setModel(&model);
    setItemDelegate(new CellDelegate(this));
    setAccessibleName(name);
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
    setTabKeyNavigation(false);
    setShowGrid(false);
    setWordWrap(false);
    setCornerButtonEnabled(false);
    setEditTriggers(NoEditTriggers);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(ScrollPerPixel);
    setIconSize(QSize(20, 20));
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setDefaultSectionSize(lineHeight);
    horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setSectionsClickable(false);
    horizontalHeader()->setMinimumSectionSize(Space::wide);
}

void LinesTable::setEmptySentence(const QString &sentence)
{
    m_emptySentence = sentence;
    viewport()->update();
}

void LinesTable::paintEvent(QPaintEvent *event)
{
    QTableView::paintEvent(event);
    if (model()->rowCount() > 0)
        return;
    QPainter painter(viewport());
    painter.setPen(mutedColor(palette()));
    painter.drawText(viewport()->rect().adjusted(Space::wide, 0, -Space::wide, 0), Qt::AlignCenter | Qt::TextWordWrap,
                     emptySentence());
}

void LinesTable::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    layColumns();
    sightChanged();
}

void LinesTable::scrollContentsBy(int dx, int dy)
{
    QTableView::scrollContentsBy(dx, dy);
    sightChanged();
}

} // namespace Holdfast
