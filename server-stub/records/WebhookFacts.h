// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Ids.h"
#include "sqlite/Database.h"

#include <QDateTime>

namespace Holdfast {

/// Events that the rows of recordings and of the storage do not tell by themselves (the triggers of 010-webhooks.sql
/// do, for all the others). In the connection's thread, in the transaction of the fact, inside WriteQueue.
class WebhookFacts
{
public:
    explicit WebhookFacts(Database &database)
        : m_database(database)
    {
    }

    /// Retention takes the recording away: before its row goes.
    Done expired(RecordingId id, const QDateTime &at);

private:
    Database &m_database;
};

} // namespace Holdfast
