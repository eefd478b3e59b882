// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/LeadRequest.h"

#include "access/Gate.h"
#include "api/FailureReply.h"
#include "api/WholeNumber.h"
#include "domain/Deed.h"
#include "records/Leads.h"

namespace Holdfast {

namespace {

Result<Lead> leadFor(const Caller &caller, LeadId id, DataFolder &data)
{
    const Result<Database *> database = data.connections().ofThisThread();
    if (!database)
        return fail(database.error());
    const Result<std::optional<Lead>> lead = Leads(**database).byId(id);
    if (!lead)
        return fail(lead.error());
    if (!*lead)
        return fail(FailureKind::NotFound, QStringLiteral("Lead not found"));
    if (!(*lead)->agents.contains(caller.user.id) && !may(caller.user.role, Deed::UploadForAnyLead))
        return fail(FailureKind::Forbidden, QStringLiteral("User does not have permission to access this lead"));
    return **lead;
}

LeadId idOf(const Http::Request &request)
{
    return {wholeNumber(request.captures.value(QStringLiteral("id"))).value_or(0)};
}

} // namespace

LeadRequest::LeadRequest(const Http::Request &request, DataFolder &data, AccessLog &log, const QString &action)
    : lead(leadFor(Gate::callerOf(request), idOf(request), data))
    , entry(log.entry(Gate::callerOf(request), action))
    , m_log(log)
{
    entry.leadId = idOf(request);
}

void LeadRequest::refuse(const Http::Responder &responder) const
{
    const Http::Reply reply = failureReply(lead.error());
    if (lead.error().kind != FailureKind::Forbidden)
        return responder.reply(reply);
    AuditEntry refused = entry;
    refused.outcome = AuditOutcome::Refused;
    m_log.thenReply(refused, responder, reply);
}

} // namespace Holdfast
