// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/TusBody.h"

#include "api/Log.h"
#include "api/TusReply.h"

namespace Holdfast {

TusBody::TusBody(std::shared_ptr<TusUploads::Lease> lease, std::optional<Checksum> checksum, AccessLog &log,
                 const AuditEntry &entry, QThreadPool &pool)
    : m_lease(std::move(lease))
    , m_writer(m_lease->writer())
    , m_checksum(std::move(checksum))
    , m_hash(m_checksum ? m_checksum->algorithm : QCryptographicHash::Sha1)
    , m_log(log)
    , m_entry(entry)
    , m_pool(pool)
    , m_left(m_lease->view().length - m_lease->view().offset)
{
    if (m_checksum)
        m_writer->setCounting(PartialFiles::Writer::Counting::Whole);
}

TusBody::~TusBody()
{
    if (!m_writer || m_checksum)
        return;
    m_pool.start([work = takeWork()] {
        if (const Result<qint64> offset = work.writer->keep())
            work.lease->setOffset(*offset);
        else
            qCWarning(logApi).noquote() << "a part of an upload that was cut off is lost:" << offset.error().message;
    });
}

TusBody::Work TusBody::takeWork()
{
    return {std::move(m_lease), std::move(m_writer), m_entry, &m_log};
}

std::optional<Http::Reply> TusBody::refuse(Http::Reply reply)
{
    m_writer.reset();
    m_lease.reset();
    return reply;
}

std::optional<Http::Reply> TusBody::take(QByteArrayView bytes)
{
    if (bytes.size() > m_left)
        return refuse(TusReply::message(413, QStringLiteral("That is more than the upload was announced to have.")));
    m_left -= bytes.size();
    if (m_checksum)
        m_hash.addData(bytes);
    if (const Done written = m_writer->write(bytes); !written)
        return refuse(TusReply::failed(written.error()));
    return std::nullopt;
}

void TusBody::finish(const Http::Responder &responder)
{
    if (!m_writer)
        return; // refused, and answered
    if (m_checksum && m_hash.result() != m_checksum->digest)
        return responder.reply(*refuse(
            TusReply::message(460, QStringLiteral("The bytes are not those of Upload-Checksum. They were dropped; "
                                                  "send them again."))));
    m_pool.start([work = takeWork(), responder]() mutable { work.keepAndReply(responder); });
}

Result<TusUploads::View> TusBody::Work::keep()
{
    const Result<qint64> offset = writer->keep();
    if (!offset)
        return fail(offset.error());
    lease->setOffset(*offset);
    if (*offset == lease->view().length)
        if (const Result<RecordingId> recording = lease->finish(); !recording)
            return fail(recording.error());
    return lease->view();
}

/// The lease goes before the answer: who has the answer may go on at once.
void TusBody::Work::keepAndReply(const Http::Responder &responder)
{
    const Result<TusUploads::View> kept = keep();
    writer.reset();
    lease.reset();
    if (kept)
        return responder.reply(TusReply::progress(204, *kept));
    const Http::Reply reply = TusReply::failed(kept.error());
    if (kept.error().kind != FailureKind::Forbidden)
        return responder.reply(reply);
    entry.outcome = AuditOutcome::Refused;
    log->thenReply(entry, responder, reply);
}

} // namespace Holdfast
