// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/AccessLog.h"
#include "api/DataFolder.h"
#include "domain/RetentionSweep.h"
#include "http/Router.h"
#include "upkeep/RetentionSweeping.h"

namespace Holdfast {

/// The retention sweeps: their reports, beginning one by hand, an admin's yes or no, and whether all is well with them.
/// Any thread.
class SweepRoutes
{
public:
    /// What goes for the sweeps that the clock begins.
    struct Settings
    {
        int hour = defaultSweepHour; ///< UTC
        int limitPercent = defaultSweepLimitPercent;
    };

    SweepRoutes(DataFolder &data, AccessLog &log, RetentionSweeping &sweeping, Settings settings, Clock clock);

    void addTo(Http::Router &router, const Http::Gate &gate);

private:
    using Sink = std::unique_ptr<Http::BodySink>;

    Http::Reply list(const Http::Request &request) const;
    Http::Reply one(const Http::Request &request) const;
    Http::Reply status() const;
    Sink begin(const Http::Request &request, const Http::Responder &responder);
    void approve(const Http::Request &request, const Http::Responder &responder);
    void refuse(const Http::Request &request, const Http::Responder &responder);

    DataFolder &m_data;
    AccessLog &m_log;
    RetentionSweeping &m_sweeping;
    const Settings m_settings;
    Clock m_clock;
};

} // namespace Holdfast
