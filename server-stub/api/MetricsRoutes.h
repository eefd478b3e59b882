// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/DataFolder.h"
#include "domain/Clock.h"
#include "http/Router.h"
#include "upkeep/WebhookDelivering.h"

#include <QMap>

#include <functional>

namespace Holdfast {

/// GET /metrics: figures for Prometheus (its text format 0.0.4), without a token: numbers alone, and no names. Any
/// thread.
class MetricsRoutes
{
public:
    /// What the sockets know, and who tells webhooks.
    struct Traffic
    {
        int connections = 0;
        QMap<int, qint64> replies; ///< by status
        WebhookDelivering::Tally deliveries;
    };
    MetricsRoutes(DataFolder &data, qint64 quotaBytes, Clock clock, std::function<Traffic()> traffic);

    void addTo(Http::Router &router);

private:
    Result<QByteArray> text() const;

    DataFolder &m_data;
    const qint64 m_quotaBytes;
    const QDateTime m_started;
    std::function<Traffic()> m_traffic;
};

} // namespace Holdfast
