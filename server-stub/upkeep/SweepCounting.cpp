// SPDX-License-Identifier: GPL-3.0-or-later
#include "upkeep/SweepCounting.h"

#include "records/Policies.h"
#include "records/StorageDays.h"
#include "records/SweepCandidates.h"
#include "sqlite/Snapshot.h"

namespace Holdfast {

Result<RetentionSweeps::Counted> SweepCounting::count(const RetentionSweep &sweep)
{
    if (const Done forgotten = sweep.isDryRun ? Done() : forget(sweep.id); !forgotten) // of a count that was cut short
        return fail(forgotten.error());
    const Result<Database *> database = m_around.connections.ofThisThread();
    if (!database)
        return fail(database.error());
    const Result<Snapshot> snapshot = Snapshot::begin(**database);
    if (!snapshot)
        return fail(snapshot.error());
    const Result<QList<RetentionPolicy>> policies = Policies(**database).all();
    const Result<StorageDays::Totals> stored = StorageDays(**database).totals();
    if (!policies || !stored)
        return fail(policies ? stored.error() : policies.error());
    const RetentionRules rules{*policies, m_around.settings.fallbackDays, m_around.settings.coolingOffDays};
    const Result<DueRecordings::Totals> totals = DueRecordings(**database, rules).totals(sweep.begunAt);
    if (!totals)
        return fail(totals.error());
    if (const Done written = sweep.isDryRun ? Done() : writeDown(sweep, {**database, rules}); !written)
        return fail(written.error());
    return RetentionSweeps::Counted{stored->files, totals->due, totals->dueBytes, totals->held};
}

Done SweepCounting::writeDown(const RetentionSweep &sweep, DueRecordings due)
{
    std::optional<RecordingPlace> reached;
    while (!m_around.isStopped()) {
        const Result<QList<RecordingPlace>> places = due.walk(sweep.begunAt, reached, atOnce);
        if (!places)
            return fail(places.error());
        if (places->isEmpty())
            return {};
        const Done added = m_around.writes
                               .submit<void>([id = sweep.id, places = *places](Database &writer) {
                                   return SweepCandidates(writer).add(id, places);
                               })
                               .result();
        if (!added)
            return added;
        reached = places->last();
    }
    return fail(FailureKind::Cancelled, QStringLiteral("The server is stopping"));
}

Done SweepCounting::forgetLeftOver()
{
    const Result<Database *> database = m_around.connections.ofThisThread();
    const Result<SweepId> id = database ? SweepCandidates(**database).leftOver() : fail(database.error());
    if (!id)
        return fail(id.error());
    return id->isValid() ? forget(*id) : Done();
}

Done SweepCounting::forget(SweepId id)
{
    while (!m_around.isStopped()) {
        const Result<bool> forgotten =
            m_around.writes.submit<bool>([id](Database &writer) { return SweepCandidates(writer).forget(id, atOnce); })
                .result();
        if (!forgotten)
            return fail(forgotten.error());
        if (!*forgotten)
            break;
    }
    return {};
}

} // namespace Holdfast
