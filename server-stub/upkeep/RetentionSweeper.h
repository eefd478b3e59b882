// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Clock.h"
#include "domain/RetentionSweep.h"
#include "domain/RetentionVerdict.h"
#include "records/Recordings.h"
#include "records/RetentionSweeps.h"
#include "records/ThreadConnections.h"
#include "sqlite/WriteQueue.h"

#include <functional>

namespace Holdfast {

/// Deletes what has run its time: begins a sweep when its hour has come, counts, writing down what, and, unless that is
/// more than may be taken without an admin's yes, deletes it in portions, and nothing else. Each recording is a write
/// of its own, which asks for its holds and its verdict again; so a sweep may be stopped anywhere, and goes on with
/// what is left. Nothing of it is kept in memory from one call to the next. One thread at a time.
class RetentionSweeper
{
public:
    static constexpr int portion = 50; ///< deletions that the writer is given at once: others wait no longer than those

    struct Settings
    {
        int fallbackDays = defaultRetentionDays;
        int coolingOffDays = defaultCoolingOffDays;
        int limitPercent = defaultSweepLimitPercent; ///< of the recordings; more waits for an admin's yes
        int hour = defaultSweepHour;                 ///< UTC
    };
    struct Surroundings
    {
        ThreadConnections &connections;
        WriteQueue &writes;
        Clock clock;
        Settings settings;
        /// What is left to do for recordings whose rows are gone: their files.
        std::function<void(const QList<Recording> &)> removeFiles;
        std::function<bool()> isStopped = [] { return false; };
    };

    explicit RetentionSweeper(Surroundings surroundings);

    /// Everything that there is to do at this moment. A failure is one to try again after; it stands in the report.
    Done go();

private:
    Done beginByTheClock();
    Done goOn(const RetentionSweep &sweep);
    Result<bool> isClockRight(const RetentionSweep &sweep);
    Done countAndDecide(const RetentionSweep &sweep);
    Done run(const RetentionSweep &sweep);
    struct Portion
    {
        QList<Recording> deleted;
        QList<SweepLeft> left;
        bool isStopped = false; ///< by an admin
    };
    Result<Portion> takeAway(const RetentionSweep &sweep, const AuditEntry &who, const QList<RecordingId> &recordings);
    Done end(const RetentionSweep &sweep, SweepState state, const QString &problem);

    Surroundings m_around;
};

} // namespace Holdfast
