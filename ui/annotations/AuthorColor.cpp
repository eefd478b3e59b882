// SPDX-License-Identifier: GPL-3.0-or-later
#include "annotations/AuthorColor.h"

namespace Holdfast {

QColor authorColor(UserId author, const QPalette &palette)
{
    // Neighbours in number land far apart on the wheel: steps of the golden angle.
    const int hue = static_cast<int>((author.value * 137 + 25) % 360);
    const bool isDark = palette.color(QPalette::Window).lightness() < 128;
    return QColor::fromHsl(hue, isDark ? 170 : 190, isDark ? 165 : 100);
}

} // namespace Holdfast
