// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/RecordingLookup.h"
#include "http/Router.h"

namespace Holdfast {

/// PATCH /api/recordings/{id}, on the revision that If-Match names. Agents change notes, disposition and which channel
/// is the agent's of their own; the date of the call and the lead are for those who see everything. Any thread.
class RecordingPatch
{
public:
    RecordingPatch(DataFolder &data, AccessLog &log, const RecordingLookup &recordings);

    void addTo(Http::Router &router, const Http::Gate &gate);

private:
    std::unique_ptr<Http::BodySink> change(const Http::Request &request, const Http::Responder &responder);

    DataFolder &m_data;
    AccessLog &m_log;
    const RecordingLookup &m_recordings;
};

} // namespace Holdfast
