// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/SchoolRoutes.h"

#include "api/FailureReply.h"
#include "api/LeadRequest.h"
#include "api/RecordingPage.h"
#include "contract/Json.h"
#include "contract/Routes.h"
#include "domain/Deed.h"

#include <QJsonArray>

namespace Holdfast {

namespace {

/// MM:SS, or HH:MM:SS from an hour on; null where it is not known.
QJsonValue clockText(std::optional<std::chrono::milliseconds> duration)
{
    const auto seconds = durationSeconds(duration);
    if (!seconds)
        return QJsonValue::Null;
    const auto two = [](qint64 number) { return QStringLiteral("%1").arg(number, 2, 10, QLatin1Char('0')); };
    const QString minutes = two(*seconds / 60 % 60) + u':' + two(*seconds % 60);
    return *seconds < 3600 ? minutes : two(*seconds / 3600) + u':' + minutes;
}

QJsonObject describe(const Recording &recording, const QByteArray &ticket, bool mayDelete)
{
    QString url(Routes::recordingStream);
    url.replace(QLatin1String("{id}"), QString::number(recording.id.value));
    return {{QLatin1String("id"), recording.id.value},
            {QLatin1String("file_url"), url + QStringLiteral("?ticket=") + QString::fromLatin1(ticket)},
            {QLatin1String("duration"), clockText(recording.duration)},
            {QLatin1String("call_date"), isoTime(recording.callDate)},
            {QLatin1String("uploaded_by"), recording.agentName},
            {QLatin1String("notes"), recording.notes},
            {QLatin1String("can_delete"), mayDelete && !recording.complianceHold}};
}

} // namespace

SchoolRoutes::SchoolRoutes(DataFolder &data, AccessLog &log, const RecordingLookup &recordings,
                           RecordingDeletion &deletion, Tickets &tickets, Clock clock)
    : m_data(data)
    , m_log(log)
    , m_recordings(recordings)
    , m_deletion(deletion)
    , m_tickets(tickets)
    , m_clock(std::move(clock))
{
}

void SchoolRoutes::addTo(Http::Router &router, const Gate &gate)
{
    router.add(
        "GET", Routes::schoolLeadRecordings,
        [&gate](Http::Request &request) { return gate.checkBrowser(request, Gate::Asks::Reads); },
        [this](const Http::Request &request, const Http::Responder &responder) {
            const LeadRequest asked(request, m_data, m_log, QStringLiteral("search"));
            if (!asked.lead) {
                asked.refuse(responder);
                return nullptr;
            }
            const Result<Http::Reply> reply = recordingsOf(asked.lead->id, Gate::callerOf(request));
            if (reply)
                m_log.thenReply(asked.entry, responder, *reply);
            else
                responder.reply(failureReply(reply.error()));
            return nullptr;
        });
    router.add(
        "POST", Routes::schoolDelete,
        [&gate](Http::Request &request) { return gate.checkBrowser(request, Gate::Asks::Changes); },
        [this](const Http::Request &request, const Http::Responder &responder) {
            m_deletion.remove(request, responder,
                              Http::Reply::json(200, QJsonDocument(QJsonObject{{QLatin1String("success"), true}})));
            return nullptr;
        });
}

Result<Http::Reply> SchoolRoutes::recordingsOf(LeadId lead, const Caller &caller)
{
    RecordingFilter filter;
    filter.leadId = lead;
    filter.limit = RecordingPage::mostRecordings;
    const auto page = m_recordings.search(caller, filter);
    if (!page)
        return fail(page.error());
    QList<RecordingId> ids;
    for (const Recording &recording : page->recordings)
        ids.append(recording.id);
    const QByteArray ticket =
        m_tickets.issue({caller.user.id, caller.tokenId, caller.tokenIssuedAt, caller.tokenExpiresAt}, ids, m_clock())
            .ticket;
    const bool mayDelete = may(caller.user.role, Deed::DeleteRecording);
    QJsonArray recordings;
    for (const Recording &recording : page->recordings)
        recordings.append(describe(recording, ticket, mayDelete));
    return Http::Reply::json(200, QJsonDocument(QJsonObject{{QLatin1String("recordings"), recordings}}));
}

} // namespace Holdfast
