// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/RetentionPolicy.h"

namespace Holdfast {

namespace {

tl::unexpected<Failure> malformed(const QString &message)
{
    return fail(FailureKind::Malformed, message);
}

Done checkScope(const RetentionPolicy &policy)
{
    const bool isForCampaign = policy.appliesTo == PolicyScope::Campaign;
    const bool isForAgent = policy.appliesTo == PolicyScope::Agent;
    if (isForCampaign && !policy.campaignId)
        return malformed(QStringLiteral("campaignId is required where appliesTo is CAMPAIGN"));
    if (isForAgent && !policy.agentId)
        return malformed(QStringLiteral("agentId is required where appliesTo is AGENT"));
    if (!isForCampaign && policy.campaignId)
        return malformed(QStringLiteral("campaignId must be null unless appliesTo is CAMPAIGN"));
    if (!isForAgent && policy.agentId)
        return malformed(QStringLiteral("agentId must be null unless appliesTo is AGENT"));
    if (policy.isDefault && policy.appliesTo != PolicyScope::All)
        return malformed(QStringLiteral("isDefault needs appliesTo ALL"));
    return {};
}

} // namespace

QLatin1String policyScopeName(PolicyScope scope)
{
    switch (scope) {
    case PolicyScope::All:
        return QLatin1String("ALL");
    case PolicyScope::Campaign:
        return QLatin1String("CAMPAIGN");
    case PolicyScope::Agent:
        return QLatin1String("AGENT");
    }
    Q_UNREACHABLE();
}

std::optional<PolicyScope> policyScopeFromName(QStringView name)
{
    for (PolicyScope scope : {PolicyScope::All, PolicyScope::Campaign, PolicyScope::Agent})
        if (name == policyScopeName(scope))
            return scope;
    return std::nullopt;
}

Done checkPolicy(const RetentionPolicy &policy)
{
    if (policy.name.trimmed().isEmpty())
        return malformed(QStringLiteral("name must not be empty"));
    if (policy.name.size() > longestPolicyName)
        return malformed(QStringLiteral("name must have at most %1 characters").arg(longestPolicyName));
    for (const QChar c : policy.name)
        if (c.category() == QChar::Other_Control)
            return malformed(QStringLiteral("name must not hold control characters"));
    if (policy.retentionDays <= 0) // in the words of the contract, for which its clients look
        return malformed(QStringLiteral("retention_days must be positive"));
    if (policy.retentionDays > mostRetentionDays)
        return malformed(QStringLiteral("retention_days must be at most %1").arg(mostRetentionDays));
    return checkScope(policy);
}

} // namespace Holdfast
