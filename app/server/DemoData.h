// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/Server.h"

namespace Holdfast {

/// Fills an empty data folder with the demo's invented people, leads and calls; leaves one that has them as it is.
/// Conflict, with a sentence, where it has other users. The calls go the way of an upload.
Done fillWithDemo(DataFolder &data, const ServerOptions &options);

} // namespace Holdfast
