// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/Leads.h"

#include "records/ChangedOne.h"

#include <QRegularExpression>

namespace Holdfast {

namespace {

const QByteArray leadColumns =
    "SELECT l.id, l.name, l.phone, l.campaign_id, coalesce(c.name, ''), l.created_at, l.updated_at,"
    " (SELECT group_concat(user_id) FROM lead_agents WHERE lead_id = l.id),"
    " coalesce((SELECT count FROM lead_recording_counts WHERE lead_id = l.id), 0), l.revision"
    " FROM leads l LEFT JOIN campaigns c ON c.id = l.campaign_id";

Lead leadOf(const Query &query)
{
    Lead lead;
    lead.id = {query.number(0)};
    lead.name = query.text(1);
    lead.phone = query.text(2);
    if (!query.isNull(3))
        lead.campaignId = CampaignId{query.number(3)};
    lead.campaignName = query.text(4);
    lead.createdAt = query.time(5);
    lead.updatedAt = query.time(6);
    for (const QByteArray &agent : query.bytes(7).split(','))
        if (!agent.isEmpty())
            lead.agents.append(UserId{agent.toLongLong()});
    lead.recordingCount = static_cast<int>(query.number(8));
    lead.revision = query.number(9);
    return lead;
}

QString likePattern(QString word)
{
    word.replace(QLatin1Char('\\'), QStringLiteral("\\\\"));
    word.replace(QLatin1Char('%'), QStringLiteral("\\%"));
    word.replace(QLatin1Char('_'), QStringLiteral("\\_"));
    return QLatin1Char('%') + word + QLatin1Char('%');
}

QStringList partsOf(const QString &words)
{
    static const QRegularExpression space(QStringLiteral("\\s+"));
    return words.split(space, Qt::SkipEmptyParts);
}

QByteArray conditions(const Leads::Filter &filter)
{
    QByteArray sql = " WHERE 1";
    for (qsizetype agent = filter.agents.size(); agent > 0; --agent)
        sql += " AND l.id IN (SELECT lead_id FROM lead_agents WHERE user_id = ?)";
    for (qsizetype part = partsOf(filter.words).size(); part > 0; --part)
        sql += " AND (l.name LIKE ? ESCAPE '\\' OR l.phone LIKE ? ESCAPE '\\')";
    return sql;
}

void bindConditions(Query &query, const Leads::Filter &filter)
{
    for (const UserId agent : filter.agents)
        query.bind(agent);
    for (const QString &part : partsOf(filter.words))
        query.bind(likePattern(part), likePattern(part));
}

} // namespace

Result<QList<Lead>> Leads::list(const Filter &filter, int limit, qint64 offset)
{
    // Only what is answered is looked at whole: the rows before it need no more than their place.
    Query query(m_database, leadColumns + " WHERE l.id IN (SELECT l.id FROM leads l" + conditions(filter) +
                                " ORDER BY l.name, l.id LIMIT ? OFFSET ?) ORDER BY l.name, l.id");
    bindConditions(query, filter);
    query.bind(limit, offset);
    QList<Lead> leads;
    if (Done done = query.each([&] { leads.append(leadOf(query)); }); !done)
        return fail(done.error());
    return leads;
}

Result<qint64> Leads::count(const Filter &filter)
{
    qint64 count = 0;
    Query query(m_database, "SELECT count(*) FROM leads l" + conditions(filter));
    bindConditions(query, filter);
    if (Done done = query.each([&] { count = query.number(0); }); !done)
        return fail(done.error());
    return count;
}

Result<std::optional<Lead>> Leads::byId(LeadId id)
{
    std::optional<Lead> lead;
    Query query(m_database, leadColumns + " WHERE l.id = ?");
    query.bind(id);
    if (Done done = query.each([&] { lead = leadOf(query); }); !done)
        return fail(done.error());
    return lead;
}

Result<int> Leads::recordingCount(LeadId id)
{
    return Query(m_database, "SELECT count FROM lead_recording_counts WHERE lead_id = ?")
        .bind(id)
        .oneNumber()
        .map([](qint64 count) { return static_cast<int>(count); });
}

Result<QList<Agent>> Leads::agents(std::optional<UserId> around)
{
    QList<Agent> agents;
    const QByteArray among = " WHERE id = ? OR id IN (SELECT other.user_id FROM lead_agents mine JOIN lead_agents other"
                             " ON other.lead_id = mine.lead_id WHERE mine.user_id = ?)";
    Query query(m_database,
                "SELECT id, full_name FROM users" + (around ? among : QByteArray()) + " ORDER BY full_name, id");
    if (around)
        query.bind(*around, *around);
    const Done read = query.each([&] { agents.append({{query.number(0)}, query.text(1)}); });
    if (!read)
        return fail(read.error());
    return agents;
}

Result<LeadId> Leads::add(const Lead &lead)
{
    Query query(m_database,
                "INSERT INTO leads (name, phone, campaign_id, created_at, updated_at) VALUES (?, ?, ?, ?, ?)");
    query.bind(lead.name, lead.phone, lead.campaignId, lead.createdAt, lead.updatedAt);
    if (Done done = query.run(); !done)
        return fail(done.error());
    const LeadId id{query.insertedId()};
    if (Done done = assign(id, lead.agents); !done)
        return fail(done.error());
    return id;
}

Done Leads::change(const Lead &lead)
{
    Query query(m_database, "UPDATE leads SET name = ?, phone = ?, campaign_id = ?, updated_at = ? WHERE id = ?");
    query.bind(lead.name, lead.phone, lead.campaignId, lead.updatedAt, lead.id);
    if (Done done = changedOne(query, QStringLiteral("Lead not found")); !done)
        return done;
    Query before(m_database, "DELETE FROM lead_agents WHERE lead_id = ?");
    if (Done done = before.bind(lead.id).run(); !done)
        return done;
    return assign(lead.id, lead.agents);
}

Done Leads::assign(LeadId id, const QList<UserId> &agents)
{
    for (const UserId agent : agents) {
        Query query(m_database, "INSERT INTO lead_agents (lead_id, user_id) VALUES (?, ?)");
        if (Done done = query.bind(id, agent).run(); !done)
            return done;
    }
    return {};
}

} // namespace Holdfast
