// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/DatabaseCheck.h"

#include "records/HoldCheck.h"
#include "records/SchemaCheck.h"
#include "sqlite/Query.h"
#include "sqlite/Steps.h"

namespace Holdfast {

namespace {

using Tell = std::function<void(const QString &)>;

Done checkSchema(Database &database, const Tell &tell)
{
    const Result<QList<SchemaFault>> faults = SchemaCheck(database).faults();
    if (!faults)
        return fail(faults.error());
    for (const SchemaFault &fault : *faults)
        tell(fault.canBeMended() ? fault.sentence() + QStringLiteral(" The server puts it back when it starts.")
                                 : fault.sentence());
    return {};
}

/// A connection without foreign keys takes away what others refer to.
Done checkReferences(Database &database, const Tell &tell)
{
    Query query(database, "SELECT f.\"table\", coalesce(f.rowid, 0), f.parent, coalesce(k.\"from\", ''), count(*)"
                          " FROM pragma_foreign_key_check f"
                          " LEFT JOIN pragma_foreign_key_list(f.\"table\") k ON k.id = f.fkid"
                          " GROUP BY 1, 2, 3, 4 ORDER BY 1, 2");
    return query.each([&] {
        // Rows without a number of their own are counted.
        const QString row = query.number(1) > 0 ? u' ' + QString::number(query.number(1))
                                                : QStringLiteral(", %1 rows").arg(query.number(4));
        tell(QStringLiteral("%1%2: its %3 names nothing that is among the %4")
                 .arg(query.text(0) == QLatin1String("recordings") ? QStringLiteral("recording") : query.text(0), row,
                      query.text(3), query.text(2)));
    });
}

Done checkHeld(Database &database, const Tell &tell)
{
    Query query(database, "SELECT s.recording_id, s.hold_id, r.id IS NULL FROM standing_holds s"
                          " LEFT JOIN recordings r ON r.id = s.recording_id"
                          " WHERE r.id IS NULL OR r.compliance_hold = 0 ORDER BY 1, 2");
    return query.each([&] {
        tell((query.number(2) != 0
                  ? QStringLiteral("recording %1: hold %2 stands over it, and it is not there any more")
                  : QStringLiteral("recording %1: hold %2 stands over it, and it is not marked as held"))
                 .arg(query.number(0))
                 .arg(query.number(1)));
    });
}

Done checkHolds(Database &database, const Tell &tell)
{
    return HoldCheck(database).each([&](const HoldFault &fault) { tell(fault.sentence()); });
}

Done checkReleases(Database &database, const Tell &tell)
{
    Query query(database, "SELECT h.id FROM holds h WHERE h.released_at IS NOT NULL AND NOT EXISTS"
                          " (SELECT 1 FROM audit a WHERE a.user_id = h.released_by AND a.at = h.released_at"
                          " AND a.action IN ('hold', 'hold-release', 'hold-release-approve')"
                          " AND a.outcome = 'allowed') ORDER BY h.id");
    return query.each([&] {
        tell(QStringLiteral("hold %1: it was released, and no entry of the audit log tells by whom")
                 .arg(query.number(0)));
    });
}

} // namespace

Done checkDatabase(Database &database, const Tell &tell)
{
    // Where the schema lacks what the others ask, that is told first.
    return inOrder([&] { return checkSchema(database, tell); }, [&] { return checkReferences(database, tell); },
                   [&] { return checkHeld(database, tell); }, [&] { return checkHolds(database, tell); },
                   [&] { return checkReleases(database, tell); });
}

} // namespace Holdfast
