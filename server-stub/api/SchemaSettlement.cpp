// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/SchemaSettlement.h"

#include "api/HoldSettlement.h"
#include "api/Log.h"
#include "api/SignedStart.h"
#include "records/Audit.h"
#include "records/SchemaCheck.h"

#include <QJsonArray>

#include <algorithm>

namespace Holdfast {

namespace {

QJsonArray namesOf(const QList<SchemaFault> &faults)
{
    QJsonArray names;
    for (const SchemaFault &fault : faults)
        names.append(QString(fault.type + u' ' + fault.name));
    return names;
}

/// Those that are not among `left`.
QList<SchemaFault> mendedOf(const QList<SchemaFault> &before, const QList<SchemaFault> &left)
{
    QList<SchemaFault> mended;
    std::copy_if(before.begin(), before.end(), std::back_inserter(mended), [&](const SchemaFault &fault) {
        return std::none_of(left.begin(), left.end(), [&](const SchemaFault &other) {
            return other.type == fault.type && other.name == fault.name;
        });
    });
    return mended;
}

/// Answers what is left.
Result<QList<SchemaFault>> mend(Database &database, const QList<SchemaFault> &faults, const QDateTime &now)
{
    SchemaCheck check(database);
    if (const Done mended = check.mend(faults); !mended)
        return fail(mended.error());
    const Result<QList<SchemaFault>> left = check.faults();
    if (!left)
        return left;
    const QList<SchemaFault> mended = mendedOf(faults, *left);
    AuditEntry entry;
    entry.at = now;
    entry.username = QStringLiteral("holdfast-server");
    entry.action = QStringLiteral("database-mend");
    entry.detail = {{QLatin1String("putBack"), namesOf(mended)}, {QLatin1String("left"), namesOf(*left)}};
    if (!mended.isEmpty())
        if (const Done noted = Audit(database).append(entry); !noted)
            return fail(noted.error());
    return left;
}

/// Marks may be missing though the guards are back: a server before this one put those back alone.
Done settleHolds(Database &database, const Clock &clock, const GroupWork &group)
{
    const Result<bool> needed = doHoldsNeedMending(database, HoldLook::Plain);
    if (!needed)
        return fail(needed.error());
    if (!*needed)
        return {};
    return inSignedTransaction(database, group, [&] { return mendHolds(database, clock(), HoldLook::Whole); });
}

} // namespace

Done settleSchema(Database &database, const Clock &clock, const GroupWork &group)
{
    const Result<QList<SchemaFault>> faults = SchemaCheck(database).faults();
    if (!faults)
        return fail(faults.error());
    if (faults->isEmpty())
        return settleHolds(database, clock, group);
    for (const SchemaFault &fault : *faults)
        qCCritical(logServer).noquote() << fault.sentence();
    QList<SchemaFault> left = *faults;
    const bool canMend =
        std::any_of(faults->begin(), faults->end(), [](const SchemaFault &fault) { return fault.canBeMended(); });
    // While the guards were away, the holds' marks could be taken away: nothing is swept before they are back.
    const Done mended = inSignedTransaction(database, group, [&]() -> Done {
        const Result<QList<SchemaFault>> after = canMend ? mend(database, *faults, clock()) : left;
        if (!after)
            return fail(after.error());
        left = *after;
        return mendHolds(database, clock(), HoldLook::Whole);
    });
    if (!mended)
        return mended;
    qCCritical(logServer).noquote()
        << QStringLiteral("Somebody else than the server changed the database: it lacked what guards "
                          "recordings and holds. %1 of %2 such parts were put back, and the audit log "
                          "says so. Run holdfast-server check to learn whether recordings were changed "
                          "before.")
               .arg(faults->size() - left.size())
               .arg(faults->size());
    for (const SchemaFault &fault : left)
        qCCritical(logServer).noquote() << fault.sentence() << "It could not be put right.";
    return {};
}

Result<QStringList> schemaProblems(Database &database)
{
    const Result<QList<SchemaFault>> faults = SchemaCheck(database).faults();
    if (!faults)
        return fail(faults.error());
    QStringList problems;
    for (const SchemaFault &fault : *faults)
        problems.append(fault.sentence());
    return problems;
}

} // namespace Holdfast
