// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "access/Gate.h"
#include "access/Tickets.h"
#include "api/RecordingDeletion.h"
#include "api/RecordingLookup.h"
#include "http/Router.h"

namespace Holdfast {

/// The two routes that the school CRM's pages call (call-recording-feature.md), signed in by a browser's cookie or a
/// token; deleting asks for the CSRF token besides. Any thread.
class SchoolRoutes
{
public:
    SchoolRoutes(DataFolder &data, AccessLog &log, const RecordingLookup &recordings, RecordingDeletion &deletion,
                 Tickets &tickets, Clock clock);

    void addTo(Http::Router &router, const Gate &gate);

private:
    Result<Http::Reply> recordingsOf(LeadId lead, const Caller &caller);

    DataFolder &m_data;
    AccessLog &m_log;
    const RecordingLookup &m_recordings;
    RecordingDeletion &m_deletion;
    Tickets &m_tickets;
    Clock m_clock;
};

} // namespace Holdfast
