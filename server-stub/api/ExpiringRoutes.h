// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/AccessLog.h"
#include "api/DataFolder.h"
#include "api/RecordingLookup.h"
#include "http/Router.h"

#include <QThreadPool>

namespace Holdfast {

/// GET /api/recordings/expiring: what will have run its time within some days, the soonest first, page by page; what is
/// on hold is not due. Agents see their own. Any thread; ends by finishing what was begun.
class ExpiringRoutes
{
public:
    ExpiringRoutes(DataFolder &data, AccessLog &log, const RecordingLookup &recordings, Clock clock);
    ~ExpiringRoutes();

    void addTo(Http::Router &router, const Http::Gate &gate);

private:
    struct Asked;
    Http::Reply replyOf(const Asked &asked) const;

    DataFolder &m_data;
    AccessLog &m_log;
    const RecordingLookup &m_recordings;
    Clock m_clock;
    QThreadPool m_pool; // last: its work uses the others
};

} // namespace Holdfast
