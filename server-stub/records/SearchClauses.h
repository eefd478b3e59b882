// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "records/RecordingFilter.h"
#include "records/SqlClause.h"

namespace Holdfast {

// What the statements of a search are put together from. Recordings are `r` there, and the words' index `f`.

/// All that a filter asks of a row, but for its words; " AND …" each.
SqlClause rowConditions(const RecordingFilter &filter);
/// All of a filter, asked of the words' index, and of the row where it asks for measures.
SqlClause wordConditions(const RecordingFilter &filter);
/// The row's duration and what was heard of it, alone.
SqlClause measureConditions(const RecordingFilter &filter);

/// The index that holds what the filter asks for together, in the order of uploadedAt.
QByteArray timeIndex(const RecordingFilter &filter);
/// An index in another order.
QByteArray sortIndex(const RecordingFilter &filter, RecordingSort::By by);

/// The index in which what the filter asks of what was heard lies closest together; it holds all else that is asked for
/// but a lead.
QByteArray heardIndex(const RecordingFilter &filter);

/// The shortest, and the longest, duration that is rounded to so many seconds; milliseconds.
qint64 shortestOf(qint64 seconds);
qint64 longestOf(qint64 seconds);

/// recordings.search_place.
qint64 searchPlace(const RecordingPlace &uploaded);

} // namespace Holdfast
