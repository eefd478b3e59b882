// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/RetentionVerdict.h"

namespace Holdfast {

namespace {

const RetentionPolicy *winner(const Recording &recording, const QList<RetentionPolicy> &policies)
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

} // namespace

RetentionVerdict retentionVerdict(const Recording &recording, const QList<RetentionPolicy> &policies, int fallbackDays,
                                  const QDateTime &now)
{
    RetentionVerdict verdict;
    if (const RetentionPolicy *policy = winner(recording, policies)) {
        verdict.reason = {policy->id, policy->name, policyScopeName(policy->appliesTo), policy->retentionDays};
    } else {
        verdict.reason = {
            {}, QStringLiteral("DEFAULT_RETENTION_DAYS"), policyScopeName(PolicyScope::All), fallbackDays};
    }
    verdict.until = recording.uploadedAt.addDays(verdict.reason.days);
    if (recording.complianceHold)
        verdict.state = RetentionState::Held;
    else
        verdict.state = now >= verdict.until ? RetentionState::Due : RetentionState::Kept;
    return verdict;
}

} // namespace Holdfast
