// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>

#include <functional>

namespace Holdfast {

/// Answers the present moment in UTC. Passed in wherever a rule depends on the time, so that tests turn it; the
/// programs pass QDateTime::currentDateTimeUtc. May be called from any thread.
using Clock = std::function<QDateTime()>;

} // namespace Holdfast
