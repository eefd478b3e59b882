// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/Uploads.h"

#include "records/Campaigns.h"
#include "records/ChangedOne.h"
#include "records/Changes.h"
#include "records/Recordings.h"
#include "sqlite/Query.h"

namespace Holdfast {

namespace {

constexpr int idempotencyHours = 24;

} // namespace

Done Uploads::begin(RecordingId id, const QString &filePath, const QDateTime &now)
{
    Query query(m_database, "INSERT INTO uploads (recording_id, file_path, begun_at) VALUES (?, ?, ?)");
    return query.bind(id, filePath, now).run();
}

Done Uploads::renew(RecordingId id)
{
    // SQLite writes nothing where nothing changes.
    Query query(m_database, "UPDATE uploads SET begun_at = begun_at + 1 WHERE recording_id = ?");
    return changedOne(query.bind(id), QStringLiteral("The upload has become a recording."));
}

Done Uploads::abandon(RecordingId id)
{
    Query query(m_database, "DELETE FROM uploads WHERE recording_id = ?");
    return query.bind(id).run();
}

Result<QList<Uploads::Intent>> Uploads::leftBehind()
{
    QList<Intent> intents;
    Query query(m_database, "SELECT recording_id, file_path FROM uploads");
    if (Done done = query.each([&] { intents.append({{query.number(0)}, query.text(1)}); }); !done)
        return fail(done.error());
    return intents;
}

Result<std::optional<Uploads::Kept>> Uploads::keptFor(UserId user, const QByteArray &key, const QDateTime &notBefore,
                                                      KeyStays stays)
{
    std::optional<Kept> kept;
    Query young(m_database, "SELECT fingerprint, recording_id FROM idempotency_keys"
                            " WHERE user_id = ? AND key = ? AND created_at >= ?");
    young.bind(user, key, notBefore);
    if (Done done = young.each([&] { kept = Kept{young.bytes(0), {young.number(1)}}; }); !done)
        return fail(done.error());
    if (kept || stays == KeyStays::ForADay)
        return kept;
    Query old(m_database, "SELECT fingerprint, recording_id FROM upload_keys WHERE user_id = ? AND key = ?");
    old.bind(user, key);
    if (Done done = old.each([&] { kept = Kept{old.bytes(0), {old.number(1)}}; }); !done)
        return fail(done.error());
    return kept;
}

Done Uploads::keepKey(const Recording &recording, const Idempotency &idempotency)
{
    Query forgotten(m_database, "DELETE FROM idempotency_keys WHERE created_at < ?");
    if (Done done = forgotten.bind(recording.uploadedAt.addSecs(-3600LL * idempotencyHours)).run(); !done)
        return done;
    Query young(m_database, "INSERT INTO idempotency_keys (user_id, key, fingerprint, recording_id, created_at)"
                            " VALUES (?, ?, ?, ?, ?)");
    young.bind(recording.agentId, idempotency.key, idempotency.fingerprint, recording.id, recording.uploadedAt);
    if (Done done = young.run(); !done || idempotency.stays == KeyStays::ForADay)
        return done;
    Query stays(m_database, "INSERT INTO upload_keys (user_id, key, fingerprint, recording_id) VALUES (?, ?, ?, ?)");
    return stays.bind(recording.agentId, idempotency.key, idempotency.fingerprint, recording.id).run();
}

Result<CallId> Uploads::callFor(const Recording &recording, std::optional<Role> role)
{
    if (recording.callId.isValid()) {
        Query query(m_database, "SELECT lead_id, agent_id FROM calls WHERE id = ?");
        query.bind(recording.callId);
        const Result<bool> row = query.step();
        if (!row)
            return fail(row.error());
        const bool isOwn = *row && UserId{query.number(1)} == recording.agentId;
        if (!*row || LeadId{query.number(0)} != recording.leadId || (role == Role::Agent && !isOwn))
            return fail(FailureKind::Malformed, QStringLiteral("callId names no call of this lead and agent"));
        return recording.callId;
    }
    Query query(m_database, "INSERT INTO calls (lead_id, agent_id, campaign_id, disposition, started_at)"
                            " VALUES (?, ?, ?, ?, ?)");
    query.bind(recording.leadId, recording.agentId, recording.campaignId, recording.disposition, recording.callDate);
    if (Done done = query.run(); !done)
        return fail(done.error());
    return CallId{query.insertedId()};
}

Result<Recording> Uploads::finish(Recording recording, const QByteArray &wrappedKey, AuditEntry entry,
                                  const Idempotency &idempotency)
{
    if (recording.campaignId) {
        const Result<std::optional<Campaign>> campaign = Campaigns(m_database).byId(*recording.campaignId);
        if (!campaign)
            return fail(campaign.error());
        if (!*campaign)
            return fail(FailureKind::Malformed, QStringLiteral("campaignId names no campaign"));
        recording.campaignName = (*campaign)->name;
    }
    const Result<CallId> call = callFor(recording, entry.role);
    if (!call)
        return fail(call.error());
    recording.callId = *call;
    if (Done done = Recordings(m_database).add(recording, wrappedKey); !done)
        return fail(done.error());
    entry.recordingId = recording.id;
    entry.leadId = recording.leadId;
    if (Done done = Audit(m_database).append(entry); !done)
        return fail(done.error());
    if (Done done =
            Changes(m_database)
                .append(QStringLiteral("recording"), recording.id.value, recording.uploadedAt, recording.agentId);
        !done)
        return fail(done.error());
    if (!idempotency.key.isEmpty())
        if (Done done = keepKey(recording, idempotency); !done)
            return fail(done.error());
    if (Done done = abandon(recording.id); !done)
        return fail(done.error());
    return recording;
}

} // namespace Holdfast
