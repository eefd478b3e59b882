// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/LeadComparison.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace Holdfast {

namespace {

using Remark = LeadImportReport::Remark;

constexpr size_t atOnce = 500; ///< leads that one statement makes

QString folded(const QString &name)
{
    return name.simplified().toCaseFolded();
}

bool areSameAgents(QList<UserId> a, QList<UserId> b)
{
    std::ranges::sort(a);
    std::ranges::sort(b);
    return a == b;
}

/// Whether a row leaves a lead as it is: what it does not name stays.
bool isMetBy(const Lead &row, const Lead &lead)
{
    return (!row.campaignId || row.campaignId == lead.campaignId) &&
           (row.agents.isEmpty() || areSameAgents(row.agents, lead.agents));
}

QJsonArray toJson(const Lead &lead)
{
    QJsonArray agents;
    for (const UserId agent : lead.agents)
        agents.append(agent.value);
    const QJsonValue campaign = lead.campaignId ? QJsonValue(lead.campaignId->value) : QJsonValue(QJsonValue::Null);
    return {lead.name, lead.phone, campaign, agents};
}

} // namespace

LeadComparison::LeadComparison(const QList<LeadRow> &rows, const LeadImportNames &names, LeadImport::Plan &plan)
    : m_rows(rows)
    , m_names(names)
    , m_plan(plan)
{
    m_fates.reserve(static_cast<size_t>(rows.size()));
    for (qsizetype at = 0; at < rows.size(); ++at)
        take(at);
}

size_t LeadComparison::keyOf(const QString &name, const PhoneDigits &digits)
{
    return qHash(folded(name), qHash(digits.tail()));
}

void LeadComparison::take(qsizetype at)
{
    const LeadRow &row = m_rows[at];
    Lead lead;
    if (row.isRefused || !resolve(row, lead)) {
        if (!row.isRefused)
            refuse(row);
        m_fates.push_back(LeadFate::Refused);
        return;
    }
    const PhoneDigits digits(row.phone);
    const size_t key = keyOf(row.name, digits);
    m_fates.push_back(fateWithin(row, lead, digits, key));
    if (m_fates.back() != LeadFate::Created)
        return;
    m_byKey.insert(key, at);
    if (!digits.isEmpty())
        ++m_tails[qHash(digits.tail())];
}

bool LeadComparison::resolve(const LeadRow &row, Lead &lead) const
{
    lead.name = row.name;
    lead.phone = row.phone;
    if (!row.campaign.isEmpty()) {
        const auto found = m_names.campaigns.constFind(row.campaign);
        if (found == m_names.campaigns.cend())
            return false;
        lead.campaignId = *found;
    }
    for (const QString &agent : row.agents) {
        const auto found = m_names.users.constFind(agent.toCaseFolded());
        if (found == m_names.users.cend())
            return false;
        if (!lead.agents.contains(*found))
            lead.agents.append(*found);
    }
    return true;
}

/// Says what it names that is not there.
void LeadComparison::refuse(const LeadRow &row)
{
    LeadImportReport::Remarks &problems = m_plan.report.problems;
    if (!row.campaign.isEmpty() && !m_names.campaigns.contains(row.campaign))
        problems.add(row.line, LeadRemark::UnknownCampaign, {row.campaign});
    for (const QString &agent : row.agents)
        if (!m_names.users.contains(agent.toCaseFolded()))
            problems.add(row.line, LeadRemark::UnknownUser, {agent});
}

/// Against the rows before it.
LeadFate LeadComparison::fateWithin(const LeadRow &row, const Lead &lead, const PhoneDigits &digits, size_t key)
{
    const auto [begin, end] = std::as_const(m_byKey).equal_range(key);
    for (auto other = begin; other != end; ++other) {
        const LeadRow &earlier = m_rows[*other];
        if (!(PhoneDigits(earlier.phone) == digits) || folded(earlier.name) != folded(row.name))
            continue;
        Lead before;
        resolve(earlier, before);
        if (isMetBy(lead, before)) {
            m_plan.report.notices.add(row.line, LeadRemark::Repeated, {QString::number(earlier.line)});
            return LeadFate::Repeated;
        }
        m_plan.report.problems.add(row.line, LeadRemark::Contradicted, {QString::number(earlier.line)});
        return LeadFate::Refused;
    }
    return LeadFate::Created;
}

void LeadComparison::hold(const Lead &existing)
{
    const PhoneDigits digits(existing.phone);
    bool isMet = false;
    const auto [begin, end] = std::as_const(m_byKey).equal_range(keyOf(existing.name, digits));
    for (auto other = begin; other != end; ++other) {
        const LeadRow &row = m_rows[*other];
        LeadFate &fate = m_fates[static_cast<size_t>(*other)];
        if (!(PhoneDigits(row.phone) == digits) || folded(row.name) != folded(existing.name))
            continue;
        isMet = true;
        if (fate != LeadFate::Created)
            continue; // one of the same name and number was met before
        Lead wanted;
        resolve(row, wanted);
        fate = isMetBy(wanted, existing) ? LeadFate::AlreadyThere : LeadFate::Changed;
        if (fate == LeadFate::Changed)
            change(*other, wanted, existing);
    }
    const size_t tail = qHash(digits.tail());
    const int sharers = m_tails.value(tail) - (isMet ? 1 : 0);
    if (sharers > 0 && !m_owners.contains(tail))
        m_owners.insert(tail, {existing.name, digits});
}

void LeadComparison::change(qsizetype at, const Lead &row, const Lead &existing)
{
    Lead after = existing;
    if (row.campaignId)
        after.campaignId = row.campaignId;
    if (!row.agents.isEmpty())
        after.agents = row.agents;
    m_changes.insert(at, m_plan.changed.size());
    m_plan.changed.push_back(std::move(after));
    m_plan.replaced.push_back(existing);
}

/// A new lead with the number of one that is there may be the same person under another name.
void LeadComparison::noticeOwner(const LeadRow &row)
{
    const PhoneDigits digits(row.phone);
    const auto owner = m_owners.constFind(qHash(digits.tail()));
    if (owner != m_owners.cend() && owner->digits == digits)
        m_plan.report.notices.add(row.line, LeadRemark::SharedNumber, {row.phone, owner->name});
}

QStringList LeadComparison::usernamesOf(const QList<UserId> &users) const
{
    QStringList names;
    for (const UserId user : users)
        names.append(m_names.usernames.value(user));
    return names;
}

LeadImportReport::Row LeadComparison::shown(qsizetype at) const
{
    const LeadRow &row = m_rows[at];
    const LeadFate fate = m_fates[static_cast<size_t>(at)];
    LeadImportReport::Row shown{row.line, row.name, row.phone, row.campaign, row.agents, fate, {}, {}};
    if (fate != LeadFate::Changed)
        return shown;
    const size_t change = m_changes.value(at);
    const Lead &after = m_plan.changed[change];
    const Lead &before = m_plan.replaced[change];
    if (after.campaignId != before.campaignId)
        shown.campaignBefore = before.campaignId ? m_names.campaignNames.value(*before.campaignId) : QString();
    if (!areSameAgents(after.agents, before.agents))
        shown.agentsBefore = usernamesOf(before.agents);
    return shown;
}

void LeadComparison::addCreated(std::vector<qsizetype> created)
{
    // The index of names grows at its end rather than everywhere at once.
    std::ranges::sort(created, [this](qsizetype a, qsizetype b) { return m_rows[a].name < m_rows[b].name; });
    for (size_t from = 0; from < created.size(); from += atOnce) {
        QJsonArray leads;
        for (size_t i = from; i < std::min(from + atOnce, created.size()); ++i) {
            Lead lead;
            resolve(m_rows[created[i]], lead);
            leads.append(toJson(lead));
            m_plan.keys.push_back(keyOf(lead.name, PhoneDigits(lead.phone)));
        }
        m_plan.created.push_back(QJsonDocument(leads).toJson(QJsonDocument::Compact));
    }
}

void LeadComparison::finish()
{
    LeadImportReport &report = m_plan.report;
    for (qsizetype at = 0; at < std::min(m_rows.size(), LeadImportReport::Row::most); ++at)
        report.rows.append(shown(at));
    std::vector<qsizetype> created;
    for (qsizetype at = 0; at < m_rows.size(); ++at) {
        switch (m_fates[static_cast<size_t>(at)]) {
        case LeadFate::Created:
            ++report.created;
            noticeOwner(m_rows[at]);
            created.push_back(at);
            break;
        case LeadFate::Changed:
            ++report.changed;
            break;
        case LeadFate::AlreadyThere:
            ++report.alreadyThere;
            break;
        case LeadFate::Repeated:
            ++report.repeated;
            break;
        case LeadFate::Refused:
            break; // counted among the problems
        }
    }
    if (report.problems.count == 0)
        addCreated(std::move(created));
    for (const Lead &lead : m_plan.changed)
        m_plan.keys.push_back(keyOf(lead.name, PhoneDigits(lead.phone)));
    std::ranges::sort(m_plan.keys);
    std::ranges::stable_sort(report.problems.first, {}, &Remark::line);
    std::ranges::stable_sort(report.notices.first, {}, &Remark::line);
}

} // namespace Holdfast
