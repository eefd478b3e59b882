// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/SyncLoop.h"

namespace Holdfast {

/// Few enough for a row: "Waiting: the server is full".
QString whyItWaits(const SyncLoop::Delay &delay);
/// "Next try at 14:32"; empty where it goes when something else happens.
QString whenItGoes(const SyncLoop::Delay &delay);

} // namespace Holdfast
