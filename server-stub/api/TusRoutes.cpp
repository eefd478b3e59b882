// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/TusRoutes.h"

#include "access/Gate.h"
#include "api/IdempotencyKey.h"
#include "api/TusMetadata.h"
#include "api/TusReply.h"
#include "api/WholeNumber.h"
#include "contract/Routes.h"
#include "domain/Limits.h"

namespace Holdfast {

namespace {

using TusReply::failed;
using TusReply::version;
using TusReply::withVersion;

constexpr int atOnce = 8; // most of their time is waiting for the disk

const QList<std::pair<QByteArray, QCryptographicHash::Algorithm>> &algorithms()
{
    static const QList<std::pair<QByteArray, QCryptographicHash::Algorithm>> known{
        {"sha1", QCryptographicHash::Sha1}, {"sha256", QCryptographicHash::Sha256}};
    return known;
}

Result<std::optional<TusBody::Checksum>> checksumOf(const Http::Request &request)
{
    if (!request.headers.has("Upload-Checksum"))
        return std::nullopt;
    const QByteArrayList parts = request.headers.value("Upload-Checksum").simplified().split(' ');
    const auto digest = QByteArray::fromBase64Encoding(parts.value(1), QByteArray::Base64Encoding |
                                                                           QByteArray::AbortOnBase64DecodingErrors);
    for (const auto &[name, algorithm] : algorithms())
        if (parts.size() == 2 && parts.first() == name && digest &&
            (*digest).size() == QCryptographicHash::hashLength(algorithm))
            return TusBody::Checksum{algorithm, *digest};
    return fail(FailureKind::Malformed,
                QStringLiteral("Upload-Checksum must name sha1 or sha256, and the digest in base64."));
}

std::optional<qint64> numberIn(const Http::Request &request, QByteArrayView field)
{
    return wholeNumber(QString::fromLatin1(request.headers.value(field)));
}

QString idOf(const Http::Request &request)
{
    return request.captures.value(QStringLiteral("id"));
}

/// The last of what an upload may need is told of it, so that none is begun that can't end.
Result<TusUploads::Wanted> wantedBy(const Http::Request &request)
{
    TusUploads::Wanted wanted;
    wanted.caller = Gate::callerOf(request);
    const auto length = numberIn(request, "Upload-Length");
    if (!length || *length == 0)
        return fail(FailureKind::Malformed,
                    QStringLiteral("Upload-Length must be the number of bytes of the file. Nothing was stored."));
    if (*length > maxRecordingBytes)
        return fail(FailureKind::TooLarge,
                    QStringLiteral("The file is larger than 50 MiB, the most that is taken. Nothing was stored."));
    wanted.length = *length;
    wanted.metadata = request.headers.value("Upload-Metadata");
    const Result<UploadFields> fields = uploadFieldsOf(wanted.metadata);
    if (!fields)
        return fail(fields.error());
    wanted.fields = *fields;
    const Result<QByteArray> key = idempotencyKeyOf(request);
    if (!key)
        return fail(key.error());
    wanted.idempotencyKey = *key;
    return wanted;
}

} // namespace

TusRoutes::TusRoutes(TusUploads &uploads, AccessLog &log)
    : m_uploads(uploads)
    , m_log(log)
{
    m_pool.setMaxThreadCount(atOnce);
}

TusRoutes::~TusRoutes()
{
    m_pool.waitForDone();
}

Http::Handler TusRoutes::checked(Handler handler)
{
    return [this, handler](const Http::Request &request,
                           const Http::Responder &responder) -> std::unique_ptr<Http::BodySink> {
        if (request.headers.value("Tus-Resumable") == version)
            return (this->*handler)(request, responder);
        Http::Reply reply = withVersion(Http::Reply::message(
            412, QStringLiteral("This is tus 1.0.0; say so in Tus-Resumable. Nothing was stored.")));
        reply.headers.set("Tus-Version", version.toByteArray());
        responder.reply(std::move(reply));
        return nullptr;
    };
}

void TusRoutes::addTo(Http::Router &router, const Http::Gate &gate)
{
    router.add("OPTIONS", Routes::uploads, nullptr, [](const Http::Request &, const Http::Responder &responder) {
        Http::Reply reply = withVersion(Http::Reply::empty(204));
        reply.headers.set("Tus-Version", version.toByteArray());
        reply.headers.set("Tus-Extension", "creation,expiration,termination,checksum");
        reply.headers.set("Tus-Max-Size", QByteArray::number(maxRecordingBytes));
        reply.headers.set("Tus-Checksum-Algorithm", "sha1,sha256");
        reply.headers.set("Allow", "OPTIONS, POST");
        responder.reply(std::move(reply));
        return nullptr;
    });
    router.add("POST", Routes::uploads, gate, checked(&TusRoutes::create));
    router.add("HEAD", Routes::upload, gate, checked(&TusRoutes::head));
    router.add("PATCH", Routes::upload, gate, checked(&TusRoutes::patch));
    router.add("DELETE", Routes::upload, gate, checked(&TusRoutes::terminate));
    router.add("POST", Routes::upload, gate, checked(&TusRoutes::post));
}

std::unique_ptr<Http::BodySink> TusRoutes::create(const Http::Request &request, const Http::Responder &responder)
{
    const Result<TusUploads::Wanted> wanted = wantedBy(request);
    if (!wanted) {
        responder.reply(failed(wanted.error()));
        return nullptr;
    }
    AuditEntry entry = m_log.entry(wanted->caller, QStringLiteral("upload"));
    entry.leadId = wanted->fields.leadId;
    entry.outcome = AuditOutcome::Refused;
    m_pool.start([this, wanted = *wanted, entry, responder] {
        const Result<TusUploads::View> begun = m_uploads.begin(wanted);
        if (!begun && begun.error().kind == FailureKind::Forbidden)
            return m_log.thenReply(entry, responder, failed(begun.error()));
        if (!begun)
            return responder.reply(failed(begun.error()));
        Http::Reply reply = TusReply::progress(201, *begun);
        reply.headers.set("Location", "/api/uploads/" + begun->id.toLatin1());
        responder.reply(std::move(reply));
    });
    return nullptr;
}

std::unique_ptr<Http::BodySink> TusRoutes::head(const Http::Request &request, const Http::Responder &responder)
{
    const Result<TusUploads::View> found = m_uploads.find(Gate::callerOf(request), idOf(request));
    if (!found) {
        responder.reply(failed(found.error()));
        return nullptr;
    }
    Http::Reply reply = TusReply::progress(200, *found);
    reply.headers.set("Upload-Length", QByteArray::number(found->length));
    reply.headers.set("Upload-Metadata", found->metadata);
    responder.reply(std::move(reply));
    return nullptr;
}

std::unique_ptr<Http::BodySink> TusRoutes::patch(const Http::Request &request, const Http::Responder &responder)
{
    const auto refuse = [&](Http::Reply reply) {
        responder.reply(withVersion(std::move(reply)));
        return nullptr;
    };
    if (request.headers.value("Content-Type") != "application/offset+octet-stream")
        return refuse(Http::Reply::message(
            415, QStringLiteral("The bytes of an upload come as application/offset+octet-stream.")));
    const auto offset = numberIn(request, "Upload-Offset");
    if (!offset)
        return refuse(Http::Reply::message(400, QStringLiteral("Upload-Offset must say where the bytes belong.")));
    const auto checksum = checksumOf(request);
    if (!checksum)
        return refuse(failed(checksum.error()));
    const Caller caller = Gate::callerOf(request);
    auto lease = m_uploads.lease(caller, idOf(request));
    if (!lease) {
        Http::Reply reply = failed(lease.error());
        if (lease.error().kind == FailureKind::Throttled)
            reply.status = 423;
        return refuse(std::move(reply));
    }
    const TusUploads::View view = (*lease)->view();
    const bool isMuch = (*lease)->segments() >= TusUploads::mostSegments;
    if (*offset == view.offset && request.contentLength.value_or(0) <= view.length - view.offset && !isMuch)
        return std::make_unique<TusBody>(std::move(*lease), *checksum, m_log,
                                         m_log.entry(caller, QStringLiteral("upload")), m_pool);
    lease->reset(); // before the answer: who has it may go on at once
    if (*offset != view.offset) {
        Http::Reply reply = Http::Reply::message(
            409, QStringLiteral("The upload stands at byte %1; go on from there.").arg(view.offset));
        reply.headers.set("Upload-Offset", QByteArray::number(view.offset));
        return refuse(std::move(reply));
    }
    if (isMuch)
        return refuse(
            Http::Reply::message(400, QStringLiteral("The upload comes in too many pieces; send larger ones.")));
    return refuse(Http::Reply::message(413, QStringLiteral("That is more than the upload was announced to have.")));
}

std::unique_ptr<Http::BodySink> TusRoutes::terminate(const Http::Request &request, const Http::Responder &responder)
{
    auto lease = m_uploads.lease(Gate::callerOf(request), idOf(request));
    if (!lease) {
        Http::Reply reply = failed(lease.error());
        if (lease.error().kind == FailureKind::Throttled)
            reply.status = 423;
        responder.reply(std::move(reply));
        return nullptr;
    }
    m_pool.start([lease = std::move(*lease), responder]() mutable {
        const TusUploads::View view = lease->view();
        const Done gone = lease->terminate();
        lease.reset();
        responder.reply(gone ? TusReply::ended(view) : failed(gone.error()));
    });
    return nullptr;
}

/// For clients that can send no PATCH or DELETE.
std::unique_ptr<Http::BodySink> TusRoutes::post(const Http::Request &request, const Http::Responder &responder)
{
    const QByteArray method = request.headers.value("X-HTTP-Method-Override");
    if (method == "PATCH")
        return patch(request, responder);
    if (method == "DELETE")
        return terminate(request, responder);
    Http::Reply reply = withVersion(Http::Reply::message(
        405, QStringLiteral("POST stands for PATCH or DELETE here, named in X-HTTP-Method-Override.")));
    reply.headers.set("Allow", "DELETE, HEAD, OPTIONS, PATCH, POST");
    responder.reply(std::move(reply));
    return nullptr;
}

} // namespace Holdfast
