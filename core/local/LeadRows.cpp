// SPDX-License-Identifier: GPL-3.0-or-later
#include "local/LeadRows.h"

#include "phone/PhoneNumber.h"
#include "sqlite/Query.h"

#include <QStringList>

namespace Holdfast::LeadRows {

namespace {

const QByteArray columns = "SELECT id, name, phone, campaign_id, campaign_name, agents, recording_count, created_at,"
                           " updated_at FROM leads";

QString textOfIds(const QList<UserId> &ids)
{
    QStringList texts;
    for (UserId id : ids)
        texts.append(QString::number(id.value));
    return texts.join(QLatin1Char(','));
}

QList<UserId> idsFromText(const QString &text)
{
    QList<UserId> ids;
    for (const QString &id : text.split(QLatin1Char(','), Qt::SkipEmptyParts))
        ids.append(UserId{id.toLongLong()});
    return ids;
}

Lead fromRow(const Query &query)
{
    Lead lead;
    lead.id = {query.number(0)};
    lead.name = query.text(1);
    lead.phone = query.text(2);
    if (!query.isNull(3))
        lead.campaignId = CampaignId{query.number(3)};
    lead.campaignName = query.text(4);
    lead.agents = idsFromText(query.text(5));
    lead.recordingCount = static_cast<int>(query.number(6));
    lead.createdAt = query.isNull(7) ? QDateTime() : query.time(7);
    lead.updatedAt = query.isNull(8) ? QDateTime() : query.time(8);
    return lead;
}

Result<QList<Lead>> allOf(Query &query)
{
    QList<Lead> leads;
    if (const Done read = query.each([&] { leads.append(fromRow(query)); }); !read)
        return fail(read.error());
    return leads;
}

std::optional<QDateTime> timeOf(const QDateTime &time)
{
    return time.isValid() ? std::optional(time) : std::nullopt;
}

} // namespace

Result<QList<Lead>> all(Database &database)
{
    Query query(database, columns);
    return allOf(query);
}

Result<QList<Lead>> after(Database &database, LeadId id, int most)
{
    Query query(database, columns + " WHERE id > ? ORDER BY id LIMIT ?");
    query.bind(id, most);
    return allOf(query);
}

Result<QList<Lead>> named(Database &database, const QString &name)
{
    Query query(database, columns + " WHERE name = ? COLLATE NOCASE");
    query.bind(name);
    return allOf(query);
}

Result<QList<Lead>> withPhone(Database &database, const QString &number, const QString &region)
{
    Query query(database, columns + " WHERE phone_tail = ? AND phone_tail <> ''");
    query.bind(phoneTail(number));
    Result<QList<Lead>> leads = allOf(query);
    if (leads)
        leads->removeIf([&](const Lead &lead) { return !isSameNumber(lead.phone, number, region); });
    return leads;
}

Result<std::optional<Lead>> byId(Database &database, LeadId id)
{
    Query query(database, columns + " WHERE id = ?");
    query.bind(id);
    const Result<bool> row = query.step();
    if (!row)
        return fail(row.error());
    return *row ? std::optional(fromRow(query)) : std::nullopt;
}

Result<bool> has(Database &database, LeadId id)
{
    Query query(database, "SELECT 1 FROM leads WHERE id = ?");
    query.bind(id);
    return query.step();
}

Done put(Database &database, const Lead &lead)
{
    return Query(database, "INSERT INTO leads (id, name, phone, campaign_id, campaign_name, agents, recording_count,"
                           " created_at, updated_at, phone_tail) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT "
                           "(id) DO UPDATE SET"
                           " name = excluded.name, phone = excluded.phone, campaign_id = excluded.campaign_id,"
                           " campaign_name = excluded.campaign_name, agents = excluded.agents,"
                           " recording_count = excluded.recording_count, created_at = excluded.created_at,"
                           " updated_at = excluded.updated_at, phone_tail = excluded.phone_tail")
        .bind(lead.id, lead.name, lead.phone, lead.campaignId, lead.campaignName, textOfIds(lead.agents),
              lead.recordingCount, timeOf(lead.createdAt), timeOf(lead.updatedAt), phoneTail(lead.phone))
        .run();
}

Done setRecordingCount(Database &database, LeadId id, int count)
{
    return Query(database, "UPDATE leads SET recording_count = max(0, ?) WHERE id = ?").bind(count, id).run();
}

Done rename(Database &database, const Campaign &campaign)
{
    return Query(database, "UPDATE leads SET campaign_name = ? WHERE campaign_id = ?")
        .bind(campaign.name, campaign.id)
        .run();
}

Done remove(Database &database, LeadId id)
{
    return Query(database, "DELETE FROM leads WHERE id = ?").bind(id).run();
}

} // namespace Holdfast::LeadRows
