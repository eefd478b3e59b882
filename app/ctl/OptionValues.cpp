// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/OptionValues.h"

#include "contract/Json.h"

#include <QCommandLineParser>

#include <algorithm>
#include <limits>

namespace Holdfast {

tl::unexpected<Failure> malformed(const QString &sentence)
{
    return fail(FailureKind::Malformed, sentence);
}

Result<std::optional<qint64>> readNumber(const QCommandLineParser &parser, const QString &option)
{
    if (!parser.isSet(option))
        return std::optional<qint64>();
    bool isNumber = false;
    const qint64 number = parser.value(option).toLongLong(&isNumber);
    if (!isNumber || number < 1)
        return malformed(QStringLiteral("--%1 takes a number from 1 on.").arg(option));
    return std::optional(number);
}

Result<std::optional<QDateTime>> readTime(const QCommandLineParser &parser, const QString &option, DayEdge edge)
{
    if (!parser.isSet(option))
        return std::optional<QDateTime>();
    const QString typed = parser.value(option);
    if (const QDate day = QDate::fromString(typed, Qt::ISODate); day.isValid())
        return std::optional(edge == DayEdge::Begin ? day.startOfDay().toUTC()
                                                    : day.addDays(1).startOfDay().toUTC().addMSecs(-1));
    const Result<QDateTime> time = timeFromIso(typed);
    if (!time)
        return malformed(
            QStringLiteral("--%1 takes a day as 2026-11-20 or a moment as 2026-11-20T14:30:00Z.").arg(option));
    return std::optional(*time);
}

int daysIn(const QString &number)
{
    return static_cast<int>(std::min<qint64>(number.toLongLong(), std::numeric_limits<int>::max()));
}

Done goesOnlyWith(const QCommandLineParser &parser, const char *option, CtlOptions::Command command,
                  const QList<CtlOptions::Command> &commands, const char *names)
{
    if (!parser.isSet(QLatin1String(option)) || commands.contains(command))
        return {};
    return malformed(QStringLiteral("--%1 goes with %2.").arg(QLatin1String(option), QLatin1String(names)));
}

} // namespace Holdfast
