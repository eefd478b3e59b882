// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/RetentionSweeps.h"

#include "records/ChangedOne.h"
#include "records/SweepCandidates.h"
#include "sqlite/Query.h"

namespace Holdfast {

namespace {

const QByteArray sweepColumns =
    "SELECT id, state, dry_run, user_id, username, begun_at, ended_at, total, due, due_bytes, held, allowed, deleted,"
    " deleted_bytes, failed, problem, decided_by, decided_name, decided_at, held_since, no_longer_due FROM "
    "retention_sweeps";

RetentionSweep sweepOf(const Query &query)
{
    RetentionSweep sweep;
    sweep.id = {query.number(0)};
    sweep.state = sweepStateFromName(query.text(1)).value_or(SweepState::Failed);
    sweep.isDryRun = query.number(2) != 0;
    sweep.begunBy = {query.number(3)};
    sweep.begunByName = query.text(4);
    sweep.begunAt = query.time(5);
    if (!query.isNull(6))
        sweep.endedAt = query.time(6);
    sweep.total = query.number(7);
    sweep.due = query.number(8);
    sweep.dueBytes = query.number(9);
    sweep.held = query.number(10);
    sweep.allowed = query.number(11);
    sweep.deleted = query.number(12);
    sweep.deletedBytes = query.number(13);
    sweep.failed = query.number(14);
    sweep.problem = query.text(15);
    if (!query.isNull(16))
        sweep.decidedBy = {query.number(16)};
    sweep.decidedByName = query.text(17);
    if (!query.isNull(18))
        sweep.decidedAt = query.time(18);
    sweep.heldSince = query.number(19);
    sweep.noLongerDue = query.number(20);
    return sweep;
}

tl::unexpected<Failure> notThere()
{
    return fail(FailureKind::NotFound, QStringLiteral("Retention sweep not found"));
}

} // namespace

Result<std::optional<RetentionSweep>> RetentionSweeps::one(const QByteArray &rest)
{
    std::optional<RetentionSweep> sweep;
    Query query(m_database, sweepColumns + rest + " LIMIT 1");
    if (Done done = query.each([&] { sweep = sweepOf(query); }); !done)
        return fail(done.error());
    return sweep;
}

Result<std::optional<RetentionSweep>> RetentionSweeps::toDo()
{
    return one(" WHERE state IN ('counting', 'running') ORDER BY dry_run, id");
}

Result<std::optional<RetentionSweep>> RetentionSweeps::newest()
{
    return one(" WHERE dry_run = 0 ORDER BY id DESC");
}

Result<std::optional<RetentionSweep>> RetentionSweeps::newestFinished()
{
    return one(" WHERE dry_run = 0 AND state = 'finished' ORDER BY id DESC");
}

Result<qint64> RetentionSweeps::totalDeleted()
{
    Query query(m_database, "SELECT coalesce(sum(deleted), 0) FROM retention_sweeps WHERE dry_run = 0");
    return query.oneNumber();
}

Result<QList<RetentionSweep>> RetentionSweeps::find(const Page &page)
{
    QList<RetentionSweep> sweeps;
    Query query(m_database, sweepColumns + " WHERE id < ? ORDER BY id DESC LIMIT ?");
    query.bind(page.before ? page.before->value : std::numeric_limits<qint64>::max(), page.limit);
    if (Done done = query.each([&] { sweeps.append(sweepOf(query)); }); !done)
        return fail(done.error());
    return sweeps;
}

Result<RetentionSweep> RetentionSweeps::byId(SweepId id)
{
    std::optional<RetentionSweep> sweep;
    Query query(m_database, sweepColumns + " WHERE id = ?");
    query.bind(id);
    if (Done done = query.each([&] { sweep = sweepOf(query); }); !done)
        return fail(done.error());
    if (!sweep)
        return notThere();
    return *sweep;
}

Result<QList<SweepLeft>> RetentionSweeps::left(SweepId id, RecordingId after, int limit)
{
    QList<SweepLeft> left;
    Query query(m_database, "SELECT recording_id, why, reason FROM retention_sweep_left"
                            " WHERE sweep_id = ? AND recording_id > ? ORDER BY recording_id LIMIT ?");
    query.bind(id, after, limit);
    const Done done = query.each([&] {
        left.append(
            {{query.number(0)}, sweepLeftWhyFromName(query.text(1)).value_or(SweepLeftWhy::Failed), query.text(2)});
    });
    if (!done)
        return fail(done.error());
    return left;
}

Result<AuditEntry> RetentionSweeps::beginner(SweepId id)
{
    AuditEntry entry;
    Query query(m_database, "SELECT user_id, username, role, address FROM retention_sweeps WHERE id = ?");
    query.bind(id);
    const Done done = query.each([&] {
        entry.userId = {query.number(0)};
        entry.username = query.text(1);
        entry.role = roleFromName(query.text(2));
        entry.address = query.text(3);
    });
    if (!done)
        return fail(done.error());
    return entry;
}

Result<SweepId> RetentionSweeps::begin(const AuditEntry &who, bool isDryRun)
{
    Query underWay(m_database, "SELECT id FROM retention_sweeps WHERE dry_run = ?"
                               " AND state IN ('counting', 'waiting', 'running')");
    const Result<qint64> before = underWay.bind(isDryRun).oneNumber();
    if (!before)
        return fail(before.error());
    if (*before != 0)
        return fail(
            FailureKind::Conflict,
            QStringLiteral("Retention sweep %1 is under way already, or waits for an admin's yes.").arg(*before));
    Query query(m_database, "INSERT INTO retention_sweeps (state, dry_run, user_id, username, role, address, begun_at)"
                            " VALUES ('counting', ?, ?, ?, ?, ?, ?)");
    query.bind(isDryRun, who.userId, who.username, who.role ? QString(roleName(*who.role)) : QString(), who.address,
               who.at);
    if (Done done = query.run(); !done)
        return fail(done.error());
    return SweepId{query.insertedId()};
}

Result<SweepState> RetentionSweeps::counted(SweepId id, const Counted &counted, int limitPercent, const QDateTime &now)
{
    const Result<RetentionSweep> sweep = byId(id);
    if (!sweep)
        return fail(sweep.error());
    const qint64 total = counted.total + sweep->deleted;
    const qint64 due = counted.due + sweep->deleted;
    const qint64 allowed = std::max(sweep->allowed, total * limitPercent / 100);
    const bool isOver = sweep->isDryRun || counted.due == 0;
    const SweepState state = isOver ? SweepState::Finished : due <= allowed ? SweepState::Running : SweepState::Waiting;
    Query query(m_database, "UPDATE retention_sweeps SET state = ?, total = ?, due = ?, due_bytes = deleted_bytes + ?,"
                            " held = ?, allowed = ?, problem = '', ended_at = ? WHERE id = ? AND state = 'counting'");
    query.bind(sweepStateName(state), total, due, counted.dueBytes, counted.held, allowed,
               isOver ? std::optional(now) : std::nullopt, id);
    if (Done changed = changedOne(query, QStringLiteral("The retention sweep is not counting any more")); !changed)
        return fail(changed.error());
    return state;
}

Done RetentionSweeps::noteDeleted(SweepId id, const Recording &recording)
{
    if (Done taken = SweepCandidates(m_database).take(id, recording.id); !taken)
        return taken;
    Query query(m_database, "UPDATE retention_sweeps SET deleted = deleted + 1, deleted_bytes = deleted_bytes + ?"
                            " WHERE id = ? AND state = 'running' AND deleted < allowed");
    if (Done done = query.bind(recording.fileSize, id).run(); !done)
        return done;
    if (query.changedRows() != 1)
        return fail(FailureKind::Cancelled, QStringLiteral("The retention sweep may not take this one"));
    return {};
}

Done RetentionSweeps::noteLeft(SweepId id, const SweepLeft &left)
{
    if (Done taken = SweepCandidates(m_database).take(id, left.recordingId); !taken)
        return taken.error().kind == FailureKind::Cancelled ? Done() : taken;
    Query query(m_database, "INSERT INTO retention_sweep_left (sweep_id, recording_id, why, reason)"
                            " VALUES (?, ?, ?, ?)");
    return query.bind(id, left.recordingId, sweepLeftWhyName(left.why), left.reason).run();
}

Done RetentionSweeps::noteProblem(SweepId id, const QString &problem)
{
    Query query(m_database, "UPDATE retention_sweeps SET problem = ? WHERE id = ? AND problem <> ?");
    return query.bind(problem, id, problem).run();
}

Done RetentionSweeps::approve(SweepId id, const AuditEntry &who)
{
    const Result<RetentionSweep> sweep = byId(id);
    if (!sweep)
        return fail(sweep.error());
    if (sweep->state != SweepState::Waiting)
        return fail(
            FailureKind::Conflict,
            QStringLiteral("The retention sweep does not wait for a yes: it is %1.").arg(sweepStateName(sweep->state)));
    Query query(m_database, "UPDATE retention_sweeps SET state = 'running', allowed = due, decided_by = ?,"
                            " decided_name = ?, decided_at = ? WHERE id = ?");
    return query.bind(who.userId, who.username, who.at, id).run();
}

Done RetentionSweeps::refuse(SweepId id, const AuditEntry &who)
{
    const Result<RetentionSweep> sweep = byId(id);
    if (!sweep)
        return fail(sweep.error());
    if (!sweep->isUnderWay())
        return fail(
            FailureKind::Conflict,
            QStringLiteral("The retention sweep is not under way: it is %1.").arg(sweepStateName(sweep->state)));
    Query query(m_database, "UPDATE retention_sweeps SET state = 'refused', ended_at = ?, decided_by = ?,"
                            " decided_name = ?, decided_at = ? WHERE id = ?");
    return query.bind(who.at, who.userId, who.username, who.at, id).run();
}

Done RetentionSweeps::end(SweepId id, SweepState state, const QString &problem, const QDateTime &now)
{
    Query query(m_database, "UPDATE retention_sweeps SET state = ?, problem = ?, ended_at = ?"
                            " WHERE id = ? AND ended_at IS NULL");
    return query.bind(sweepStateName(state), problem, now, id).run();
}

} // namespace Holdfast
