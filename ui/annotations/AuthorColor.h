// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Ids.h"

#include <QColor>
#include <QPalette>

namespace Holdfast {

/// One colour for each author, the same in every window and on every computer, legible on that palette.
QColor authorColor(UserId author, const QPalette &palette);

} // namespace Holdfast
