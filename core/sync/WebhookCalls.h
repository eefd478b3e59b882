// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/WebhookJson.h"
#include "sync/ApiClient.h"

namespace Holdfast {

/// What admins ask of the webhooks and their deliveries. UI thread; goes before the ApiClient.
class WebhookCalls
{
public:
    explicit WebhookCalls(ApiClient &api)
        : m_api(api)
    {
    }

    QFuture<Result<QList<Webhook>>> all(); ///< by id
    QFuture<Result<Webhook>> one(WebhookId id);
    /// With the secret that the server made, which nobody tells again; empty where one was given.
    QFuture<Result<MadeWebhook>> make(const WebhookRequest &wanted);
    /// By its id. Where no secret is given, the one from before stays.
    QFuture<Result<Webhook>> change(const WebhookRequest &wanted);
    QFuture<Result<qint64>> remove(WebhookId id); ///< answers how many deliveries waited and go with it

    /// Newest first, from behind that one on where it is valid; of that state alone, or all.
    QFuture<Result<QList<WebhookDelivery>>> deliveries(WebhookId id, std::optional<DeliveryState> state,
                                                       WebhookDeliveryId before, int limit);
    /// Sends a test; what became of it is told by its delivery. Conflict where the webhook is off.
    QFuture<Result<WebhookDelivery>> test(WebhookId id);
    QFuture<Result<WebhookDelivery>> replay(WebhookId id, WebhookDeliveryId delivery); ///< sent again, at once

private:
    ApiClient &m_api;
};

} // namespace Holdfast
