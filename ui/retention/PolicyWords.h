// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/PolicyEffects.h"
#include "domain/RetentionPolicy.h"
#include "review/AgentsAndCampaigns.h"

namespace Holdfast {

/// Whose recordings a policy is for.
QString policyScopeWords(const RetentionPolicy &policy, const AgentsAndCampaigns &names);

/// Why a policy wins over others, or loses.
QString policyRankWords(const RetentionPolicy &policy);

/// In the order in which they win: of campaigns, of agents, the default, and those that decide nothing. Within these by
/// name.
QList<RetentionPolicy> inOrderOfWinning(QList<RetentionPolicy> policies);

/// What a change of the policies would do, in sentences.
QString effectsWords(const PolicyEffects &effects);

} // namespace Holdfast
