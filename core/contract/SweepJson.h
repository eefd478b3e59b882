// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Result.h"
#include "domain/RetentionSweep.h"

#include <QJsonObject>

namespace Holdfast {

/// What a POST to /api/retention-sweeps asks for; {} asks for a sweep.
struct SweepOrder
{
    bool isDryRun = false;
    bool clockIsRight = false; ///< an admin says so, where a sweep failed because it may not be

    friend bool operator==(const SweepOrder &, const SweepOrder &) = default;
};

QJsonObject toJson(const RetentionSweep &sweep);
QJsonObject toJson(const SweepLeft &left);

/// Malformed names the field that is wrong or unknown.
Result<SweepOrder> sweepOrderFromJson(const QJsonObject &json);

} // namespace Holdfast
