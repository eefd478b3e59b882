// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/TicketRoutes.h"

#include "access/Gate.h"
#include "api/RecordingRequest.h"
#include "contract/Json.h"
#include "contract/Routes.h"

namespace Holdfast {

TicketRoutes::TicketRoutes(AccessLog &log, const RecordingLookup &recordings, Tickets &tickets, Clock clock)
    : m_log(log)
    , m_recordings(recordings)
    , m_tickets(tickets)
    , m_clock(std::move(clock))
{
}

void TicketRoutes::addTo(Http::Router &router, const Http::Gate &gate)
{
    router.add("POST", Routes::recordingTicket, gate,
               [this](const Http::Request &request, const Http::Responder &responder) {
                   issue(request, responder);
                   return nullptr;
               });
}

void TicketRoutes::issue(const Http::Request &request, const Http::Responder &responder)
{
    const RecordingRequest asked(request, m_recordings, m_log, QStringLiteral("ticket"));
    if (!asked.recording)
        return asked.refuse(responder);
    const Caller caller = Gate::callerOf(request);
    const Tickets::Issued issued =
        m_tickets.issue({caller.user.id, caller.tokenId, caller.tokenIssuedAt, caller.tokenExpiresAt},
                        {asked.recording->id}, m_clock());
    QString url(Routes::recordingStream);
    url.replace(QLatin1String("{id}"), QString::number(asked.recording->id.value));
    url += QStringLiteral("?ticket=") + QString::fromLatin1(issued.ticket);
    m_log.thenReply(
        asked.entry, responder,
        Http::Reply::json(200, QJsonDocument(QJsonObject{{QLatin1String("url"), url},
                                                         {QLatin1String("expiresAt"), isoTime(issued.expiresAt)}})));
}

} // namespace Holdfast
