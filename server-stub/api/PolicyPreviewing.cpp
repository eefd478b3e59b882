// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/PolicyPreviewing.h"

#include "access/Gate.h"
#include "api/DeedGuard.h"
#include "api/FailureReply.h"
#include "api/JsonBody.h"
#include "api/QueryFields.h"
#include "api/RetentionReasonJson.h"
#include "contract/Json.h"
#include "contract/PolicyJson.h"
#include "contract/Routes.h"
#include "records/Policies.h"
#include "records/PolicyPreview.h"
#include "sqlite/Snapshot.h"

#include <QJsonArray>

namespace Holdfast {

namespace {

constexpr qint64 longestBody = 4096;
constexpr int firstRecordings = 100;

struct Asked
{
    PolicyId id;
    bool deletes = false;
};

Result<Asked> askedOf(const Http::Request &request)
{
    QueryFields query(request);
    const Asked asked{{query.positive(QLatin1String("id")).value_or(0)},
                      query.truth(QLatin1String("deletes")).value_or(false)};
    if (asked.deletes && !asked.id.isValid())
        query.refuse(QStringLiteral("id"), QStringLiteral("must name the policy that would be deleted"));
    if (const auto failure = query.failure())
        return fail(*failure);
    return asked;
}

Result<PolicyChange> changeOf(const Asked &asked, const QJsonObject &body)
{
    if (asked.deletes && body.isEmpty())
        return PolicyChange{asked.id, std::nullopt};
    if (asked.deletes)
        return fail(FailureKind::Malformed, QStringLiteral("With deletes=true the body must be {}"));
    const Result<RetentionPolicy> policy = policyRequestFromJson(body);
    if (!policy)
        return fail(policy.error());
    PolicyChange change{asked.id, *policy};
    change.with->id = asked.id;
    return change;
}

QJsonObject toJson(const RetentionVerdict &verdict)
{
    return {{QLatin1String("retentionUntil"), isoTime(verdict.until)},
            {QLatin1String("retentionReason"), toJson(verdict.reason)}};
}

QJsonObject toJson(const PolicyPreview::Changed &changed)
{
    const Recording &recording = changed.recording;
    return {{QLatin1String("recordingId"), recording.id.value},
            {QLatin1String("leadId"), recording.leadId.value},
            {QLatin1String("leadName"), recording.leadName},
            {QLatin1String("originalName"), recording.originalName},
            {QLatin1String("fileSize"), recording.fileSize},
            {QLatin1String("uploadedAt"), isoTime(recording.uploadedAt)},
            {QLatin1String("complianceHold"), recording.complianceHold},
            {QLatin1String("before"), toJson(changed.before)},
            {QLatin1String("after"), toJson(changed.after)},
            {QLatin1String("takenByNextSweep"), changed.after.state == RetentionState::Due}};
}

QJsonObject toJson(const PolicyPreview::Totals &totals)
{
    return {
        {QLatin1String("changed"), totals.changed},        {QLatin1String("bytes"), totals.bytes},
        {QLatin1String("sooner"), totals.sooner},          {QLatin1String("later"), totals.later},
        {QLatin1String("expireAtOnce"), totals.dueAtOnce}, {QLatin1String("expireAtOnceBytes"), totals.dueAtOnceBytes},
        {QLatin1String("keptByHold"), totals.keptByHold},  {QLatin1String("noLongerExpired"), totals.noLongerDue}};
}

} // namespace

PolicyPreviewing::PolicyPreviewing(DataFolder &data, AccessLog &log, const RecordingLookup &recordings, Clock clock)
    : m_data(data)
    , m_log(log)
    , m_recordings(recordings)
    , m_clock(std::move(clock))
{
    m_pool.setMaxThreadCount(1); // one look at millions at a time is enough work
}

PolicyPreviewing::~PolicyPreviewing()
{
    m_pool.waitForDone();
}

void PolicyPreviewing::addTo(Http::Router &router, const Http::Gate &gate)
{
    router.add("POST", Routes::policiesPreview, gate,
               onlyFor(Deed::ManagePolicies, m_log, QStringLiteral("policies"),
                       QStringLiteral("manage retention policies"),
                       [this](const Http::Request &request, const Http::Responder &responder) {
                           return preview(request, responder);
                       }));
}

std::unique_ptr<Http::BodySink> PolicyPreviewing::preview(const Http::Request &request,
                                                          const Http::Responder &responder)
{
    const Result<Asked> asked = askedOf(request);
    if (!asked) {
        responder.reply(failureReply(asked.error()));
        return nullptr;
    }
    const AuditEntry entry = m_log.entry(Gate::callerOf(request), QStringLiteral("policy-preview"));
    return collectJson(
        request, responder, longestBody,
        [this, entry, asked = *asked](const QJsonObject &body, const Http::Responder &answer) {
            const Result<PolicyChange> change = changeOf(asked, body);
            if (!change)
                return answer.reply(failureReply(change.error()));
            m_pool.start([this, entry, change = *change, answer] { m_log.thenReply(entry, answer, replyOf(change)); });
        });
}

Http::Reply PolicyPreviewing::replyOf(const PolicyChange &change) const
{
    const Result<Database *> database = m_data.connections().ofThisThread();
    if (!database)
        return failureReply(database.error());
    const Result<Snapshot> snapshot = Snapshot::begin(**database);
    if (!snapshot)
        return failureReply(snapshot.error());
    const Done checked = Policies(**database).check(change);
    const Result<RetentionRules> rules = checked ? m_recordings.rules(**database) : fail(checked.error());
    if (!rules)
        return failureReply(rules.error());
    PolicyPreview preview(**database, *rules, change);
    const QDateTime now = m_clock();
    const Result<PolicyPreview::Totals> totals = preview.totals(now);
    const auto first = totals ? preview.first(firstRecordings, now) : fail(totals.error());
    if (!first)
        return failureReply(first.error());
    QJsonArray recordings;
    for (const PolicyPreview::Changed &changed : *first)
        recordings.append(toJson(changed));
    return Http::Reply::json(200, QJsonDocument(QJsonObject{{QLatin1String("totals"), toJson(*totals)},
                                                            {QLatin1String("recordings"), recordings}}));
}

} // namespace Holdfast
