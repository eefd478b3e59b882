// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/PolicyPreview.h"

#include "records/RetentionSql.h"

namespace Holdfast {

namespace {

/// Adds whose recordings the policy can decide about.
void addReach(SqlClause &clause, const RetentionPolicy &policy)
{
    switch (policy.appliesTo) {
    case PolicyScope::Campaign:
        return clause.add("r.campaign_id = ?", policy.campaignId.value_or(CampaignId{}).value);
    case PolicyScope::Agent:
        return clause.add("r.agent_id = ?", policy.agentId.value_or(UserId{}).value);
    case PolicyScope::All:
        return clause.add(policy.isDefault ? "1" : "0");
    }
    Q_UNREACHABLE();
}

} // namespace

PolicyPreview::PolicyPreview(Database &database, const RetentionRules &rules, const PolicyChange &change)
    : m_database(database)
    , m_rules(rules)
    , m_change(change)
{
}

/// Those whose date changes, with both dates. The limit keeps SQLite from reckoning each date as often as it is named.
SqlClause PolicyPreview::touched() const
{
    SqlClause clause{"FROM (SELECT r.id AS id, r.file_size AS bytes, r.compliance_hold AS held, "};
    clause.add(retentionUntil(m_rules));
    clause.add(" AS before, ");
    clause.add(retentionUntil(m_rules, "r.hold_released_at", m_change));
    clause.add(" AS after FROM recordings r WHERE ");
    const char *between = "";
    for (const RetentionPolicy &policy : m_rules.policies) {
        if (policy.id != m_change.without)
            continue;
        addReach(clause, policy);
        between = " OR ";
    }
    if (m_change.with) {
        clause.add(between);
        addReach(clause, *m_change.with);
    }
    clause.add(" LIMIT -1) WHERE before <> after");
    return clause;
}

Result<PolicyPreview::Totals> PolicyPreview::totals(const QDateTime &now)
{
    const qint64 at = now.toMSecsSinceEpoch();
    SqlClause clause;
    clause.add("SELECT count(*), coalesce(sum(bytes), 0), count(*) FILTER (WHERE after < before),"
               " count(*) FILTER (WHERE NOT held AND before > ? AND after <= ?),"
               " coalesce(sum(bytes) FILTER (WHERE NOT held AND before > ? AND after <= ?), 0),"
               " count(*) FILTER (WHERE held AND before > ? AND after <= ?),"
               " count(*) FILTER (WHERE NOT held AND before <= ? AND after > ?) ",
               at, at, at, at, at, at, at, at);
    clause.add(touched());
    Totals totals;
    Query query(m_database, clause.sql);
    clause.bindTo(query);
    const Done done = query.each([&] {
        totals = {query.number(0), query.number(1), query.number(2), query.number(0) - query.number(2),
                  query.number(3), query.number(4), query.number(5), query.number(6)};
    });
    if (!done)
        return fail(done.error());
    return totals;
}

Result<QList<PolicyPreview::Changed>> PolicyPreview::first(int limit, const QDateTime &now)
{
    SqlClause ids{"SELECT id "};
    ids.add(touched());
    ids.add(" ORDER BY after, id LIMIT ?", qint64{limit});
    const Result<QList<Recording>> recordings = Recordings(m_database).inTheOrderOf(ids);
    if (!recordings)
        return fail(recordings.error());
    RetentionRules after = m_rules;
    after.policies = changed(m_rules.policies, m_change);
    QList<Changed> first;
    for (const Recording &recording : *recordings)
        first.append(
            {recording, retentionVerdict(recording, {}, m_rules, now), retentionVerdict(recording, {}, after, now)});
    return first;
}

} // namespace Holdfast
