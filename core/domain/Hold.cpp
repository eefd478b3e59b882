// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/Hold.h"

namespace Holdfast {

QLatin1String holdScopeName(HoldScope scope)
{
    switch (scope) {
    case HoldScope::Recording:
        return QLatin1String("recording");
    case HoldScope::Lead:
        return QLatin1String("lead");
    case HoldScope::Search:
        return QLatin1String("search");
    }
    Q_UNREACHABLE();
}

std::optional<HoldScope> holdScopeFromName(QStringView name)
{
    for (const HoldScope scope : {HoldScope::Recording, HoldScope::Lead, HoldScope::Search})
        if (name == holdScopeName(scope))
            return scope;
    return std::nullopt;
}

QLatin1String holdStateName(HoldState state)
{
    switch (state) {
    case HoldState::Placing:
        return QLatin1String("placing");
    case HoldState::Active:
        return QLatin1String("active");
    case HoldState::Releasing:
        return QLatin1String("releasing");
    case HoldState::Released:
        return QLatin1String("released");
    }
    Q_UNREACHABLE();
}

std::optional<HoldState> holdStateFromName(QStringView name)
{
    for (const HoldState state : {HoldState::Placing, HoldState::Active, HoldState::Releasing, HoldState::Released})
        if (name == holdStateName(state))
            return state;
    return std::nullopt;
}

QLatin1String releaseRequestStateName(ReleaseRequestState state)
{
    switch (state) {
    case ReleaseRequestState::Open:
        return QLatin1String("open");
    case ReleaseRequestState::Approved:
        return QLatin1String("approved");
    case ReleaseRequestState::Refused:
        return QLatin1String("refused");
    case ReleaseRequestState::Withdrawn:
        return QLatin1String("withdrawn");
    case ReleaseRequestState::Lapsed:
        return QLatin1String("lapsed");
    }
    Q_UNREACHABLE();
}

std::optional<ReleaseRequestState> releaseRequestStateFromName(QStringView name)
{
    for (const ReleaseRequestState state :
         {ReleaseRequestState::Open, ReleaseRequestState::Approved, ReleaseRequestState::Refused,
          ReleaseRequestState::Withdrawn, ReleaseRequestState::Lapsed})
        if (name == releaseRequestStateName(state))
            return state;
    return std::nullopt;
}

} // namespace Holdfast
