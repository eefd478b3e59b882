// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

QT_FORWARD_DECLARE_CLASS(QAbstractItemView)

namespace Holdfast {

/// Where the view gets lower, what is current in it stays in sight, if it was.
void keepCurrentInSight(QAbstractItemView *view);

} // namespace Holdfast
