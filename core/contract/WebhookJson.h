// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Result.h"
#include "domain/Webhook.h"

#include <QJsonObject>

namespace Holdfast {

inline constexpr qsizetype shortestWebhookSecret = 16; // characters
inline constexpr qsizetype longestWebhookSecret = 200;
inline constexpr qsizetype longestWebhookUrl = 2000;

/// What an admin asks to be kept.
struct WebhookRequest
{
    Webhook webhook;   ///< url, events, isOn
    QByteArray secret; ///< empty: none was given
};

/// One that was made, for whoever asked.
struct MadeWebhook
{
    Webhook webhook;
    QByteArray secret; ///< that the server drew; empty: one was given
};

/// The contract's webhook, without its secret.
QJsonObject toJson(const Webhook &webhook);
Result<Webhook> webhookFromJson(const QJsonObject &json);
Result<MadeWebhook> madeWebhookFromJson(const QJsonObject &json);
QJsonObject toJson(const WebhookRequest &request); ///< without a secret where none is given
/// Malformed, naming the field, where one is missing or wrong; whether the target is allowed, only the server knows.
Result<WebhookRequest> webhookRequestFromJson(const QJsonObject &json);

/// A delivery, for whoever looks after it.
QJsonObject toJson(const WebhookDelivery &delivery);
/// One that has no time of a next attempt is due at once, or never again.
Result<WebhookDelivery> webhookDeliveryFromJson(const QJsonObject &json);
/// How many deliveries waited for a webhook that was deleted.
Result<qint64> droppedFromJson(const QJsonObject &json);
/// What the target gets: the seed's body, and the event's id. The same bytes at each attempt.
QByteArray webhookBody(const WebhookDelivery &delivery);

} // namespace Holdfast
