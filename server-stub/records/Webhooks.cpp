// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/Webhooks.h"

#include "records/ChangedOne.h"
#include "records/WrappingKeys.h"

#include <algorithm>

namespace Holdfast {

namespace {

const QString notFound = QStringLiteral("Webhook not found");

const QByteArray webhookColumns =
    "SELECT id, url, is_on, created_at, updated_at,"
    " (SELECT group_concat(event, ' ') FROM webhook_subscriptions s WHERE s.webhook_id = webhooks.id) FROM webhooks";

Webhook webhookOf(const Query &query)
{
    Webhook webhook;
    webhook.id = {query.number(0)};
    webhook.url = QUrl(query.text(1), QUrl::StrictMode);
    webhook.isOn = query.number(2) != 0;
    webhook.createdAt = query.time(3);
    webhook.updatedAt = query.time(4);
    for (const QString &name : query.text(5).split(u' ', Qt::SkipEmptyParts))
        if (const auto event = webhookEventFromName(name))
            webhook.events.append(*event);
    std::sort(webhook.events.begin(), webhook.events.end());
    return webhook;
}

} // namespace

Result<QList<Webhook>> Webhooks::all()
{
    QList<Webhook> webhooks;
    Query query(m_database, webhookColumns + " ORDER BY id");
    if (Done done = query.each([&] { webhooks.append(webhookOf(query)); }); !done)
        return fail(done.error());
    return webhooks;
}

Result<std::optional<Webhook>> Webhooks::byId(WebhookId id)
{
    std::optional<Webhook> webhook;
    Query query(m_database, webhookColumns + " WHERE id = ?");
    query.bind(id);
    if (Done done = query.each([&] { webhook = webhookOf(query); }); !done)
        return fail(done.error());
    return webhook;
}

Result<SealedSecret> Webhooks::secretOf(WebhookId id)
{
    Query query(m_database, "SELECT sealed_secret, wrapped_key, encryption_key_id FROM webhooks WHERE id = ?");
    query.bind(id);
    const Result<bool> row = query.step();
    if (!row)
        return fail(row.error());
    if (!*row)
        return fail(FailureKind::NotFound, notFound);
    return SealedSecret{query.bytes(0), query.bytes(1), query.text(2)};
}

Result<WebhookId> Webhooks::add(const Webhook &webhook, const SealedSecret &secret)
{
    Query query(m_database, "INSERT INTO webhooks (url, is_on, sealed_secret, wrapped_key, encryption_key_id,"
                            " created_at, updated_at) VALUES (?, ?, ?, ?, ?, ?, ?)");
    query.bind(QString::fromLatin1(webhook.url.toEncoded()), webhook.isOn, secret.sealed, secret.wrappedKey,
               secret.encryptionKeyId, webhook.createdAt, webhook.updatedAt);
    if (Done done = query.run(); !done)
        return fail(done.error());
    const WebhookId id{query.insertedId()};
    if (Done done = subscribe(id, webhook.events); !done)
        return fail(done.error());
    return id;
}

Done Webhooks::change(const Webhook &webhook)
{
    Query query(m_database, "UPDATE webhooks SET url = ?, is_on = ?, updated_at = ? WHERE id = ?");
    query.bind(QString::fromLatin1(webhook.url.toEncoded()), webhook.isOn, webhook.updatedAt, webhook.id);
    if (Done done = changedOne(query, notFound); !done)
        return done;
    Query retries(m_database, "UPDATE webhook_deliveries SET due_at = 0"
                              " WHERE webhook_id = ? AND state = 'waiting' AND due_at > 0");
    if (Done done = retries.bind(webhook.id).run(); !done)
        return done;
    Query before(m_database, "DELETE FROM webhook_subscriptions WHERE webhook_id = ?");
    if (Done done = before.bind(webhook.id).run(); !done)
        return done;
    return subscribe(webhook.id, webhook.events);
}

Done Webhooks::setSecret(WebhookId id, const SealedSecret &secret)
{
    if (Done inUse = WrappingKeys(m_database).checkInUse(secret.encryptionKeyId); !inUse)
        return inUse;
    Query query(m_database,
                "UPDATE webhooks SET sealed_secret = ?, wrapped_key = ?, encryption_key_id = ? WHERE id = ?");
    return changedOne(query.bind(secret.sealed, secret.wrappedKey, secret.encryptionKeyId, id), notFound);
}

Result<qint64> Webhooks::remove(WebhookId id)
{
    Query waiting(m_database, "SELECT count(*) FROM webhook_deliveries WHERE webhook_id = ? AND state = 'waiting'");
    const Result<qint64> dropped = waiting.bind(id).oneNumber();
    if (!dropped)
        return dropped;
    Query query(m_database, "DELETE FROM webhooks WHERE id = ?");
    if (Done done = changedOne(query.bind(id), notFound); !done)
        return fail(done.error());
    return dropped;
}

Done Webhooks::subscribe(WebhookId id, const QList<WebhookEvent> &events)
{
    for (const WebhookEvent event : events) {
        Query query(m_database, "INSERT INTO webhook_subscriptions (event, webhook_id) VALUES (?, ?)");
        if (Done done = query.bind(webhookEventName(event), id).run(); !done)
            return done;
    }
    return {};
}

} // namespace Holdfast
