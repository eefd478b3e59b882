// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/HoldRequest.h"
#include "domain/ReleaseEffects.h"
#include "domain/SearchTerms.h"
#include "sync/ApiClient.h"

namespace Holdfast {

/// Holds, their release, and what was asked where a release takes a second person. UI thread; goes before the
/// ApiClient.
class HoldCalls
{
public:
    explicit HoldCalls(ApiClient &api)
        : m_api(api)
    {
    }

    struct Filter
    {
        std::optional<MatterId> matter;
        std::optional<bool> stands;
        std::optional<RecordingId> recording; ///< those that hold it
    };
    /// Newest first; those that were placed before that one, where it is valid. limit is 1 to 1,000.
    QFuture<Result<QList<Hold>>> page(const Filter &filter, HoldId before, int limit);
    QFuture<Result<Hold>> one(HoldId id);
    QFuture<Result<Hold>> place(const HoldRequest &request); ///< one that asks for one hold
    static QJsonObject searchFor(const SearchTerms &terms);  ///< what a request over a search names

    /// What would become of up to mostHeldAtOnce holds' recordings, from the one after `after` on.
    QFuture<Result<ReleaseEffects>> previewRelease(const QList<HoldId> &holds, RecordingId after, int limit);
    QFuture<Result<QList<ReleaseOutcome>>> release(const ReleaseOrder &order);

    /// Newest first, of that state; limit is 1 to 1,000.
    QFuture<Result<QList<ReleaseRequest>>> requests(ReleaseRequestState state, ReleaseRequestId before, int limit);
    /// Approved, refused or withdrawn; approving lets the hold go. Forbidden where it is not this person's to decide.
    QFuture<Result<ReleaseRequest>> decide(ReleaseRequestId id, ReleaseRequestState decision);

private:
    ApiClient &m_api;
};

} // namespace Holdfast
