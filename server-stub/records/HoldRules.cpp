// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/HoldRules.h"

#include "records/SearchClauses.h"
#include "records/SearchWords.h"
#include "sqlite/Query.h"

namespace Holdfast {

namespace {

struct Spans
{
    std::optional<qint64> leastDuration;
    std::optional<qint64> mostDuration;
    std::optional<int> leastSilence;
    std::optional<int> mostSilence;
    std::optional<qint64> leastLongestSilence;
};

/// As SearchClauses asks for them.
Spans spansOf(const RecordingFilter &filter)
{
    Spans spans;
    if (filter.hasDuration())
        spans.leastDuration = shortestOf(filter.minDuration.value_or(0));
    if (filter.maxDuration)
        spans.mostDuration = longestOf(*filter.maxDuration);
    const HeardFilter &heard = filter.heard;
    if (heard.minSilence || heard.maxTalk)
        spans.leastSilence = heard.leastSilence();
    if (heard.maxSilence || heard.minTalk)
        spans.mostSilence = heard.mostSilence();
    if (heard.minLongestSilence)
        spans.leastLongestSilence = *heard.minLongestSilence * 1000;
    return spans;
}

} // namespace

Done HoldRules::add(HoldId hold, const RecordingFilter &filter, bool includesLater)
{
    const Spans spans = spansOf(filter);
    Query query(m_database,
                "INSERT INTO hold_rules (hold_id, includes_later, lead_id, agent_id, campaign_id, start_at, end_at,"
                " disposition, least_duration, most_duration, heard, least_silence, most_silence, least_overlap,"
                " least_longest_silence, dead_channel, clipped, words)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    query.bind(hold, includesLater, filter.leadId.value_or(LeadId{}), filter.agent(), filter.campaignId,
               filter.startDate, filter.endDate, filter.disposition, spans.leastDuration, spans.mostDuration,
               !filter.heard.isEmpty(), spans.leastSilence, spans.mostSilence, filter.heard.minOverlap,
               spans.leastLongestSilence, filter.heard.deadChannel, filter.heard.clipped,
               filter.words.isEmpty() ? QString() : wordsExpression(filter));
    return query.run();
}

Done HoldRules::remove(HoldId hold)
{
    Query query(m_database, "DELETE FROM hold_rules WHERE hold_id = ?");
    return query.bind(hold).run();
}

} // namespace Holdfast
