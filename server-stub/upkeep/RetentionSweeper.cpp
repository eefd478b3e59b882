// SPDX-License-Identifier: GPL-3.0-or-later
#include "upkeep/RetentionSweeper.h"

#include "records/RecordingRemoval.h"
#include "records/SweepCandidates.h"
#include "records/SweepClock.h"
#include "upkeep/Log.h"
#include "upkeep/SweepCounting.h"

#include <vector>

namespace Holdfast {

namespace {

constexpr qint64 retrySeconds = 3600; // after one that failed

AuditEntry theClocks(const QString &action, const QDateTime &at)
{
    AuditEntry entry;
    entry.at = at;
    entry.username = QStringLiteral("retention");
    entry.action = action;
    return entry;
}

QJsonObject figures(const RetentionSweep &sweep)
{
    return {{QLatin1String("sweepId"), sweep.id.value},
            {QLatin1String("state"), QString(sweepStateName(sweep.state))},
            {QLatin1String("due"), sweep.due},
            {QLatin1String("deleted"), sweep.deleted},
            {QLatin1String("deletedBytes"), sweep.deletedBytes},
            {QLatin1String("held"), sweep.held},
            {QLatin1String("heldSince"), sweep.heldSince},
            {QLatin1String("noLongerDue"), sweep.noLongerDue},
            {QLatin1String("failed"), sweep.failed},
            {QLatin1String("dryRun"), sweep.isDryRun}};
}

SweepLeftWhy whyLeft(FailureKind kind)
{
    if (kind == FailureKind::Forbidden)
        return SweepLeftWhy::Held;
    if (kind == FailureKind::Outdated)
        return SweepLeftWhy::NotDue;
    return kind == FailureKind::NotFound ? SweepLeftWhy::Gone : SweepLeftWhy::Failed;
}

/// In the transaction in which a sweep ends, or begins to wait.
Done noteFigures(Database &database, SweepId id, const QDateTime &at)
{
    const Result<RetentionSweep> sweep = RetentionSweeps(database).byId(id);
    Result<AuditEntry> entry = RetentionSweeps(database).beginner(id);
    if (!sweep || !entry)
        return fail(sweep ? entry.error() : sweep.error());
    entry->at = at;
    entry->action =
        sweep->isUnderWay() ? QStringLiteral("retention-sweep-wait") : QStringLiteral("retention-sweep-end");
    entry->detail = figures(*sweep);
    return Audit(database).append(*entry);
}

} // namespace

RetentionSweeper::RetentionSweeper(Surroundings surroundings)
    : m_around(std::move(surroundings))
{
}

Done RetentionSweeper::go()
{
    if (const Done forgotten = SweepCounting(m_around).forgetLeftOver(); !forgotten)
        return forgotten;
    if (const Done begun = beginByTheClock(); !begun)
        return begun;
    while (!m_around.isStopped()) {
        const Result<Database *> database = m_around.connections.ofThisThread();
        const auto sweep = database ? RetentionSweeps(**database).toDo() : fail(database.error());
        if (!sweep)
            return fail(sweep.error());
        if (!*sweep)
            return {};
        if (const Done done = goOn(**sweep); !done) {
            const Done noted = m_around.writes
                                   .submit<void>([id = (*sweep)->id, problem = done.error().message](Database &writer) {
                                       return RetentionSweeps(writer).noteProblem(id, problem);
                                   })
                                   .result();
            if (!noted)
                qCWarning(logUpkeep) << "a retention sweep can't note what stopped it:" << noted.error().message;
            return done;
        }
    }
    return {};
}

Done RetentionSweeper::beginByTheClock()
{
    const Result<Database *> database = m_around.connections.ofThisThread();
    if (!database)
        return fail(database.error());
    const QDateTime now = m_around.clock();
    SweepClock clock(**database);
    const Result<QDateTime> since = clock.firstSeen();
    const Result<bool> isWorthNoting = clock.isWorthNoting(now);
    const auto last = RetentionSweeps(**database).newest();
    if (!since || !isWorthNoting || !last)
        return fail(!since ? since.error() : !isWorthNoting ? isWorthNoting.error() : last.error());
    bool isDue = since->isValid() && *since < latestSweepTime(now, m_around.settings.hour);
    if (*last && (*last)->state == SweepState::Failed)
        isDue = (*last)->endedAt->secsTo(now) >= retrySeconds || (*last)->endedAt > now;
    else if (*last)
        isDue = !(*last)->isUnderWay() && (*last)->begunAt < latestSweepTime(now, m_around.settings.hour);
    if (!isDue && !*isWorthNoting)
        return {};
    return m_around.writes
        .submit<void>([isDue, now](Database &writer) -> Done {
            if (Done noted = SweepClock(writer).note(now); !noted || !isDue)
                return noted;
            AuditEntry entry = theClocks(QStringLiteral("retention-sweep-begin"), now);
            const Result<SweepId> id = RetentionSweeps(writer).begin(entry, false);
            if (!id) // somebody began one by hand just now
                return id.error().kind == FailureKind::Conflict ? Done() : fail(id.error());
            entry.detail.insert(QLatin1String("sweepId"), id->value);
            return Audit(writer).append(entry);
        })
        .result();
}

Done RetentionSweeper::goOn(const RetentionSweep &sweep)
{
    const Result<bool> isRight = isClockRight(sweep);
    if (!isRight)
        return fail(isRight.error());
    if (!*isRight)
        return {};
    return sweep.state == SweepState::Counting ? countAndDecide(sweep) : run(sweep);
}

/// Fails the sweep where it isn't. A dry run deletes nothing and may be mistaken.
Result<bool> RetentionSweeper::isClockRight(const RetentionSweep &sweep)
{
    const Result<Database *> database = m_around.connections.ofThisThread();
    if (!database)
        return fail(database.error());
    const QDateTime now = m_around.clock();
    const Done checked = sweep.isDryRun ? Done() : SweepClock(**database).check(now);
    if (checked)
        return true;
    if (checked.error().kind != FailureKind::Conflict)
        return fail(checked.error());
    qCWarning(logUpkeep) << "a retention sweep is given up: the clock is not to be believed";
    if (const Done ended = end(sweep, SweepState::Failed, checked.error().message); !ended)
        return fail(ended.error());
    return false;
}

Done RetentionSweeper::countAndDecide(const RetentionSweep &sweep)
{
    const Result<RetentionSweeps::Counted> counted = SweepCounting(m_around).count(sweep);
    if (!counted) {
        // The server is stopping, or an admin refused the sweep meanwhile.
        const FailureKind kind = counted.error().kind;
        return kind == FailureKind::Cancelled || kind == FailureKind::NotFound ? Done() : fail(counted.error());
    }
    const Done decided = m_around.writes
                             .submit<void>([id = sweep.id, counted = *counted, limit = m_around.settings.limitPercent,
                                            now = m_around.clock()](Database &writer) -> Done {
                                 const Result<SweepState> state =
                                     RetentionSweeps(writer).counted(id, counted, limit, now);
                                 if (!state)
                                     return fail(state.error());
                                 return *state == SweepState::Running ? Done() : noteFigures(writer, id, now);
                             })
                             .result();
    // An admin refused it meanwhile.
    return !decided && decided.error().kind == FailureKind::NotFound ? Done() : decided;
}

Done RetentionSweeper::run(const RetentionSweep &sweep)
{
    const Result<Database *> database = m_around.connections.ofThisThread();
    const Result<AuditEntry> who = database ? RetentionSweeps(**database).beginner(sweep.id) : fail(database.error());
    if (!who)
        return fail(who.error());
    RecordingId reached;
    while (!m_around.isStopped()) {
        const Result<QList<RecordingId>> recordings = SweepCandidates(**database).next(sweep.id, reached, portion);
        if (!recordings)
            return fail(recordings.error());
        if (recordings->isEmpty())
            return end(sweep, SweepState::Finished, {});
        const Result<Portion> taken = takeAway(sweep, *who, *recordings);
        if (!taken)
            return fail(taken.error());
        if (taken->isStopped)
            return {};
        reached = recordings->last();
    }
    return {};
}

Result<RetentionSweeper::Portion> RetentionSweeper::takeAway(const RetentionSweep &sweep, const AuditEntry &who,
                                                             const QList<RecordingId> &recordings)
{
    const QDateTime now = m_around.clock();
    std::vector<Eventual<Result<Recording>>> answers;
    for (const RecordingId recording : recordings) {
        AuditEntry entry = who;
        entry.at = now;
        entry.action = QStringLiteral("retention-delete");
        entry.recordingId = recording;
        entry.detail.insert(QLatin1String("sweepId"), sweep.id.value);
        answers.push_back(m_around.writes.submit<Recording>(
            [entry, id = sweep.id, settings = m_around.settings,
             by = std::min(sweep.begunAt, now)](Database &writer) -> Result<Recording> {
                const Result<Recording> deleted =
                    RecordingRemoval(writer).expired(entry, settings.fallbackDays, settings.coolingOffDays, by);
                if (!deleted)
                    return deleted;
                if (const Done noted = RetentionSweeps(writer).noteDeleted(id, *deleted); !noted)
                    return fail(noted.error());
                return deleted;
            }));
    }
    Portion taken;
    for (size_t i = 0; i < answers.size(); ++i) {
        const Result<Recording> deleted = answers[i].result();
        if (deleted) {
            taken.deleted.append(*deleted);
            continue;
        }
        const Failure &why = deleted.error();
        if (why.kind == FailureKind::Cancelled)
            taken.isStopped = true;
        else
            taken.left.append({recordings[static_cast<qsizetype>(i)], whyLeft(why.kind), why.message});
    }
    if (!taken.deleted.isEmpty())
        m_around.removeFiles(taken.deleted);
    if (taken.left.isEmpty())
        return taken;
    const Done noted = m_around.writes
                           .submit<void>([id = sweep.id, left = taken.left](Database &writer) -> Done {
                               for (const SweepLeft &one : left)
                                   if (Done done = RetentionSweeps(writer).noteLeft(id, one); !done)
                                       return done;
                               return {};
                           })
                           .result();
    if (!noted)
        return fail(noted.error());
    return taken;
}

Done RetentionSweeper::end(const RetentionSweep &sweep, SweepState state, const QString &problem)
{
    return m_around.writes
        .submit<void>([id = sweep.id, state, problem, now = m_around.clock()](Database &writer) -> Done {
            if (Done ended = RetentionSweeps(writer).end(id, state, problem, now); !ended)
                return ended;
            return noteFigures(writer, id, now);
        })
        .result();
}

} // namespace Holdfast
