// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/Policies.h"

#include "sqlite/Query.h"

namespace Holdfast {

Result<QList<RetentionPolicy>> Policies::all()
{
    QList<RetentionPolicy> policies;
    Query query(m_database, "SELECT id, name, retention_days, applies_to, campaign_id, agent_id, is_default,"
                            " created_at, updated_at FROM retention_policies ORDER BY id");
    const Done done = query.each([&] {
        RetentionPolicy policy;
        policy.id = {query.number(0)};
        policy.name = query.text(1);
        policy.retentionDays = static_cast<int>(query.number(2));
        policy.appliesTo = policyScopeFromName(query.text(3)).value_or(PolicyScope::All);
        if (!query.isNull(4))
            policy.campaignId = CampaignId{query.number(4)};
        if (!query.isNull(5))
            policy.agentId = UserId{query.number(5)};
        policy.isDefault = query.number(6) != 0;
        policy.createdAt = query.time(7);
        policy.updatedAt = query.time(8);
        policies.append(policy);
    });
    if (!done)
        return fail(done.error());
    return policies;
}

} // namespace Holdfast
