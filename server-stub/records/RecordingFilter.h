// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Recording.h"

namespace Holdfast {

/// What a list of recordings is ordered by; equal ones by id. A duration that is not known counts as shorter than all.
struct RecordingSort
{
    enum class By { UploadedAt, Duration, CallDate };

    By by = By::UploadedAt;
    bool ascending = false;

    friend bool operator==(const RecordingSort &, const RecordingSort &) = default;
};

/// Where a recording stands in a sort.
struct RecordingPlace
{
    qint64 key = 0;
    RecordingId id;

    friend bool operator==(const RecordingPlace &, const RecordingPlace &) = default;
};

RecordingPlace placeOf(const Recording &recording, RecordingSort::By by);

/// What a search asks for. Dates are inclusive and compare with uploadedAt; durations are inclusive whole seconds, as
/// durationSeconds gives them.
struct RecordingFilter
{
    std::optional<UserId> onlyAgent; ///< what the caller may see
    std::optional<UserId> agentId;
    std::optional<CampaignId> campaignId;
    std::optional<LeadId> leadId;
    std::optional<QDateTime> startDate;
    std::optional<QDateTime> endDate;
    QString disposition; ///< empty: any
    std::optional<bool> complianceHold;
    std::optional<qint64> minDuration;
    std::optional<qint64> maxDuration;
    QString words; ///< each in notes, annotations, lead's name or phone, the last one as a beginning; empty: any

    RecordingSort sort;
    std::optional<RecordingPlace> after; ///< begin after that place
    int limit = 50;
    qint64 offset = 0;

    std::optional<UserId> agent() const { return onlyAgent ? onlyAgent : agentId; }
    bool hasDuration() const { return minDuration || maxDuration; }
    /// Whether no recording could match, whatever there is.
    bool contradictsItself() const;
    /// The same for those that match the same recordings, another for all others; without sort and page.
    QByteArray fingerprint() const;
};

} // namespace Holdfast
