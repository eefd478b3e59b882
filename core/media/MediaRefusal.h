// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Failure.h"

namespace Holdfast {

/// UnsupportedMedia in the words of this folder. Internal to media. The detail is for the log.
Failure notAMediaFile(const QString &detail);
Failure nothingToPlay(const QString &detail);

} // namespace Holdfast
