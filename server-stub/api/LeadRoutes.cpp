// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/LeadRoutes.h"

#include "access/Gate.h"
#include "api/FailureReply.h"
#include "api/LeadRequest.h"
#include "api/QueryFields.h"
#include "api/RecordingPage.h"
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

void LeadRoutes::one(const Http::Request &request, const Http::Responder &responder) const
{
    const LeadRequest asked(request, m_data, m_log, QStringLiteral("lead"));
    if (!asked.lead)
        return asked.refuse(responder);
    responder.reply(Http::Reply::json(200, QJsonDocument(toJson(*asked.lead))));
}

void LeadRoutes::recordingsOf(const Http::Request &request, const Http::Responder &responder) const
{
    const LeadRequest asked(request, m_data, m_log, QStringLiteral("search"));
    if (!asked.lead)
        return asked.refuse(responder);
    QueryFields query(request);
    RecordingFilter filter;
    filter.leadId = asked.lead->id;
    filter.limit = RecordingPage::mostRecordings;
    readPaging(query, filter);
    if (const auto failure = query.failure())
        return responder.reply(failureReply(*failure));
    const auto page = m_recordings.search(Gate::callerOf(request), filter);
    if (!page)
        return responder.reply(failureReply(page.error()));
    m_log.thenReply(asked.entry, responder, RecordingPage{request, filter, *page}.reply());
}

} // namespace Holdfast
