// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/RecordingRoutes.h"

#include "access/Gate.h"
#include "api/FailureReply.h"
#include "api/RecordingPage.h"
#include "api/RecordingQuery.h"
#include "api/RecordingRequest.h"
#include "api/Revision.h"
#include "contract/RecordingJson.h"
#include "contract/Routes.h"

namespace Holdfast {

namespace {

Result<RecordingFilter> filterOf(const Http::Request &request)
{
    QueryFields query(request);
    RecordingFilter filter = readRecordingFilter(query);
    readPaging(query, filter);
    if (const auto failure = query.failure())
        return fail(*failure);
    return filter;
}

} // namespace

RecordingRoutes::RecordingRoutes(AccessLog &log, const RecordingLookup &recordings)
    : m_log(log)
    , m_recordings(recordings)
{
}

void RecordingRoutes::addTo(Http::Router &router, const Http::Gate &gate)
{
    router.add("GET", Routes::recordings, gate, [this](const Http::Request &request, const Http::Responder &responder) {
        search(request, responder);
        return nullptr;
    });
    router.add("GET", Routes::recording, gate, [this](const Http::Request &request, const Http::Responder &responder) {
        one(request, responder);
        return nullptr;
    });
}

void RecordingRoutes::search(const Http::Request &request, const Http::Responder &responder) const
{
    const Result<RecordingFilter> filter = filterOf(request);
    if (!filter)
        return responder.reply(failureReply(filter.error()));
    const Caller caller = Gate::callerOf(request);
    const auto page = m_recordings.search(caller, *filter);
    if (!page)
        return responder.reply(failureReply(page.error()));
    AuditEntry entry = m_log.entry(caller, QStringLiteral("search"));
    if (filter->leadId)
        entry.leadId = *filter->leadId;
    m_log.thenReply(entry, responder, [&] { return RecordingPage{request, *filter, *page}.reply(); });
}

void RecordingRoutes::one(const Http::Request &request, const Http::Responder &responder) const
{
    const RecordingRequest asked(request, m_recordings, m_log, QStringLiteral("view"));
    if (!asked.recording)
        return asked.refuse(responder);
    Http::Reply reply = Http::Reply::json(200, jsonText(*asked.recording));
    reply.headers.set("ETag", revisionTag(asked.recording->revision));
    m_log.thenReply(asked.entry, responder, std::move(reply));
}

} // namespace Holdfast
