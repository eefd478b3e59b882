// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "records/RecordingFilter.h"

#include <QByteArray>

namespace Holdfast {

/// Where a list goes on, as a text for a URL that means nothing to anyone else. It is bound to the filter and the sort
/// that it came from.
QByteArray cursorAfter(const RecordingFilter &filter, const Recording &last);

/// The place that the cursor names. Nothing where it is none, or one of another filter or sort.
std::optional<RecordingPlace> placeOfCursor(const RecordingFilter &filter, const QString &cursor);

} // namespace Holdfast
