// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/AuditGuards.h"

#include "sqlite/Query.h"

namespace Holdfast {

namespace {

/// As resources/schema/server makes them: one that does less is none.
constexpr const char *guards[] = {
    "CREATE TRIGGER audit_is_not_changed BEFORE UPDATE ON audit\nBEGIN\n"
    "    SELECT RAISE(ABORT, 'audit entries are not changed');\nEND",
    "CREATE TRIGGER audit_is_not_deleted BEFORE DELETE ON audit\nBEGIN\n"
    "    SELECT RAISE(ABORT, 'audit entries are not deleted');\nEND",
    "CREATE TRIGGER audit_is_only_appended BEFORE INSERT ON audit WHEN new.id <= (SELECT max(id) FROM audit)\nBEGIN\n"
    "    SELECT RAISE(ABORT, 'audit entries are only appended');\nEND",
};

} // namespace

Result<bool> isAuditGuarded(Database &database)
{
    for (const char *guard : guards) {
        Query query(database, "SELECT count(*) FROM sqlite_master WHERE type = 'trigger' AND trim(sql, char(10)) = ?");
        const Result<qint64> found = query.bind(QLatin1String(guard)).oneNumber();
        if (!found)
            return fail(found.error());
        if (*found == 0)
            return false;
    }
    return true;
}

} // namespace Holdfast
