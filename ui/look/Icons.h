// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIcon>

namespace Holdfast {

enum class Icon {
    Leads,
    Review,
    Retention,
    Storage,
    Audit,
    People,
    Settings,
    Server,
    Play,
    Pause,
    Attach,
    Retry,
    Cancel,
    Save,
    Stored,
    Waiting,
    Sending,
    Problem,
    Hold,
    Search,
    SignOut,
    Volume,
    Silence,
    Loop,
    Note,
    Sun,
    Moon,
    Desktop,
    Holdfast,
};

/// Drawn in the text colour of the palette at the moment of painting, crisp at every scale.
QIcon icon(Icon which);
/// The same in one colour, for a state that has its own.
QIcon icon(Icon which, const QColor &color);
/// The program's own sign, in its own colours.
QIcon appIcon();

} // namespace Holdfast
