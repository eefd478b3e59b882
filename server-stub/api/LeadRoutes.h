// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/RecordingLookup.h"
#include "domain/Lead.h"
#include "http/Router.h"

namespace Holdfast {

/// The leads that the caller may see. Any thread.
class LeadRoutes
{
public:
    LeadRoutes(DataFolder &data, AccessLog &log, const RecordingLookup &recordings);

    void addTo(Http::Router &router, const Http::Gate &gate);

private:
    Result<Http::Reply> list(const Http::Request &request) const;
    void one(const Http::Request &request, const Http::Responder &responder) const;
    void recordingsOf(const Http::Request &request, const Http::Responder &responder) const;

    DataFolder &m_data;
    AccessLog &m_log;
    const RecordingLookup &m_recordings;
};

} // namespace Holdfast
