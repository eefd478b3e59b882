// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Holdfast {

/// What somebody else wrote, as it may be shown: where it would turn the direction of writing, or holds a control
/// character, a replacement character (U+FFFD) stands instead, so that no name can look like another. Line breaks and
/// tabs stay. As long as it was.
QString shownText(QString text);

/// The same for a place that has one line: no line break and no tab is left.
QString shownOnOneLine(const QString &text);

/// The first line that says something, with "…" where there is more of it below.
QString shownFirstLine(const QString &text);

} // namespace Holdfast
