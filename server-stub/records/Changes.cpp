// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/Changes.h"

#include "sqlite/Query.h"

namespace Holdfast {

Done Changes::append(const QString &kind, qint64 subjectId, const QDateTime &at, std::optional<UserId> agent)
{
    Query before(m_database, "DELETE FROM changes WHERE subject_id = ? AND kind = ? AND agent_id IS ?");
    if (Done done = before.bind(subjectId, kind, agent).run(); !done)
        return done;
    Query query(m_database, "INSERT INTO changes (kind, subject_id, at, agent_id) VALUES (?, ?, ?, ?)");
    return query.bind(kind, subjectId, at, agent).run();
}

Done Changes::appendNewLeads(LeadId above, const QDateTime &at)
{
    // One of nobody's concerns those alone who see everything.
    Query query(m_database, "INSERT INTO changes (kind, subject_id, at, agent_id) SELECT 'lead', l.id, ?,"
                            " coalesce(a.user_id, 0) FROM leads l LEFT JOIN lead_agents a ON a.lead_id = l.id"
                            " WHERE l.id > ? ORDER BY l.id");
    return query.bind(at, above).run();
}

Result<QList<Change>> Changes::since(qint64 sequence, int limit, std::optional<UserId> agent)
{
    QList<Change> changes;
    const QByteArray all = "SELECT sequence, kind, subject_id, at FROM changes WHERE sequence > ? ORDER BY sequence"
                           " LIMIT ?";
    // Two walks along an index: one over both would read what concerns others.
    const QByteArray own =
        "SELECT * FROM (SELECT * FROM (SELECT sequence, kind, subject_id, at FROM changes WHERE agent_id = ?"
        " AND sequence > ? ORDER BY sequence LIMIT ?) UNION ALL SELECT * FROM (SELECT sequence, kind, subject_id, at"
        " FROM changes WHERE agent_id IS NULL AND sequence > ? ORDER BY sequence LIMIT ?)) ORDER BY sequence LIMIT ?";
    Query query(m_database, agent ? own : all);
    if (agent)
        query.bind(*agent, sequence, limit, sequence, limit, limit);
    else
        query.bind(sequence, limit);
    const Done done = query.each([&] {
        changes.append({query.number(0), query.text(1), query.number(2), query.time(3)});
    });
    if (!done)
        return fail(done.error());
    return changes;
}

Result<qint64> Changes::newest()
{
    qint64 sequence = 0;
    Query query(m_database, "SELECT seq FROM sqlite_sequence WHERE name = 'changes'");
    if (Done done = query.each([&] { sequence = query.number(0); }); !done)
        return fail(done.error());
    return sequence;
}

} // namespace Holdfast
