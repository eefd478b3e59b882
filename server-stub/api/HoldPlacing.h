// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/AccessLog.h"
#include "api/DataFolder.h"
#include "api/HoldWork.h"
#include "http/Router.h"

namespace Holdfast {

/// GET and POST /api/holds, GET /api/holds/{id}: placing holds for matters, and reading them. For those who may place
/// holds; each with its audit entry in one transaction. Any thread.
class HoldPlacing
{
public:
    HoldPlacing(DataFolder &data, AccessLog &log, HoldWork &work);

    void addTo(Http::Router &router, const Http::Gate &gate);

private:
    void list(const Http::Request &request, const Http::Responder &responder);
    void one(const Http::Request &request, const Http::Responder &responder);
    std::unique_ptr<Http::BodySink> place(const Http::Request &request, const Http::Responder &responder);
    void placeOne(const AuditEntry &entry, const struct Hold &hold, const Http::Responder &answer);
    void placeMany(const AuditEntry &entry, const struct HoldRequest &request, const Http::Responder &answer);

    DataFolder &m_data;
    AccessLog &m_log;
    HoldWork &m_work;
};

} // namespace Holdfast
