// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/RecordingSearch.h"

#include "records/SearchClauses.h"
#include "sqlite/Snapshot.h"

namespace Holdfast {

namespace {

QByteArray keyColumn(RecordingSort::By by)
{
    switch (by) {
    case RecordingSort::By::UploadedAt:
        return "r.uploaded_at";
    case RecordingSort::By::Duration:
        return "r.duration_order";
    case RecordingSort::By::CallDate:
        return "r.call_date";
    }
    Q_UNREACHABLE();
}

/// The page's place and length; what is asked for comes before.
SqlClause pageClause(const RecordingFilter &filter)
{
    const QByteArray key = keyColumn(filter.sort.by);
    const QByteArray direction = filter.sort.ascending ? " ASC" : " DESC";
    SqlClause clause;
    if (filter.after)
        clause.add(" AND (" + key + ", r.id) " + (filter.sort.ascending ? '>' : '<') + " (?, ?)", filter.after->key,
                   filter.after->id.value);
    // One more than is asked for, to know whether there are more.
    clause.add(" ORDER BY " + key + direction + ", r.id" + direction + " LIMIT ? OFFSET ?", qint64{filter.limit} + 1,
               filter.offset);
    return clause;
}

SqlClause fromIndex(const RecordingFilter &filter, const QByteArray &index)
{
    SqlClause clause;
    clause.add("SELECT r.id FROM recordings r INDEXED BY " + index + " WHERE 1");
    clause.add(rowConditions(filter));
    return clause;
}

SqlClause fromWords(const RecordingFilter &filter)
{
    SqlClause clause;
    clause.add("SELECT r.id FROM recording_words f CROSS JOIN recordings r ON r.search_place = f.rowid WHERE 1");
    clause.add(wordConditions(filter));
    if (filter.sort.by != RecordingSort::By::UploadedAt) {
        clause.add(pageClause(filter));
        return clause;
    }
    // The words' index answers in this order by itself.
    if (filter.after)
        clause.add(filter.sort.ascending ? " AND f.rowid > ?" : " AND f.rowid < ?", searchPlace(*filter.after));
    clause.add(filter.sort.ascending ? " ORDER BY f.rowid ASC LIMIT ? OFFSET ?"
                                     : " ORDER BY f.rowid DESC LIMIT ? OFFSET ?",
               qint64{filter.limit} + 1, filter.offset);
    return clause;
}

SqlClause fromIndexAndWords(const RecordingFilter &filter)
{
    SqlClause clause = fromIndex(filter, sortIndex(filter, filter.sort.by));
    RecordingFilter words = filter;
    words.after.reset();
    words.minDuration.reset(); // these are asked of the row outside
    words.maxDuration.reset();
    words.heard = {};
    // A list that is made once: asked for each row, the beginning of a word would be put together each time.
    clause.add(" AND r.search_place IN (SELECT f.rowid FROM recording_words f WHERE 1");
    clause.add(wordConditions(words));
    clause.add(")");
    clause.add(pageClause(filter));
    return clause;
}

} // namespace

RecordingSearch::RecordingSearch(Database &database, RecordingTotals &totals)
    : m_database(database)
    , m_totals(totals)
{
}

Result<RecordingSearch::Found> RecordingSearch::run(const RecordingFilter &filter)
{
    Found found;
    if (filter.contradictsItself())
        return found;
    const Result<Snapshot> snapshot = Snapshot::begin(m_database);
    if (!snapshot)
        return fail(snapshot.error());
    const Result<qint64> total = m_totals.of(m_database, filter);
    if (!total)
        return fail(total.error());
    found.total = *total;
    if (*total <= filter.offset)
        return found;
    const Result<Source> source = chooseSource(filter, *total);
    if (!source)
        return fail(source.error());
    const auto ordered = [&](SqlClause clause) {
        clause.add(pageClause(filter));
        return clause;
    };
    const SqlClause page = [&] {
        switch (*source) {
        case Source::TimeIndex:
            return ordered(fromIndex(filter, timeIndex(filter)));
        case Source::DurationIndex:
            return ordered(fromIndex(filter, sortIndex(filter, RecordingSort::By::Duration)));
        case Source::HeardIndex:
            return ordered(fromIndex(filter, heardIndex(filter)));
        case Source::SortIndex:
            return ordered(fromIndex(filter, sortIndex(filter, filter.sort.by)));
        case Source::Words:
            return fromWords(filter);
        case Source::SortIndexAndWords:
            return fromIndexAndWords(filter);
        }
        Q_UNREACHABLE();
    }();
    Result<QList<Recording>> recordings = Recordings(m_database).inTheOrderOf(page);
    if (!recordings)
        return fail(recordings.error());
    found.hasMore = recordings->size() > filter.limit;
    if (found.hasMore)
        recordings->resize(filter.limit);
    found.recordings = std::move(*recordings);
    return found;
}

Result<QList<RecordingPlace>> RecordingSearch::walk(Database &database, RecordingFilter filter)
{
    QList<RecordingPlace> places;
    if (filter.contradictsItself())
        return places;
    filter.sort = {};
    filter.offset = 0;
    SqlClause page = filter.words.isEmpty() ? fromIndex(filter, timeIndex(filter)) : fromWords(filter);
    if (filter.words.isEmpty())
        page.add(pageClause(filter));
    Query query(database,
                "SELECT r.uploaded_at, r.id FROM (" + page.sql + ") p CROSS JOIN recordings r ON r.id = p.id");
    page.bindTo(query);
    if (Done done = query.each([&] { places.append(RecordingPlace{query.number(0), {query.number(1)}}); }); !done)
        return fail(done.error());
    if (places.size() > filter.limit)
        places.resize(filter.limit);
    return places;
}

/// Walking an index in the order that is asked for costs what it has to pass over: little, where much of it matches.
/// Taking together and sorting costs what there is: little, where little matches. The total tells which it is.
Result<RecordingSearch::Source> RecordingSearch::chooseSource(const RecordingFilter &filter, qint64 total)
{
    const bool byTime = filter.sort.by == RecordingSort::By::UploadedAt;
    if (!filter.words.isEmpty())
        return byTime || total <= m_totals.few() ? Source::Words : Source::SortIndexAndWords;
    const Result<qint64> all = filter.hasMeasures() ? m_totals.ofAllMeasures(m_database, filter) : total;
    if (!all)
        return fail(all.error());
    if (*all <= m_totals.few())
        return Source::TimeIndex;
    if (!filter.heard.isEmpty() && total <= m_totals.few())
        return Source::HeardIndex;
    if (filter.hasDuration() && filter.sort.by != RecordingSort::By::Duration && total <= m_totals.few())
        return Source::DurationIndex;
    return byTime ? Source::TimeIndex : Source::SortIndex;
}

} // namespace Holdfast
