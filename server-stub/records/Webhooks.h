// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Webhook.h"
#include "sqlite/Database.h"

#include <QByteArray>

#include <optional>

namespace Holdfast {

/// A secret as it lies in a row: under a key of its own, which is wrapped under the key-encryption key of that id.
struct SealedSecret
{
    QByteArray sealed;
    QByteArray wrappedKey;
    QString encryptionKeyId;
};

/// The programs that want to be told. In the connection's thread; writes inside WriteQueue.
class Webhooks
{
public:
    explicit Webhooks(Database &database)
        : m_database(database)
    {
    }

    Result<QList<Webhook>> all(); ///< by id
    Result<std::optional<Webhook>> byId(WebhookId id);
    Result<SealedSecret> secretOf(WebhookId id); ///< NotFound where there is no such webhook
    Result<WebhookId> add(const Webhook &webhook, const SealedSecret &secret);
    /// Target, events and whether it is on; what failed is due at once. NotFound where there is none.
    Done change(const Webhook &webhook);
    Done setSecret(WebhookId id, const SealedSecret &secret);
    /// Answers how many deliveries waited and go with it. NotFound where there is none.
    Result<qint64> remove(WebhookId id);

private:
    Done subscribe(WebhookId id, const QList<WebhookEvent> &events);

    Database &m_database;
};

} // namespace Holdfast
