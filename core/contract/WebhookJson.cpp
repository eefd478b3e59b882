// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/WebhookJson.h"

#include "contract/Json.h"
#include "contract/JsonFields.h"
#include "contract/JsonOrNull.h"

#include <QJsonDocument>

#include <algorithm>

namespace Holdfast {

namespace {

QUrl readUrl(JsonFields &fields)
{
    const QLatin1String name("url");
    const QString text = fields.text(name);
    const QUrl url(text, QUrl::StrictMode);
    const bool isWeb = url.scheme() == QLatin1String("https") || url.scheme() == QLatin1String("http");
    if (!url.isValid() || !isWeb || url.host().isEmpty() || text.size() > longestWebhookUrl)
        fields.refuse(name, QStringLiteral("an https address of at most %1 characters").arg(longestWebhookUrl));
    else if (!url.userInfo().isEmpty() || url.hasFragment())
        fields.refuse(name, QStringLiteral("an address without user, password and fragment"));
    return url;
}

QList<WebhookEvent> readEvents(JsonFields &fields)
{
    const QLatin1String name("events");
    QList<WebhookEvent> events;
    for (const QJsonValue &value : fields.list(name)) {
        const auto event = webhookEventFromName(value.toString());
        if (!event)
            fields.refuse(name, QStringLiteral("a list of names of events"));
        else if (!events.contains(*event))
            events.append(*event);
    }
    if (events.isEmpty())
        fields.refuse(name, QStringLiteral("a list of one event or more"));
    std::sort(events.begin(), events.end());
    return events;
}

QByteArray readSecret(JsonFields &fields)
{
    const QLatin1String name("secret");
    const QByteArray secret = fields.textOrNull(name).toUtf8();
    if (secret.isEmpty())
        return {};
    const bool isPlain = std::all_of(secret.begin(), secret.end(), [](char c) { return c > ' ' && c < 127; });
    if (!isPlain || secret.size() < shortestWebhookSecret || secret.size() > longestWebhookSecret)
        fields.refuse(
            name,
            QStringLiteral("%1 to %2 letters, digits or signs").arg(shortestWebhookSecret).arg(longestWebhookSecret));
    return secret;
}

} // namespace

QJsonObject toJson(const Webhook &webhook)
{
    QJsonArray events;
    for (const WebhookEvent event : webhook.events)
        events.append(QString(webhookEventName(event)));
    return {{QLatin1String("id"), webhook.id.value},
            {QLatin1String("url"), QString::fromLatin1(webhook.url.toEncoded())},
            {QLatin1String("events"), events},
            {QLatin1String("on"), webhook.isOn},
            {QLatin1String("createdAt"), isoTime(webhook.createdAt)},
            {QLatin1String("updatedAt"), isoTime(webhook.updatedAt)}};
}

Result<WebhookRequest> webhookRequestFromJson(const QJsonObject &json)
{
    JsonFields fields(json);
    WebhookRequest request;
    request.webhook.url = readUrl(fields);
    request.webhook.events = readEvents(fields);
    request.webhook.isOn = !fields.has(QLatin1String("on")) || fields.truth(QLatin1String("on"));
    request.secret = readSecret(fields);
    fields.refuseOthers();
    if (fields.failure())
        return fail(*fields.failure());
    return request;
}

QJsonObject toJson(const WebhookDelivery &delivery)
{
    const bool isWaiting = delivery.state == DeliveryState::Waiting;
    return {
        {QLatin1String("id"), delivery.id.value},
        {QLatin1String("webhookId"), delivery.webhookId.value},
        {QLatin1String("eventId"), delivery.eventId},
        {QLatin1String("event"), webhookEventName(delivery.event)},
        {QLatin1String("timestamp"), timeOrNull(delivery.at)},
        {QLatin1String("data"), delivery.data},
        {QLatin1String("state"), deliveryStateName(delivery.state)},
        {QLatin1String("attempts"), delivery.attempts},
        {QLatin1String("nextAttemptAt"),
         isWaiting && delivery.attempts > 0 ? timeOrNull(delivery.dueAt) : QJsonValue(QJsonValue::Null)},
        {QLatin1String("lastAttemptAt"), timeOrNull(delivery.attemptedAt)},
        {QLatin1String("lastStatus"), delivery.status ? QJsonValue(*delivery.status) : QJsonValue(QJsonValue::Null)},
        {QLatin1String("lastProblem"),
         delivery.problem.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(delivery.problem)}};
}

QByteArray webhookBody(const WebhookDelivery &delivery)
{
    const QJsonObject body{{QLatin1String("id"), delivery.eventId},
                           {QLatin1String("event"), webhookEventName(delivery.event)},
                           {QLatin1String("timestamp"), isoTime(delivery.at)},
                           {QLatin1String("data"), delivery.data}};
    return QJsonDocument(body).toJson(QJsonDocument::Compact);
}

} // namespace Holdfast
