// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/AccessLog.h"
#include "api/DataFolder.h"
#include "http/Router.h"

namespace Holdfast {

/// The audit log, for those who may read it. Any thread.
class AuditRoutes
{
public:
    AuditRoutes(DataFolder &data, AccessLog &log);

    void addTo(Http::Router &router, const Http::Gate &gate);

private:
    void read(const Http::Request &request, const Http::Responder &responder) const;

    DataFolder &m_data;
    AccessLog &m_log;
};

} // namespace Holdfast
