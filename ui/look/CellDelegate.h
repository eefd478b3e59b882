// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace Holdfast {

/// Draws a cell of a table in line with the head of its column, on as many lines as the row has room for.
class CellDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

protected:
    /// Draws what lies below text and icon, and answers what is to be drawn upon it.
    QStyleOptionViewItem paintGround(QPainter *painter, const QStyleOptionViewItem &option,
                                     const QModelIndex &index) const;
};

} // namespace Holdfast
