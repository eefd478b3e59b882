// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/MetricsRoutes.h"

#include "api/FailureReply.h"
#include "contract/Routes.h"
#include "records/RetentionSweeps.h"
#include "records/StorageDays.h"
#include "records/WebhookDeliveries.h"

namespace Holdfast {

namespace {

/// One figure with what it is, as the format wants it.
QByteArray figure(const QByteArray &name, const char *type, const char *help, qint64 value)
{
    return "# HELP " + name + ' ' + help + "\n# TYPE " + name + ' ' + type + '\n' + name + ' ' +
           QByteArray::number(value) + '\n';
}

} // namespace

MetricsRoutes::MetricsRoutes(DataFolder &data, qint64 quotaBytes, Clock clock, std::function<Traffic()> traffic)
    : m_data(data)
    , m_quotaBytes(quotaBytes)
    , m_started(clock())
    , m_traffic(std::move(traffic))
{
}

void MetricsRoutes::addTo(Http::Router &router)
{
    router.add("GET", Routes::metrics, nullptr, [this](const Http::Request &, const Http::Responder &responder) {
        const Result<QByteArray> body = text();
        if (!body) {
            responder.reply(failureReply(body.error()));
            return nullptr;
        }
        Http::Reply reply;
        reply.headers.set("Content-Type", "text/plain; version=0.0.4; charset=utf-8");
        reply.body = *body;
        responder.reply(std::move(reply));
        return nullptr;
    });
}

Result<QByteArray> MetricsRoutes::text() const
{
    const Result<Database *> database = m_data.connections().ofThisThread();
    const Result<StorageDays::Totals> stored = database ? StorageDays(**database).totals() : fail(database.error());
    if (!stored)
        return fail(stored.error());
    const Result<WebhookDeliveries::Counts> deliveries = WebhookDeliveries(**database).counts();
    if (!deliveries)
        return fail(deliveries.error());
    const Result<qint64> swept = RetentionSweeps(**database).totalDeleted();
    const Result<std::optional<RetentionSweep>> lastSweep = RetentionSweeps(**database).newest();
    const Result<std::optional<RetentionSweep>> finishedSweep = RetentionSweeps(**database).newestFinished();
    if (!swept || !lastSweep || !finishedSweep)
        return fail(!swept ? swept.error() : !lastSweep ? lastSweep.error() : finishedSweep.error());
    const auto lastIs = [&](SweepState state) { return *lastSweep && (*lastSweep)->state == state; };
    const Traffic traffic = m_traffic();
    QByteArray text;
    text += figure("holdfast_start_time_seconds", "gauge", "When the server started, in seconds since 1970.",
                   m_started.toSecsSinceEpoch());
    text += figure("holdfast_recordings", "gauge", "Recordings that are stored.", stored->files);
    text += figure("holdfast_recording_bytes", "gauge", "Their plain bytes.", stored->bytes);
    text += figure("holdfast_quota_bytes", "gauge", "Plain bytes that may be stored.", m_quotaBytes);
    if (const std::optional<qint64> free = m_data.freeBytes())
        text += figure("holdfast_disk_free_bytes", "gauge", "What is free on the disk of the data directory.", *free);
    text += figure("holdfast_retention_deleted_total", "counter", "Recordings that retention deleted.", *swept);
    text += figure("holdfast_retention_finished_time_seconds", "gauge",
                   "When the last sweep that came to its end began, in seconds since 1970; 0: none did.",
                   *finishedSweep ? (*finishedSweep)->begunAt.toSecsSinceEpoch() : 0);
    text += figure("holdfast_retention_waiting", "gauge", "Whether a sweep waits for an admin's yes.",
                   lastIs(SweepState::Waiting));
    text += figure("holdfast_retention_failed", "gauge", "Whether the last sweep failed.", lastIs(SweepState::Failed));
    text += figure("holdfast_http_connections", "gauge", "Connections that are open.", traffic.connections);
    text += "# HELP holdfast_http_replies_total Answers by status.\n# TYPE holdfast_http_replies_total counter\n";
    for (auto reply = traffic.replies.cbegin(); reply != traffic.replies.cend(); ++reply)
        text += "holdfast_http_replies_total{code=\"" + QByteArray::number(reply.key()) + "\"} " +
                QByteArray::number(reply.value()) + '\n';
    text += figure("holdfast_webhook_deliveries_waiting", "gauge", "Deliveries to webhooks that wait.",
                   deliveries->waiting);
    text += figure("holdfast_webhook_deliveries_parked", "gauge", "Deliveries to webhooks that were given up.",
                   deliveries->parked);
    text += figure("holdfast_webhook_taken_total", "counter", "Attempts that a target took.", traffic.deliveries.taken);
    text += figure("holdfast_webhook_failed_total", "counter", "Attempts that failed.", traffic.deliveries.failed);
    return text;
}

} // namespace Holdfast
