// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/LeadRoutes.h"

#include "access/Gate.h"
#include "api/FailureReply.h"
#include "api/LeadRequest.h"
#include "api/QueryFields.h"
#include "api/RecordingPage.h"
#include "api/Revision.h"
#include "api/WholeList.h"
#include "contract/AccountJson.h"
#include "contract/Json.h"
#include "contract/Routes.h"
#include "domain/Deed.h"
#include "domain/Limits.h"
#include "records/Leads.h"

#include <QJsonArray>
#include <QUrl>
#include <QUrlQuery>

#include <limits>

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
    router.add("GET", Routes::agents, gate, [this](const Http::Request &request, const Http::Responder &responder) {
        const Caller caller = Gate::callerOf(request);
        const bool all = may(caller.user.role, Deed::UploadForAnyLead);
        responder.reply(wholeList(
            request, m_data,
            [&](Database &database) {
                return Leads(database).agents(all ? std::nullopt : std::optional(caller.user.id));
            },
            [](const Agent &agent) { return toJson(agent); }));
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
    Leads::Filter filter;
    filter.words = query.text(QLatin1String("q")).value_or(QString());
    if (const auto agent = query.positive(QLatin1String("agentId")))
        filter.agents.append(UserId{*agent});
    const auto limit = static_cast<int>(query.number(QLatin1String("limit"), 1, leadsPage).value_or(leadsPage));
    const qint64 offset = query.number(QLatin1String("offset"), 0, std::numeric_limits<qint64>::max() / 2).value_or(0);
    if (const auto failure = query.failure())
        return fail(*failure);
    const Caller caller = Gate::callerOf(request);
    if (!may(caller.user.role, Deed::UploadForAnyLead))
        filter.agents.append(caller.user.id);
    const Result<Database *> database = m_data.connections().ofThisThread();
    if (!database)
        return fail(database.error());
    const Result<QList<Lead>> leads = Leads(**database).list(filter, limit, offset);
    const Result<qint64> total = Leads(**database).count(filter);
    if (!leads || !total)
        return fail(leads ? total.error() : leads.error());
    QJsonArray array;
    for (const Lead &lead : *leads)
        array.append(toJson(lead));
    Http::Reply reply = Http::Reply::json(200, QJsonDocument(array));
    reply.headers.set("X-Total-Count", QByteArray::number(*total));
    if (offset + leads->size() < *total && !leads->isEmpty()) {
        QUrlQuery next;
        if (!filter.words.isEmpty())
            next.addQueryItem(QStringLiteral("q"), QString::fromLatin1(QUrl::toPercentEncoding(filter.words)));
        if (const auto agent = request.queryValue(u"agentId"))
            next.addQueryItem(QStringLiteral("agentId"), *agent);
        next.addQueryItem(QStringLiteral("limit"), QString::number(limit));
        next.addQueryItem(QStringLiteral("offset"), QString::number(offset + leads->size()));
        reply.headers.set("Link", '<' + QByteArray(Routes::leads.data()) + '?' +
                                      next.toString(QUrl::FullyEncoded).toLatin1() + ">; rel=\"next\"");
    }
    return reply;
}

void LeadRoutes::one(const Http::Request &request, const Http::Responder &responder) const
{
    const LeadRequest asked(request, m_data, m_log, QStringLiteral("lead"));
    if (!asked.lead)
        return asked.refuse(responder);
    responder.reply(tagged(Http::Reply::json(200, QJsonDocument(toJson(*asked.lead))), asked.lead->revision));
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
