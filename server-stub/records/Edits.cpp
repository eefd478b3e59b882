// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/Edits.h"

#include "records/ChangedOne.h"

namespace Holdfast {

namespace {

QByteArray tableOf(Edited what)
{
    switch (what) {
    case Edited::Matter:
        return "matters";
    case Edited::Policy:
        return "retention_policies";
    case Edited::Lead:
        return "leads";
    case Edited::User:
        return "users";
    }
    Q_UNREACHABLE();
}

QString notThere()
{
    return QStringLiteral("This is no longer on the server.");
}

} // namespace

Result<LastEdit> Edits::last(qint64 id)
{
    Query query(m_database, "SELECT t.revision, coalesce(u.full_name, ''), t.revised_at FROM " + tableOf(m_what) +
                                " t LEFT JOIN users u ON u.id = t.revised_by WHERE t.id = ?");
    const Result<bool> row = query.bind(id).step();
    if (!row)
        return fail(row.error());
    if (!*row)
        return fail(FailureKind::NotFound, notThere());
    LastEdit edit{query.number(0), query.text(1), std::nullopt};
    if (!query.isNull(2))
        edit.at = query.time(2);
    return edit;
}

Done Edits::note(qint64 id, UserId by, const QDateTime &at)
{
    Query query(m_database, "UPDATE " + tableOf(m_what) +
                                " SET revision = revision + 1, revised_by = ?, revised_at = ? WHERE id = ?");
    return changedOne(query.bind(by, at, id), notThere());
}

} // namespace Holdfast
