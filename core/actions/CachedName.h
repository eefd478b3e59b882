// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "local/RecordingKey.h"
#include "local/SealedCache.h"

namespace Holdfast {

/// Where the cache has a recording: under its upload's id, or under the server's. Empty where it has none.
QString cachedName(const SealedCache &cache, const LocalRecording &recording);

} // namespace Holdfast
