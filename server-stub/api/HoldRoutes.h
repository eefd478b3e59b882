// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/RecordingLookup.h"
#include "http/Router.h"

namespace Holdfast {

/// Placing and releasing compliance holds, on one recording or on many at once; each with its audit entry in the same
/// transaction. Any thread.
class HoldRoutes
{
public:
    HoldRoutes(DataFolder &data, AccessLog &log, const RecordingLookup &recordings);

    void addTo(Http::Router &router, const Http::Gate &gate);

private:
    std::unique_ptr<Http::BodySink> one(const Http::Request &request, const Http::Responder &responder);
    std::unique_ptr<Http::BodySink> many(const Http::Request &request, const Http::Responder &responder);

    DataFolder &m_data;
    AccessLog &m_log;
    const RecordingLookup &m_recordings;
};

} // namespace Holdfast
