// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/SchemaCheck.h"

#include "sqlite/Migration.h"
#include "sqlite/Query.h"

#include <QMap>

#include <algorithm>

namespace Holdfast {

namespace {

using Key = std::pair<QString, QString>; // its type and its name
using Parts = QMap<Key, QString>;        // the statement that makes it

/// Without SQLite's own, and without the tables in which the words' index keeps itself: those are made by SQLite, and
/// another version of it may make them otherwise.
Result<Parts> partsOf(Database &database)
{
    Parts parts;
    Query query(database, "SELECT type, name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\'"
                          " AND name NOT LIKE 'recording\\_words\\_%' ESCAPE '\\'");
    const Done read = query.each([&] { parts.insert({query.text(0), query.text(1)}, query.text(2)); });
    return read ? Result<Parts>(parts) : fail(read.error());
}

Result<Parts> fresh()
{
    const Result<std::unique_ptr<Database>> database = Database::open(QStringLiteral(":memory:"), Durability::Full);
    if (!database)
        return fail(database.error());
    if (const Done made = migrate(**database, QStringLiteral(":/schema/server")); !made)
        return fail(made.error());
    return partsOf(**database);
}

/// The program's own, which never changes while it runs.
const Result<Parts> &expected()
{
    static const Result<Parts> parts = fresh();
    return parts;
}

bool isOfTheWhole(const Failure &failure)
{
    return failure.kind == FailureKind::StorageFull || failure.kind == FailureKind::Corrupt;
}

} // namespace

QString SchemaFault::sentence() const
{
    switch (kind) {
    case Kind::Missing:
        return QStringLiteral("The %1 %2 of the database is missing.").arg(type, name);
    case Kind::Changed:
        return QStringLiteral("The %1 %2 of the database was changed.").arg(type, name);
    case Kind::Foreign:
        return QStringLiteral("The %1 %2 of the database is none of Holdfast's.").arg(type, name);
    }
    Q_UNREACHABLE();
}

Result<QList<SchemaFault>> SchemaCheck::faults()
{
    const Result<Parts> &wanted = expected();
    const Result<Parts> found = wanted ? partsOf(m_database) : wanted;
    if (!found)
        return fail(found.error());
    QList<SchemaFault> faults;
    for (auto part = wanted->cbegin(); part != wanted->cend(); ++part) {
        const auto there = found->constFind(part.key());
        const auto &[type, name] = part.key();
        if (there == found->cend())
            faults.append({SchemaFault::Kind::Missing, type, name, *part});
        else if (there->simplified() != part->simplified())
            faults.append({SchemaFault::Kind::Changed, type, name, *part});
    }
    for (auto part = found->cbegin(); part != found->cend(); ++part)
        if (part.key().first == QLatin1String("trigger") && !wanted->contains(part.key()))
            faults.append({SchemaFault::Kind::Foreign, part.key().first, part.key().second, {}});
    return faults;
}

Done SchemaCheck::checkTriggers()
{
    const Result<Parts> &wanted = expected();
    const Result<qint64> found =
        wanted ? Query(m_database, "SELECT count(*) FROM sqlite_master WHERE type = 'trigger'").oneNumber()
               : fail(wanted.error());
    if (!found)
        return fail(found.error());
    const auto isTrigger = [](const Key &key) { return key.first == QLatin1String("trigger"); };
    const QList<Key> keys = wanted->keys();
    if (*found >= std::count_if(keys.begin(), keys.end(), isTrigger))
        return {};
    return fail(FailureKind::Internal,
                QStringLiteral("The database lacks what guards recordings under compliance hold: somebody took it out. "
                               "Nothing was held. Start the server anew, which puts it back, and try again."));
}

Done SchemaCheck::mend(const QList<SchemaFault> &faults)
{
    for (const QLatin1String type : {QLatin1String("view"), QLatin1String("index"), QLatin1String("trigger")})
        for (const SchemaFault &fault : faults) {
            if (fault.type != type || !fault.canBeMended())
                continue;
            if (fault.kind == SchemaFault::Kind::Changed)
                if (Done gone = Query(m_database, "DROP " + fault.type.toLatin1() + " " + fault.name.toLatin1()).run();
                    !gone)
                    return gone;
            // What contradicts what is there, or lacks its table, stays a fault.
            if (Done made = Query(m_database, fault.sql.toUtf8()).run(); !made && isOfTheWhole(made.error()))
                return made;
        }
    Query mark(m_database, "UPDATE recordings SET compliance_hold = 1, revision = revision + 1"
                           " WHERE compliance_hold = 0"
                           " AND EXISTS (SELECT 1 FROM standing_holds s WHERE s.recording_id = recordings.id)");
    return mark.run();
}

} // namespace Holdfast
