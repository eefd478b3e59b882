// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/AccessLog.h"
#include "api/DataFolder.h"
#include "http/Router.h"

namespace Holdfast {

/// The matters that holds are placed for: list, get, make, change (to close one is a change), delete. For those who may
/// place holds; each change with its audit entry in one transaction. Any thread.
class MatterRoutes
{
public:
    MatterRoutes(DataFolder &data, AccessLog &log);

    void addTo(Http::Router &router, const Http::Gate &gate);

private:
    using Work = std::unique_ptr<Http::BodySink> (MatterRoutes::*)(const Http::Request &, const Http::Responder &);
    void add(Http::Router &router, const Http::Gate &gate, const char *method, QLatin1String route, Work work);

    std::unique_ptr<Http::BodySink> list(const Http::Request &request, const Http::Responder &responder);
    std::unique_ptr<Http::BodySink> one(const Http::Request &request, const Http::Responder &responder);
    std::unique_ptr<Http::BodySink> create(const Http::Request &request, const Http::Responder &responder);
    std::unique_ptr<Http::BodySink> change(const Http::Request &request, const Http::Responder &responder);
    std::unique_ptr<Http::BodySink> remove(const Http::Request &request, const Http::Responder &responder);

    DataFolder &m_data;
    AccessLog &m_log;
};

} // namespace Holdfast
