// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

QT_FORWARD_DECLARE_CLASS(QMimeData)

namespace Holdfast {

/// The paths of the files and folders on this computer that are dragged; empty where there are none.
QStringList droppedFiles(const QMimeData &dragged);

} // namespace Holdfast
