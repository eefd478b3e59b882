// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/WebhookRoutes.h"

#include "access/Gate.h"
#include "api/DeedGuard.h"
#include "api/FailureReply.h"
#include "api/JsonBody.h"
#include "api/WholeList.h"
#include "api/WholeNumber.h"
#include "contract/Routes.h"
#include "records/Webhooks.h"
#include "upkeep/WebhookSecret.h"

namespace Holdfast {

namespace {

constexpr qint64 longestBody = 16 * 1024;
constexpr int mostWebhooks = 100;

WebhookId idOf(const Http::Request &request)
{
    return {wholeNumber(request.captures.value(QStringLiteral("id"))).value_or(0)};
}

Result<Webhook> webhookOf(Database &database, WebhookId id)
{
    const Result<std::optional<Webhook>> webhook = Webhooks(database).byId(id);
    if (!webhook)
        return fail(webhook.error());
    if (!*webhook)
        return fail(FailureKind::NotFound, QStringLiteral("Webhook not found"));
    return **webhook;
}

Done note(Database &database, AuditEntry entry, const std::optional<Webhook> &before,
          const std::optional<Webhook> &after)
{
    entry.detail.insert(QLatin1String("webhookId"), (before ? before : after)->id.value);
    if (before)
        entry.detail.insert(QLatin1String("before"), toJson(*before));
    if (after)
        entry.detail.insert(QLatin1String("after"), toJson(*after));
    return Audit(database).append(entry);
}

/// The secret is bound to the webhook's number, which the row gives it.
Result<Webhook> store(Database &database, const KeyRing &keys, const WebhookRequest &wanted, const AuditEntry &entry)
{
    Webhooks webhooks(database);
    const Result<QList<Webhook>> all = webhooks.all();
    if (!all)
        return fail(all.error());
    if (all->size() >= mostWebhooks)
        return fail(FailureKind::Conflict,
                    QStringLiteral("There are %1 webhooks already. Delete one first.").arg(mostWebhooks));
    const Result<WebhookId> id = webhooks.add(wanted.webhook, {});
    if (!id)
        return fail(id.error());
    const Result<SealedSecret> sealed = sealWebhookSecret(keys, wanted.secret, *id);
    if (!sealed)
        return fail(sealed.error());
    if (Done set = webhooks.setSecret(*id, *sealed); !set)
        return fail(set.error());
    const Result<Webhook> made = webhookOf(database, *id);
    if (!made)
        return made;
    if (Done noted = note(database, entry, std::nullopt, *made); !noted)
        return fail(noted.error());
    return made;
}

Result<Webhook> alter(Database &database, const KeyRing &keys, const WebhookRequest &wanted, AuditEntry entry)
{
    Webhooks webhooks(database);
    const Result<Webhook> before = webhookOf(database, wanted.webhook.id);
    if (!before)
        return before;
    if (Done changed = webhooks.change(wanted.webhook); !changed)
        return fail(changed.error());
    if (!wanted.secret.isEmpty()) {
        const Result<SealedSecret> sealed = sealWebhookSecret(keys, wanted.secret, before->id);
        if (!sealed)
            return fail(sealed.error());
        if (Done set = webhooks.setSecret(before->id, *sealed); !set)
            return fail(set.error());
        entry.detail.insert(QLatin1String("newSecret"), true);
    }
    const Result<Webhook> after = webhookOf(database, before->id);
    if (!after)
        return after;
    if (Done noted = note(database, entry, *before, *after); !noted)
        return fail(noted.error());
    return after;
}

Http::Reply replyOf(const Result<Webhook> &webhook)
{
    return webhook ? Http::Reply::json(200, QJsonDocument(toJson(*webhook))) : failureReply(webhook.error());
}

/// With the secret that was drawn; one that was given is known to who gave it.
Http::Reply createdReply(const Webhook &webhook, const QByteArray &drawnSecret)
{
    QJsonObject json = toJson(webhook);
    if (!drawnSecret.isEmpty())
        json.insert(QLatin1String("secret"), QString::fromLatin1(drawnSecret));
    Http::Reply reply = Http::Reply::json(201, QJsonDocument(json));
    reply.headers.set("Location", "/api/webhooks/" + QByteArray::number(webhook.id.value));
    return reply;
}

} // namespace

WebhookRoutes::WebhookRoutes(DataFolder &data, AccessLog &log, WebhookTargets targets)
    : m_data(data)
    , m_log(log)
    , m_targets(std::move(targets))
{
}

void WebhookRoutes::addTo(Http::Router &router, const Http::Gate &gate)
{
    add(router, gate, "GET", Routes::webhooks, &WebhookRoutes::list);
    add(router, gate, "POST", Routes::webhooks, &WebhookRoutes::create);
    add(router, gate, "GET", Routes::webhook, &WebhookRoutes::one);
    add(router, gate, "PUT", Routes::webhook, &WebhookRoutes::change);
    add(router, gate, "DELETE", Routes::webhook, &WebhookRoutes::remove);
}

void WebhookRoutes::add(Http::Router &router, const Http::Gate &gate, const char *method, QLatin1String route,
                        Work work)
{
    router.add(method, route, gate,
               onlyFor(Deed::ManageWebhooks, m_log, QStringLiteral("webhooks"), QStringLiteral("manage webhooks"),
                       [this, work](const Http::Request &request, const Http::Responder &responder) {
                           return (this->*work)(request, responder);
                       }));
}

std::unique_ptr<Http::BodySink> WebhookRoutes::list(const Http::Request &request, const Http::Responder &responder)
{
    responder.reply(wholeList(
        request, m_data, [](Database &database) { return Webhooks(database).all(); },
        [](const Webhook &webhook) { return toJson(webhook); }));
    return nullptr;
}

std::unique_ptr<Http::BodySink> WebhookRoutes::one(const Http::Request &request, const Http::Responder &responder)
{
    const Result<Database *> database = m_data.connections().ofThisThread();
    responder.reply(replyOf(database ? webhookOf(**database, idOf(request)) : fail(database.error())));
    return nullptr;
}

Result<WebhookRequest> WebhookRoutes::read(const QJsonObject &body) const
{
    const Result<WebhookRequest> wanted = webhookRequestFromJson(body);
    if (!wanted)
        return wanted;
    if (const Done allowed = m_targets.check(wanted->webhook.url); !allowed)
        return fail(allowed.error());
    return wanted;
}

std::unique_ptr<Http::BodySink> WebhookRoutes::create(const Http::Request &request, const Http::Responder &responder)
{
    const AuditEntry entry = m_log.entry(Gate::callerOf(request), QStringLiteral("webhook-create"));
    return collectJson(request, responder, longestBody,
                       [this, entry](const QJsonObject &body, const Http::Responder &answer) {
                           Result<WebhookRequest> wanted = read(body);
                           if (!wanted)
                               return answer.reply(failureReply(wanted.error()));
                           wanted->webhook.createdAt = wanted->webhook.updatedAt = entry.at;
                           const QByteArray drawn = wanted->secret.isEmpty() ? newWebhookSecret() : QByteArray();
                           if (!drawn.isEmpty())
                               wanted->secret = drawn;
                           m_data.writes()
                               .submit<Webhook>([this, wanted = *wanted, entry](Database &database) {
                                   return store(database, m_data.keys(), wanted, entry);
                               })
                               .then([answer, drawn](const Result<Webhook> &made) {
                                   answer.reply(made ? createdReply(*made, drawn) : failureReply(made.error()));
                               });
                       });
}

std::unique_ptr<Http::BodySink> WebhookRoutes::change(const Http::Request &request, const Http::Responder &responder)
{
    const AuditEntry entry = m_log.entry(Gate::callerOf(request), QStringLiteral("webhook-change"));
    return collectJson(request, responder, longestBody,
                       [this, entry, id = idOf(request)](const QJsonObject &body, const Http::Responder &answer) {
                           Result<WebhookRequest> wanted = read(body);
                           if (!wanted)
                               return answer.reply(failureReply(wanted.error()));
                           wanted->webhook.id = id;
                           wanted->webhook.updatedAt = entry.at;
                           m_data.writes()
                               .submit<Webhook>([this, wanted = *wanted, entry](Database &database) {
                                   return alter(database, m_data.keys(), wanted, entry);
                               })
                               .then([answer](const Result<Webhook> &changed) { answer.reply(replyOf(changed)); });
                       });
}

std::unique_ptr<Http::BodySink> WebhookRoutes::remove(const Http::Request &request, const Http::Responder &responder)
{
    const AuditEntry entry = m_log.entry(Gate::callerOf(request), QStringLiteral("webhook-delete"));
    m_data.writes()
        .submit<qint64>([id = idOf(request), entry](Database &database) -> Result<qint64> {
            const Result<Webhook> before = webhookOf(database, id);
            if (!before)
                return fail(before.error());
            const Result<qint64> dropped = Webhooks(database).remove(id);
            if (!dropped)
                return dropped;
            AuditEntry own = entry;
            own.detail.insert(QLatin1String("dropped"), *dropped);
            if (Done noted = note(database, own, *before, std::nullopt); !noted)
                return fail(noted.error());
            return dropped;
        })
        .then([responder](const Result<qint64> &dropped) {
            responder.reply(
                dropped ? Http::Reply::json(200, QJsonDocument(QJsonObject{{QLatin1String("dropped"), *dropped}}))
                        : failureReply(dropped.error()));
        });
    return nullptr;
}

} // namespace Holdfast
