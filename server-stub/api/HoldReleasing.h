// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/HoldWork.h"
#include "api/RecordingLookup.h"
#include "domain/Hold.h"
#include "http/Router.h"

#include <QThreadPool>

namespace Holdfast {

/// Releasing holds, one or many; what it would do before it is done; and, where the server wants a second person, what
/// was asked and how it is decided. For those who may release holds; each with its audit entry in one transaction. Any
/// thread; ends by finishing the previews under way.
class HoldReleasing
{
public:
    HoldReleasing(DataFolder &data, AccessLog &log, const RecordingLookup &recordings, HoldWork &work, Clock clock,
                  bool needsTwo);
    ~HoldReleasing();

    void addTo(Http::Router &router, const Http::Gate &gate);

private:
    std::unique_ptr<Http::BodySink> one(const Http::Request &request, const Http::Responder &responder);
    std::unique_ptr<Http::BodySink> many(const Http::Request &request, const Http::Responder &responder);
    std::unique_ptr<Http::BodySink> preview(const Http::Request &request, const Http::Responder &responder);
    Http::Reply previewReply(const struct PreviewOrder &order) const;
    void requests(const Http::Request &request, const Http::Responder &responder);
    void decide(const Http::Request &request, const Http::Responder &responder, const QString &action,
                ReleaseRequestState decision);

    DataFolder &m_data;
    AccessLog &m_log;
    const RecordingLookup &m_recordings;
    HoldWork &m_work;
    Clock m_clock;
    const bool m_needsTwo;
    QThreadPool m_pool; // last: its work uses the others
};

} // namespace Holdfast
