// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/Webhook.h"

#include <algorithm>

namespace Holdfast {

QLatin1String webhookEventName(WebhookEvent event)
{
    switch (event) {
    case WebhookEvent::RecordingCompleted:
        return QLatin1String("recording.completed");
    case WebhookEvent::RecordingDeleted:
        return QLatin1String("recording.deleted");
    case WebhookEvent::RetentionExpired:
        return QLatin1String("retention.expired");
    case WebhookEvent::HoldChanged:
        return QLatin1String("hold.changed");
    case WebhookEvent::StorageWarning:
        return QLatin1String("storage.warning");
    case WebhookEvent::Test:
        return QLatin1String("webhook.test");
    }
    Q_UNREACHABLE();
}

std::optional<WebhookEvent> webhookEventFromName(QStringView name)
{
    for (const WebhookEvent event : webhookEvents())
        if (name == webhookEventName(event))
            return event;
    return std::nullopt;
}

std::optional<WebhookEvent> deliveryEventFromName(QStringView name)
{
    return name == webhookEventName(WebhookEvent::Test) ? WebhookEvent::Test : webhookEventFromName(name);
}

const QList<WebhookEvent> &webhookEvents()
{
    static const QList<WebhookEvent> all{WebhookEvent::RecordingCompleted, WebhookEvent::RecordingDeleted,
                                         WebhookEvent::RetentionExpired, WebhookEvent::HoldChanged,
                                         WebhookEvent::StorageWarning};
    return all;
}

QLatin1String deliveryStateName(DeliveryState state)
{
    switch (state) {
    case DeliveryState::Waiting:
        return QLatin1String("waiting");
    case DeliveryState::Delivered:
        return QLatin1String("delivered");
    case DeliveryState::Parked:
        return QLatin1String("parked");
    }
    Q_UNREACHABLE();
}

std::optional<DeliveryState> deliveryStateFromName(QStringView name)
{
    for (const DeliveryState state : {DeliveryState::Waiting, DeliveryState::Delivered, DeliveryState::Parked})
        if (name == deliveryStateName(state))
            return state;
    return std::nullopt;
}

std::chrono::milliseconds webhookPause(int failures, double chance)
{
    constexpr std::chrono::milliseconds first = std::chrono::seconds(5);
    constexpr std::chrono::milliseconds longest = std::chrono::hours(1);
    constexpr int doublings = 10; // past the longest
    const std::chrono::milliseconds doubled = first * (1 << std::clamp(failures - 1, 0, doublings));
    const std::chrono::milliseconds whole = std::min(doubled, longest);
    return whole - std::chrono::milliseconds(static_cast<qint64>(static_cast<double>(whole.count()) / 2 * chance));
}

} // namespace Holdfast
