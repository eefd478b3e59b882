// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/RetentionSweep.h"

#include <QTimeZone>

#include <array>

namespace Holdfast {

namespace {

constexpr qint64 hourSeconds = 3600;

constexpr std::array everyState{SweepState::Counting, SweepState::Waiting, SweepState::Running,
                                SweepState::Finished, SweepState::Refused, SweepState::Failed};

constexpr std::array everyWhy{SweepLeftWhy::Held, SweepLeftWhy::NotDue, SweepLeftWhy::Gone, SweepLeftWhy::Failed};

} // namespace

QLatin1String sweepStateName(SweepState state)
{
    switch (state) {
    case SweepState::Counting:
        return QLatin1String("counting");
    case SweepState::Waiting:
        return QLatin1String("waiting");
    case SweepState::Running:
        return QLatin1String("running");
    case SweepState::Finished:
        return QLatin1String("finished");
    case SweepState::Refused:
        return QLatin1String("refused");
    case SweepState::Failed:
        return QLatin1String("failed");
    }
    Q_UNREACHABLE();
}

std::optional<SweepState> sweepStateFromName(QStringView name)
{
    for (const SweepState state : everyState)
        if (name == sweepStateName(state))
            return state;
    return std::nullopt;
}

QLatin1String sweepLeftWhyName(SweepLeftWhy why)
{
    switch (why) {
    case SweepLeftWhy::Held:
        return QLatin1String("held");
    case SweepLeftWhy::NotDue:
        return QLatin1String("notDue");
    case SweepLeftWhy::Gone:
        return QLatin1String("gone");
    case SweepLeftWhy::Failed:
        return QLatin1String("failed");
    }
    Q_UNREACHABLE();
}

std::optional<SweepLeftWhy> sweepLeftWhyFromName(QStringView name)
{
    for (const SweepLeftWhy why : everyWhy)
        if (name == sweepLeftWhyName(why))
            return why;
    return std::nullopt;
}

QDateTime latestSweepTime(const QDateTime &now, int hour)
{
    const QDateTime today(now.toUTC().date(), QTime(hour, 0), Qt::UTC);
    return today <= now ? today : today.addDays(-1);
}

QString sweepWarning(const std::optional<RetentionSweep> &last, const std::optional<RetentionSweep> &lastFinished,
                     const QDateTime &since, const QDateTime &now)
{
    if (last && last->state == SweepState::Failed)
        return QStringLiteral("The last retention sweep failed, and nothing more was deleted: ") + last->problem;
    if (last && last->state == SweepState::Waiting)
        return QStringLiteral(
                   "Retention sweep %1 would delete %2 of %3 recordings and waits for an admin's yes. Nothing "
                   "is deleted until then.")
            .arg(last->id.value)
            .arg(last->due - last->deleted)
            .arg(last->total);
    if (last && last->isUnderWay() && !last->problem.isEmpty())
        return QStringLiteral("The retention sweep that is under way can't go on at this moment and tries again: ") +
               last->problem;
    const QDateTime lastTime = lastFinished ? std::max(lastFinished->begunAt, since) : since;
    // An hour more than a day: the one of today may be a little later than that of yesterday.
    if (lastTime.secsTo(now) > 25 * hourSeconds && !(last && last->state == SweepState::Running))
        return QStringLiteral("No retention sweep has come to its end since %1. What has run its time stays until one "
                              "does.")
            .arg(lastTime.toUTC().toString(QStringLiteral("yyyy-MM-dd HH:mm 'UTC'")));
    return {};
}

} // namespace Holdfast
