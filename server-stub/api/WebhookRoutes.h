// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/AccessLog.h"
#include "api/DataFolder.h"
#include "contract/WebhookJson.h"
#include "http/Router.h"
#include "upkeep/WebhookTargets.h"

namespace Holdfast {

/// The webhooks, for admins: list, get, create, change, delete. A secret is answered once, where the server made it.
/// Any thread.
class WebhookRoutes
{
public:
    WebhookRoutes(DataFolder &data, AccessLog &log, WebhookTargets targets);

    void addTo(Http::Router &router, const Http::Gate &gate);

private:
    using Work = std::unique_ptr<Http::BodySink> (WebhookRoutes::*)(const Http::Request &, const Http::Responder &);
    void add(Http::Router &router, const Http::Gate &gate, const char *method, QLatin1String route, Work work);

    std::unique_ptr<Http::BodySink> list(const Http::Request &request, const Http::Responder &responder);
    std::unique_ptr<Http::BodySink> one(const Http::Request &request, const Http::Responder &responder);
    std::unique_ptr<Http::BodySink> create(const Http::Request &request, const Http::Responder &responder);
    std::unique_ptr<Http::BodySink> change(const Http::Request &request, const Http::Responder &responder);
    std::unique_ptr<Http::BodySink> remove(const Http::Request &request, const Http::Responder &responder);
    Result<WebhookRequest> read(const QJsonObject &body) const;

    DataFolder &m_data;
    AccessLog &m_log;
    const WebhookTargets m_targets;
};

} // namespace Holdfast
