// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/AccessLog.h"
#include "api/DataFolder.h"
#include "api/RecordingLookup.h"
#include "api/StorageQuota.h"
#include "http/Router.h"

#include <QThreadPool>

namespace Holdfast {

/// GET /api/recordings/storage/stats, and /usage: what takes how much of it, by campaign or by policy. Any thread; ends
/// by finishing what was begun.
class StorageRoutes
{
public:
    StorageRoutes(DataFolder &data, AccessLog &log, const RecordingLookup &recordings, const StorageQuota &quota,
                  Clock clock);
    ~StorageRoutes();

    void addTo(Http::Router &router, const Http::Gate &gate);

private:
    Result<Http::Reply> stats() const;
    std::unique_ptr<Http::BodySink> usage(const Http::Request &request, const Http::Responder &responder);
    Result<Http::Reply> usageByCampaign() const;
    Result<Http::Reply> usageByPolicy() const;

    DataFolder &m_data;
    AccessLog &m_log;
    const RecordingLookup &m_recordings;
    const StorageQuota &m_quota;
    Clock m_clock;
    QThreadPool m_pool; // last: its work uses the others
};

} // namespace Holdfast
