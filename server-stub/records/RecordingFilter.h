// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Recording.h"

#include <algorithm>

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

/// What a search asks of what was heard of a call; parts of its length are in millionths. Recordings of which nothing
/// was heard match none of it.
struct HeardFilter
{
    static constexpr int whole = 1'000'000;

    std::optional<int> minTalk; ///< of whomever
    std::optional<int> maxTalk;
    std::optional<int> minSilence;
    std::optional<int> maxSilence;
    std::optional<int> minOverlap;
    std::optional<qint64> minLongestSilence; ///< seconds
    std::optional<bool> deadChannel;
    std::optional<bool> clipped;

    friend bool operator==(const HeardFilter &, const HeardFilter &) = default;

    bool isEmpty() const { return *this == HeardFilter(); }
    // What is no talk is silence: both are asked of the one.
    int leastSilence() const { return std::max(minSilence.value_or(0), whole - maxTalk.value_or(whole)); }
    int mostSilence() const { return std::min(maxSilence.value_or(whole), whole - minTalk.value_or(0)); }
};

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
    HeardFilter heard;
    QString words; ///< each in notes, annotations, lead's name or phone, the last one as a beginning; empty: any

    RecordingSort sort;
    std::optional<RecordingPlace> after; ///< begin after that place
    int limit = 50;
    qint64 offset = 0;

    std::optional<UserId> agent() const { return onlyAgent ? onlyAgent : agentId; }
    bool hasDuration() const { return minDuration || maxDuration; }
    /// Whether it asks for something of which no counts are kept, besides words.
    bool hasMeasures() const { return hasDuration() || !heard.isEmpty(); }
    /// Whether no recording could match, whatever there is.
    bool contradictsItself() const;
    /// The same for those that match the same recordings, another for all others; without sort and page.
    QByteArray fingerprint() const;
};

} // namespace Holdfast
