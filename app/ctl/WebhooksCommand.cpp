// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/WebhooksCommand.h"

#include "ctl/PasswordSource.h"

#include <algorithm>

namespace Holdfast {

namespace {

using Command = CtlOptions::Command;
constexpr int page = 500;
constexpr std::chrono::milliseconds lookAgainAfter{500};
constexpr int mostLooks = 60; // an answer must come within 15 seconds, and one delivery may be under way before it

QStringList rowOf(const Webhook &webhook)
{
    QStringList events;
    for (const WebhookEvent event : webhook.events)
        events.append(webhookEventName(event));
    return {QString::number(webhook.id.value), webhook.isOn ? WebhooksCommand::tr("on") : WebhooksCommand::tr("off"),
            QString::fromLatin1(webhook.url.toEncoded()), events.join(QLatin1Char(','))};
}

QStringList rowOf(const WebhookDelivery &delivery)
{
    return {QString::number(delivery.id.value),
            timeText(delivery.at),
            webhookEventName(delivery.event),
            deliveryStateName(delivery.state),
            WebhooksCommand::tr("%n attempt(s)", nullptr, delivery.attempts),
            delivery.status ? QString::number(*delivery.status) : QStringLiteral("–"),
            delivery.problem};
}

} // namespace

WebhooksCommand::WebhooksCommand(ApiClient &api, Console &console, const CtlOptions &options, QObject *parent)
    : CtlCommand(console, options, parent)
    , m_calls(api)
{
    m_again.setSingleShot(true);
    m_again.setInterval(lookAgainAfter);
}

void WebhooksCommand::run()
{
    if (options().command == Command::Webhooks)
        return list();
    if (options().command == Command::AddWebhook)
        return add();
    const QList<qint64> ids = numbers();
    const WebhookId id{ids.first()};
    if (options().command == Command::ChangeWebhook)
        change(id);
    else if (options().command == Command::DeleteWebhook)
        remove(id);
    else if (options().command == Command::Deliveries)
        listDeliveries(id, {});
    else if (options().command == Command::TestWebhook)
        test(id);
    else
        replay(id, ids.mid(1));
}

void WebhooksCommand::list()
{
    answered(m_calls.all(), [this](const QList<Webhook> &webhooks) {
        QJsonArray array;
        QList<QStringList> rows;
        for (const Webhook &webhook : webhooks) {
            array.append(toJson(webhook));
            rows.append(rowOf(webhook));
        }
        show(array, rows);
    });
}

Result<WebhookRequest> WebhooksCommand::wanted(Webhook webhook) const
{
    WebhookRequest request;
    if (!options().secretFile.isEmpty()) {
        const Result<QString> secret = readSecret(options().secretFile, {}, "secret-file");
        if (!secret)
            return fail(secret.error());
        request.secret = secret->toUtf8();
    }
    if (!options().events.isEmpty())
        webhook.events = options().events;
    webhook.isOn = options().isOn.value_or(webhook.isOn);
    request.webhook = webhook;
    return request;
}

void WebhooksCommand::add()
{
    Webhook webhook;
    webhook.url = QUrl(options().arguments.first(), QUrl::StrictMode);
    webhook.events = webhookEvents();
    const Result<WebhookRequest> request = wanted(webhook);
    if (!request)
        return refuse(request.error());
    answered(m_calls.make(*request), [this](const MadeWebhook &made) { showMade(made); });
}

void WebhooksCommand::showMade(const MadeWebhook &made)
{
    QJsonObject json = toJson(made.webhook);
    if (!made.secret.isEmpty())
        json.insert(QLatin1String("secret"), QString::fromUtf8(made.secret));
    if (!made.secret.isEmpty())
        console().problem(tr("Keep the secret: it signs what is sent, and is not shown again."));
    if (!made.secret.isEmpty() && !options().json)
        console().line(tr("Secret: %1").arg(QString::fromUtf8(made.secret)));
    show(json, {rowOf(made.webhook)});
}

void WebhooksCommand::change(WebhookId id)
{
    answered(m_calls.one(id), [this](const Webhook &before) {
        Webhook webhook = before;
        if (!options().url.isEmpty())
            webhook.url = QUrl(options().url, QUrl::StrictMode);
        const Result<WebhookRequest> request = wanted(webhook);
        if (!request)
            return refuse(request.error());
        answered(m_calls.change(*request), [this](const Webhook &after) { show(toJson(after), {rowOf(after)}); });
    });
}

void WebhooksCommand::remove(WebhookId id)
{
    answered(m_calls.remove(id), [this, id](qint64 dropped) {
        show(QJsonObject{{QLatin1String("dropped"), dropped}},
             {{tr("The webhook %1 is deleted, and %n deliveries that waited with it.", nullptr,
                  static_cast<int>(dropped))
                   .arg(id.value)}});
    });
}

void WebhooksCommand::listDeliveries(WebhookId id, WebhookDeliveryId before)
{
    const int rest = options().limit - static_cast<int>(m_listed.size());
    const int asked = std::min(rest, page);
    answered(m_calls.deliveries(id, options().deliveryState, before, asked),
             [this, id, asked](const QList<WebhookDelivery> &deliveries) {
                 m_listed += deliveries;
                 if (deliveries.size() == asked && m_listed.size() < options().limit)
                     return listDeliveries(id, deliveries.constLast().id);
                 QJsonArray array;
                 QList<QStringList> rows;
                 for (const WebhookDelivery &delivery : std::as_const(m_listed)) {
                     array.append(toJson(delivery));
                     rows.append(rowOf(delivery));
                 }
                 show(array, rows);
             });
}

void WebhooksCommand::test(WebhookId id)
{
    answered(m_calls.test(id), [this](const WebhookDelivery &delivery) { waitFor(delivery, mostLooks); });
}

/// Until the target has answered, or has not in time.
void WebhooksCommand::waitFor(const WebhookDelivery &delivery, int looks)
{
    if (delivery.state != DeliveryState::Waiting || looks == 0) {
        if (options().json)
            console().json(toJson(delivery));
        else
            console().table({rowOf(delivery)});
        if (delivery.state == DeliveryState::Waiting)
            console().problem(tr("The test waits behind what is being sent. webhooks deliveries tells what becomes of "
                                 "it."));
        Q_EMIT finished(delivery.state == DeliveryState::Delivered);
        return;
    }
    m_again.disconnect(this);
    connect(&m_again, &QTimer::timeout, this, [=, this] {
        answered(m_calls.deliveries(delivery.webhookId, {}, {delivery.id.value + 1}, 1),
                 [=, this](const QList<WebhookDelivery> &found) {
                     waitFor(found.isEmpty() ? delivery : found.constFirst(), looks - 1);
                 });
    });
    m_again.start();
}

/// One after the other; one that can't be sent again keeps no other from it.
void WebhooksCommand::replay(WebhookId id, QList<qint64> deliveries)
{
    if (deliveries.isEmpty()) {
        Q_EMIT finished(m_allDone);
        return;
    }
    const WebhookDeliveryId next{deliveries.takeFirst()};
    whenFinished(m_calls.replay(id, next), this, [=, this](const Result<WebhookDelivery> &delivery) {
        if (delivery && options().json)
            console().jsonLine(toJson(*delivery));
        else if (delivery)
            console().line(tr("delivery %1: is sent again").arg(next.value));
        else
            console().problem(tr("delivery %1: %2").arg(next.value).arg(delivery.error().message));
        m_allDone = m_allDone && delivery;
        replay(id, deliveries);
    });
}

} // namespace Holdfast
