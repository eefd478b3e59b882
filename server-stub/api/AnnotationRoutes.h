// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/RecordingLookup.h"
#include "http/Router.h"

namespace Holdfast {

/// The annotations of a recording: whoever may hear it may annotate it; an annotation is changed and deleted by who
/// wrote it, and by those who may annotate everything. Any thread.
class AnnotationRoutes
{
public:
    AnnotationRoutes(DataFolder &data, AccessLog &log, const RecordingLookup &recordings, Clock clock);

    void addTo(Http::Router &router, const Http::Gate &gate);

private:
    void list(const Http::Request &request, const Http::Responder &responder);
    std::unique_ptr<Http::BodySink> create(const Http::Request &request, const Http::Responder &responder);
    std::unique_ptr<Http::BodySink> change(const Http::Request &request, const Http::Responder &responder);
    void remove(const Http::Request &request, const Http::Responder &responder);
    void withdraw(const Http::Request &request, const Http::Responder &responder);

    DataFolder &m_data;
    AccessLog &m_log;
    const RecordingLookup &m_recordings;
    Clock m_clock;
};

} // namespace Holdfast
