// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QModelIndex>
#include <QTextDocumentFragment>

namespace Holdfast::Testing {

/// What a person reads in the tool tip of that cell.
inline QString toolTipOf(const QModelIndex &index)
{
    return QTextDocumentFragment::fromHtml(index.data(Qt::ToolTipRole).toString()).toPlainText();
}

} // namespace Holdfast::Testing
