// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/RetentionSweep.h"
#include "records/Audit.h"
#include "records/Recordings.h"
#include "sqlite/Database.h"

#include <QList>

namespace Holdfast {

/// The rows of the sweeps: one at a time is under way, and one dry run beside it. In the connection's thread; writes
/// inside WriteQueue.
class RetentionSweeps
{
public:
    explicit RetentionSweeps(Database &database)
        : m_database(database)
    {
    }

    struct Page
    {
        std::optional<SweepId> before; ///< only those that began before that one
        int limit = 50;
    };
    Result<QList<RetentionSweep>> find(const Page &page); ///< newest first
    Result<RetentionSweep> byId(SweepId id);              ///< NotFound where there is none
    /// What a sweep left though it was due, by the recordings' numbers behind `after`.
    Result<QList<SweepLeft>> left(SweepId id, RecordingId after, int limit);
    /// Counting or running: what there is to do now. The one that deletes goes first.
    Result<std::optional<RetentionSweep>> toDo();
    Result<std::optional<RetentionSweep>> newest();         ///< that is no dry run
    Result<std::optional<RetentionSweep>> newestFinished(); ///< that is no dry run and came to its end
    Result<AuditEntry> beginner(SweepId id); ///< who began it, for entries in that name; without action and time
    Result<qint64> totalDeleted();           ///< by all sweeps

    /// In the name and at the time of the entry. Conflict while one is under way.
    Result<SweepId> begin(const AuditEntry &who, bool isDryRun);

    struct Counted
    {
        qint64 total = 0;
        qint64 due = 0; ///< still to be deleted
        qint64 dueBytes = 0;
        qint64 held = 0;
    };
    /// Counting ends: a dry run is finished, and so is one that finds nothing; what is no more than was allowed, or no
    /// more than limitPercent of all, is deleted now; what is more waits. NotFound where it is not counting any more.
    Result<SweepState> counted(SweepId id, const Counted &counted, int limitPercent, const QDateTime &now);

    /// In the transaction that deletes one. Cancelled where the sweep may not take it: it was stopped, did not count
    /// that one, or took as many as it is allowed.
    Done noteDeleted(SweepId id, const Recording &recording);
    /// Of one that it counted and has not told of yet; for others nothing.
    Done noteLeft(SweepId id, const SweepLeft &left);
    Done noteProblem(SweepId id, const QString &problem); ///< it tries again; empty: it goes on

    /// An admin's yes to what was counted, and to nothing else. Conflict where it does not wait.
    Done approve(SweepId id, const AuditEntry &who);
    /// An admin's no, also to one that is running. Conflict where it is not under way.
    Done refuse(SweepId id, const AuditEntry &who);
    Done end(SweepId id, SweepState state, const QString &problem, const QDateTime &now);

private:
    Result<std::optional<RetentionSweep>> one(const QByteArray &rest);

    Database &m_database;
};

} // namespace Holdfast
