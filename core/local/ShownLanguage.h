// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Result.h"

#include <QLocale>
#include <QMetaType>

namespace Holdfast {

/// In which language the window speaks, for the person whose profile it is. It is read at the start, and spoken at
/// once where another is chosen and nothing is under way.
struct ShownLanguage
{
    enum class Choice { AsSystem, English, German };
    Choice choice = Choice::AsSystem;
    QString file; ///< that keeps it

    static ShownLanguage load(const QString &profile); ///< as the system where nothing was chosen
    Done save() const;                                 ///< where it was loaded from

    /// With the dates and numbers of the system's country, as far as the language is spoken there.
    QLocale locale(const QLocale &system = QLocale::system()) const;
};

} // namespace Holdfast

Q_DECLARE_METATYPE(Holdfast::ShownLanguage)
