// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/LeadRoutes.h"

#include "access/Gate.h"
#include "api/FailureReply.h"
#include "api/QueryFields.h"
#include "api/RecordingPage.h"
#include "api/WholeNumber.h"
#include "contract/Json.h"
#include "contract/Routes.h"
#include "domain/Deed.h"
#include "records/Leads.h"

#include <QJsonArray>

namespace Holdfast {

LeadRoutes::LeadRoutes(DataFolder &data, AccessLog &log, const RecordingLookup &recordings)
    : m_data(data)
    , m_log(log)
    , m_recordings(recordings)
{
}

void LeadRoutes::addTo(Http::Router &router, const Http::Gate &gate)
{
    router.add("GET", Routes::leads, gate, [this](const Http::Request &request, const Http::Responder &responder) {
        const Result<Http::Reply> reply = list(request);
        responder.reply(reply ? *reply : failureReply(reply.error()));
        return nullptr;
    });
    router.add("GET", Routes::lead, gate, [this](const Http::Request &request, const Http::Responder &responder) {
        one(request, responder);
        return nullptr;
    });
    router.add("GET", Routes::leadRecordings, gate,
               [this](const Http::Request &request, const Http::Responder &responder) {
                   recordingsOf(request, responder);
                   return nullptr;
               });
}

Result<Http::Reply> LeadRoutes::list(const Http::Request &request) const
{
    QueryFields query(request);
    const QString words = query.text(QLatin1String("q")).value_or(QString());
    if (const auto failure = query.failure())
        return fail(*failure);
    const Caller caller = Gate::callerOf(request);
    const Result<Database *> database = m_data.connections().ofThisThread();
    if (!database)
        return fail(database.error());
    const bool all = may(caller.user.role, Deed::UploadForAnyLead);
    const Result<QList<Lead>> leads = Leads(**database).list(all ? std::nullopt : std::optional(caller.user.id), words);
    if (!leads)
        return fail(leads.error());
    QJsonArray array;
    for (const Lead &lead : *leads)
        array.append(toJson(lead));
    return Http::Reply::json(200, QJsonDocument(array));
}

Result<Lead> LeadRoutes::leadFor(const Http::Request &request) const
{
    const Caller caller = Gate::callerOf(request);
    const Result<Database *> database = m_data.connections().ofThisThread();
    if (!database)
        return fail(database.error());
    const LeadId id{wholeNumber(request.captures.value(QStringLiteral("id"))).value_or(0)};
    const Result<std::optional<Lead>> lead = Leads(**database).byId(id);
    if (!lead)
        return fail(lead.error());
    if (!*lead)
        return fail(FailureKind::NotFound, QStringLiteral("Lead not found"));
    if (!(*lead)->agents.contains(caller.user.id) && !may(caller.user.role, Deed::UploadForAnyLead))
        return fail(FailureKind::Forbidden, QStringLiteral("User does not have permission to access this lead"));
    return **lead;
}

void LeadRoutes::one(const Http::Request &request, const Http::Responder &responder) const
{
    const Result<Lead> lead = leadFor(request);
    if (!lead)
        return refuse(request, lead.error(), responder);
    responder.reply(Http::Reply::json(200, QJsonDocument(toJson(*lead))));
}

void LeadRoutes::recordingsOf(const Http::Request &request, const Http::Responder &responder) const
{
    const Result<Lead> lead = leadFor(request);
    if (!lead)
        return refuse(request, lead.error(), responder);
    QueryFields query(request);
    RecordingFilter filter;
    filter.leadId = lead->id;
    filter.limit = RecordingPage::mostRecordings;
    readPaging(query, filter);
    if (const auto failure = query.failure())
        return responder.reply(failureReply(*failure));
    const Caller caller = Gate::callerOf(request);
    const auto page = m_recordings.search(caller, filter);
    if (!page)
        return responder.reply(failureReply(page.error()));
    AuditEntry entry = m_log.entry(caller, QStringLiteral("search"));
    entry.leadId = lead->id;
    m_log.thenReply(entry, responder, RecordingPage{request, filter, *page}.reply());
}

void LeadRoutes::refuse(const Http::Request &request, const Failure &failure, const Http::Responder &responder) const
{
    if (failure.kind != FailureKind::Forbidden)
        return responder.reply(failureReply(failure));
    AuditEntry entry = m_log.entry(Gate::callerOf(request), QStringLiteral("lead"));
    entry.leadId.value = wholeNumber(request.captures.value(QStringLiteral("id"))).value_or(0);
    entry.outcome = AuditOutcome::Refused;
    m_log.thenReply(entry, responder, failureReply(failure));
}

} // namespace Holdfast
