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

/// The contract's webhook, without its secret.
QJsonObject toJson(const Webhook &webhook);
/// Malformed, naming the field, where one is missing or wrong; whether the target is allowed, only the server knows.
Result<WebhookRequest> webhookRequestFromJson(const QJsonObject &json);

/// A delivery, for whoever looks after it.
QJsonObject toJson(const WebhookDelivery &delivery);
/// What the target gets: the seed's body, and the event's id. The same bytes at each attempt.
QByteArray webhookBody(const WebhookDelivery &delivery);

} // namespace Holdfast
