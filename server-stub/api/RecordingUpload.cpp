// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/RecordingUpload.h"

#include "access/Gate.h"
#include "api/ArrivingUpload.h"
#include "api/FailureReply.h"
#include "api/IdempotencyKey.h"
#include "contract/Routes.h"
#include "domain/Limits.h"

#include <algorithm>

namespace Holdfast {

namespace {

constexpr int keptAtOnce = 8; ///< most of their time is waiting for the disk

} // namespace

RecordingUpload::RecordingUpload(RecordingIntake &intake, AccessLog &log, StorageQuota &quota)
    : m_intake(intake)
    , m_log(log)
    , m_quota(quota)
{
    m_pool.setMaxThreadCount(keptAtOnce);
}

RecordingUpload::~RecordingUpload()
{
    m_pool.waitForDone();
}

void RecordingUpload::addTo(Http::Router &router, const Http::Gate &gate)
{
    router.add(
        "POST", Routes::recordings, gate,
        [this](const Http::Request &request, const Http::Responder &responder) -> std::unique_ptr<Http::BodySink> {
            Result<std::unique_ptr<Http::BodySink>> sink = begin(request, responder);
            if (sink)
                return std::move(*sink);
            responder.reply(failureReply(sink.error()));
            return nullptr;
        });
}

Result<std::unique_ptr<Http::BodySink>> RecordingUpload::begin(const Http::Request &request,
                                                               const Http::Responder &responder)
{
    const auto boundary = Http::Multipart::boundary(request.headers.value("Content-Type"));
    if (!boundary)
        return fail(FailureKind::Malformed, QStringLiteral("An upload is a form (multipart/form-data) with a file."));
    const Result<QByteArray> key = idempotencyKeyOf(request);
    if (!key)
        return fail(key.error());

    RecordingIntake::Arrival arrival;
    arrival.caller = Gate::callerOf(request);
    arrival.idempotencyKey = *key;
    ArrivingUpload::Share share;
    share.claim = m_running.claim(arrival.caller.user.id, *key);
    if (!share.claim)
        return fail(FailureKind::Conflict,
                    QStringLiteral("This upload is being received already. Ask again when it is done."));
    auto room = m_quota.reserve(std::min(request.contentLength.value_or(maxRecordingBytes), maxRecordingBytes));
    if (!room)
        return fail(room.error());
    share.room = std::move(*room);
    return std::make_unique<ArrivingUpload>(ArrivingUpload::Parts{m_intake, m_log, m_pool}, std::move(share), *boundary,
                                            std::move(arrival), responder);
}

} // namespace Holdfast
