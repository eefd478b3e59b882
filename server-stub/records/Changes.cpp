// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/Changes.h"

#include "sqlite/Query.h"

namespace Holdfast {

Done Changes::append(const QString &kind, qint64 subjectId, const QDateTime &at, std::optional<UserId> agent)
{
    Query query(m_database, "INSERT INTO changes (kind, subject_id, at, agent_id) VALUES (?, ?, ?, ?)");
    return query.bind(kind, subjectId, at, agent).run();
}

Result<QList<Change>> Changes::since(qint64 sequence, int limit)
{
    QList<Change> changes;
    Query query(m_database, "SELECT sequence, kind, subject_id, at FROM changes WHERE sequence > ? ORDER BY sequence"
                            " LIMIT ?");
    query.bind(sequence, limit);
    const Done done = query.each([&] {
        changes.append({query.number(0), query.text(1), query.number(2), query.time(3)});
    });
    if (!done)
        return fail(done.error());
    return changes;
}

} // namespace Holdfast
