// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/RetentionSql.h"

namespace Holdfast {

namespace {

constexpr qint64 dayMs = 86'400'000;

} // namespace

SqlClause retentionUntil(const RetentionRules &rules, const QByteArray &releasedAt)
{
    SqlClause clause;
    clause.add("max(r.uploaded_at + " + QByteArray::number(dayMs) +
                   " * coalesce("
                   "(SELECT p.retention_days FROM retention_policies p WHERE p.campaign_id = r.campaign_id),"
                   " (SELECT p.retention_days FROM retention_policies p WHERE p.agent_id = r.agent_id),"
                   " (SELECT p.retention_days FROM retention_policies p WHERE p.is_default = 1), ?),"
                   " coalesce(" +
                   releasedAt + " + ?, r.uploaded_at))",
               qint64{rules.fallbackDays}, rules.coolingOffDays * dayMs);
    return clause;
}

} // namespace Holdfast
