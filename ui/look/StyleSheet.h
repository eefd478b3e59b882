// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPalette>
#include <QString>

namespace Holdfast {

/// What Fusion leaves to be wished for, in the colours of that palette: flat controls, calm lines, a visible focus.
/// Widgets ask for a part by a property: QPushButton[primary=true], QFrame[sheet=true], QFrame[banner="warn"].
QString styleSheetFor(const QPalette &palette);

} // namespace Holdfast
