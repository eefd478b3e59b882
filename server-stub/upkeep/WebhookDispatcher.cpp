// SPDX-License-Identifier: GPL-3.0-or-later
#include "upkeep/WebhookDispatcher.h"

#include "contract/WebhookJson.h"
#include "upkeep/Log.h"
#include "upkeep/WebhookSecret.h"
#include "upkeep/WebhookSignature.h"

#include <algorithm>

namespace Holdfast {

namespace {

constexpr std::chrono::milliseconds longestSleep = std::chrono::hours(1);
constexpr std::chrono::milliseconds afterFailure = std::chrono::minutes(1);
constexpr int keptDays = 30; // in sight, once it ended
constexpr int mostForgotten = 500;

/// Nobody is there, or nobody who can answer now: the next delivery would fare no better.
bool isAway(const WebhookSender::Outcome &outcome)
{
    constexpr int requestTimeout = 408;
    constexpr int tooManyRequests = 429;
    constexpr int firstServerError = 500;
    const int status = outcome.status.value_or(firstServerError);
    return status >= firstServerError || status == requestTimeout || status == tooManyRequests;
}

WebhookSender::Post postOf(const Webhook &webhook, const WebhookDelivery &delivery, QByteArrayView secret,
                           const QDateTime &now)
{
    const QByteArray body = webhookBody(delivery);
    const QByteArray timestamp = QByteArray::number(now.toSecsSinceEpoch());
    return {webhook.url,
            {{"Holdfast-Event", QByteArray(webhookEventName(delivery.event).data())},
             {"Holdfast-Event-Id", delivery.eventId.toLatin1()},
             {"Holdfast-Timestamp", timestamp},
             {"Holdfast-Signature", webhookSignature(secret, timestamp, body)}},
            body,
            delivery.attempts + 1};
}

/// An admin waits to learn whether the target answers, and whatever waits goes on once it does.
bool isTest(const std::optional<WebhookDelivery> &delivery)
{
    return delivery && delivery->event == WebhookEvent::Test;
}

/// The earlier of two moments, of which there may be none.
void bringForward(std::optional<QDateTime> &moment, const QDateTime &other)
{
    moment = moment ? std::min(*moment, other) : other;
}

} // namespace

WebhookDispatcher::WebhookDispatcher(Surroundings surroundings, WebhookSender &sender)
    : m_around(std::move(surroundings))
    , m_sender(sender)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &WebhookDispatcher::look);
}

void WebhookDispatcher::lookSoon()
{
    if (std::exchange(m_isAsked, true))
        return;
    QMetaObject::invokeMethod(this, &WebhookDispatcher::look, Qt::QueuedConnection);
}

void WebhookDispatcher::look()
{
    m_isAsked = false;
    const Result<std::optional<QDateTime>> wake = lookAtAll();
    if (!wake) {
        qCWarning(logUpkeep).noquote() << "webhooks wait:" << wake.error().message << wake.error().detail;
        return m_timer.start(afterFailure);
    }
    if (!*wake)
        return m_timer.stop();
    const std::chrono::milliseconds until(m_around.clock().msecsTo(**wake));
    m_timer.start(std::clamp(until, std::chrono::milliseconds(0), longestSleep));
}

Result<std::optional<QDateTime>> WebhookDispatcher::lookAtAll()
{
    const Result<Database *> database = m_around.connections.ofThisThread();
    if (!database)
        return fail(database.error());
    const Result<QList<Webhook>> webhooks = Webhooks(**database).all();
    if (!webhooks)
        return fail(webhooks.error());
    if (webhooks->isEmpty())
        return std::nullopt;
    if (const Done stamped = stamp(); !stamped)
        return fail(stamped.error());
    std::optional<QDateTime> wake;
    const QDateTime now = m_around.clock();
    for (const Webhook &webhook : *webhooks) {
        if (!webhook.isOn || m_busy.contains(webhook.id))
            continue;
        const Rest rest = m_rests.value(webhook.id);
        const bool rests = rest.failures > 0 && rest.updatedAt == webhook.updatedAt && rest.until > now;
        const Result<WebhookDeliveries::Next> next = WebhookDeliveries(**database).next(webhook.id, now);
        if (rests && next && !isTest(next->delivery)) {
            bringForward(wake, rest.until);
            continue;
        }
        const Done begun = !next ? fail(next.error()) : next->delivery ? begin(webhook, *next->delivery) : Done();
        if (!begun)
            return fail(begun.error());
        if (next->dueAt)
            bringForward(wake, *next->dueAt);
    }
    if (const Done forgotten = forget(); !forgotten)
        return fail(forgotten.error());
    bringForward(wake, now.addDays(1)); // to forget again
    return wake;
}

/// Events whose change nobody noted (a new quota, at a start) happened just now.
Done WebhookDispatcher::stamp()
{
    const Result<Database *> database = m_around.connections.ofThisThread();
    const Result<bool> wanted = database ? WebhookDeliveries(**database).hasWithoutTime() : fail(database.error());
    if (!wanted || !*wanted)
        return wanted.map([](bool) {});
    return m_around.writes
        .submit<void>([now = m_around.clock()](Database &writer) { return WebhookDeliveries(writer).stamp(now); })
        .result();
}

Done WebhookDispatcher::begin(const Webhook &webhook, const WebhookDelivery &delivery)
{
    const Result<Database *> database = m_around.connections.ofThisThread();
    const Result<SealedSecret> sealed = database ? Webhooks(**database).secretOf(webhook.id) : fail(database.error());
    if (!sealed && sealed.error().kind == FailureKind::NotFound)
        return {}; // it was deleted just now
    if (!sealed)
        return fail(sealed.error());
    m_busy.insert(webhook.id);
    Result<QByteArray> secret = openWebhookSecret(m_around.keys, *sealed, webhook.id);
    if (!secret) {
        end(webhook, delivery, {std::nullopt, secret.error().message});
        return {};
    }
    const WebhookSender::Post post = postOf(webhook, delivery, *secret, m_around.clock());
    secret->fill('\0');
    m_sender.send(
        post, [this, webhook, delivery](const WebhookSender::Outcome &outcome) { end(webhook, delivery, outcome); });
    return {};
}

void WebhookDispatcher::end(const Webhook &webhook, const WebhookDelivery &delivery,
                            const WebhookSender::Outcome &outcome)
{
    const QDateTime now = m_around.clock();
    const bool isTaken = outcome.problem.isEmpty();
    const Done noted = note(delivery, outcome, now);
    if (!noted)
        qCWarning(logUpkeep).noquote()
            << "what became of a webhook's delivery could not be noted, and it is sent again:" << noted.error().message
            << noted.error().detail;
    if (noted && (isTaken || !isAway(outcome)))
        m_rests.remove(webhook.id);
    else
        rest(webhook, now);
    m_busy.remove(webhook.id);
    m_around.told(isTaken);
    lookSoon();
}

Done WebhookDispatcher::note(const WebhookDelivery &delivery, const WebhookSender::Outcome &outcome,
                             const QDateTime &now)
{
    const DeliveryAttempt attempt{delivery.id, now, outcome.status, outcome.problem};
    const QDateTime since = delivery.replayedAt.isValid() ? delivery.replayedAt : delivery.at;
    const QDateTime oldest = now.addMSecs(-std::chrono::milliseconds(webhookPatience).count());
    const QDateTime dueAt = now.addMSecs(webhookPause(delivery.attempts + 1, m_around.chance()).count());
    const bool away = isAway(outcome);
    const bool isLast = since <= oldest || delivery.event == WebhookEvent::Test;
    return m_around.writes
        .submit<void>([attempt, isLast, oldest, dueAt, away, webhook = delivery.webhookId](Database &writer) -> Done {
            WebhookDeliveries deliveries(writer);
            if (attempt.problem.isEmpty())
                return deliveries.taken(attempt);
            const Done noted = isLast ? deliveries.parked(attempt) : deliveries.failed(attempt, dueAt);
            if (!noted || !away)
                return noted;
            return deliveries.parkOlder(
                webhook, oldest, attempt.at,
                QStringLiteral("The target took nothing for three days. Of late: %1").arg(attempt.problem));
        })
        .result();
}

void WebhookDispatcher::rest(const Webhook &webhook, const QDateTime &now)
{
    Rest &rest = m_rests[webhook.id];
    ++rest.failures;
    rest.until = now.addMSecs(webhookPause(rest.failures, m_around.chance()).count());
    rest.updatedAt = webhook.updatedAt;
}

/// A few at a time, so that nobody waits for it.
Done WebhookDispatcher::forget()
{
    const QDateTime now = m_around.clock();
    if (m_forgotAt.isValid() && m_forgotAt.daysTo(now) < 1)
        return {};
    const Result<qint64> forgotten = m_around.writes
                                         .submit<qint64>([before = now.addDays(-keptDays)](Database &writer) {
                                             return WebhookDeliveries(writer).forgetBefore(before, mostForgotten);
                                         })
                                         .result();
    if (!forgotten)
        return fail(forgotten.error());
    if (*forgotten == mostForgotten)
        lookSoon();
    else
        m_forgotAt = now;
    return {};
}

} // namespace Holdfast
