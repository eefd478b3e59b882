// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/WebhookCalls.h"

#include "contract/Routes.h"
#include "sync/WireCall.h"

namespace Holdfast {

namespace {

Result<Webhook> webhookFrom(const QByteArray &body)
{
    return objectFrom<Webhook>(body, webhookFromJson);
}

} // namespace

QFuture<Result<QList<Webhook>>> WebhookCalls::all()
{
    return getOver<QList<Webhook>>(m_api.wire(), Routes::webhooks, {},
                                   [](const QByteArray &body) { return listFrom<Webhook>(body, webhookFromJson); });
}

QFuture<Result<Webhook>> WebhookCalls::one(WebhookId id)
{
    return getOver<Webhook>(m_api.wire(), pathFor(Routes::webhook, id.value), {}, webhookFrom);
}

QFuture<Result<MadeWebhook>> WebhookCalls::make(const WebhookRequest &wanted)
{
    return sendOver<MadeWebhook>(m_api.wire(), "POST", Routes::webhooks, toJson(wanted), [](const QByteArray &body) {
        return objectFrom<MadeWebhook>(body, madeWebhookFromJson);
    });
}

QFuture<Result<Webhook>> WebhookCalls::change(const WebhookRequest &wanted)
{
    return sendOver<Webhook>(m_api.wire(), "PUT", pathFor(Routes::webhook, wanted.webhook.id.value), toJson(wanted),
                             webhookFrom);
}

QFuture<Result<qint64>> WebhookCalls::remove(WebhookId id)
{
    return sendOver<qint64>(m_api.wire(), "DELETE", pathFor(Routes::webhook, id.value), std::nullopt,
                            [](const QByteArray &body) { return objectFrom<qint64>(body, droppedFromJson); });
}

QFuture<Result<QList<WebhookDelivery>>> WebhookCalls::deliveries(WebhookId id, std::optional<DeliveryState> state,
                                                                 WebhookDeliveryId before, int limit)
{
    QUrlQuery query{{QStringLiteral("limit"), QString::number(limit)}};
    if (state)
        query.addQueryItem(QStringLiteral("state"), deliveryStateName(*state));
    if (before.isValid())
        query.addQueryItem(QStringLiteral("cursor"), QString::number(before.value));
    return getOver<QList<WebhookDelivery>>(
        m_api.wire(), pathFor(Routes::webhookDeliveries, id.value), query,
        [](const QByteArray &body) { return listFrom<WebhookDelivery>(body, webhookDeliveryFromJson); });
}

QFuture<Result<WebhookDelivery>> WebhookCalls::test(WebhookId id)
{
    return sendOver<WebhookDelivery>(
        m_api.wire(), "POST", pathFor(Routes::webhookTest, id.value), std::nullopt,
        [](const QByteArray &body) { return objectFrom<WebhookDelivery>(body, webhookDeliveryFromJson); });
}

QFuture<Result<WebhookDelivery>> WebhookCalls::replay(WebhookId id, WebhookDeliveryId delivery)
{
    const QString path = pathFor(Routes::webhookReplay, id.value)
                             .replace(QLatin1String("{deliveryId}"), QString::number(delivery.value));
    return sendOver<WebhookDelivery>(m_api.wire(), "POST", path, std::nullopt, [](const QByteArray &body) {
        return objectFrom<WebhookDelivery>(body, webhookDeliveryFromJson);
    });
}

} // namespace Holdfast
