// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/LeadEditing.h"

#include "access/Gate.h"
#include "api/DeedGuard.h"
#include "api/FailureReply.h"
#include "api/JsonBody.h"
#include "api/QueryFields.h"
#include "api/Revision.h"
#include "api/WholeNumber.h"
#include "contract/Json.h"
#include "contract/LeadImportJson.h"
#include "contract/LeadJson.h"
#include "contract/Routes.h"
#include "domain/Limits.h"
#include "records/Campaigns.h"
#include "records/Changes.h"
#include "records/Leads.h"
#include "records/Users.h"
#include "sqlite/Snapshot.h"

#include <QJsonArray>

namespace Holdfast {

namespace {

constexpr qint64 longestBody = 64 * 1024;

Done checkReferences(Database &database, const Lead &lead)
{
    if (lead.campaignId) {
        const Result<std::optional<Campaign>> campaign = Campaigns(database).byId(*lead.campaignId);
        if (!campaign)
            return fail(campaign.error());
        if (!*campaign)
            return fail(FailureKind::Malformed, QStringLiteral("campaignId names no campaign"));
    }
    for (const UserId agent : lead.agents) {
        const Result<std::optional<Account>> account = Users(database).byId(agent);
        if (!account)
            return fail(account.error());
        if (!*account)
            return fail(FailureKind::Malformed, QStringLiteral("agents names no user: %1").arg(agent.value));
    }
    return {};
}

Result<Lead> leadOf(Database &database, LeadId id)
{
    const Result<std::optional<Lead>> lead = Leads(database).byId(id);
    if (!lead)
        return fail(lead.error());
    if (!*lead)
        return fail(FailureKind::NotFound, QStringLiteral("Lead not found"));
    return **lead;
}

/// Those who had it must learn that they have it no more.
Done note(Database &database, AuditEntry entry, const std::optional<Lead> &before, const Lead &after)
{
    entry.leadId = after.id;
    if (before)
        entry.detail.insert(QLatin1String("before"), leadRequestToJson(*before));
    entry.detail.insert(QLatin1String("after"), leadRequestToJson(after));
    if (Done done = Audit(database).append(entry); !done)
        return done;
    QList<UserId> concerned = after.agents;
    if (before)
        for (const UserId agent : before->agents)
            if (!concerned.contains(agent))
                concerned.append(agent);
    if (concerned.isEmpty())
        concerned.append(UserId{});
    for (const UserId agent : concerned)
        if (Done done = Changes(database).append(QStringLiteral("lead"), after.id.value, entry.at, agent); !done)
            return done;
    return {};
}

/// Makes it where `wanted` has no id; changes it where it has one, and is at the revision that was asked for.
Result<Lead> store(Database &database, Lead wanted, const AuditEntry &entry,
                   const std::optional<RevisionCondition> &condition)
{
    if (const Done checked = checkReferences(database, wanted); !checked)
        return fail(checked.error());
    wanted.createdAt = wanted.updatedAt = entry.at;
    std::optional<Lead> before;
    if (wanted.id.isValid()) {
        const Result<Lead> found = leadOf(database, wanted.id);
        if (!found)
            return found;
        before = *found;
        if (const Done at = stillAt(database, Edited::Lead, wanted.id.value, condition); !at)
            return fail(at.error());
        if (const Done changed = Leads(database).change(wanted); !changed)
            return fail(changed.error());
        if (const Done noted = Edits(database, Edited::Lead).note(wanted.id.value, entry.userId, entry.at); !noted)
            return fail(noted.error());
    } else {
        const Result<LeadId> made = Leads(database).add(wanted);
        if (!made)
            return fail(made.error());
        wanted.id = *made;
    }
    const Result<Lead> after = leadOf(database, wanted.id);
    if (!after)
        return after;
    if (const Done noted = note(database, entry, before, *after); !noted)
        return fail(noted.error());
    return after;
}

} // namespace

LeadEditing::LeadEditing(DataFolder &data, AccessLog &log)
    : m_data(data)
    , m_log(log)
{
    m_pool.setMaxThreadCount(1);
}

LeadEditing::~LeadEditing()
{
    m_pool.waitForDone();
}

void LeadEditing::addTo(Http::Router &router, const Http::Gate &gate)
{
    const auto onlyFor = [this](Deed deed, const QString &what, Http::Handler handler) {
        return Holdfast::onlyFor(deed, m_log, QStringLiteral("leads"), what, std::move(handler));
    };
    const Http::Handler write = onlyFor(
        Deed::ManageLeads, QStringLiteral("manage leads"),
        [this](const Http::Request &request, const Http::Responder &responder) { return save(request, responder); });
    router.add("POST", Routes::leads, gate, write);
    router.add("PUT", Routes::lead, gate, write);
    router.add("POST", Routes::leadsImport, gate,
               onlyFor(Deed::ImportLeads, QStringLiteral("import leads"),
                       [this](const Http::Request &request, const Http::Responder &responder) {
                           return import(request, responder);
                       }));
}

std::unique_ptr<Http::BodySink> LeadEditing::save(const Http::Request &request, const Http::Responder &responder)
{
    const bool isNew = request.method == "POST";
    const LeadId id{wholeNumber(request.captures.value(QStringLiteral("id"))).value_or(0)};
    if (!isNew && !id.isValid()) {
        responder.reply(refusal(FailureKind::NotFound, QStringLiteral("Lead not found")));
        return nullptr;
    }
    const AuditEntry entry =
        m_log.entry(Gate::callerOf(request), isNew ? QStringLiteral("lead-create") : QStringLiteral("lead-change"));
    return collectJson(
        request, responder, longestBody,
        [this, entry, id, isNew, condition = ifMatchOf(request.headers)](const QJsonObject &body,
                                                                         const Http::Responder &answer) {
            Result<Lead> wanted = leadRequestFromJson(body);
            if (!wanted)
                return answer.reply(failureReply(wanted.error()));
            wanted->id = id;
            m_data.writes()
                .submit<Lead>([wanted = *wanted, entry, condition](Database &database) {
                    return store(database, wanted, entry, condition);
                })
                .then([answer, isNew](const Result<Lead> &stored) {
                    if (!stored)
                        return answer.reply(failureReply(stored.error()));
                    Http::Reply reply =
                        tagged(Http::Reply::json(isNew ? 201 : 200, QJsonDocument(Holdfast::toJson(*stored))),
                               stored->revision);
                    if (isNew)
                        reply.headers.set("Location", "/api/leads/" + QByteArray::number(stored->id.value));
                    answer.reply(std::move(reply));
                });
        });
}

/// A preview is the plan that the import carries out, so that it can't tell of anything else than what would happen.
std::unique_ptr<Http::BodySink> LeadEditing::import(const Http::Request &request, const Http::Responder &responder)
{
    QueryFields query(request);
    const bool isPreview = query.truth(QLatin1String("preview")).value_or(false);
    if (const auto failure = query.failure()) {
        responder.reply(failureReply(*failure));
        return nullptr;
    }
    const AuditEntry entry = m_log.entry(Gate::callerOf(request), QStringLiteral("lead-import"));
    return Http::collectBody(
        request, responder, longestLeadFile,
        [this, entry, isPreview](const QByteArray &body, const Http::Responder &answer) {
            m_pool.start([this, entry, isPreview, body, answer] { answer.reply(importFile(body, entry, isPreview)); });
        });
}

/// Planned beside the writer, which others need meanwhile; where a lead has changed since then, within it.
Result<LeadImportReport> LeadEditing::carryOut(const LeadFile &file, const LeadImport::Plan &plan,
                                               const AuditEntry &entry)
{
    const auto write = [&file, &plan, entry](Database &database) -> Result<LeadImportReport> {
        LeadImport leadImport(database);
        const Result<bool> holds = leadImport.holds(plan);
        if (!holds)
            return fail(holds.error());
        if (*holds)
            return leadImport.carryOut(plan, entry).map([&plan] { return plan.report; });
        const Result<LeadImport::Plan> anew = leadImport.plan(file.rows, file.report);
        if (!anew)
            return fail(anew.error());
        if (anew->report.problems.count > 0)
            return anew->report;
        return leadImport.carryOut(*anew, entry).map([&anew] { return anew->report; });
    };
    return m_data.writes().submit<LeadImportReport>(write).result();
}

Result<LeadImport::Plan> LeadEditing::plan(const LeadFile &file)
{
    const Result<Database *> database = m_data.connections().ofThisThread();
    if (!database)
        return fail(database.error());
    const Result<Snapshot> snapshot = Snapshot::begin(**database);
    if (!snapshot)
        return fail(snapshot.error());
    return LeadImport(**database).plan(file.rows, file.report);
}

Http::Reply LeadEditing::importFile(const QByteArray &bytes, const AuditEntry &entry, bool isPreview)
{
    const Result<LeadFile> file = readLeadFile(bytes);
    if (!file)
        return failureReply(file.error());
    Result<LeadImport::Plan> planned = plan(*file);
    if (!planned)
        return failureReply(planned.error());
    LeadImportReport report = planned->report;
    if (!isPreview && report.problems.count == 0) {
        const Result<LeadImportReport> done = carryOut(*file, *planned, entry);
        if (!done)
            return failureReply(done.error());
        report = *done;
    }
    report.isPreview = isPreview;
    QJsonObject body = toJson(report);
    if (isPreview || report.problems.count == 0)
        return Http::Reply::json(200, QJsonDocument(body));
    const LeadImportReport::Remark &first = report.problems.first.constFirst();
    body.insert(QLatin1String("message"),
                QStringLiteral("Line %1: %2 Nothing was imported.").arg(first.line).arg(first.message));
    return Http::Reply::json(400, QJsonDocument(body));
}

} // namespace Holdfast
