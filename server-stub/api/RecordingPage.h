// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/QueryFields.h"
#include "api/RecordingLookup.h"
#include "http/Reply.h"

namespace Holdfast {

/// Reads `limit`, `sort`, and `offset` or `cursor` into the filter, which has everything else already: a cursor counts
/// for the filter that it came from alone.
void readPaging(QueryFields &query, RecordingFilter &filter);

/// A page of recordings as an answer: the array, X-Total-Count, and Link where there is a next page.
struct RecordingPage
{
    static constexpr int mostRecordings = 10'000;

    const Http::Request &request;
    const RecordingFilter &filter;
    const RecordingLookup::Page &page;

    Http::Reply reply() const;

private:
    QByteArray nextLink() const;
};

} // namespace Holdfast
