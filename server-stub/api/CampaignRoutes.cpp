// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/CampaignRoutes.h"

#include "access/Gate.h"
#include "api/DeedGuard.h"
#include "api/FailureReply.h"
#include "api/JsonBody.h"
#include "api/WholeList.h"
#include "api/WholeNumber.h"
#include "contract/LeadJson.h"
#include "contract/Routes.h"
#include "records/Campaigns.h"
#include "records/Changes.h"

namespace Holdfast {

namespace {

constexpr qint64 longestBody = 4096;

Result<Campaign> campaignOf(Database &database, CampaignId id)
{
    const Result<std::optional<Campaign>> campaign = Campaigns(database).byId(id);
    if (!campaign)
        return fail(campaign.error());
    if (!*campaign)
        return fail(FailureKind::NotFound, QStringLiteral("Campaign not found"));
    return **campaign;
}

/// Makes it where `wanted` has no id, renames it where it has one.
Result<Campaign> store(Database &database, const Campaign &wanted, AuditEntry entry)
{
    CampaignId id = wanted.id;
    if (id.isValid()) {
        const Result<Campaign> before = campaignOf(database, id);
        if (!before)
            return before;
        if (const Done renamed = Campaigns(database).rename(wanted); !renamed)
            return fail(renamed.error());
        entry.detail.insert(QLatin1String("before"), toJson(*before));
    } else {
        const Result<CampaignId> made = Campaigns(database).add(wanted.name);
        if (!made)
            return fail(made.error());
        id = *made;
    }
    const Result<Campaign> after = campaignOf(database, id);
    if (!after)
        return after;
    entry.detail.insert(QLatin1String("after"), toJson(*after));
    if (const Done noted = Audit(database).append(entry); !noted)
        return fail(noted.error());
    if (const Done noted = Changes(database).append(QStringLiteral("campaign"), id.value, entry.at); !noted)
        return fail(noted.error());
    return after;
}

CampaignId idOf(const Http::Request &request)
{
    return {wholeNumber(request.captures.value(QStringLiteral("id"))).value_or(0)};
}

} // namespace

CampaignRoutes::CampaignRoutes(DataFolder &data, AccessLog &log)
    : m_data(data)
    , m_log(log)
{
}

void CampaignRoutes::addTo(Http::Router &router, const Http::Gate &gate)
{
    const auto read = [this](Result<Http::Reply> (CampaignRoutes::*work)(const Http::Request &) const) {
        return [this, work](const Http::Request &request, const Http::Responder &responder) {
            const Result<Http::Reply> reply = (this->*work)(request);
            responder.reply(reply ? *reply : failureReply(reply.error()));
            return nullptr;
        };
    };
    const Http::Handler write = onlyFor(
        Deed::ManageLeads, m_log, QStringLiteral("campaigns"), QStringLiteral("manage campaigns"),
        [this](const Http::Request &request, const Http::Responder &responder) { return save(request, responder); });
    router.add("GET", Routes::campaigns, gate, read(&CampaignRoutes::list));
    router.add("GET", Routes::campaign, gate, read(&CampaignRoutes::one));
    router.add("POST", Routes::campaigns, gate, write);
    router.add("PUT", Routes::campaign, gate, write);
}

Result<Http::Reply> CampaignRoutes::list(const Http::Request &request) const
{
    return wholeList(
        request, m_data, [](Database &database) { return Campaigns(database).all(); },
        [](const Campaign &campaign) { return toJson(campaign); });
}

Result<Http::Reply> CampaignRoutes::one(const Http::Request &request) const
{
    const Result<Database *> database = m_data.connections().ofThisThread();
    if (!database)
        return fail(database.error());
    return campaignOf(**database, idOf(request)).map([](const Campaign &campaign) {
        return Http::Reply::json(200, QJsonDocument(toJson(campaign)));
    });
}

std::unique_ptr<Http::BodySink> CampaignRoutes::save(const Http::Request &request, const Http::Responder &responder)
{
    const bool isNew = request.method == "POST";
    const AuditEntry entry = m_log.entry(Gate::callerOf(request),
                                         isNew ? QStringLiteral("campaign-create") : QStringLiteral("campaign-change"));
    const CampaignId id = idOf(request);
    if (!isNew && !id.isValid()) {
        responder.reply(refusal(FailureKind::NotFound, QStringLiteral("Campaign not found")));
        return nullptr;
    }
    return collectJson(
        request, responder, longestBody,
        [this, entry, id, isNew](const QJsonObject &body, const Http::Responder &answer) {
            Result<Campaign> wanted = campaignRequestFromJson(body);
            if (!wanted)
                return answer.reply(failureReply(wanted.error()));
            wanted->id = id;
            m_data.writes()
                .submit<Campaign>(
                    [wanted = *wanted, entry](Database &database) { return store(database, wanted, entry); })
                .then([answer, isNew](const Result<Campaign> &stored) {
                    if (!stored)
                        return answer.reply(failureReply(stored.error()));
                    Http::Reply reply = Http::Reply::json(isNew ? 201 : 200, QJsonDocument(toJson(*stored)));
                    if (isNew)
                        reply.headers.set("Location", "/api/campaigns/" + QByteArray::number(stored->id.value));
                    answer.reply(std::move(reply));
                });
        });
}

} // namespace Holdfast
