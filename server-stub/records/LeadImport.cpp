// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/LeadImport.h"

#include "records/Campaigns.h"
#include "records/Changes.h"
#include "records/Leads.h"
#include "records/Users.h"
#include "sqlite/Query.h"

#include <QHash>

namespace Holdfast {

namespace {

QString digitsOf(const QString &phone)
{
    QString digits;
    for (const QChar c : phone)
        if (c.isDigit())
            digits.append(c);
    return digits;
}

} // namespace

Result<bool> LeadImport::isThere(const LeadRow &row)
{
    bool found = false;
    Query query(m_database, "SELECT phone FROM leads WHERE name = ?");
    query.bind(row.name);
    const Done done = query.each([&] { found = found || digitsOf(query.text(0)) == digitsOf(row.phone); });
    if (!done)
        return fail(done.error());
    return found;
}

Result<LeadImport::Outcome> LeadImport::run(const QList<LeadRow> &rows, AuditEntry entry)
{
    const Result<QList<Campaign>> campaigns = Campaigns(m_database).all();
    const Result<QList<Account>> accounts = Users(m_database).all();
    if (!campaigns || !accounts)
        return fail(campaigns ? accounts.error() : campaigns.error());
    QHash<QString, CampaignId> campaignIds;
    for (const Campaign &campaign : *campaigns)
        campaignIds.insert(campaign.name, campaign.id);
    QHash<QString, UserId> userIds;
    for (const Account &account : *accounts)
        userIds.insert(account.user.username.toCaseFolded(), account.user.id);

    Outcome outcome;
    for (const LeadRow &row : rows) {
        const qsizetype problemsBefore = outcome.problems.size();
        Lead lead;
        lead.name = row.name;
        lead.phone = row.phone;
        lead.createdAt = lead.updatedAt = entry.at;
        if (!row.campaign.isEmpty()) {
            if (const auto found = campaignIds.constFind(row.campaign); found != campaignIds.constEnd())
                lead.campaignId = *found;
            else
                outcome.problems.append({row.line, QStringLiteral("There is no campaign %1.").arg(row.campaign)});
        }
        for (const QString &agent : row.agents) {
            const auto found = userIds.constFind(agent.toCaseFolded());
            if (found == userIds.constEnd())
                outcome.problems.append({row.line, QStringLiteral("There is no user %1.").arg(agent)});
            else if (!lead.agents.contains(*found))
                lead.agents.append(*found);
        }
        if (outcome.problems.size() > problemsBefore)
            continue;
        const Result<bool> there = isThere(row);
        if (!there)
            return fail(there.error());
        if (*there) {
            ++outcome.alreadyThere;
            continue;
        }
        const Result<LeadId> made = Leads(m_database).add(lead);
        if (!made)
            return fail(made.error());
        ++outcome.created;
        const QList<UserId> concerned = lead.agents.isEmpty() ? QList<UserId>{UserId{}} : lead.agents;
        for (const UserId agent : concerned)
            if (const Done noted = Changes(m_database).append(QStringLiteral("lead"), made->value, entry.at, agent);
                !noted)
                return fail(noted.error());
    }
    entry.detail.insert(QLatin1String("created"), outcome.created);
    entry.detail.insert(QLatin1String("alreadyThere"), outcome.alreadyThere);
    if (const Done noted = Audit(m_database).append(entry); !noted)
        return fail(noted.error());
    return outcome;
}

} // namespace Holdfast
