// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/RecordingTotals.h"

#include "records/SearchClauses.h"

#include <QMutexLocker>

#include <limits>

namespace Holdfast {

namespace {

constexpr qint64 day = 86'400'000;

Result<qint64> numberOf(Database &database, const SqlClause &clause)
{
    Query query(database, clause.sql);
    clause.bindTo(query);
    return query.oneNumber();
}

Result<qint64> sum(const Result<qint64> &a, const Result<qint64> &b)
{
    if (!a)
        return a;
    return b.map([&](qint64 number) { return *a + number; });
}

Result<qint64> countRows(Database &database, const RecordingFilter &filter, const QByteArray &index)
{
    SqlClause clause;
    clause.add("SELECT count(*) FROM recordings r INDEXED BY " + index + " WHERE 1");
    clause.add(rowConditions(filter));
    return numberOf(database, clause);
}

Result<qint64> countWords(Database &database, const RecordingFilter &filter)
{
    SqlClause clause;
    clause.add("SELECT count(*) FROM recording_words f");
    if (filter.hasMeasures())
        clause.add(" CROSS JOIN recordings r ON r.search_place = f.rowid");
    clause.add(" WHERE 1");
    clause.add(wordConditions(filter));
    return numberOf(database, clause);
}

QByteArray measureIndex(const RecordingFilter &filter)
{
    return filter.heard.isEmpty() ? sortIndex(filter, RecordingSort::By::Duration) : heardIndex(filter);
}

/// Milliseconds from the first to before the last; the whole of time where they are at their limits.
struct Span
{
    qint64 first = 0; // nothing was uploaded before 1970
    qint64 last = std::numeric_limits<qint64>::max();
};

Result<qint64> countSpan(Database &database, RecordingFilter filter, Span span)
{
    if (span.first >= span.last)
        return 0;
    filter.startDate = QDateTime::fromMSecsSinceEpoch(span.first, Qt::UTC);
    filter.endDate = QDateTime::fromMSecsSinceEpoch(span.last - 1, Qt::UTC);
    return countRows(database, filter, timeIndex(filter));
}

Result<qint64> keptCount(Database &database, const RecordingFilter &filter, Span periods)
{
    SqlClause clause;
    clause.add("SELECT coalesce(sum(recordings), 0) FROM recording_counts WHERE agent_id = ? AND campaign_id = ?"
               " AND disposition = ? AND held = ? AND period >= ? AND period < ?",
               filter.agent().value_or(UserId{}).value, filter.campaignId.value_or(CampaignId{}).value,
               filter.disposition, qint64{filter.complianceHold.value_or(false)}, periods.first, periods.last);
    return numberOf(database, clause);
}

/// Whole periods are kept counts; what lies before the first and after the last is counted.
Result<qint64> countKept(Database &database, const RecordingFilter &filter)
{
    const qint64 period = filter.agent() ? 30 * day : day; // as in recording_counts
    Span span;
    if (filter.startDate)
        span.first = std::max(filter.startDate->toMSecsSinceEpoch(), span.first);
    if (filter.endDate)
        span.last = std::max<qint64>(filter.endDate->toMSecsSinceEpoch() + 1, 0);
    const Span whole{(span.first + period - 1) / period, filter.endDate ? span.last / period : span.last};
    if (whole.first >= whole.last)
        return countSpan(database, filter, span);
    Result<qint64> total = keptCount(database, filter, whole);
    total = sum(total, countSpan(database, filter, {span.first, whole.first * period}));
    if (filter.endDate)
        total = sum(total, countSpan(database, filter, {whole.last * period, span.last}));
    return total;
}

} // namespace

RecordingTotals::RecordingTotals(qint64 few)
    : m_few(few)
{
}

Result<qint64> RecordingTotals::ofAllMeasures(Database &database, RecordingFilter filter)
{
    filter.after.reset();
    filter.words.clear();
    filter.minDuration.reset();
    filter.maxDuration.reset();
    filter.heard = {};
    if (filter.leadId) // nobody has so many calls with one lead
        return countRows(database, filter, timeIndex(filter));
    if (filter.complianceHold.value_or(true))
        return countKept(database, filter);
    filter.complianceHold = true;
    const Result<qint64> held = countKept(database, filter);
    filter.complianceHold.reset();
    return sum(countKept(database, filter), held.map([](qint64 number) { return -number; }));
}

Result<qint64> RecordingTotals::of(Database &database, RecordingFilter filter)
{
    filter.after.reset(); // of all pages
    const bool hasWords = !filter.words.isEmpty();
    if (!hasWords && !filter.hasMeasures())
        return ofAllMeasures(database, filter);
    const Result<qint64> changes = numberOf(database, {"SELECT count FROM search_changes WHERE id = 1"});
    if (!changes)
        return changes;
    const QByteArray fingerprint = filter.fingerprint();
    if (const auto total = remembered(fingerprint, *changes))
        return *total;
    const Result<qint64> all = ofAllMeasures(database, filter);
    if (!all)
        return all;
    const bool areFew = filter.leadId || *all <= m_few;
    const Result<qint64> total = hasWords
                                     ? countWords(database, filter)
                                     : countRows(database, filter, areFew ? timeIndex(filter) : measureIndex(filter));
    if (!total)
        return total;
    const QMutexLocker lock(&m_mutex);
    m_counted.insert(fingerprint, new Counted{*changes, *total});
    return total;
}

std::optional<qint64> RecordingTotals::remembered(const QByteArray &fingerprint, qint64 changes)
{
    const QMutexLocker lock(&m_mutex);
    const Counted *counted = m_counted.object(fingerprint);
    return counted && counted->changes == changes ? std::optional(counted->total) : std::nullopt;
}

} // namespace Holdfast
