// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/WebhookDeliveryRoutes.h"

#include "access/Gate.h"
#include "api/DeedGuard.h"
#include "api/FailureReply.h"
#include "api/QueryFields.h"
#include "api/WholeNumber.h"
#include "contract/Routes.h"
#include "contract/WebhookJson.h"
#include "records/WebhookDeliveries.h"
#include "records/Webhooks.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace Holdfast {

namespace {

constexpr int usualDeliveries = 100;
constexpr int mostDeliveries = 1000;

qint64 captured(const Http::Request &request, const QString &name)
{
    return wholeNumber(request.captures.value(name)).value_or(0);
}

Result<DeliveryFilter> filterOf(const Http::Request &request)
{
    QueryFields query(request);
    DeliveryFilter filter;
    if (const auto name = query.text(QLatin1String("state"))) {
        filter.state = deliveryStateFromName(*name);
        if (!filter.state)
            query.refuse(QStringLiteral("state"), QStringLiteral("must be waiting, delivered or parked"));
    }
    if (const auto before = query.positive(QLatin1String("cursor")))
        filter.before = WebhookDeliveryId{*before};
    filter.limit = static_cast<int>(query.number(QLatin1String("limit"), 1, mostDeliveries).value_or(usualDeliveries));
    if (const auto failure = query.failure())
        return fail(*failure);
    return filter;
}

QByteArray nextLink(WebhookId webhook, const DeliveryFilter &filter, WebhookDeliveryId last)
{
    QByteArray link =
        "</api/webhooks/" + QByteArray::number(webhook.value) + "/deliveries?limit=" + QByteArray::number(filter.limit);
    if (filter.state)
        link += QByteArray("&state=") + deliveryStateName(*filter.state).data();
    return link + "&cursor=" + QByteArray::number(last.value) + ">; rel=\"next\"";
}

} // namespace

WebhookDeliveryRoutes::WebhookDeliveryRoutes(DataFolder &data, AccessLog &log)
    : m_data(data)
    , m_log(log)
{
}

void WebhookDeliveryRoutes::addTo(Http::Router &router, const Http::Gate &gate)
{
    const auto forAdmins = [this](Http::Handler handler) {
        return onlyFor(Deed::ManageWebhooks, m_log, QStringLiteral("webhooks"), QStringLiteral("manage webhooks"),
                       std::move(handler));
    };
    router.add("GET", Routes::webhookDeliveries, gate,
               forAdmins([this](const Http::Request &request, const Http::Responder &responder) {
                   const Result<Http::Reply> reply = list(request);
                   responder.reply(reply ? *reply : failureReply(reply.error()));
                   return nullptr;
               }));
    router.add("POST", Routes::webhookTest, gate,
               forAdmins([this](const Http::Request &request, const Http::Responder &responder) {
                   test(request, responder);
                   return nullptr;
               }));
    router.add("POST", Routes::webhookReplay, gate,
               forAdmins([this](const Http::Request &request, const Http::Responder &responder) {
                   replay(request, responder);
                   return nullptr;
               }));
}

Result<Http::Reply> WebhookDeliveryRoutes::list(const Http::Request &request) const
{
    const WebhookId id{captured(request, QStringLiteral("id"))};
    const Result<DeliveryFilter> filter = filterOf(request);
    if (!filter)
        return fail(filter.error());
    const Result<Database *> database = m_data.connections().ofThisThread();
    if (!database)
        return fail(database.error());
    const Result<std::optional<Webhook>> webhook = Webhooks(**database).byId(id);
    if (!webhook)
        return fail(webhook.error());
    if (!*webhook)
        return fail(FailureKind::NotFound, QStringLiteral("Webhook not found"));
    const Result<QList<WebhookDelivery>> deliveries = WebhookDeliveries(**database).page(id, *filter);
    if (!deliveries)
        return fail(deliveries.error());
    QJsonArray array;
    for (const WebhookDelivery &delivery : *deliveries)
        array.append(toJson(delivery));
    Http::Reply reply = Http::Reply::json(200, QJsonDocument(array));
    if (deliveries->size() == filter->limit)
        reply.headers.set("Link", nextLink(id, *filter, deliveries->last().id));
    return reply;
}

void WebhookDeliveryRoutes::test(const Http::Request &request, const Http::Responder &responder)
{
    const WebhookId id{captured(request, QStringLiteral("id"))};
    AuditEntry entry = m_log.entry(Gate::callerOf(request), QStringLiteral("webhook-test"));
    entry.detail = {{QLatin1String("webhookId"), id.value}};
    m_data.writes()
        .submit<WebhookDelivery>([id, entry](Database &database) -> Result<WebhookDelivery> {
            const Result<std::optional<Webhook>> webhook = Webhooks(database).byId(id);
            if (!webhook)
                return fail(webhook.error());
            if (!*webhook)
                return fail(FailureKind::NotFound, QStringLiteral("Webhook not found"));
            if (!(*webhook)->isOn)
                return fail(FailureKind::Conflict, QStringLiteral("The webhook is switched off, so nothing is sent to "
                                                                  "it. Switch it on first."));
            WebhookDeliveries deliveries(database);
            const Result<WebhookDeliveryId> made = deliveries.test(id, entry.at);
            if (!made)
                return fail(made.error());
            if (Done noted = Audit(database).append(entry); !noted)
                return fail(noted.error());
            return deliveries.byId(id, *made);
        })
        .then([responder](const Result<WebhookDelivery> &delivery) {
            responder.reply(delivery ? Http::Reply::json(202, QJsonDocument(toJson(*delivery)))
                                     : failureReply(delivery.error()));
        });
}

void WebhookDeliveryRoutes::replay(const Http::Request &request, const Http::Responder &responder)
{
    const WebhookId webhook{captured(request, QStringLiteral("id"))};
    const WebhookDeliveryId id{captured(request, QStringLiteral("deliveryId"))};
    AuditEntry entry = m_log.entry(Gate::callerOf(request), QStringLiteral("webhook-replay"));
    entry.detail = {{QLatin1String("webhookId"), webhook.value}, {QLatin1String("deliveryId"), id.value}};
    m_data.writes()
        .submit<WebhookDelivery>([webhook, id, entry](Database &database) -> Result<WebhookDelivery> {
            WebhookDeliveries deliveries(database);
            if (Done replayed = deliveries.replay(webhook, id, entry.at); !replayed)
                return fail(replayed.error());
            if (Done noted = Audit(database).append(entry); !noted)
                return fail(noted.error());
            return deliveries.byId(webhook, id);
        })
        .then([responder](const Result<WebhookDelivery> &delivery) {
            responder.reply(delivery ? Http::Reply::json(200, QJsonDocument(toJson(*delivery)))
                                     : failureReply(delivery.error()));
        });
}

} // namespace Holdfast
