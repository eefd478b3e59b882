// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/Policies.h"

#include "records/Campaigns.h"
#include "records/ChangedOne.h"
#include "records/Users.h"

namespace Holdfast {

namespace {

const QByteArray policyColumns = "SELECT id, name, retention_days, applies_to, campaign_id, agent_id, is_default,"
                                 " created_at, updated_at, revision FROM retention_policies";

RetentionPolicy policyOf(const Query &query)
{
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
    policy.revision = query.number(9);
    return policy;
}

tl::unexpected<Failure> notThere()
{
    return fail(FailureKind::NotFound, QStringLiteral("Retention policy not found"));
}

} // namespace

Result<QList<RetentionPolicy>> Policies::all()
{
    QList<RetentionPolicy> policies;
    Query query(m_database, policyColumns + " ORDER BY id");
    if (Done done = query.each([&] { policies.append(policyOf(query)); }); !done)
        return fail(done.error());
    return policies;
}

Result<std::optional<RetentionPolicy>> Policies::byId(PolicyId id)
{
    std::optional<RetentionPolicy> policy;
    Query query(m_database, policyColumns + " WHERE id = ?");
    query.bind(id);
    if (Done done = query.each([&] { policy = policyOf(query); }); !done)
        return fail(done.error());
    return policy;
}

Result<QList<RetentionPolicy>> Policies::thatMayDecide(const Recording &recording)
{
    QList<RetentionPolicy> policies;
    Query query(m_database, policyColumns + " WHERE campaign_id = ? OR agent_id = ? OR is_default = 1 ORDER BY id");
    query.bind(recording.campaignId, recording.agentId);
    if (Done done = query.each([&] { policies.append(policyOf(query)); }); !done)
        return fail(done.error());
    return policies;
}

Done Policies::check(const PolicyChange &change)
{
    if (change.without.isValid()) {
        const Result<std::optional<RetentionPolicy>> before = byId(change.without);
        if (!before)
            return fail(before.error());
        if (!*before)
            return notThere();
    }
    if (!change.with)
        return {};
    RetentionPolicy policy = *change.with;
    policy.id = change.without;
    if (Done checked = checkReferences(policy); !checked)
        return checked;
    return checkOthers(policy);
}

Done Policies::checkReferences(const RetentionPolicy &policy)
{
    if (policy.campaignId) {
        const Result<std::optional<Campaign>> campaign = Campaigns(m_database).byId(*policy.campaignId);
        if (!campaign)
            return fail(campaign.error());
        if (!*campaign)
            return fail(FailureKind::Malformed, QStringLiteral("campaignId names no campaign"));
    }
    if (policy.agentId) {
        const Result<std::optional<Account>> agent = Users(m_database).byId(*policy.agentId);
        if (!agent)
            return fail(agent.error());
        if (!*agent)
            return fail(FailureKind::Malformed, QStringLiteral("agentId names no user"));
    }
    return {};
}

Done Policies::checkOthers(const RetentionPolicy &policy)
{
    const Result<QList<RetentionPolicy>> policies = all();
    if (!policies)
        return fail(policies.error());
    for (const RetentionPolicy &other : *policies) {
        if (other.id == policy.id)
            continue;
        if (policy.campaignId && other.campaignId == policy.campaignId)
            return fail(FailureKind::Conflict, QStringLiteral("Retention policy already exists for this campaign"));
        if (policy.agentId && other.agentId == policy.agentId)
            return fail(FailureKind::Conflict, QStringLiteral("Retention policy already exists for this agent"));
        if (policy.isDefault && other.isDefault)
            return fail(FailureKind::Conflict, QStringLiteral("A default retention policy already exists"));
    }
    return {};
}

Result<PolicyId> Policies::add(const RetentionPolicy &policy)
{
    if (Done checked = checkReferences(policy); !checked)
        return fail(checked.error());
    if (Done checked = checkOthers(policy); !checked)
        return fail(checked.error());
    Query query(m_database, "INSERT INTO retention_policies (name, retention_days, applies_to, campaign_id, agent_id,"
                            " is_default, created_at, updated_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
    query.bind(policy.name, policy.retentionDays, policyScopeName(policy.appliesTo), policy.campaignId, policy.agentId,
               policy.isDefault, policy.createdAt, policy.updatedAt);
    if (Done done = query.run(); !done)
        return fail(done.error());
    return PolicyId{query.insertedId()};
}

Done Policies::change(const RetentionPolicy &policy)
{
    const Result<std::optional<RetentionPolicy>> before = byId(policy.id);
    if (!before)
        return fail(before.error());
    if (!*before)
        return notThere();
    if (Done checked = checkReferences(policy); !checked)
        return checked;
    if (Done checked = checkOthers(policy); !checked)
        return checked;
    Query query(m_database, "UPDATE retention_policies SET name = ?, retention_days = ?, applies_to = ?,"
                            " campaign_id = ?, agent_id = ?, is_default = ?, updated_at = ? WHERE id = ?");
    query.bind(policy.name, policy.retentionDays, policyScopeName(policy.appliesTo), policy.campaignId, policy.agentId,
               policy.isDefault, policy.updatedAt, policy.id);
    return changedOne(query, QStringLiteral("Retention policy not found"));
}

Done Policies::remove(PolicyId id)
{
    Query query(m_database, "DELETE FROM retention_policies WHERE id = ?");
    query.bind(id);
    return changedOne(query, QStringLiteral("Retention policy not found"));
}

} // namespace Holdfast
