// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "look/CellDelegate.h"

namespace Holdfast {

/// Draws how far a recording has come: its icon, its word, and below it a thin bar while it is sent.
class StateDelegate : public CellDelegate
{
    Q_OBJECT
public:
    using CellDelegate::CellDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace Holdfast
