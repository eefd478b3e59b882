// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/WebhookJson.h"

#include "contract/Json.h"
#include "contract/JsonFields.h"
#include "contract/JsonOrNull.h"
#include "contract/ServerSentences.h"

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

QJsonArray namesOf(const QList<WebhookEvent> &events)
{
    QJsonArray names;
    for (const WebhookEvent event : events)
        names.append(QString(webhookEventName(event)));
    return names;
}

Webhook readWebhook(JsonFields &fields)
{
    Webhook webhook;
    webhook.id.value = fields.positive(QLatin1String("id"));
    webhook.url = readUrl(fields);
    webhook.events = readEvents(fields);
    webhook.isOn = fields.truth(QLatin1String("on"));
    webhook.createdAt = fields.time(QLatin1String("createdAt"));
    webhook.updatedAt = fields.time(QLatin1String("updatedAt"));
    return webhook;
}

/// What became of its attempts.
void readAttempts(JsonFields &fields, WebhookDelivery &delivery)
{
    const auto state = deliveryStateFromName(fields.text(QLatin1String("state")));
    if (!state)
        fields.refuse(QLatin1String("state"), QStringLiteral("waiting, delivered or parked"));
    delivery.state = state.value_or(DeliveryState::Waiting);
    delivery.attempts = fields.count(QLatin1String("attempts"));
    delivery.dueAt = fields.timeOrNull(QLatin1String("nextAttemptAt")).value_or(QDateTime());
    delivery.attemptedAt = fields.timeOrNull(QLatin1String("lastAttemptAt")).value_or(QDateTime());
    if (const auto status = fields.numberOrNull(QLatin1String("lastStatus")))
        delivery.status = static_cast<int>(*status);
    delivery.problem = inOwnLanguage(fields.textOrNull(QLatin1String("lastProblem")));
}

} // namespace

QJsonObject toJson(const Webhook &webhook)
{
    return {{QLatin1String("id"), webhook.id.value},
            {QLatin1String("url"), QString::fromLatin1(webhook.url.toEncoded())},
            {QLatin1String("events"), namesOf(webhook.events)},
            {QLatin1String("on"), webhook.isOn},
            {QLatin1String("createdAt"), isoTime(webhook.createdAt)},
            {QLatin1String("updatedAt"), isoTime(webhook.updatedAt)}};
}

Result<Webhook> webhookFromJson(const QJsonObject &json)
{
    JsonFields fields(json);
    const Webhook webhook = readWebhook(fields);
    if (fields.failure())
        return fail(*fields.failure());
    return webhook;
}

Result<MadeWebhook> madeWebhookFromJson(const QJsonObject &json)
{
    JsonFields fields(json);
    const MadeWebhook made{readWebhook(fields), fields.textOrNull(QLatin1String("secret")).toUtf8()};
    if (fields.failure())
        return fail(*fields.failure());
    return made;
}

QJsonObject toJson(const WebhookRequest &request)
{
    QJsonObject json{{QLatin1String("url"), QString::fromLatin1(request.webhook.url.toEncoded())},
                     {QLatin1String("events"), namesOf(request.webhook.events)},
                     {QLatin1String("on"), request.webhook.isOn}};
    if (!request.secret.isEmpty())
        json.insert(QLatin1String("secret"), QString::fromUtf8(request.secret));
    return json;
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
        {QLatin1String("nextAttemptAt"), isWaiting && delivery.dueAt.toMSecsSinceEpoch() > 0
                                             ? timeOrNull(delivery.dueAt)
                                             : QJsonValue(QJsonValue::Null)},
        {QLatin1String("lastAttemptAt"), timeOrNull(delivery.attemptedAt)},
        {QLatin1String("lastStatus"), delivery.status ? QJsonValue(*delivery.status) : QJsonValue(QJsonValue::Null)},
        {QLatin1String("lastProblem"),
         delivery.problem.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(delivery.problem)}};
}

Result<WebhookDelivery> webhookDeliveryFromJson(const QJsonObject &json)
{
    JsonFields fields(json);
    WebhookDelivery delivery;
    delivery.id.value = fields.positive(QLatin1String("id"));
    delivery.webhookId.value = fields.positive(QLatin1String("webhookId"));
    delivery.eventId = fields.text(QLatin1String("eventId"));
    const auto event = deliveryEventFromName(fields.text(QLatin1String("event")));
    if (!event)
        fields.refuse(QLatin1String("event"), QStringLiteral("the name of an event"));
    delivery.event = event.value_or(WebhookEvent::RecordingCompleted);
    delivery.at = fields.timeOrNull(QLatin1String("timestamp")).value_or(QDateTime());
    delivery.data = json.value(QLatin1String("data")).toObject();
    readAttempts(fields, delivery);
    if (fields.failure())
        return fail(*fields.failure());
    return delivery;
}

Result<qint64> droppedFromJson(const QJsonObject &json)
{
    JsonFields fields(json);
    const qint64 dropped = fields.number(QLatin1String("dropped"));
    if (fields.failure())
        return fail(*fields.failure());
    return dropped;
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
