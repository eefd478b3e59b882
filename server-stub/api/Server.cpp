// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/Server.h"

#include "access/Gate.h"
#include "api/AnnotationRoutes.h"
#include "api/AuditExport.h"
#include "api/AuditRoutes.h"
#include "api/AuditVerifying.h"
#include "api/AuthRoutes.h"
#include "api/CampaignRoutes.h"
#include "api/ChangeFeed.h"
#include "api/EvidenceRoutes.h"
#include "api/ExpiringRoutes.h"
#include "api/HealthRoutes.h"
#include "api/HoldPlacing.h"
#include "api/HoldReleasing.h"
#include "api/HoldRoutes.h"
#include "api/KeyChanges.h"
#include "api/KeyRoutes.h"
#include "api/LeadEditing.h"
#include "api/LeadRoutes.h"
#include "api/Log.h"
#include "api/MatterRoutes.h"
#include "api/MetricsRoutes.h"
#include "api/OpenApiRoutes.h"
#include "api/PolicyPreviewing.h"
#include "api/PolicyRoutes.h"
#include "api/RateLimits.h"
#include "api/RecordingBytes.h"
#include "api/RecordingDeletion.h"
#include "api/RecordingPatch.h"
#include "api/RecordingRoutes.h"
#include "api/RecordingUpload.h"
#include "api/SchoolRoutes.h"
#include "api/Sessions.h"
#include "api/StorageRoutes.h"
#include "api/SweepRoutes.h"
#include "api/TicketRoutes.h"
#include "api/TusRoutes.h"
#include "api/UserRoutes.h"
#include "api/Waveform.h"
#include "api/WebhookDeliveryRoutes.h"
#include "api/WebhookRoutes.h"
#include "http/Listener.h"
#include "records/StorageDays.h"
#include "upkeep/RetentionSweeping.h"
#include "upkeep/WebhookDelivering.h"

#include <QThread>

namespace Holdfast {

namespace {

constexpr std::chrono::seconds stopGrace{10};

} // namespace

/// In the order in which they are needed: what is below uses what is above, and goes before it.
struct Server::State
{
    State(std::unique_ptr<DataFolder> folder, const ServerOptions &options, qint64 usedBytes);

    std::unique_ptr<DataFolder> data;
    TokenMint mint;
    Tickets tickets;
    Gate gate;
    RateLimits limits;
    AccessLog log;
    RecordingLookup lookup;
    CallAnalyser analyser;
    RecordingIntake intake;
    StorageQuota quota;
    Sessions sessions;
    PasswordCheck passwords;
    AuthRoutes auth;
    UserRoutes users;
    CampaignRoutes campaigns;
    LeadRoutes leads;
    LeadEditing leadEditing;
    RecordingRoutes recordings;
    RecordingPatch patch;
    AnnotationRoutes annotations;
    OpenRecordings files;
    RecordingBytes bytes;
    TicketRoutes ticketing;
    Waveform waveform;
    RecordingUpload upload;
    TusUploads resumable;
    TusRoutes tus;
    RecordingDeletion deletion;
    SchoolRoutes school;
    HoldWork holdWork;
    HoldRoutes holds;
    MatterRoutes matters;
    HoldPlacing placing;
    HoldReleasing releasing;
    PolicyRoutes policies;
    PolicyPreviewing previewing;
    ExpiringRoutes expiring;
    RetentionSweeping sweeping;
    SweepRoutes sweeps;
    StorageRoutes storage;
    AuditRoutes audit;
    AuditVerifying auditVerifying;
    AuditExport auditExport;
    EvidenceRoutes evidence;
    WebhookDelivering delivering;
    WebhookRoutes webhooks;
    WebhookDeliveryRoutes deliveries;
    KeyRoutes keys;
    ChangeFeed feed;
    HealthRoutes health;
    MetricsRoutes metrics;
    Http::Router router;
    Http::Listener listener;
    QUrl url;
};

Server::State::State(std::unique_ptr<DataFolder> folder, const ServerOptions &options, qint64 usedBytes)
    : data(std::move(folder))
    , mint(data->keys().tokenKey().clone(), data->keys().tokenKeyId())
    , gate(data->connections(), data->writes(), mint, tickets, options.clock)
    , limits(options.rateLimits, options.clock)
    , log(data->writes(), options.clock)
    , lookup(*data, options.fallbackRetentionDays, options.coolingOffDays)
    , analyser(*data, lookup, options.clock, options.analysesCalls)
    , intake(*data, log, lookup, options.clock, [this] { analyser.look(); })
    , quota(
          options.quotaBytes, usedBytes, [this] { return data->freeBytes(); }, options.diskReserveBytes)
    , sessions(*data, gate, tickets, mint, options.clock)
    , passwords(options.passwordCost)
    , auth(*data, log, sessions, passwords, options.clock)
    , users(*data, log, passwords, options.clock)
    , campaigns(*data, log)
    , leads(*data, log, lookup)
    , leadEditing(*data, log)
    , recordings(log, lookup)
    , patch(*data, log, lookup)
    , annotations(*data, log, lookup, options.clock)
    , files(*data)
    , bytes(files, log, lookup)
    , ticketing(log, lookup, tickets, options.clock)
    , waveform(analyser, log, lookup)
    , upload(intake, log, quota)
    , resumable(*data, intake, quota, options.clock)
    , tus(resumable, log)
    , deletion(*data, log, lookup, files, quota)
    , school(*data, log, lookup, deletion, tickets, options.clock)
    , holdWork(*data, options.clock)
    , holds(*data, log, lookup, options.releaseNeedsTwo)
    , matters(*data, log)
    , placing(*data, log, holdWork)
    , releasing(*data, log, lookup, holdWork, options.clock, options.releaseNeedsTwo)
    , policies(*data, log, options.clock)
    , previewing(*data, log, lookup, options.clock)
    , expiring(*data, log, lookup, options.clock)
    , sweeping({data->connections(),
                data->writes(),
                options.clock,
                {options.fallbackRetentionDays, options.coolingOffDays, options.sweepLimitPercent, options.sweepHour},
                [this](const QList<Recording> &deleted) { deletion.removeFiles(deleted); }})
    , sweeps(*data, log, sweeping, {options.sweepHour, options.sweepLimitPercent}, options.clock)
    , storage(*data, log, lookup, quota, options.clock)
    , audit(*data, log)
    , auditVerifying(*data, log)
    , auditExport(*data, log)
    , evidence(*data, log, lookup, options.clock)
    , delivering({data->connections(), data->writes(), data->keys(), options.clock, options.webhookTargets})
    , webhooks(*data, log, options.webhookTargets)
    , deliveries(*data, log)
    , keys(*data, log, mint, options.clock)
    , feed(*data, gate, lookup, [this] { delivering.look(); })
    , health(*data)
    , metrics(*data, options.quotaBytes, options.clock,
              [this] {
                  return MetricsRoutes::Traffic{listener.connections(), listener.replyCounts(), delivering.tally()};
              })
    , listener(router, options.limits, options.tls, options.threads > 0 ? options.threads : QThread::idealThreadCount())
{
    const Http::Gate check = [this](Http::Request &request) {
        const auto refused = gate.check(request);
        return refused ? refused : limits.check(request);
    };
    const Http::Gate checkTicket = [this](Http::Request &request) {
        const auto refused = gate.checkTicket(request);
        return refused ? refused : limits.check(request);
    };
    auth.addTo(router, check);
    users.addTo(router, check);
    campaigns.addTo(router, check);
    leads.addTo(router, check);
    leadEditing.addTo(router, check);
    recordings.addTo(router, check);
    patch.addTo(router, check);
    annotations.addTo(router, check);
    bytes.addTo(router, checkTicket);
    ticketing.addTo(router, check);
    waveform.addTo(router, check);
    upload.addTo(router, check);
    tus.addTo(router, check);
    deletion.addTo(router, check);
    school.addTo(router, gate);
    holds.addTo(router, check);
    matters.addTo(router, check);
    placing.addTo(router, check);
    releasing.addTo(router, check);
    policies.addTo(router, check);
    previewing.addTo(router, check);
    expiring.addTo(router, check);
    sweeps.addTo(router, check);
    storage.addTo(router, check);
    audit.addTo(router, check);
    auditVerifying.addTo(router, check);
    auditExport.addTo(router, check);
    evidence.addTo(router, check);
    webhooks.addTo(router, check);
    deliveries.addTo(router, check);
    keys.addTo(router, check);
    feed.addTo(router, check);
    health.addTo(router);
    metrics.addTo(router);
    addOpenApiTo(router);
}

Server::Server(std::unique_ptr<State> state)
    : m_state(std::move(state))
{
}

Server::~Server()
{
    m_state->feed.stop();
    m_state->delivering.stop();
    m_state->analyser.stop();
    m_state->holdWork.stop();
    m_state->sweeping.stop();
    m_state->keys.stop();
    m_state->listener.stop(stopGrace);
}

Result<std::unique_ptr<Server>> Server::start(std::unique_ptr<DataFolder> data, const ServerOptions &options)
{
    const Result<Database *> database = data->connections().ofThisThread();
    const Result<qint64> usedBytes = database ? Recordings(**database).totalBytes() : fail(database.error());
    if (!usedBytes)
        return fail(usedBytes.error());
    const Done quotaSet = data->writes()
                              .submit<void>([quota = options.quotaBytes](Database &writer) {
                                  return StorageDays(writer).setQuota(quota);
                              })
                              .result();
    if (!quotaSet)
        return fail(quotaSet.error());
    auto state = std::make_unique<State>(std::move(data), options, *usedBytes);
    const Result<QList<TokenKeyRow>> tokenKeys = TokenKeyRows(**database).all();
    if (!tokenKeys)
        return fail(tokenKeys.error());
    giveTokenKeys(state->mint, state->data->keys().tokens(), *tokenKeys);
    if (const Done loaded = state->resumable.load(); !loaded)
        return fail(loaded.error());
    const auto port = state->listener.listen(options.address, options.port);
    if (!port)
        return fail(FailureKind::Unreachable, port.error());
    state->url.setScheme(options.tls ? QStringLiteral("https") : QStringLiteral("http"));
    state->url.setHost(options.address.toString());
    state->url.setPort(*port);
    state->sweeping.look(); // at what the last start left, and at the clock: from now on no sweep is left out
    state->analyser.look();
    state->holdWork.look();
    state->keys.look();
    return std::unique_ptr<Server>(new Server(std::move(state)));
}

QUrl Server::url() const
{
    return m_state->url;
}

DataFolder &Server::data()
{
    return *m_state->data;
}

} // namespace Holdfast
