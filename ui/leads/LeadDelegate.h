// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPersistentModelIndex>
#include <QStyledItemDelegate>

namespace Holdfast {

/// Draws a lead in two lines: its name with the number of recordings, and a dot where somebody else has changed
/// something since it was opened; below the phone number and the campaign.
class LeadDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void setDropTarget(const QModelIndex &index) { m_dropTarget = index; } ///< what a file is held over

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    QPersistentModelIndex m_dropTarget;
};

} // namespace Holdfast
