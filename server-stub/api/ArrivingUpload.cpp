// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/ArrivingUpload.h"

#include "api/FailureReply.h"
#include "contract/RecordingJson.h"
#include "contract/Routes.h"

namespace Holdfast {

namespace {

Http::Reply created(const Recording &recording)
{
    Http::Reply reply = Http::Reply::json(201, jsonText(recording));
    QString location(Routes::recording);
    location.replace(QLatin1String("{id}"), QString::number(recording.id.value));
    reply.headers.set("Location", location.toLatin1());
    return reply;
}

} // namespace

ArrivingUpload::ArrivingUpload(Parts parts, Share share, const QByteArray &boundary, RecordingIntake::Arrival arrival,
                               Http::Responder responder)
    : m_parts(parts)
    , m_share(std::move(share))
    , m_arrival(std::move(arrival))
    , m_responder(std::move(responder))
    , m_form(boundary, {[this](LeadId lead) {
                            m_lead = lead;
                            return m_parts.intake.chooseLead(m_arrival, lead);
                        },
                        [this] { return m_parts.intake.openFile(m_arrival); },
                        [this](QByteArrayView bytes) { return m_arrival.file->write(bytes); }})
{
}

std::optional<Http::Reply> ArrivingUpload::take(QByteArrayView bytes)
{
    if (m_refused)
        return std::nullopt; // its answer is on the way
    const Done taken = m_form.take(bytes);
    return taken ? std::nullopt : refuse(taken.error());
}

/// Who may not leaves an entry in the log before the answer goes out.
std::optional<Http::Reply> ArrivingUpload::refuse(const Failure &failure)
{
    m_refused = true;
    m_arrival.file.reset();
    if (failure.kind != FailureKind::Forbidden)
        return failureReply(failure);
    AuditEntry entry = m_parts.log.entry(m_arrival.caller, QStringLiteral("upload"));
    entry.leadId = m_lead;
    entry.outcome = AuditOutcome::Refused;
    m_parts.log.thenReply(entry, m_responder, failureReply(failure));
    return std::nullopt;
}

void ArrivingUpload::finish(const Http::Responder &responder)
{
    if (m_refused)
        return;
    Result<UploadFields> fields = m_form.finish();
    if (!fields) {
        if (const auto reply = refuse(fields.error()))
            responder.reply(*reply);
        return;
    }
    m_arrival.fields = std::move(*fields);
    // From here on it no longer depends on the client: it is kept even if nobody waits for the answer any more.
    auto arrival = std::make_shared<RecordingIntake::Arrival>(std::move(m_arrival));
    auto share = std::make_shared<Share>(std::move(m_share));
    m_parts.pool.start([&intake = m_parts.intake, arrival, share, responder] {
        const Result<RecordingIntake::Kept> kept = intake.keep(std::move(*arrival));
        if (kept && kept->isNew)
            share->room->keep(kept->recording.fileSize);
        share->room.reset();
        share->claim.reset();
        responder.reply(kept ? created(kept->recording) : failureReply(kept.error()));
    });
}

} // namespace Holdfast
