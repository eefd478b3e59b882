// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace Holdfast {

/// Unpredictable bytes from the system.
QByteArray randomBytes(qsizetype count);

} // namespace Holdfast
