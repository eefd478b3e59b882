// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/TusBody.h"
#include "api/TusUploads.h"
#include "http/Router.h"

#include <QThreadPool>

namespace Holdfast {

/// /api/uploads: the tus protocol 1.0.0 (tus.io/protocols/resumable-upload) with its extensions creation, expiration,
/// termination and checksum. Any thread; ends by finishing what came.
class TusRoutes
{
public:
    TusRoutes(TusUploads &uploads, AccessLog &log);
    ~TusRoutes();

    void addTo(Http::Router &router, const Http::Gate &gate);

private:
    using Handler = std::unique_ptr<Http::BodySink> (TusRoutes::*)(const Http::Request &, const Http::Responder &);
    Http::Handler checked(Handler handler);
    std::unique_ptr<Http::BodySink> create(const Http::Request &request, const Http::Responder &responder);
    std::unique_ptr<Http::BodySink> head(const Http::Request &request, const Http::Responder &responder);
    std::unique_ptr<Http::BodySink> patch(const Http::Request &request, const Http::Responder &responder);
    std::unique_ptr<Http::BodySink> terminate(const Http::Request &request, const Http::Responder &responder);
    std::unique_ptr<Http::BodySink> post(const Http::Request &request, const Http::Responder &responder);

    TusUploads &m_uploads;
    AccessLog &m_log;
    QThreadPool m_pool; // last: its work uses the others
};

} // namespace Holdfast
