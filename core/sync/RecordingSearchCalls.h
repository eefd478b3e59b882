// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/SearchTerms.h"
#include "sync/ApiClient.h"

namespace Holdfast {

/// What supervisors and admins ask of all the recordings of the server. UI thread; goes before the ApiClient.
class RecordingSearchCalls
{
public:
    explicit RecordingSearchCalls(ApiClient &api)
        : m_api(api)
    {
    }

    struct Page
    {
        QList<Recording> recordings;
        qint64 total = 0; ///< how many there are in all
    };
    /// Those from the place `offset` on, 0 being the first; limit is 1 to 10,000.
    QFuture<Result<Page>> page(const SearchTerms &terms, qint64 offset, int limit);
    /// When the latest one was stored; none where there are none at all.
    QFuture<Result<std::optional<QDateTime>>> lastStored();

    QFuture<Result<Recording>> one(RecordingId id);
    QFuture<Result<QList<Agent>>> agents(); ///< those who are assigned to leads
    QFuture<Result<QList<Campaign>>> campaigns();

private:
    ApiClient &m_api;
};

} // namespace Holdfast
