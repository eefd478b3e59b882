// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/RetentionSql.h"

#include <algorithm>

namespace Holdfast {

namespace {

constexpr qint64 dayMs = 86'400'000;

/// The days of the policy that the condition finds, after the change.
void addDays(SqlClause &clause, const QByteArray &condition, const PolicyChange &change, const QByteArray &column,
             std::optional<qint64> subject)
{
    const bool isOfThisKind = change.with && subject;
    if (isOfThisKind)
        clause.add("CASE WHEN " + column + " = ? THEN ? ELSE ", *subject, qint64{change.with->retentionDays});
    clause.add("(SELECT p.retention_days FROM retention_policies p WHERE " + condition);
    if (change.without.isValid())
        clause.add(" AND p.id <> ?", change.without.value);
    clause.add(isOfThisKind ? QByteArray(") END") : QByteArray(")"));
}

} // namespace

SqlClause retentionUntil(const RetentionRules &rules, const QByteArray &releasedAt, const PolicyChange &change)
{
    const auto idOf = [](const auto &id) { return id ? std::optional(id->value) : std::nullopt; };
    std::optional<qint64> campaign;
    std::optional<qint64> agent;
    if (change.with && change.with->appliesTo == PolicyScope::Campaign)
        campaign = idOf(change.with->campaignId);
    if (change.with && change.with->appliesTo == PolicyScope::Agent)
        agent = idOf(change.with->agentId);
    SqlClause clause;
    clause.add("max(r.uploaded_at + " + QByteArray::number(dayMs) + " * coalesce(");
    addDays(clause, "p.campaign_id = r.campaign_id", change, "r.campaign_id", campaign);
    clause.add(", ");
    addDays(clause, "p.agent_id = r.agent_id", change, "r.agent_id", agent);
    clause.add(", ");
    if (change.with && change.with->appliesTo == PolicyScope::All && change.with->isDefault)
        clause.add("?", qint64{change.with->retentionDays});
    else
        addDays(clause, "p.is_default = 1", change, {}, std::nullopt);
    clause.add(", ?), coalesce(" + releasedAt + " + ?, r.uploaded_at))", qint64{rules.fallbackDays},
               rules.coolingOffDays * dayMs);
    return clause;
}

qint64 latestUploadDue(const RetentionRules &rules, const QDateTime &by)
{
    int leastDays = rules.fallbackDays;
    for (const RetentionPolicy &policy : rules.policies)
        leastDays = std::min(leastDays, policy.retentionDays);
    return by.toMSecsSinceEpoch() - leastDays * dayMs;
}

} // namespace Holdfast
