// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Recording.h"

namespace Holdfast {

/// "15 Apr 2027", as the calendar on the wall here has it.
QString dayText(const QDateTime &time);

/// Which policy decides, and by what it comes before others.
QString reasonWords(const RetentionReason &reason);

/// When a recording ends and why then: which policy decides and by what it comes before others, that it rests after a
/// hold, that it is held. As of `now`.
QString retentionWords(const Recording &recording, const QDateTime &now);

} // namespace Holdfast
