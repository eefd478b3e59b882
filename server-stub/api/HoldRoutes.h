// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/RecordingLookup.h"
#include "http/Router.h"

namespace Holdfast {

/// The boolean by which a recording is put on hold and taken off it, for one recording or for many at once: it is the
/// sum of the recording's holds, and places or lifts the one for the matter that is named, or for that of holds which
/// name none. Each with its audit entry in the same transaction. Any thread.
class HoldRoutes
{
public:
    HoldRoutes(DataFolder &data, AccessLog &log, const RecordingLookup &recordings, bool releaseNeedsTwo);

    void addTo(Http::Router &router, const Http::Gate &gate);

private:
    std::unique_ptr<Http::BodySink> one(const Http::Request &request, const Http::Responder &responder);
    std::unique_ptr<Http::BodySink> many(const Http::Request &request, const Http::Responder &responder);

    DataFolder &m_data;
    AccessLog &m_log;
    const RecordingLookup &m_recordings;
    const bool m_releaseNeedsTwo;
};

} // namespace Holdfast
