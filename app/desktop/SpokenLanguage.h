// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "local/ShownLanguage.h"

#include <QTranslator>

namespace Holdfast {

/// The language in which what is built from now on speaks: its texts, Qt's own, and the way it writes dates and
/// numbers. What stands already keeps its own. UI thread; outlives all windows.
class SpokenLanguage
{
public:
    void speak(const ShownLanguage &language);

private:
    const QLocale m_atStart; ///< the system's
    QTranslator m_qtTexts;
    QTranslator m_texts;
};

} // namespace Holdfast
