// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/StorageShares.h"
#include "domain/StorageStats.h"
#include "sync/ApiClient.h"

namespace Holdfast {

/// What supervisors and admins ask of the server's room. UI thread; goes before the ApiClient.
class StorageCalls
{
public:
    explicit StorageCalls(ApiClient &api)
        : m_api(api)
    {
    }

    QFuture<Result<StorageReport>> report();
    QFuture<Result<QList<CampaignUsage>>> byCampaign(); ///< the largest first
    /// The largest first. The server looks at every recording for it: seconds where there are millions.
    QFuture<Result<QList<PolicyUsage>>> byPolicy();

private:
    ApiClient &m_api;
};

} // namespace Holdfast
