// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocale>

namespace Holdfast {

/// A count for people, grouped as the locale has it; as in English where there is none ("C").
inline QString countText(qint64 count)
{
    const QLocale here;
    return here.language() == QLocale::C ? QLocale(QLocale::English).toString(count) : here.toString(count);
}

} // namespace Holdfast
