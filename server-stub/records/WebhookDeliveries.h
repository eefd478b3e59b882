// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Webhook.h"
#include "sqlite/Database.h"

#include <optional>

namespace Holdfast {

/// Which deliveries of a webhook are asked for.
struct DeliveryFilter
{
    std::optional<DeliveryState> state;
    std::optional<WebhookDeliveryId> before; ///< only older ones
    int limit = 100;
};

/// What became of an attempt.
struct DeliveryAttempt
{
    WebhookDeliveryId id;
    QDateTime at;
    std::optional<int> status; ///< none: the target did not answer
    QString problem;           ///< empty: it was taken
};

/// What webhooks are to be told, are told and could not be told. In the connection's thread; writes inside WriteQueue.
class WebhookDeliveries
{
public:
    explicit WebhookDeliveries(Database &database)
        : m_database(database)
    {
    }

    Result<QList<WebhookDelivery>> page(WebhookId webhook, const DeliveryFilter &filter); ///< newest first
    /// NotFound where that webhook has none of that number.
    Result<WebhookDelivery> byId(WebhookId webhook, WebhookDeliveryId id);

    /// The next that a webhook is to be told: of those that are due at `now`, the one that is due longest, then the
    /// oldest. Where none is due: when the first will be, or nothing where none waits.
    struct Next
    {
        std::optional<WebhookDelivery> delivery;
        std::optional<QDateTime> dueAt;
    };
    Result<Next> next(WebhookId webhook, const QDateTime &now);

    /// Gives `now` to facts whose change nobody noted. False where there was none.
    Result<bool> hasWithoutTime();
    Done stamp(const QDateTime &now);

    Done taken(const DeliveryAttempt &attempt);
    Done failed(const DeliveryAttempt &attempt, const QDateTime &dueAt);
    Done parked(const DeliveryAttempt &attempt);
    /// What waits since before `before` (of older facts, and not sent again since), with that problem: the target took
    /// nothing for so long.
    Done parkOlder(WebhookId webhook, const QDateTime &before, const QDateTime &now, const QString &problem);
    /// Has it sent again, at once, be it delivered or parked. NotFound where there is none.
    Done replay(WebhookId webhook, WebhookDeliveryId id, const QDateTime &now);

    /// A test, which goes before all that waits. The webhook is there.
    Result<WebhookDeliveryId> test(WebhookId webhook, const QDateTime &now);

    /// Forgets what was delivered or parked before that, at most `most`; answers how many.
    Result<qint64> forgetBefore(const QDateTime &before, int most);

    struct Counts
    {
        qint64 waiting = 0;
        qint64 parked = 0;
    };
    Result<Counts> counts();

private:
    Database &m_database;
};

} // namespace Holdfast
