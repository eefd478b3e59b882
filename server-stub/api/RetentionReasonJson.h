// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Recording.h"

#include <QJsonObject>

namespace Holdfast {

/// The contract's retentionReason.
QJsonObject toJson(const RetentionReason &reason);

} // namespace Holdfast
