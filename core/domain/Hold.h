// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Ids.h"

#include <QDateTime>
#include <QJsonObject>
#include <QString>

#include <optional>

namespace Holdfast {

/// What a hold is over: one recording, all of a lead, or all that a search finds.
enum class HoldScope { Recording, Lead, Search };

/// Placing and releasing happen at once; marking a great many recordings takes a while after it. While Placing, what is
/// not marked yet can't be deleted either; while Releasing, what is still marked can't be deleted yet.
enum class HoldState { Placing, Active, Releasing, Released };

QLatin1String holdScopeName(HoldScope scope); ///< the contract's word: "recording"
std::optional<HoldScope> holdScopeFromName(QStringView name);
QLatin1String holdStateName(HoldState state); ///< "placing"
std::optional<HoldState> holdStateFromName(QStringView name);

/// A compliance hold, placed for a matter. What it once holds it holds until it is released, wherever that is moved.
struct Hold
{
    HoldId id;
    MatterId matterId;
    QString matterName;
    HoldScope scope = HoldScope::Recording;
    std::optional<RecordingId> recordingId;
    std::optional<LeadId> leadId;
    QJsonObject search;         ///< the parameters of the search, as the contract names them
    bool includesLater = false; ///< also what is stored, moved there or found later
    QString reason;
    std::optional<UserId> placedBy; ///< none where nobody knows any more
    QString placedByName;
    QDateTime placedAt;
    HoldState state = HoldState::Active;
    qint64 recordingCount = 0; ///< recordings that it holds, or held
    std::optional<UserId> releasedBy;
    QString releasedByName;
    std::optional<QDateTime> releasedAt;
    QString releaseReason;

    bool stands() const { return !releasedAt; }
    friend bool operator==(const Hold &, const Hold &) = default;
};

/// Lapsed: nobody decided it; whoever asked may release nothing any more, or the hold was released without it.
enum class ReleaseRequestState { Open, Approved, Refused, Withdrawn, Lapsed };

QLatin1String releaseRequestStateName(ReleaseRequestState state); ///< "open"
std::optional<ReleaseRequestState> releaseRequestStateFromName(QStringView name);

/// That somebody asked for a hold's release, where it takes a second person, and what became of it.
struct ReleaseRequest
{
    ReleaseRequestId id;
    HoldId holdId;
    QString reason;
    UserId askedBy;
    QString askedByName;
    QDateTime askedAt;
    ReleaseRequestState state = ReleaseRequestState::Open;
    std::optional<UserId> decidedBy; ///< none of one that is open or lapsed
    QString decidedByName;
    std::optional<QDateTime> decidedAt;

    friend bool operator==(const ReleaseRequest &, const ReleaseRequest &) = default;
};

} // namespace Holdfast
