// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/ApiClient.h"

namespace Holdfast {

/// A few leads, and their recordings, as the server has them at this moment. UI thread; goes before the ApiClient.
class LeadSearchCalls
{
public:
    explicit LeadSearchCalls(ApiClient &api)
        : m_api(api)
    {
    }

    /// By name; empty words find all. limit is 1 to 1,000.
    QFuture<Result<QList<Lead>>> find(const QString &words, int limit);
    /// Newest first, from the place `offset` on; limit is 1 to 10,000.
    QFuture<Result<QList<Recording>>> recordingsOf(LeadId lead, int offset, int limit);

private:
    ApiClient &m_api;
};

} // namespace Holdfast
