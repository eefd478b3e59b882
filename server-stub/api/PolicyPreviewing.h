// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/AccessLog.h"
#include "api/DataFolder.h"
#include "api/RecordingLookup.h"
#include "domain/PolicyChange.h"
#include "http/Router.h"

#include <QThreadPool>

namespace Holdfast {

/// POST /api/retention-policies/preview: what saving a policy would change. A policy's body alone is a new one; with
/// ?id= it is a change of that one; with ?id=&deletes=true and {} that one would be deleted. Any thread; ends by
/// finishing what was begun.
class PolicyPreviewing
{
public:
    PolicyPreviewing(DataFolder &data, AccessLog &log, const RecordingLookup &recordings, Clock clock);
    ~PolicyPreviewing();

    void addTo(Http::Router &router, const Http::Gate &gate);

private:
    std::unique_ptr<Http::BodySink> preview(const Http::Request &request, const Http::Responder &responder);
    Http::Reply replyOf(const PolicyChange &change) const;

    DataFolder &m_data;
    AccessLog &m_log;
    const RecordingLookup &m_recordings;
    Clock m_clock;
    QThreadPool m_pool; // last: its work uses the others
};

} // namespace Holdfast
