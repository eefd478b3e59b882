// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/CallAnalyses.h"

#include "records/Changes.h"
#include "sqlite/Query.h"

#include <cmath>

namespace Holdfast {

namespace {

std::optional<qint64> hundredths(const std::optional<double> &value)
{
    return value ? std::optional<qint64>(std::llround(*value * 100)) : std::nullopt;
}

/// In millionths.
qint64 partOf(std::chrono::milliseconds time, std::chrono::milliseconds length)
{
    return length.count() > 0 ? time.count() * 1'000'000 / length.count() : 0;
}

template <class T> std::optional<T> entryOf(const QList<T> &list, qsizetype at)
{
    return at < list.size() ? std::optional(list[at]) : std::nullopt;
}

} // namespace

Result<QList<RecordingId>> CallAnalyses::pending(int most)
{
    QList<RecordingId> ids;
    Query query(m_database, "SELECT id FROM recordings WHERE analysis_state = 0 ORDER BY id DESC LIMIT ?");
    query.bind(most);
    if (Done done = query.each([&] { ids.append(RecordingId{query.number(0)}); }); !done)
        return fail(done.error());
    return ids;
}

Result<bool> CallAnalyses::isPending(RecordingId id)
{
    Query query(m_database, "SELECT 1 FROM recordings WHERE id = ? AND analysis_state = 0");
    return query.bind(id).step();
}

Done CallAnalyses::keep(RecordingId id, const CallAnalysis &analysis, const QDateTime &now)
{
    Query query(m_database, "UPDATE recordings SET analysis_state = 1, talk_0_ms = ?, talk_1_ms = ?, silence_ms = ?,"
                            " overlap_ms = ?, longest_silence_ms = ?, longest_silence_start_ms = ?, loudness_0 = ?,"
                            " loudness_1 = ?, clipped_ms = ?, dead_channel = ?, silence_part = ?, overlap_part = ? "
                            "WHERE id = ? AND analysis_state = 0");
    query.bind(entryOf(analysis.talk, 0), entryOf(analysis.talk, 1), analysis.silence, analysis.overlap,
               analysis.longestSilence, analysis.longestSilenceStart,
               hundredths(entryOf(analysis.loudness, 0).value_or(std::nullopt)),
               hundredths(entryOf(analysis.loudness, 1).value_or(std::nullopt)), analysis.clipped,
               entryOf(analysis.deadChannels, 0), partOf(analysis.silence, analysis.length()),
               partOf(analysis.overlap, analysis.length()), id);
    if (Done done = query.run(); !done || query.changedRows() == 0)
        return done;
    Query agent(m_database, "SELECT agent_id FROM recordings WHERE id = ?");
    const Result<bool> row = agent.bind(id).step();
    if (!row)
        return fail(row.error());
    return Changes(m_database).append(QStringLiteral("recording"), id.value, now, UserId{agent.number(0)});
}

Done CallAnalyses::giveUp(RecordingId id)
{
    Query query(m_database, "UPDATE recordings SET analysis_state = 2 WHERE id = ? AND analysis_state = 0");
    return query.bind(id).run();
}

} // namespace Holdfast
