// SPDX-License-Identifier: GPL-3.0-or-later
#include "look/CellDelegate.h"

#include "look/Spacing.h"
#include "look/Text.h"

#include <QApplication>
#include <QPainter>
#include <QTextLayout>

#include <algorithm>

namespace Holdfast {

namespace {

constexpr int iconSize = 20;

/// Where the words are, beside the icon where there is one.
QRect wordsRect(const QStyleOptionViewItem &cell)
{
    return cell.rect.adjusted(Space::small + (cell.icon.isNull() ? 0 : iconSize + Space::small), 0, -Space::small, 0);
}

/// The text in at most so many lines, the last of them cut with an ellipsis where there are more.
QStringList brokenInLines(const QStyleOptionViewItem &cell, int width, int most)
{
    QTextOption wrap;
    wrap.setTextDirection(cell.direction);
    wrap.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    QTextLayout layout(cell.text, cell.font);
    layout.setTextOption(wrap);
    QStringList lines;
    layout.beginLayout();
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(width);
        if (lines.size() == most - 1) {
            lines += cell.fontMetrics.elidedText(cell.text.mid(line.textStart()), Qt::ElideRight, width);
            break;
        }
        lines += cell.text.mid(line.textStart(), line.textLength()).trimmed();
    }
    layout.endLayout();
    // What ltr() keeps together must be kept so in each line.
    if (cell.text.startsWith(QChar(0x2066)))
        for (QString &line : lines)
            line = ltr(line.remove(QChar(0x2066)).remove(QChar(0x2069)));
    return lines;
}

void drawLines(QPainter *painter, const QStyleOptionViewItem &cell, const QRect &place)
{
    const int lineHeight = cell.fontMetrics.lineSpacing();
    const int most = std::max(1, (place.height() - Space::hair) / lineHeight); // not up to the words of the row above
    const QStringList lines = brokenInLines(cell, place.width(), most);
    const auto alignment = QStyle::visualAlignment(cell.direction, cell.displayAlignment) & Qt::AlignHorizontal_Mask;
    const int height = static_cast<int>(lines.size()) * lineHeight;
    QRect lineRect(place.left(), place.top() + (place.height() - height) / 2, place.width(), lineHeight);
    for (const QString &line : lines) {
        painter->drawText(lineRect, Qt::AlignVCenter | Qt::TextSingleLine | static_cast<int>(alignment), line);
        lineRect.translate(0, lineHeight);
    }
}

} // namespace

QStyleOptionViewItem CellDelegate::paintGround(QPainter *painter, const QStyleOptionViewItem &option,
                                               const QModelIndex &index) const
{
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    QStyleOptionViewItem ground = cell;
    ground.text.clear();
    ground.icon = {};
    if (ground.features & QStyleOptionViewItem::HasCheckIndicator) // its frame is drawn in a darker one
        ground.palette.setColor(QPalette::Window, mutedColor(cell.palette));
    ground.state &= ~QStyle::State_HasFocus; // whole rows are chosen, and the frame of the table shows the focus
    QApplication::style()->drawControl(QStyle::CE_ItemViewItem, &ground, painter, ground.widget);
    return cell;
}

void CellDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QStyleOptionViewItem cell = paintGround(painter, option, index);
    const bool selected = cell.state & QStyle::State_Selected;
    painter->save();
    if (!cell.icon.isNull()) {
        const QRect sign(cell.rect.left() + Space::small, cell.rect.center().y() - iconSize / 2, iconSize, iconSize);
        cell.icon.paint(painter, QStyle::visualRect(cell.direction, cell.rect, sign), Qt::AlignCenter,
                        selected ? QIcon::Selected : QIcon::Normal);
    }
    painter->setFont(cell.font);
    painter->setPen(cell.palette.color(selected ? QPalette::HighlightedText : QPalette::Text));
    drawLines(painter, cell, QStyle::visualRect(cell.direction, cell.rect, wordsRect(cell)));
    painter->restore();
}

QSize CellDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    constexpr int mostLines = 6;
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    const int width = std::max(Space::wide, wordsRect(cell).width());
    const auto lines = static_cast<int>(brokenInLines(cell, width, mostLines).size());
    return {cell.rect.width(), lines * cell.fontMetrics.lineSpacing() + 2 * Space::small};
}

} // namespace Holdfast
