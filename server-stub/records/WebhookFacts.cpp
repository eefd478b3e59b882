// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/WebhookFacts.h"

#include "domain/Webhook.h"
#include "sqlite/Query.h"

namespace Holdfast {

Done WebhookFacts::expired(RecordingId id, const QDateTime &at)
{
    Query query(m_database, "INSERT INTO webhook_facts (event, at, data)"
                            " SELECT ?, ?, data FROM webhook_recordings WHERE recording_id = ?");
    return query.bind(webhookEventName(WebhookEvent::RetentionExpired), at, id).run();
}

} // namespace Holdfast
