// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/KeyOverview.h"
#include "domain/Result.h"

#include <QJsonObject>

namespace Holdfast {

/// The contract's keys, both ways.
QJsonObject toJson(const KeyOverview &overview);
Result<KeyOverview> keyOverviewFromJson(const QJsonObject &json);

} // namespace Holdfast
