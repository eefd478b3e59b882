// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Hold.h"
#include "domain/Matter.h"
#include "domain/ReleaseEffects.h"
#include "review/AgentsAndCampaigns.h"

#include <functional>

namespace Holdfast {

/// What holds are over is called, as far as this computer knows; empty where it does not.
struct HoldNames
{
    std::function<QString(LeadId)> lead;
    std::function<QString(RecordingId)> recording;
};

/// What a hold is over, in words.
QString holdScopeWords(const Hold &hold, const HoldNames &names, const AgentsAndCampaigns &known);
QString holdStateWords(HoldState state);

/// Everything about one, in sentences: what, for which matter, why, who, since when.
QString holdWords(const Hold &hold, const HoldNames &names, const AgentsAndCampaigns &known);

/// What is about to be released: of one everything, of more how many; and where not all of it is marked yet, so that
/// what is reckoned of its release is not all either.
QString holdsToReleaseWords(const QList<Hold> &holds, const HoldNames &names, const AgentsAndCampaigns &known);

/// Reference, owner, day of review, holds and reason of a matter, in sentences.
QString matterWords(const Matter &matter, const QDate &today);

/// What a release would do, in sentences.
QString releaseWords(const ReleaseEffects::Totals &totals);

} // namespace Holdfast
