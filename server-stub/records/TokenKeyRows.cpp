// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/TokenKeyRows.h"

#include "sqlite/Query.h"

namespace Holdfast {

Result<QList<TokenKeyRow>> TokenKeyRows::all()
{
    QList<TokenKeyRow> keys;
    Query query(m_database, "SELECT id, made_at, replaced_at FROM token_keys ORDER BY made_at DESC, id");
    const Done done = query.each([&] {
        keys.append({query.bytes(0), query.time(1), query.isNull(2) ? std::nullopt : std::optional(query.time(2))});
    });
    if (!done)
        return fail(done.error());
    return keys;
}

Done TokenKeyRows::replace(const QByteArray &id, const QDateTime &now)
{
    Query before(m_database, "UPDATE token_keys SET replaced_at = ? WHERE replaced_at IS NULL");
    if (Done done = before.bind(now).run(); !done)
        return done;
    Query query(m_database, "INSERT INTO token_keys (id, made_at) VALUES (?, ?)"
                            " ON CONFLICT (id) DO UPDATE SET replaced_at = NULL");
    return query.bind(QString::fromLatin1(id), now).run();
}

Done TokenKeyRows::remove(const QByteArray &id)
{
    Query query(m_database, "DELETE FROM token_keys WHERE id = ?");
    return query.bind(QString::fromLatin1(id)).run();
}

Done TokenKeyRows::removeReplaced()
{
    return Query(m_database, "DELETE FROM token_keys WHERE replaced_at IS NOT NULL").run();
}

} // namespace Holdfast
