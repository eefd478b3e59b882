// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/Recording.h"

namespace Holdfast {

std::optional<qint64> durationSeconds(std::optional<std::chrono::milliseconds> duration)
{
    if (!duration)
        return std::nullopt;
    return std::chrono::round<std::chrono::seconds>(*duration).count();
}

QString durationText(std::optional<std::chrono::milliseconds> duration)
{
    const auto seconds = durationSeconds(duration);
    if (!seconds)
        return QStringLiteral("–");
    const auto two = [](qint64 number) { return QStringLiteral("%1").arg(number, 2, 10, QLatin1Char('0')); };
    const qint64 hours = *seconds / 3600;
    const qint64 minutes = *seconds / 60 % 60;
    if (hours > 0)
        return QStringLiteral("%1:%2:%3").arg(QString::number(hours), two(minutes), two(*seconds % 60));
    return QStringLiteral("%1:%2").arg(QString::number(minutes), two(*seconds % 60));
}

} // namespace Holdfast
