// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/HoldSettlement.h"

#include "api/Log.h"
#include "api/RecordingQuery.h"
#include "records/Audit.h"
#include "records/Changes.h"
#include "records/HoldCheck.h"
#include "records/HoldRules.h"
#include "records/Holds.h"
#include "sqlite/Query.h"
#include "sqlite/Steps.h"

#include <QJsonArray>

namespace Holdfast {

namespace {

bool canBeMended(const HoldFault &fault)
{
    switch (fault.kind) {
    case HoldFault::Kind::NotMarked:
    case HoldFault::Kind::Fewer:
    case HoldFault::Kind::LeftOut:
    case HoldFault::Kind::WithoutRule:
        return true;
    case HoldFault::Kind::Gone:
    case HoldFault::Kind::HeldByNone: // to keep too much is for somebody to decide
        return false;
    }
    Q_UNREACHABLE();
}

Done look(Database &database, HoldLook look, const HoldCheck::Tell &tell)
{
    HoldCheck check(database);
    return look == HoldLook::Whole ? check.each(tell) : check.eachPlain(tell);
}

/// What the marks say; a mark that comes back counts itself once more.
Done countAnew(Database &database, HoldId hold)
{
    Query query(database, "UPDATE holds SET recording_count ="
                          " (SELECT count(*) FROM held_recordings s WHERE s.hold_id = holds.id) WHERE id = ?");
    return query.bind(hold).run();
}

Done markAgain(Database &database, const HoldFault &fault)
{
    Query query(database, "INSERT INTO held_recordings (recording_id, hold_id) VALUES (?, ?)");
    return inOrder([&] { return query.bind(fault.recording, fault.hold).run(); },
                   [&] { return Holds(database).makeSureOf(fault.recording); },
                   [&] { return countAnew(database, fault.hold); });
}

Done addRule(Database &database, const Hold &hold)
{
    Query query(database, "SELECT 1 FROM hold_rules WHERE hold_id = ?");
    const Result<bool> there = query.bind(hold.id).step();
    if (!there)
        return fail(there.error());
    if (*there)
        return {};
    const Result<RecordingFilter> filter = filterOf(hold);
    return filter ? HoldRules(database).add(hold.id, *filter, hold.includesLater) : fail(filter.error());
}

Done placeAnew(Database &database, const HoldFault &fault)
{
    const Result<Hold> hold = Holds(database).byId(fault.hold);
    if (!hold)
        return fail(hold.error());
    Query query(database, "UPDATE holds SET state = 'placing', reached_time = NULL, reached_id = NULL WHERE id = ?");
    return inOrder([&] { return addRule(database, *hold); }, [&] { return query.bind(fault.hold).run(); },
                   [&] { return countAnew(database, fault.hold); });
}

/// One hold that can't be brought back must not keep the others, or the server, from it.
bool isOfTheWhole(const Failure &failure)
{
    return failure.kind == FailureKind::StorageFull || failure.kind == FailureKind::Corrupt;
}

} // namespace

Result<bool> doHoldsNeedMending(Database &database, HoldLook how)
{
    bool needed = false;
    const Done looked = look(database, how, [&](const HoldFault &fault) { needed = needed || canBeMended(fault); });
    return looked ? Result<bool>(needed) : fail(looked.error());
}

Done mendHolds(Database &database, const QDateTime &now, HoldLook how)
{
    QList<HoldFault> faults;
    const auto keep = [&](const HoldFault &fault) {
        qCCritical(logServer).noquote() << fault.sentence();
        if (canBeMended(fault))
            faults.append(fault);
    };
    if (const Done looked = look(database, how, keep); !looked)
        return looked;
    QJsonArray mended;
    QSet<qint64> done; // one of them may have several faults
    for (const HoldFault &fault : std::as_const(faults)) {
        if (done.contains(fault.hold.value))
            continue;
        done.insert(fault.hold.value);
        const Done held =
            fault.kind == HoldFault::Kind::NotMarked ? markAgain(database, fault) : placeAnew(database, fault);
        if (!held && isOfTheWhole(held.error()))
            return held;
        if (!held) {
            qCCritical(logServer).noquote() << "hold" << fault.hold.value
                                            << "could not be put right:" << held.error().message << held.error().detail;
            continue;
        }
        if (Done told = Changes(database).append(QStringLiteral("hold"), fault.hold.value, now, UserId{}); !told)
            return told;
        mended.append(fault.sentence());
    }
    if (mended.isEmpty())
        return {};
    qCCritical(logServer).noquote() << QStringLiteral(
                                           "%1 holds did not hold what they are for, for somebody else than the server "
                                           "changed the database. They hold it again from now on, and the audit log "
                                           "says so. Nothing was let go; what was deleted before is not brought back.")
                                           .arg(mended.size());
    AuditEntry entry;
    entry.at = now;
    entry.username = QStringLiteral("holdfast-server");
    entry.action = QStringLiteral("database-mend");
    entry.detail = {{QLatin1String("holds"), mended}};
    return Audit(database).append(entry);
}

} // namespace Holdfast
