// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "records/RecordingTotals.h"
#include "records/Recordings.h"
#include "records/SqlClause.h"

namespace Holdfast {

/// A page of the recordings that match a filter, and how many there are, both of the same moment. However many there
/// are, a page costs about a page: where an index has the order that is asked for, it is walked from the page's first;
/// where what matches is little, it is taken together and sorted. In the connection's thread.
class RecordingSearch
{
public:
    RecordingSearch(Database &database, RecordingTotals &totals);

    struct Found
    {
        QList<Recording> recordings;
        qint64 total = 0;     ///< of all pages
        bool hasMore = false; ///< behind this page
    };
    Result<Found> run(const RecordingFilter &filter);

    /// The places of those that match, newest first, after `filter.after` and at most `filter.limit`: a walk without
    /// totals, for whoever goes through all of them.
    static Result<QList<RecordingPlace>> walk(Database &database, RecordingFilter filter);

private:
    enum class Source { TimeIndex, DurationIndex, HeardIndex, SortIndex, Words, SortIndexAndWords };
    Result<Source> chooseSource(const RecordingFilter &filter, qint64 total);

    Database &m_database;
    RecordingTotals &m_totals;
};

} // namespace Holdfast
