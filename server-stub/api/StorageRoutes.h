// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/AccessLog.h"
#include "api/DataFolder.h"
#include "http/Router.h"

namespace Holdfast {

/// GET /api/recordings/storage/stats, and /usage: what takes how much of it. Any thread.
class StorageRoutes
{
public:
    StorageRoutes(DataFolder &data, AccessLog &log, qint64 quotaBytes, Clock clock);

    void addTo(Http::Router &router, const Http::Gate &gate);

private:
    Result<Http::Reply> stats() const;
    Result<Http::Reply> usage(const Http::Request &request) const;

    DataFolder &m_data;
    AccessLog &m_log;
    const qint64 m_quotaBytes;
    Clock m_clock;
};

} // namespace Holdfast
