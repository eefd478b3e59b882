// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/DataFolder.h"

#include <functional>

namespace Holdfast {

/// What whoever runs the program does with the keys while no server runs; `say` prints a line.
using Say = std::function<void(const QString &line)>;

Done listKeys(DataFolder &data, const Say &say);
/// To its end; one that was interrupted goes on, and no new one begins.
Done rotateKeys(DataFolder &data, const Clock &clock, const Say &say);
Done retireOneKey(DataFolder &data, const QString &id, const Clock &clock, const Say &say);
Done rotateTokens(DataFolder &data, bool endSessions, const Clock &clock, const Say &say);
Done rotateCheckpoints(DataFolder &data, bool isLost, const Clock &clock, const Say &say);

} // namespace Holdfast
