// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/AccessLog.h"
#include "api/DataFolder.h"
#include "http/Router.h"

namespace Holdfast {

/// The campaigns: read by everybody, made and renamed by those who manage leads. Any thread.
class CampaignRoutes
{
public:
    CampaignRoutes(DataFolder &data, AccessLog &log);

    void addTo(Http::Router &router, const Http::Gate &gate);

private:
    Result<Http::Reply> list(const Http::Request &request) const;
    Result<Http::Reply> one(const Http::Request &request) const;
    std::unique_ptr<Http::BodySink> save(const Http::Request &request, const Http::Responder &responder);

    DataFolder &m_data;
    AccessLog &m_log;
};

} // namespace Holdfast
