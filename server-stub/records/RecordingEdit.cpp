// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/RecordingEdit.h"

#include "records/Leads.h"
#include "sqlite/Query.h"

namespace Holdfast {

namespace {

struct Move
{
    CallId call;
    std::optional<CampaignId> campaign;
};

Result<std::optional<CampaignId>> campaignAfterMove(Database &database, const Recording &recording, LeadId to)
{
    Leads leads(database);
    const Result<std::optional<Lead>> before = leads.byId(recording.leadId);
    const Result<std::optional<Lead>> after = leads.byId(to);
    if (!before || !after)
        return fail(before ? after.error() : before.error());
    if (!*after)
        return fail(FailureKind::Malformed, QStringLiteral("leadId names no lead. Nothing was changed."));
    const bool wasTheLeads = *before && (*before)->campaignId == recording.campaignId;
    return wasTheLeads ? (*after)->campaignId : recording.campaignId;
}

Result<CallId> callAfterMove(Database &database, const Recording &recording, const Recording &moved)
{
    Query others(database, "SELECT 1 FROM recordings WHERE call_id = ? AND id <> ?");
    const Result<bool> isShared = others.bind(recording.callId, recording.id).step();
    if (!isShared)
        return fail(isShared.error());
    if (!*isShared) {
        Query call(database, "UPDATE calls SET lead_id = ?, campaign_id = ? WHERE id = ?");
        if (Done done = call.bind(moved.leadId, moved.campaignId, recording.callId).run(); !done)
            return fail(done.error());
        return recording.callId;
    }
    Query call(database, "INSERT INTO calls (lead_id, agent_id, campaign_id, disposition, started_at)"
                         " VALUES (?, ?, ?, ?, ?)");
    call.bind(moved.leadId, moved.agentId, moved.campaignId, moved.disposition, moved.callDate);
    if (Done done = call.run(); !done)
        return fail(done.error());
    return CallId{call.insertedId()};
}

} // namespace

Result<bool> editRecording(Database &database, const Recording &recording, const RecordingChange &change)
{
    Recording after = recording;
    after.notes = change.notes.value_or(recording.notes);
    after.disposition = change.disposition.value_or(recording.disposition);
    after.callDate = change.callDate.value_or(recording.callDate);
    after.leadId = change.leadId.value_or(recording.leadId);
    after.agentChannel = change.agentChannel.value_or(recording.agentChannel);
    if (after == recording)
        return false;
    if (after.leadId != recording.leadId) {
        const auto campaign = campaignAfterMove(database, recording, after.leadId);
        if (!campaign)
            return fail(campaign.error());
        after.campaignId = *campaign;
        const Result<CallId> call = callAfterMove(database, recording, after);
        if (!call)
            return fail(call.error());
        after.callId = *call;
    }
    Query query(database, "UPDATE recordings SET notes = ?, disposition = ?, call_date = ?, lead_id = ?,"
                          " campaign_id = ?, call_id = ?, agent_channel = ?, revision = revision + 1 WHERE id = ?");
    query.bind(after.notes, after.disposition, after.callDate, after.leadId, after.campaignId, after.callId,
               channelNumber(after.agentChannel), after.id);
    if (Done done = query.run(); !done)
        return fail(done.error());
    return true;
}

} // namespace Holdfast
