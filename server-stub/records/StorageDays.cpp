// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/StorageDays.h"

#include "sqlite/Query.h"

namespace Holdfast {

namespace {

const QDate epoch(1970, 1, 1);

QDate dateOf(qint64 day)
{
    return epoch.addDays(day);
}

qint64 dayOf(const QDate &date)
{
    return epoch.daysTo(date);
}

} // namespace

Result<StorageDays::Totals> StorageDays::totals()
{
    Totals totals;
    Query query(m_database, "SELECT files, bytes, (SELECT min(day) FROM storage_days) FROM storage_totals");
    const Done done = query.each([&] {
        totals.files = query.number(0);
        totals.bytes = query.number(1);
        if (!query.isNull(2))
            totals.firstDay = dateOf(query.number(2));
    });
    if (!done)
        return fail(done.error());
    return totals;
}

Result<QList<StorageDay>> StorageDays::since(const QDate &day)
{
    QList<StorageDay> days;
    Query query(m_database, "SELECT day, files_added, bytes_added, files_deleted, bytes_deleted FROM storage_days"
                            " WHERE day >= ? ORDER BY day");
    query.bind(dayOf(day));
    const Done done = query.each([&] {
        days.append({dateOf(query.number(0)), query.number(1), query.number(2), query.number(3), query.number(4)});
    });
    if (!done)
        return fail(done.error());
    return days;
}

Done StorageDays::noteDeleted(const QDate &day, qint64 bytes)
{
    Query query(m_database, "INSERT INTO storage_days (day, files_deleted, bytes_deleted) VALUES (?, 1, ?) ON CONFLICT"
                            " (day) DO UPDATE SET files_deleted = files_deleted + 1,"
                            " bytes_deleted = bytes_deleted + excluded.bytes_deleted");
    return query.bind(dayOf(day), bytes).run();
}

Done StorageDays::setQuota(qint64 bytes)
{
    Query query(m_database, "UPDATE storage_quota SET bytes = ? WHERE bytes <> ?");
    return query.bind(bytes, bytes).run();
}

Result<int> StorageDays::warnedLevel()
{
    Query query(m_database, "SELECT warned FROM storage_quota");
    return query.oneNumber().map([](qint64 level) { return static_cast<int>(level); });
}

Result<QList<CampaignUsage>> StorageDays::byCampaign()
{
    QList<CampaignUsage> usages;
    Query query(m_database, "SELECT s.campaign_id, coalesce(c.name, ''), s.files, s.bytes FROM campaign_storage s"
                            " LEFT JOIN campaigns c ON c.id = s.campaign_id WHERE s.files > 0"
                            " ORDER BY s.bytes DESC, s.campaign_id");
    const Done done = query.each([&] {
        CampaignUsage usage;
        if (query.number(0) > 0)
            usage.campaignId = CampaignId{query.number(0)};
        usage.campaignName = query.text(1);
        usage.files = query.number(2);
        usage.bytes = query.number(3);
        usages.append(usage);
    });
    if (!done)
        return fail(done.error());
    return usages;
}

} // namespace Holdfast
