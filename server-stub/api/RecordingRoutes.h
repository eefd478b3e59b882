// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/RecordingLookup.h"
#include "http/Router.h"

namespace Holdfast {

/// What is known of recordings: search and details. Any thread.
class RecordingRoutes
{
public:
    RecordingRoutes(AccessLog &log, const RecordingLookup &recordings);

    void addTo(Http::Router &router, const Http::Gate &gate);

private:
    void search(const Http::Request &request, const Http::Responder &responder) const;
    void one(const Http::Request &request, const Http::Responder &responder) const;

    AccessLog &m_log;
    const RecordingLookup &m_recordings;
};

} // namespace Holdfast
