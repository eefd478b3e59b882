// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "access/Tickets.h"
#include "api/RecordingLookup.h"
#include "http/Router.h"

namespace Holdfast {

/// POST /api/recordings/{id}/ticket: a URL by which a player that can send no header gets the recording. Any thread.
class TicketRoutes
{
public:
    TicketRoutes(AccessLog &log, const RecordingLookup &recordings, Tickets &tickets, Clock clock);

    void addTo(Http::Router &router, const Http::Gate &gate);

private:
    void issue(const Http::Request &request, const Http::Responder &responder);

    AccessLog &m_log;
    const RecordingLookup &m_recordings;
    Tickets &m_tickets;
    Clock m_clock;
};

} // namespace Holdfast
