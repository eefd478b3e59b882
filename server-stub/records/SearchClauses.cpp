// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/SearchClauses.h"

#include "records/SearchWords.h"

#include <algorithm>
#include <limits>

namespace Holdfast {

namespace {

constexpr int idBits = 21;
constexpr qint64 idMask = (qint64{1} << idBits) - 1;
constexpr qint64 longestSeconds = std::numeric_limits<qint64>::max() / 2000;

/// Whether a page begins so far inside the span that this end of it needs no condition. Of two, SQLite takes either one
/// to find where it begins in an index.
bool saysPlace(const RecordingFilter &filter, RecordingSort::By by, bool ascending, qint64 end)
{
    return filter.after && filter.sort == RecordingSort{by, ascending} &&
           (ascending ? filter.after->key >= end : filter.after->key <= end);
}

/// Of the first recording that could be uploaded in that millisecond.
qint64 firstPlaceAt(qint64 time)
{
    constexpr qint64 most = std::numeric_limits<qint64>::max() >> idBits;
    return std::clamp(time, -most, most) * (idMask + 1);
}

} // namespace

// A half goes to the even neighbour.
qint64 shortestOf(qint64 seconds)
{
    seconds = std::clamp<qint64>(seconds, 0, longestSeconds);
    return std::max<qint64>(seconds * 1000 - 500 + seconds % 2, 0);
}

qint64 longestOf(qint64 seconds)
{
    seconds = std::clamp<qint64>(seconds, -1, longestSeconds);
    return seconds < 0 ? -1 : seconds * 1000 + 500 - seconds % 2;
}

qint64 searchPlace(const RecordingPlace &uploaded)
{
    return firstPlaceAt(uploaded.key) | (uploaded.id.value & idMask);
}

namespace {

void addDuration(SqlClause &clause, const RecordingFilter &filter)
{
    if (!filter.hasDuration())
        return;
    const auto by = RecordingSort::By::Duration;
    const qint64 shortest = shortestOf(filter.minDuration.value_or(0)); // one that is not known is -1
    if (!saysPlace(filter, by, true, shortest))
        clause.add(" AND r.duration_order >= ?", shortest);
    if (filter.maxDuration && !saysPlace(filter, by, false, longestOf(*filter.maxDuration)))
        clause.add(" AND r.duration_order <= ?", longestOf(*filter.maxDuration));
}

/// What the partial indexes are of is asked for as literals: a placeholder could not use them.
void addHeard(SqlClause &clause, const HeardFilter &heard)
{
    if (heard.isEmpty())
        return;
    clause.add(" AND r.analysis_state = 1");
    if (heard.minSilence || heard.maxTalk)
        clause.add(" AND r.silence_part >= ?", qint64{heard.leastSilence()});
    if (heard.maxSilence || heard.minTalk)
        clause.add(" AND r.silence_part <= ?", qint64{heard.mostSilence()});
    if (heard.minOverlap)
        clause.add(" AND r.overlap_part >= ?", qint64{*heard.minOverlap});
    if (heard.minLongestSilence)
        clause.add(" AND r.longest_silence_ms >= ?", std::min(*heard.minLongestSilence, longestSeconds) * 1000);
    if (heard.deadChannel)
        clause.add(*heard.deadChannel ? " AND r.dead_channel IS NOT NULL" : " AND r.dead_channel IS NULL");
    if (heard.clipped)
        clause.add(*heard.clipped ? " AND r.clipped_ms > 0" : " AND r.clipped_ms = 0");
}

} // namespace

SqlClause measureConditions(const RecordingFilter &filter)
{
    SqlClause clause;
    addDuration(clause, filter);
    addHeard(clause, filter.heard);
    return clause;
}

SqlClause rowConditions(const RecordingFilter &filter)
{
    SqlClause clause;
    if (const auto agent = filter.agent())
        clause.add(" AND r.agent_id = ?", agent->value);
    if (filter.campaignId)
        clause.add(" AND r.campaign_id = ?", filter.campaignId->value);
    if (filter.leadId)
        clause.add(" AND r.lead_id = ?", filter.leadId->value);
    const auto by = RecordingSort::By::UploadedAt;
    if (filter.startDate && !saysPlace(filter, by, true, filter.startDate->toMSecsSinceEpoch()))
        clause.add(" AND r.uploaded_at >= ?", filter.startDate->toMSecsSinceEpoch());
    if (filter.endDate && !saysPlace(filter, by, false, filter.endDate->toMSecsSinceEpoch()))
        clause.add(" AND r.uploaded_at <= ?", filter.endDate->toMSecsSinceEpoch());
    if (!filter.disposition.isEmpty())
        clause.add(" AND r.disposition = ?", filter.disposition);
    if (filter.complianceHold) // as literals: a placeholder could not use the partial indexes
        clause.add(*filter.complianceHold ? " AND r.compliance_hold = 1" : " AND r.compliance_hold = 0");
    clause.add(measureConditions(filter));
    return clause;
}

SqlClause wordConditions(const RecordingFilter &filter)
{
    SqlClause clause;
    clause.add(" AND f.recording_words MATCH ?", wordsExpression(filter));
    const auto by = RecordingSort::By::UploadedAt;
    if (filter.startDate && !saysPlace(filter, by, true, filter.startDate->toMSecsSinceEpoch()))
        clause.add(" AND f.rowid >= ?", firstPlaceAt(filter.startDate->toMSecsSinceEpoch()));
    if (filter.endDate && !saysPlace(filter, by, false, filter.endDate->toMSecsSinceEpoch()))
        clause.add(" AND f.rowid <= ?", firstPlaceAt(filter.endDate->toMSecsSinceEpoch()) | idMask);
    clause.add(measureConditions(filter));
    return clause;
}

QByteArray timeIndex(const RecordingFilter &filter)
{
    if (filter.leadId)
        return "recordings_by_lead";
    const bool isHeld = filter.complianceHold.value_or(false);
    const QByteArray name = isHeld ? "held_by" : "recordings_by";
    QByteArray columns;
    if (filter.agent())
        columns += "_agent";
    if (filter.campaignId)
        columns += "_campaign";
    const bool isNarrow = isHeld && filter.agent() && filter.campaignId; // few are left: there is no index of all three
    if (!filter.disposition.isEmpty() && !isNarrow)
        columns += "_disposition";
    return name + (columns.isEmpty() ? "_time" : columns);
}

QByteArray sortIndex(const RecordingFilter &filter, RecordingSort::By by)
{
    QByteArray name = "recordings_by";
    if (filter.agent())
        name += "_agent";
    else if (filter.campaignId)
        name += "_campaign";
    else if (!filter.disposition.isEmpty() && by == RecordingSort::By::Duration)
        name += "_disposition";
    return name + (by == RecordingSort::By::Duration ? "_duration" : "_call_date");
}

QByteArray heardIndex(const RecordingFilter &filter)
{
    const HeardFilter &heard = filter.heard;
    if (heard.deadChannel.value_or(false))
        return "heard_dead"; // few are
    if (filter.agent())
        return "heard_by_agent";
    if (heard.clipped.value_or(false))
        return "heard_clipped";
    if (heard.minLongestSilence)
        return "heard_by_longest_silence";
    return heard.minOverlap ? "heard_by_overlap" : "heard_by_silence";
}

} // namespace Holdfast
