// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/RetentionVerdict.h"

namespace Holdfast {

const RetentionPolicy *policyFor(const Recording &recording, const QList<RetentionPolicy> &policies)
{
    const RetentionPolicy *forAgent = nullptr;
    const RetentionPolicy *forAll = nullptr;
    for (const RetentionPolicy &policy : policies) {
        switch (policy.appliesTo) {
        case PolicyScope::Campaign:
            if (recording.campaignId && policy.campaignId == recording.campaignId)
                return &policy;
            break;
        case PolicyScope::Agent:
            if (policy.agentId == recording.agentId)
                forAgent = &policy;
            break;
        case PolicyScope::All:
            if (policy.isDefault)
                forAll = &policy;
            break;
        }
    }
    return forAgent ? forAgent : forAll;
}

RetentionVerdict retentionVerdict(const Recording &recording, const QList<Hold> &holds, const RetentionRules &rules,
                                  const QDateTime &now)
{
    RetentionVerdict verdict;
    if (const RetentionPolicy *policy = policyFor(recording, rules.policies)) {
        verdict.reason = {policy->id, policy->name, policyScopeName(policy->appliesTo), policy->retentionDays};
    } else {
        verdict.reason = {
            {}, QStringLiteral("DEFAULT_RETENTION_DAYS"), policyScopeName(PolicyScope::All), rules.fallbackDays};
    }
    verdict.until = recording.uploadedAt.addDays(verdict.reason.days);

    std::optional<QDateTime> letGo = recording.holdReleasedAt;
    for (const Hold &hold : holds) {
        if (hold.stands())
            verdict.heldBy.append(hold.id);
        else if (!letGo || *letGo < *hold.releasedAt)
            letGo = hold.releasedAt;
    }
    const bool isHeld = recording.complianceHold || !verdict.heldBy.isEmpty();
    if (letGo && letGo->addDays(rules.coolingOffDays) > verdict.until) {
        verdict.until = letGo->addDays(rules.coolingOffDays);
        if (!isHeld) // held again, it does not rest: it will once that hold lets go, too
            verdict.reason.coolingOffUntil = verdict.until;
    }
    if (isHeld)
        verdict.state = RetentionState::Held;
    else
        verdict.state = now >= verdict.until ? RetentionState::Due : RetentionState::Kept;
    return verdict;
}

} // namespace Holdfast
