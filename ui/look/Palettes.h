// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPalette>

namespace Holdfast {

/// The colours that a QPalette has no role for.
struct Tones
{
    QColor muted;      ///< text that may be overlooked
    QColor line;       ///< borders
    QColor accent;     ///< what to press, what plays
    QColor accentText; ///< on accent
    QColor good;
    QColor warn;
    QColor bad;
    QColor hover;      ///< below the pointer
    QColor raised;     ///< sheets and bars above the window
    QColor warnGround; ///< below a warning
    QColor badGround;  ///< below what went wrong
};

QPalette lightPalette();
QPalette darkPalette();

/// Those that go with a palette of ours, told apart by its background.
const Tones &tonesOf(const QPalette &palette);

/// The share of b in it goes from 0 to 1; opaque.
QColor mixed(const QColor &a, const QColor &b, double share);

} // namespace Holdfast
