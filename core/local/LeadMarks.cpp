// SPDX-License-Identifier: GPL-3.0-or-later
#include "local/LeadMarks.h"

#include "sqlite/Query.h"

namespace Holdfast {

LeadMarks::LeadMarks(Database &database)
    : m_database(database)
{
}

Result<QSet<LeadId>> LeadMarks::unread() const
{
    Query query(m_database, "SELECT lead_id FROM lead_marks WHERE unread = 1");
    QSet<LeadId> leads;
    if (const Done read = query.each([&] { leads.insert(LeadId{query.number(0)}); }); !read)
        return fail(read.error());
    return leads;
}

Result<bool> LeadMarks::isUnread(LeadId lead) const
{
    Query query(m_database, "SELECT 1 FROM lead_marks WHERE lead_id = ? AND unread = 1");
    query.bind(lead);
    return query.step();
}

Done LeadMarks::opened(LeadId lead)
{
    const Result<bool> wasUnread = isUnread(lead);
    if (!wasUnread)
        return fail(wasUnread.error());
    const Result<bool> before = wasOpened(m_database, lead);
    if (!before)
        return fail(before.error());
    if (*before && !*wasUnread)
        return {};
    const Done done = Query(m_database, "INSERT INTO lead_marks (lead_id, opened, unread) VALUES (?, 1, 0)"
                                        " ON CONFLICT (lead_id) DO UPDATE SET opened = 1, unread = 0")
                          .bind(lead)
                          .run();
    if (done && *wasUnread)
        Q_EMIT changed(lead);
    return done;
}

Done LeadMarks::markUnread(Database &database, LeadId lead)
{
    return Query(database, "INSERT INTO lead_marks (lead_id, opened, unread) VALUES (?, 0, 1)"
                           " ON CONFLICT (lead_id) DO UPDATE SET unread = 1")
        .bind(lead)
        .run();
}

Result<bool> LeadMarks::wasOpened(Database &database, LeadId lead)
{
    Query query(database, "SELECT 1 FROM lead_marks WHERE lead_id = ? AND opened = 1");
    query.bind(lead);
    return query.step();
}

} // namespace Holdfast
