// SPDX-License-Identifier: GPL-3.0-or-later
#include "local/UnsentRows.h"

#include "local/KnownCopies.h"
#include "local/LocalAnnotations.h"
#include "sqlite/Migration.h"
#include "sqlite/Query.h"
#include "sqlite/Steps.h"

namespace Holdfast {

namespace {

// Tables that nothing is taken from: outbox, begun_uploads, drafts, sealing; inbox and inbox_folders, since the files
// that they name lie in those folders anyway, and must not be taken for new ones. A table that is new belongs there or
// here.
constexpr const char *takings[] = {
    "DELETE FROM annotations WHERE pending = ''",
    "DELETE FROM agents",
    "DELETE FROM dispositions",
    "DELETE FROM listening",
    "DELETE FROM following",
    "DELETE FROM following_met",
    "DELETE FROM following_due",
    "DELETE FROM doomed_files",
    "DELETE FROM lead_marks",
    "DELETE FROM recordings WHERE coalesce(upload_id, '') NOT IN (SELECT upload_id FROM outbox)"
    " AND coalesce('u' || upload_id, 'r' || recording_id) NOT IN"
    " (SELECT recording FROM annotations UNION SELECT recording FROM drafts)",
    "DELETE FROM leads WHERE id NOT IN (SELECT lead_id FROM recordings)",
    "DELETE FROM gone_leads WHERE lead_id NOT IN (SELECT lead_id FROM recordings)",
    "DELETE FROM gone_recordings WHERE recording_id NOT IN"
    " (SELECT recording_id FROM recordings WHERE recording_id NOT NULL)",
};

Done takeOut(Database &database)
{
    for (const char *taking : takings)
        if (Done taken = Query(database, taking).run(); !taken)
            return taken;
    return {};
}

Result<Unsent> count(Database &database)
{
    const Result<QStringList> uploads = KnownCopies::inOutbox(database);
    if (!uploads)
        return fail(uploads.error());
    const Result<qint64> remarks = Query(database, "SELECT (SELECT count(*) FROM drafts) +"
                                                   " (SELECT count(*) FROM annotations WHERE pending <> '')")
                                       .oneNumber();
    if (!remarks)
        return fail(remarks.error());
    const Result<qint64> inInbox = Query(database, "SELECT count(*) FROM inbox WHERE state = 'new'").oneNumber();
    if (!inInbox)
        return fail(inInbox.error());
    return Unsent{*uploads, *remarks, *inInbox};
}

Result<std::unique_ptr<Database>> openDatabase(const QString &path)
{
    auto database = Database::open(path, Durability::Full);
    if (!database)
        return database;
    if (const Done migrated = migrate(**database, QStringLiteral(":/schema/client")); !migrated)
        return fail(migrated.error());
    if (const Done forgotten = LocalAnnotations::forgetEmpty(**database); !forgotten)
        return fail(forgotten.error());
    return database;
}

} // namespace

Result<Unsent> countUnsent(const QString &databasePath)
{
    const auto database = openDatabase(databasePath);
    return database ? count(**database) : fail(database.error());
}

Result<Unsent> keepOnlyUnsent(const QString &databasePath)
{
    const auto database = openDatabase(databasePath);
    if (!database)
        return fail(database.error());
    if (const Done taken = inTransaction(**database, [&] { return takeOut(**database); }); !taken)
        return fail(taken.error());
    if (const Done vacuumed = Query(**database, "VACUUM").run(); !vacuumed)
        return fail(vacuumed.error());
    return count(**database);
}

} // namespace Holdfast
