// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/DataFolder.h"
#include "domain/Recording.h"

#include <QIODevice>

namespace Holdfast {

/// The key that a recording's file is sealed under. Any thread.
Result<SecretKey> keyOf(DataFolder &data, const Recording &recording);

/// The plain bytes of a stored recording. Any thread.
Result<std::unique_ptr<QIODevice>> openRecording(DataFolder &data, const Recording &recording);

} // namespace Holdfast
