// SPDX-License-Identifier: GPL-3.0-or-later
#include "annotations/AnnotationDelegate.h"

#include "annotations/AnnotationsModel.h"
#include "annotations/AuthorColor.h"
#include "look/Spacing.h"
#include "look/Text.h"

#include <QApplication>
#include <QPainter>

namespace Holdfast {

void AnnotationDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    constexpr int barWidth = 3;
    QStyleOptionViewItem row = option;
    initStyleOption(&row, index);
    const QString text = std::exchange(row.text, QString());
    const QStyle *style = row.widget ? row.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &row, painter, row.widget);

    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const bool isSelected = row.state & QStyle::State_Selected;
    const bool leftToRight = row.direction == Qt::LeftToRight;
    QRect inside = row.rect.adjusted(Space::hair, Space::hair / 2, -Space::hair, -Space::hair / 2);
    const QRect bar(leftToRight ? inside.left() : inside.right() - barWidth, inside.top() + 2, barWidth,
                    inside.height() - 4);
    painter->setPen(Qt::NoPen);
    painter->setBrush(authorColor({index.data(AnnotationAuthor).toLongLong()}, row.palette));
    painter->drawRoundedRect(bar, 1.5, 1.5);
    inside.adjust(leftToRight ? barWidth + Space::small : 0, 0, leftToRight ? 0 : -barWidth - Space::small, 0);

    const QString time = index.data(AnnotationTime).toString();
    painter->setFont(tabularFont());
    const int timeWidth = painter->fontMetrics().horizontalAdvance(time) + Space::small;
    const int line = painter->fontMetrics().height();
    const QColor ink = row.palette.color(isSelected ? QPalette::HighlightedText : QPalette::Text);
    const auto alignment = Qt::AlignVCenter | (leftToRight ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignAbsolute;
    const QRect first(inside.left(), inside.top(), inside.width(), line);
    painter->setPen(isSelected ? ink : accentColor(row.palette));
    painter->drawText(first, alignment, time);
    painter->setPen(ink);
    painter->setFont(row.font);
    const QRect words = first.adjusted(leftToRight ? timeWidth : 0, 0, leftToRight ? 0 : -timeWidth, 0);
    painter->drawText(words, alignment, painter->fontMetrics().elidedText(text, Qt::ElideRight, words.width()));
    painter->setFont(smallFont());
    painter->setPen(isSelected                                  ? ink
                    : index.data(AnnotationIsTroubled).toBool() ? badColor(row.palette)
                                                                : mutedColor(row.palette));
    const QRect second(inside.left(), first.bottom() + 1, inside.width(), inside.bottom() - first.bottom());
    painter->drawText(
        second, alignment,
        painter->fontMetrics().elidedText(index.data(AnnotationBeneath).toString(), Qt::ElideRight, second.width()));
    painter->restore();
}

QSize AnnotationDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {160, option.fontMetrics.height() + QFontMetrics(smallFont()).height() + Space::small};
}

} // namespace Holdfast
