// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/RecordingRoutes.h"

#include "access/Gate.h"
#include "api/FailureReply.h"
#include "api/RecordingPage.h"
#include "api/RecordingRequest.h"
#include "api/Revision.h"
#include "contract/RecordingJson.h"
#include "contract/Routes.h"

#include <cmath>

namespace Holdfast {

namespace {

/// In millionths.
std::optional<int> partOf(QueryFields &query, QLatin1String name)
{
    const auto part = query.part(name);
    return part ? std::optional<int>(std::lround(*part * HeardFilter::whole)) : std::nullopt;
}

HeardFilter heardOf(QueryFields &query, qint64 longest)
{
    HeardFilter heard;
    heard.minTalk = partOf(query, QLatin1String("minTalkRatio"));
    heard.maxTalk = partOf(query, QLatin1String("maxTalkRatio"));
    heard.minSilence = partOf(query, QLatin1String("minSilenceRatio"));
    heard.maxSilence = partOf(query, QLatin1String("maxSilenceRatio"));
    heard.minOverlap = partOf(query, QLatin1String("minOverlapRatio"));
    heard.minLongestSilence = query.number(QLatin1String("minLongestSilence"), 0, longest);
    heard.deadChannel = query.truth(QLatin1String("deadChannel"));
    heard.clipped = query.truth(QLatin1String("clipped"));
    return heard;
}

Result<RecordingFilter> filterOf(const Http::Request &request)
{
    QueryFields query(request);
    RecordingFilter filter;
    if (const auto agent = query.positive(QLatin1String("agentId")))
        filter.agentId = UserId{*agent};
    if (const auto campaign = query.positive(QLatin1String("campaignId")))
        filter.campaignId = CampaignId{*campaign};
    if (const auto lead = query.positive(QLatin1String("leadId")))
        filter.leadId = LeadId{*lead};
    filter.startDate = query.timeFrom(QLatin1String("startDate"));
    filter.endDate = query.timeUntil(QLatin1String("endDate"));
    filter.disposition = query.text(QLatin1String("disposition")).value_or(QString());
    filter.complianceHold = query.truth(QLatin1String("complianceHold"));
    constexpr qint64 longest = 1'000'000'000; // seconds
    filter.minDuration = query.number(QLatin1String("minDuration"), 0, longest);
    filter.maxDuration = query.number(QLatin1String("maxDuration"), 0, longest);
    filter.heard = heardOf(query, longest);
    filter.words = query.text(QLatin1String("q")).value_or(QString()).simplified();
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
