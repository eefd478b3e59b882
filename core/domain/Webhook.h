// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Ids.h"

#include <QDateTime>
#include <QJsonObject>
#include <QList>
#include <QString>
#include <QUrl>

#include <chrono>
#include <optional>

namespace Holdfast {

/// What a webhook can be told of. A test is asked for by an admin, not by the webhook: it is tried once.
enum class WebhookEvent { RecordingCompleted, RecordingDeleted, RetentionExpired, HoldChanged, StorageWarning, Test };

QLatin1String webhookEventName(WebhookEvent event); ///< the contract's word: "recording.completed"
/// One that a webhook can ask for; none for a test.
std::optional<WebhookEvent> webhookEventFromName(QStringView name);
const QList<WebhookEvent> &webhookEvents();                          ///< those alone
std::optional<WebhookEvent> deliveryEventFromName(QStringView name); ///< or a test

/// A program of somebody else's that wants to be told. Its secret is not here.
struct Webhook
{
    WebhookId id;
    QUrl url;
    QList<WebhookEvent> events;
    bool isOn = true; ///< off: nothing new is kept for it, and what waits, waits
    QDateTime createdAt;
    QDateTime updatedAt;

    friend bool operator==(const Webhook &, const Webhook &) = default;
};

/// Parked: given up, and in sight until somebody has it sent again.
enum class DeliveryState { Waiting, Delivered, Parked };

QLatin1String deliveryStateName(DeliveryState state);
std::optional<DeliveryState> deliveryStateFromName(QStringView name);

/// One event for one webhook.
struct WebhookDelivery
{
    WebhookDeliveryId id;
    WebhookId webhookId;
    QString eventId; ///< the same however often it is sent
    WebhookEvent event = WebhookEvent::RecordingCompleted;
    QDateTime at; ///< of the fact
    QJsonObject data;
    DeliveryState state = DeliveryState::Waiting;
    int attempts = 0;
    QDateTime dueAt;           ///< of one that waits; 1970: at once
    QDateTime attemptedAt;     ///< null: never
    QDateTime replayedAt;      ///< when somebody last had it sent again; null: never
    std::optional<int> status; ///< of the last answer
    QString problem;           ///< why the last attempt failed, a sentence; empty: it did not

    friend bool operator==(const WebhookDelivery &, const WebhookDelivery &) = default;
};

/// How long a delivery is tried after its event, or after somebody had it sent again.
inline constexpr std::chrono::hours webhookPatience{72};

/// How long to wait after that many failures in a row (1 on): twice as long each time, from 5 s to an hour, of which up
/// to half is left to chance (0 to 1), so that what failed together does not come back together. Pure.
std::chrono::milliseconds webhookPause(int failures, double chance);

} // namespace Holdfast
