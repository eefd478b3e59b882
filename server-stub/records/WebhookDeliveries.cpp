// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/WebhookDeliveries.h"

#include "records/ChangedOne.h"

#include <QJsonDocument>

namespace Holdfast {

namespace {

const QByteArray deliveryColumns = "SELECT id, webhook_id, event_id, event, at, data, state, attempts, due_at,"
                                   " attempted_at, status, problem, replayed_at FROM webhook_deliveries";
const QString notFound = QStringLiteral("Delivery not found");

WebhookDelivery deliveryOf(const Query &query)
{
    WebhookDelivery delivery;
    delivery.id = {query.number(0)};
    delivery.webhookId = {query.number(1)};
    delivery.eventId = query.text(2);
    delivery.event = deliveryEventFromName(query.text(3)).value_or(WebhookEvent::RecordingCompleted); // facts have it
    if (!query.isNull(4))
        delivery.at = query.time(4);
    delivery.data = QJsonDocument::fromJson(query.text(5).toUtf8()).object();
    delivery.state = deliveryStateFromName(query.text(6)).value_or(DeliveryState::Waiting);
    delivery.attempts = static_cast<int>(query.number(7));
    delivery.dueAt = query.time(8);
    if (!query.isNull(9))
        delivery.attemptedAt = query.time(9);
    if (!query.isNull(10))
        delivery.status = static_cast<int>(query.number(10));
    delivery.problem = query.text(11);
    if (!query.isNull(12))
        delivery.replayedAt = query.time(12);
    return delivery;
}

} // namespace

Result<QList<WebhookDelivery>> WebhookDeliveries::page(WebhookId webhook, const DeliveryFilter &filter)
{
    QByteArray sql = deliveryColumns + " WHERE webhook_id = ?";
    QVariantList values{webhook.value};
    if (filter.state) {
        sql += " AND state = ?";
        values += QString(deliveryStateName(*filter.state));
    }
    if (filter.before) {
        sql += " AND id < ?";
        values += filter.before->value;
    }
    QList<WebhookDelivery> deliveries;
    Query query(m_database, sql + " ORDER BY id DESC LIMIT ?");
    query.bindAll(values).bind(filter.limit);
    if (Done done = query.each([&] { deliveries.append(deliveryOf(query)); }); !done)
        return fail(done.error());
    return deliveries;
}

Result<WebhookDelivery> WebhookDeliveries::byId(WebhookId webhook, WebhookDeliveryId id)
{
    Query query(m_database, deliveryColumns + " WHERE id = ? AND webhook_id = ?");
    query.bind(id, webhook);
    const Result<bool> row = query.step();
    if (!row)
        return fail(row.error());
    if (!*row)
        return fail(FailureKind::NotFound, notFound);
    return deliveryOf(query);
}

Result<WebhookDeliveries::Next> WebhookDeliveries::next(WebhookId webhook, const QDateTime &now)
{
    Next next;
    Query query(m_database, deliveryColumns + " WHERE webhook_id = ? AND state = 'waiting' AND at IS NOT NULL"
                                              " ORDER BY due_at, id LIMIT 1");
    query.bind(webhook);
    const Done done = query.each([&] {
        const WebhookDelivery delivery = deliveryOf(query);
        if (delivery.dueAt <= now)
            next.delivery = delivery;
        else
            next.dueAt = delivery.dueAt;
    });
    if (!done)
        return fail(done.error());
    return next;
}

Result<bool> WebhookDeliveries::hasWithoutTime()
{
    Query query(m_database, "SELECT EXISTS (SELECT 1 FROM webhook_deliveries WHERE at IS NULL)");
    return query.oneNumber().map([](qint64 has) { return has != 0; });
}

Done WebhookDeliveries::stamp(const QDateTime &now)
{
    Query query(m_database, "UPDATE webhook_deliveries SET at = ? WHERE at IS NULL");
    return query.bind(now).run();
}

Done WebhookDeliveries::taken(const DeliveryAttempt &attempt)
{
    Query query(m_database, "UPDATE webhook_deliveries SET state = 'delivered', attempts = attempts + 1,"
                            " attempted_at = ?, ended_at = ?, status = ?, problem = '' WHERE id = ?");
    return query.bind(attempt.at, attempt.at, attempt.status, attempt.id).run();
}

Done WebhookDeliveries::failed(const DeliveryAttempt &attempt, const QDateTime &dueAt)
{
    Query query(m_database, "UPDATE webhook_deliveries SET due_at = ?, attempts = attempts + 1, attempted_at = ?,"
                            " status = ?, problem = ? WHERE id = ?");
    return query.bind(dueAt, attempt.at, attempt.status, attempt.problem, attempt.id).run();
}

Done WebhookDeliveries::parked(const DeliveryAttempt &attempt)
{
    Query query(m_database, "UPDATE webhook_deliveries SET state = 'parked', attempts = attempts + 1, attempted_at = ?,"
                            " ended_at = ?, status = ?, problem = ? WHERE id = ?");
    return query.bind(attempt.at, attempt.at, attempt.status, attempt.problem, attempt.id).run();
}

Done WebhookDeliveries::parkOlder(WebhookId webhook, const QDateTime &before, const QDateTime &now,
                                  const QString &problem)
{
    Query query(m_database, "UPDATE webhook_deliveries SET state = 'parked', ended_at = ?, problem = ?"
                            " WHERE webhook_id = ? AND state = 'waiting' AND coalesce(replayed_at, at) < ?");
    return query.bind(now, problem, webhook, before).run();
}

Done WebhookDeliveries::replay(WebhookId webhook, WebhookDeliveryId id, const QDateTime &now)
{
    Query query(m_database, "UPDATE webhook_deliveries SET state = 'waiting', due_at = 0, ended_at = NULL,"
                            " replayed_at = ? WHERE id = ? AND webhook_id = ?");
    return changedOne(query.bind(now, id, webhook), notFound);
}

Result<WebhookDeliveryId> WebhookDeliveries::test(WebhookId webhook, const QDateTime &now)
{
    Query query(m_database, "INSERT INTO webhook_deliveries (webhook_id, event_id, event, at, data, due_at)"
                            " VALUES (?, lower(hex(randomblob(16))), ?, ?, json_object('webhookId', ?), -1)");
    query.bind(webhook, webhookEventName(WebhookEvent::Test), now, webhook);
    if (Done done = query.run(); !done)
        return fail(done.error());
    return WebhookDeliveryId{query.insertedId()};
}

Result<qint64> WebhookDeliveries::forgetBefore(const QDateTime &before, int most)
{
    Query query(m_database, "DELETE FROM webhook_deliveries WHERE id IN (SELECT id FROM webhook_deliveries"
                            " WHERE ended_at < ? ORDER BY ended_at LIMIT ?)");
    if (Done done = query.bind(before, most).run(); !done)
        return fail(done.error());
    return query.changedRows();
}

Result<WebhookDeliveries::Counts> WebhookDeliveries::counts()
{
    Counts counts;
    Query query(m_database, "SELECT (SELECT count(*) FROM webhook_deliveries WHERE state = 'waiting'),"
                            " (SELECT count(*) FROM webhook_deliveries WHERE state = 'parked')");
    if (Done done = query.each([&] { counts = {query.number(0), query.number(1)}; }); !done)
        return fail(done.error());
    return counts;
}

} // namespace Holdfast
