// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/PolicyRoutes.h"

#include "access/Gate.h"
#include "api/DeedGuard.h"
#include "api/FailureReply.h"
#include "api/JsonBody.h"
#include "api/Revision.h"
#include "api/WholeList.h"
#include "api/WholeNumber.h"
#include "contract/PolicyJson.h"
#include "contract/Routes.h"
#include "records/Changes.h"
#include "records/Policies.h"

namespace Holdfast {

namespace {

constexpr qint64 longestPolicyBody = 4096;

PolicyId idOf(const Http::Request &request)
{
    return {wholeNumber(request.captures.value(QStringLiteral("id"))).value_or(0)};
}

Result<RetentionPolicy> policyOf(Database &database, PolicyId id)
{
    const Result<std::optional<RetentionPolicy>> policy = Policies(database).byId(id);
    if (!policy)
        return fail(policy.error());
    if (!*policy)
        return fail(FailureKind::NotFound, QStringLiteral("Retention policy not found"));
    return **policy;
}

/// The audit entry tells what the policy was and what it is; the change tells clients to read it again.
Done note(Database &database, AuditEntry entry, PolicyId id, const std::optional<RetentionPolicy> &before,
          const std::optional<RetentionPolicy> &after)
{
    entry.detail.insert(QLatin1String("policyId"), id.value);
    if (before)
        entry.detail.insert(QLatin1String("before"), toJson(*before));
    if (after)
        entry.detail.insert(QLatin1String("after"), toJson(*after));
    if (Done done = Audit(database).append(entry); !done)
        return done;
    return Changes(database).append(QStringLiteral("policy"), id.value, entry.at);
}

Http::Reply replyOf(const Result<RetentionPolicy> &policy)
{
    return policy ? tagged(Http::Reply::json(200, QJsonDocument(toJson(*policy))), policy->revision)
                  : failureReply(policy.error());
}

} // namespace

PolicyRoutes::PolicyRoutes(DataFolder &data, AccessLog &log, Clock clock)
    : m_data(data)
    , m_log(log)
    , m_clock(std::move(clock))
{
}

void PolicyRoutes::addTo(Http::Router &router, const Http::Gate &gate)
{
    add(router, gate, "GET", Routes::policies, &PolicyRoutes::list);
    add(router, gate, "POST", Routes::policies, &PolicyRoutes::create);
    add(router, gate, "GET", Routes::policy, &PolicyRoutes::one);
    add(router, gate, "PUT", Routes::policy, &PolicyRoutes::change);
    add(router, gate, "DELETE", Routes::policy, &PolicyRoutes::remove);
}

void PolicyRoutes::add(Http::Router &router, const Http::Gate &gate, const char *method, QLatin1String route, Work work)
{
    router.add(method, route, gate,
               onlyFor(Deed::ManagePolicies, m_log, QStringLiteral("policies"),
                       QStringLiteral("manage retention policies"),
                       [this, work](const Http::Request &request, const Http::Responder &responder) {
                           return (this->*work)(request, responder);
                       }));
}

std::unique_ptr<Http::BodySink> PolicyRoutes::list(const Http::Request &request, const Http::Responder &responder)
{
    responder.reply(wholeList(
        request, m_data, [](Database &database) { return Policies(database).all(); },
        [](const RetentionPolicy &policy) { return toJson(policy); }));
    return nullptr;
}

std::unique_ptr<Http::BodySink> PolicyRoutes::one(const Http::Request &request, const Http::Responder &responder)
{
    const Result<Database *> database = m_data.connections().ofThisThread();
    responder.reply(database ? replyOf(policyOf(**database, idOf(request))) : failureReply(database.error()));
    return nullptr;
}

std::unique_ptr<Http::BodySink> PolicyRoutes::create(const Http::Request &request, const Http::Responder &responder)
{
    const AuditEntry entry = m_log.entry(Gate::callerOf(request), QStringLiteral("policy-create"));
    return collectJson(
        request, responder, longestPolicyBody, [this, entry](const QJsonObject &body, const Http::Responder &answer) {
            Result<RetentionPolicy> asked = policyRequestFromJson(body);
            if (!asked)
                return answer.reply(failureReply(asked.error()));
            asked->createdAt = asked->updatedAt = m_clock();
            m_data.writes()
                .submit<RetentionPolicy>([policy = *asked, entry](Database &database) -> Result<RetentionPolicy> {
                    const Result<PolicyId> id = Policies(database).add(policy);
                    if (!id)
                        return fail(id.error());
                    const Result<RetentionPolicy> made = policyOf(database, *id);
                    if (!made)
                        return made;
                    if (Done noted = note(database, entry, *id, std::nullopt, *made); !noted)
                        return fail(noted.error());
                    return made;
                })
                .then([answer](const Result<RetentionPolicy> &made) { answer.reply(replyOf(made)); });
        });
}

std::unique_ptr<Http::BodySink> PolicyRoutes::change(const Http::Request &request, const Http::Responder &responder)
{
    const AuditEntry entry = m_log.entry(Gate::callerOf(request), QStringLiteral("policy-change"));
    return collectJson(
        request, responder, longestPolicyBody,
        [this, entry, id = idOf(request), condition = ifMatchOf(request.headers)](const QJsonObject &body,
                                                                                  const Http::Responder &answer) {
            Result<RetentionPolicy> asked = policyRequestFromJson(body);
            if (!asked)
                return answer.reply(failureReply(asked.error()));
            asked->id = id;
            asked->updatedAt = m_clock();
            m_data.writes()
                .submit<RetentionPolicy>(
                    [policy = *asked, entry, condition](Database &database) -> Result<RetentionPolicy> {
                        const Result<RetentionPolicy> before = policyOf(database, policy.id);
                        if (!before)
                            return before;
                        if (Done at = stillAt(database, Edited::Policy, policy.id.value, condition); !at)
                            return fail(at.error());
                        if (Done changed = Policies(database).change(policy); !changed)
                            return fail(changed.error());
                        if (Done noted = Edits(database, Edited::Policy).note(policy.id.value, entry.userId, entry.at);
                            !noted)
                            return fail(noted.error());
                        const Result<RetentionPolicy> after = policyOf(database, policy.id);
                        if (!after)
                            return after;
                        if (Done noted = note(database, entry, policy.id, *before, *after); !noted)
                            return fail(noted.error());
                        return after;
                    })
                .then([answer](const Result<RetentionPolicy> &changed) { answer.reply(replyOf(changed)); });
        });
}

std::unique_ptr<Http::BodySink> PolicyRoutes::remove(const Http::Request &request, const Http::Responder &responder)
{
    const AuditEntry entry = m_log.entry(Gate::callerOf(request), QStringLiteral("policy-delete"));
    m_data.writes()
        .submit<void>([id = idOf(request), entry, condition = ifMatchOf(request.headers)](Database &database) -> Done {
            const Result<RetentionPolicy> before = policyOf(database, id);
            if (!before)
                return fail(before.error());
            if (Done at = stillAt(database, Edited::Policy, id.value, condition); !at)
                return at;
            if (Done removed = Policies(database).remove(id); !removed)
                return removed;
            return note(database, entry, id, *before, std::nullopt);
        })
        .then([responder](const Done &removed) {
            responder.reply(removed ? Http::Reply::empty(204) : failureReply(removed.error()));
        });
    return nullptr;
}

} // namespace Holdfast
