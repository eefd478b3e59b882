// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Ids.h"

#include <QDateTime>
#include <QList>
#include <QString>

#include <optional>

namespace Holdfast {

using SweepId = Id<struct SweepTag>;

inline constexpr int defaultSweepLimitPercent = 5; ///< where RETENTION_SWEEP_LIMIT_PERCENT is not set
inline constexpr int defaultSweepHour = 2;         ///< UTC, where RETENTION_SWEEP_HOUR is not set

/// Counting, Waiting (for an admin's yes) and Running are under way; the others are ends.
enum class SweepState { Counting, Waiting, Running, Finished, Refused, Failed };

QLatin1String sweepStateName(SweepState state); ///< the contract's word: "counting"
std::optional<SweepState> sweepStateFromName(QStringView name);

/// Why a sweep left something that it had counted: a hold came since; its time has not run any more; somebody deleted
/// it by hand; it could not be deleted.
enum class SweepLeftWhy { Held, NotDue, Gone, Failed };

QLatin1String sweepLeftWhyName(SweepLeftWhy why); ///< the contract's word: "notDue"
std::optional<SweepLeftWhy> sweepLeftWhyFromName(QStringView name);

/// One sweep, which deletes what had run its time when it began, and its report. At its end
/// due = deleted + heldSince + noLongerDue + failed.
struct RetentionSweep
{
    SweepId id;
    SweepState state = SweepState::Counting;
    bool isDryRun = false;
    UserId begunBy; ///< invalid: the clock
    QString begunByName;
    QDateTime begunAt; ///< what it takes had run its time by then
    std::optional<QDateTime> endedAt;
    qint64 total = 0; ///< recordings there were
    qint64 due = 0;   ///< of them had run their time, and no hold was on them: it takes no others
    qint64 dueBytes = 0;
    qint64 held = 0;        ///< had run their time and were kept by a hold
    qint64 heldSince = 0;   ///< of these were due, and the hold came meanwhile
    qint64 noLongerDue = 0; ///< were due, and are kept longer by now, or were deleted by hand
    qint64 allowed = 0;     ///< how many it may take: the share that needs no yes, or what an admin said yes to
    qint64 deleted = 0;
    qint64 deletedBytes = 0; ///< plain
    qint64 failed = 0;       ///< were to be deleted and could not be
    QString problem;         ///< a sentence; empty: none
    UserId decidedBy;        ///< invalid: nobody had to
    QString decidedByName;
    std::optional<QDateTime> decidedAt;

    bool isUnderWay() const { return !endedAt; }
    friend bool operator==(const RetentionSweep &, const RetentionSweep &) = default;
};

/// What a sweep meant to delete and left, and why.
struct SweepLeft
{
    RecordingId recordingId;
    SweepLeftWhy why = SweepLeftWhy::Failed;
    QString reason; ///< the server's sentence

    friend bool operator==(const SweepLeft &, const SweepLeft &) = default;
};

/// A sweep, and a page of what it left.
struct SweepReport
{
    RetentionSweep sweep;
    QList<SweepLeft> left;
};

/// What somebody asks for who begins a sweep.
struct SweepOrder
{
    bool isDryRun = false;
    bool clockIsRight = false; ///< an admin says so, where a sweep failed because it may not be

    friend bool operator==(const SweepOrder &, const SweepOrder &) = default;
};

/// How sweeps go.
struct SweepStatus
{
    std::optional<RetentionSweep> last;          ///< the newest that was for real
    std::optional<RetentionSweep> lastFinished;  ///< the newest of those that came to its end
    QDateTime nextAt;                            ///< when the clock begins one
    int limitPercent = defaultSweepLimitPercent; ///< of the recordings; a sweep of more waits for an admin's yes
    QString warning;                             ///< a sentence where something is wrong with them; else empty
    QString clockDoubt; ///< a sentence where the server's clock may be wrong, so that nothing is deleted; else empty
};

/// When sweeps begin by the clock: the latest such moment up to now.
QDateTime latestSweepTime(const QDateTime &now, int hour);

/// What there is to say about how sweeps go, a sentence; empty where all is well. `last` is the newest that was for
/// real, `lastFinished` the newest of them that came to its end, `since` the moment from which sweeps were to run.
QString sweepWarning(const std::optional<RetentionSweep> &last, const std::optional<RetentionSweep> &lastFinished,
                     const QDateTime &since, const QDateTime &now);

} // namespace Holdfast
