// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Clock.h"
#include "records/ThreadConnections.h"
#include "records/WebhookDeliveries.h"
#include "records/Webhooks.h"
#include "sqlite/WriteQueue.h"
#include "upkeep/WebhookSender.h"
#include "vault/KeyRing.h"

#include <QHash>
#include <QObject>
#include <QSet>
#include <QTimer>

#include <functional>

namespace Holdfast {

/// Tells webhooks what they wait for: each its own, one at a time, in the order in which things happened as long as
/// each is taken. What fails is tried again later and does not stop what comes after it; a target that does not answer
/// at all rests, and stops no other. Whatever was taken is noted after it was: a kill in between sends it twice, with
/// the same id. In one thread that has an event loop; it waits there for its writes.
class WebhookDispatcher : public QObject
{
public:
    struct Surroundings
    {
        ThreadConnections &connections;
        WriteQueue &writes;
        const KeyRing &keys;
        Clock clock;
        std::function<double()> chance;       ///< from 0 to below 1
        std::function<void(bool taken)> told; ///< after each attempt
    };

    /// The sender outlives the dispatcher's last turn of the event loop.
    WebhookDispatcher(Surroundings surroundings, WebhookSender &sender);

    /// Looks for what is due, and when it has to look again.
    void look();

private:
    struct Rest
    {
        int failures = 0; ///< in a row
        QDateTime until;
        QDateTime updatedAt; ///< of the webhook: one that was changed does not rest
    };
    void lookSoon();
    Result<std::optional<QDateTime>> lookAtAll();
    Done begin(const Webhook &webhook, const WebhookDelivery &delivery);
    void end(const Webhook &webhook, const WebhookDelivery &delivery, const WebhookSender::Outcome &outcome);
    Done note(const WebhookDelivery &delivery, const WebhookSender::Outcome &outcome, const QDateTime &now);
    void rest(const Webhook &webhook, const QDateTime &now);
    Done stamp();
    Done forget();

    Surroundings m_around;
    WebhookSender &m_sender;
    QTimer m_timer;
    bool m_isAsked = false; ///< look() is to come
    QSet<WebhookId> m_busy;
    QHash<WebhookId, Rest> m_rests;
    QDateTime m_forgotAt;
};

} // namespace Holdfast
