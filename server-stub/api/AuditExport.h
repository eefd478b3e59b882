// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/AccessLog.h"
#include "api/DataFolder.h"
#include "api/WatchedWork.h"
#include "http/Router.h"

namespace Holdfast {

/// The audit log, or what of it a filter finds, as a file: JSON Lines, each line the leaf of its entry, or CSV. Oldest
/// first, in constant memory; what is written meanwhile is no part of it. Any thread.
class AuditExport
{
public:
    AuditExport(DataFolder &data, AccessLog &log);

    void addTo(Http::Router &router, const Http::Gate &gate);

private:
    std::unique_ptr<Http::BodySink> begin(const Http::Request &request, const Http::Responder &responder);

    DataFolder &m_data;
    AccessLog &m_log;
    WatchedWork m_work; // last: its work uses the others
};

} // namespace Holdfast
