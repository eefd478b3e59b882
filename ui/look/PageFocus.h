// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

QT_FORWARD_DECLARE_CLASS(QWidget)

namespace Holdfast {

/// Focus that is given to a page as a whole goes to that part of it. Unlike with a focus proxy, the Tab key does not
/// skip what stands before the part.
void giveFocusTo(QWidget *page, QWidget *part);

} // namespace Holdfast
