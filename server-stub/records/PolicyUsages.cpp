// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/PolicyUsages.h"

#include "records/RetentionSql.h"

#include <algorithm>

namespace Holdfast {

Result<QList<PolicyUsage>> policyUsages(Database &database, const RetentionRules &rules, const QDateTime &now,
                                        int soonDays)
{
    const qint64 at = now.toMSecsSinceEpoch();
    const qint64 soon = now.addDays(soonDays).toMSecsSinceEpoch();
    SqlClause clause;
    clause.add("SELECT policy, count(*), sum(bytes), count(*) FILTER (WHERE NOT held AND until <= ?),"
               " coalesce(sum(bytes) FILTER (WHERE NOT held AND until <= ?), 0),"
               " count(*) FILTER (WHERE NOT held AND until <= ?),"
               " coalesce(sum(bytes) FILTER (WHERE NOT held AND until <= ?), 0)"
               " FROM (SELECT coalesce("
               "(SELECT p.id FROM retention_policies p WHERE p.campaign_id = r.campaign_id),"
               " (SELECT p.id FROM retention_policies p WHERE p.agent_id = r.agent_id),"
               " (SELECT p.id FROM retention_policies p WHERE p.is_default = 1), 0) AS policy,"
               " r.file_size AS bytes, r.compliance_hold AS held, ",
               at, at, soon, soon);
    clause.add(retentionUntil(rules));
    // The limit keeps SQLite from reckoning each date as often as it is named.
    clause.add(" AS until FROM recordings r LIMIT -1) GROUP BY policy ORDER BY 3 DESC, 1");
    QList<PolicyUsage> usages;
    Query query(database, clause.sql);
    clause.bindTo(query);
    const Done done = query.each([&] {
        PolicyUsage usage{std::nullopt,       {},
                          rules.fallbackDays, query.number(1),
                          query.number(2),    query.number(3),
                          query.number(4),    query.number(5),
                          query.number(6)};
        const auto policy = std::find_if(rules.policies.begin(), rules.policies.end(),
                                         [&](const auto &one) { return one.id.value == query.number(0); });
        if (policy != rules.policies.end()) {
            usage.policyId = policy->id;
            usage.policyName = policy->name;
            usage.retentionDays = policy->retentionDays;
        }
        usages.append(usage);
    });
    if (!done)
        return fail(done.error());
    return usages;
}

} // namespace Holdfast
