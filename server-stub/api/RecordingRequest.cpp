// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/RecordingRequest.h"

#include "access/Gate.h"
#include "api/FailureReply.h"
#include "api/WholeNumber.h"

namespace Holdfast {

RecordingRequest::RecordingRequest(const Http::Request &request, const RecordingLookup &recordings, AccessLog &log,
                                   const QString &action, RecordingLookup::Retention retention)
    : recording(recordings.find(Gate::callerOf(request), request.captures.value(QStringLiteral("id")), retention))
    , entry(log.entry(Gate::callerOf(request), action))
    , m_log(log)
{
    entry.recordingId.value = wholeNumber(request.captures.value(QStringLiteral("id"))).value_or(0);
    if (recording)
        entry.leadId = recording->leadId;
}

void RecordingRequest::refuse(const Http::Responder &responder) const
{
    const Http::Reply reply = failureReply(recording.error());
    if (recording.error().kind != FailureKind::Forbidden)
        return responder.reply(reply);
    AuditEntry refused = entry;
    refused.outcome = AuditOutcome::Refused;
    m_log.thenReply(refused, responder, reply);
}

} // namespace Holdfast
