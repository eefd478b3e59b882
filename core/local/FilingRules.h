// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/NamePattern.h"

namespace Holdfast {

/// How the names of files are read on this computer, for the person who set it.
struct FilingRules
{
    QStringList patterns = commonNamePatterns(); ///< the first that fits counts
    QString region = regionHere();               ///< of numbers that name no country: two letters of ISO 3166
    QTimeZone zone = QTimeZone::systemTimeZone();
    QString file; ///< that keeps them; empty: none does

    static QString regionHere();
    static FilingRules load(const QString &profile); ///< the usual ones for what was not set there
    Done save() const;                               ///< where they were loaded from

    QList<NamePattern> parsedPatterns() const; ///< without those that can't be read

    friend bool operator==(const FilingRules &, const FilingRules &) = default;
};

} // namespace Holdfast
