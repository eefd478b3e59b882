// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/LeadImport.h"

#include "records/Campaigns.h"
#include "records/Changes.h"
#include "records/Edits.h"
#include "records/LeadComparison.h"
#include "records/Leads.h"
#include "records/Users.h"
#include "sqlite/Query.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace Holdfast {

namespace {

Result<LeadImportNames> readNames(Database &database)
{
    const Result<QList<Campaign>> campaigns = Campaigns(database).all();
    const Result<QList<Account>> accounts = Users(database).all();
    if (!campaigns || !accounts)
        return fail(campaigns ? accounts.error() : campaigns.error());
    LeadImportNames names;
    for (const Campaign &campaign : *campaigns) {
        names.campaigns.insert(campaign.name, campaign.id);
        names.campaignNames.insert(campaign.id, campaign.name);
    }
    for (const Account &account : *accounts) {
        names.users.insert(account.user.username.toCaseFolded(), account.user.id);
        names.usernames.insert(account.user.id, account.user.username);
    }
    return names;
}

/// What a comparison wants of each lead, and no more: there are many.
Done holdAgainstAll(Database &database, LeadComparison &comparison)
{
    Query query(database, "SELECT id, name, phone, campaign_id,"
                          " (SELECT group_concat(user_id) FROM lead_agents WHERE lead_id = leads.id) FROM leads");
    Lead lead;
    return query.each([&] {
        lead.id = {query.number(0)};
        lead.name = query.text(1);
        lead.phone = query.text(2);
        lead.campaignId = query.isNull(3) ? std::nullopt : std::optional(CampaignId{query.number(3)});
        lead.agents.clear();
        for (const QByteArray &agent : query.bytes(4).split(','))
            if (!agent.isEmpty())
                lead.agents.append(UserId{agent.toLongLong()});
        comparison.hold(lead);
    });
}

} // namespace

Result<LeadImport::Plan> LeadImport::plan(const QList<LeadRow> &rows, LeadImportReport report)
{
    const Result<LeadImportNames> names = readNames(m_database);
    const Result<qint64> newest = Changes(m_database).newest();
    if (!names || !newest)
        return fail(names ? newest.error() : names.error());
    Plan plan;
    plan.asOf = *newest;
    plan.report = std::move(report);
    LeadComparison comparison(rows, *names, plan);
    if (const Done held = holdAgainstAll(m_database, comparison); !held)
        return fail(held.error());
    comparison.finish();
    return plan;
}

/// What changed of other leads does not touch it.
Result<bool> LeadImport::holds(const Plan &plan)
{
    Query query(m_database, "SELECT DISTINCT l.id, l.name, l.phone FROM changes c JOIN leads l ON l.id = c.subject_id"
                            " WHERE c.sequence > ? AND c.kind = 'lead'");
    bool holds = true;
    const Done read = query.bind(plan.asOf).each([&] {
        const size_t key = LeadComparison::keyOf(query.text(1), PhoneDigits(query.text(2)));
        const bool wasReplaced =
            std::ranges::any_of(plan.replaced, [&](const Lead &lead) { return lead.id.value == query.number(0); });
        holds = holds && !wasReplaced && !std::ranges::binary_search(plan.keys, key);
    });
    return read ? Result<bool>(holds) : fail(read.error());
}

Done LeadImport::carryOut(const Plan &plan, AuditEntry entry)
{
    if (const Done created = create(plan.created, entry.at); !created)
        return created;
    if (const Done changed = change(plan, entry.userId, entry.at); !changed)
        return changed;
    entry.detail.insert(QLatin1String("created"), plan.report.created);
    entry.detail.insert(QLatin1String("changed"), plan.report.changed);
    entry.detail.insert(QLatin1String("alreadyThere"), plan.report.alreadyThere);
    return Audit(m_database).append(entry);
}

/// By the hundred: each statement of its own costs more than what it does.
Done LeadImport::create(const std::vector<QByteArray> &leads, const QDateTime &at)
{
    const Result<qint64> highest =
        Query(m_database, "SELECT coalesce(max(seq), 0) FROM sqlite_sequence WHERE name = 'leads'").oneNumber();
    if (!highest)
        return fail(highest.error());
    qint64 next = *highest + 1;
    for (const QByteArray &some : leads) {
        const QString json = QString::fromUtf8(some);
        Query made(m_database,
                   "INSERT INTO leads (id, name, phone, campaign_id, created_at, updated_at) SELECT ? + key,"
                   " json_extract(value, '$[0]'), json_extract(value, '$[1]'), json_extract(value, '$[2]'),"
                   " ?, ? FROM json_each(?)");
        if (const Done done = made.bind(next, at, at, json).run(); !done)
            return done;
        Query assigned(m_database, "INSERT INTO lead_agents (lead_id, user_id) SELECT ? + lead.key, agent.value"
                                   " FROM json_each(?) lead, json_each(lead.value, '$[3]') agent");
        if (const Done done = assigned.bind(next, json).run(); !done)
            return done;
        next += made.changedRows();
    }
    return Changes(m_database).appendNewLeads(LeadId{*highest}, at);
}

Done LeadImport::change(const Plan &plan, UserId by, const QDateTime &at)
{
    for (size_t i = 0; i < plan.changed.size(); ++i) {
        Lead lead = plan.changed[i];
        lead.updatedAt = at;
        if (const Done changed = Leads(m_database).change(lead); !changed)
            return changed;
        if (const Done noted = Edits(m_database, Edited::Lead).note(lead.id.value, by, at); !noted)
            return noted;
        // Those who had it must learn that they have it no more.
        QList<UserId> concerned = lead.agents;
        for (const UserId agent : plan.replaced[i].agents)
            if (!concerned.contains(agent))
                concerned.append(agent);
        if (concerned.isEmpty())
            concerned.append(UserId{});
        for (const UserId agent : concerned)
            if (const Done noted = Changes(m_database).append(QStringLiteral("lead"), lead.id.value, at, agent); !noted)
                return noted;
    }
    return {};
}

} // namespace Holdfast
