// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/AccessLog.h"
#include "api/DataFolder.h"
#include "http/Router.h"

namespace Holdfast {

/// What a webhook is to be told, was told and could not be told, for admins; any of it can be sent again. Any thread.
class WebhookDeliveryRoutes
{
public:
    WebhookDeliveryRoutes(DataFolder &data, AccessLog &log);

    void addTo(Http::Router &router, const Http::Gate &gate);

private:
    Result<Http::Reply> list(const Http::Request &request) const;
    void test(const Http::Request &request, const Http::Responder &responder);
    void replay(const Http::Request &request, const Http::Responder &responder);

    DataFolder &m_data;
    AccessLog &m_log;
};

} // namespace Holdfast
