// SPDX-License-Identifier: GPL-3.0-or-later
#include "local/AgentNames.h"

#include "sqlite/Query.h"
#include "sqlite/Transaction.h"

namespace Holdfast {

AgentNames::AgentNames(Database &database)
    : m_database(database)
{
}

Result<QHash<UserId, QString>> AgentNames::all() const
{
    QHash<UserId, QString> names;
    Query query(m_database, "SELECT id, name FROM agents");
    if (const Done read = query.each([&] { names.insert(UserId{query.number(0)}, query.text(1)); }); !read)
        return fail(read.error());
    return names;
}

Result<bool> AgentNames::knows(UserId agent) const
{
    Query query(m_database, "SELECT 1 FROM agents WHERE id = ?");
    return query.bind(agent).step();
}

Done AgentNames::replace(const QList<Agent> &agents)
{
    const auto before = all();
    if (!before)
        return fail(before.error());
    QHash<UserId, QString> now;
    for (const Agent &agent : agents)
        now.insert(agent.id, agent.fullName);
    if (now == *before)
        return {};
    auto transaction = Transaction::begin(m_database);
    if (!transaction)
        return fail(transaction.error());
    if (Done cleared = Query(m_database, "DELETE FROM agents").run(); !cleared)
        return cleared;
    for (const Agent &agent : agents)
        if (Done put = Query(m_database, "INSERT OR REPLACE INTO agents (id, name) VALUES (?, ?)")
                           .bind(agent.id, agent.fullName)
                           .run();
            !put)
            return put;
    const Done committed = transaction->commit();
    if (committed)
        Q_EMIT changed();
    return committed;
}

} // namespace Holdfast
