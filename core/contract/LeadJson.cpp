// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/LeadJson.h"

#include "contract/JsonFields.h"
#include "domain/Limits.h"

namespace Holdfast {

namespace {

constexpr qsizetype mostAgents = 1000;

QString readName(JsonFields &fields)
{
    const QString name = fields.text(QLatin1String("name")).trimmed();
    if (name.isEmpty() || name.size() > longestName)
        fields.refuse(QLatin1String("name"), QStringLiteral("a text of 1 to %1 characters").arg(longestName));
    return name;
}

} // namespace

QJsonObject toJson(const Campaign &campaign)
{
    return {{QLatin1String("id"), campaign.id.value}, {QLatin1String("name"), campaign.name}};
}

Result<Campaign> campaignFromJson(const QJsonObject &json)
{
    JsonFields fields(json);
    Campaign campaign;
    campaign.id.value = fields.positive(QLatin1String("id"));
    campaign.name = fields.text(QLatin1String("name"));
    if (fields.failure())
        return fail(*fields.failure());
    return campaign;
}

Result<Campaign> campaignRequestFromJson(const QJsonObject &json)
{
    JsonFields fields(json);
    Campaign campaign;
    campaign.name = readName(fields);
    fields.refuseOthers();
    if (fields.failure())
        return fail(*fields.failure());
    return campaign;
}

QJsonObject leadRequestToJson(const Lead &lead)
{
    QJsonArray agents;
    for (const UserId agent : lead.agents)
        agents.append(agent.value);
    return {{QLatin1String("name"), lead.name},
            {QLatin1String("phone"), lead.phone},
            {QLatin1String("campaignId"),
             lead.campaignId ? QJsonValue(lead.campaignId->value) : QJsonValue(QJsonValue::Null)},
            {QLatin1String("agents"), agents}};
}

Result<Lead> leadRequestFromJson(const QJsonObject &json)
{
    JsonFields fields(json);
    Lead lead;
    lead.name = readName(fields);
    lead.phone = fields.textOrNull(QLatin1String("phone")).trimmed();
    if (lead.phone.size() > longestPhone)
        fields.refuse(QLatin1String("phone"), QStringLiteral("a text of at most %1 characters").arg(longestPhone));
    if (const auto campaign = fields.positiveOrNull(QLatin1String("campaignId")))
        lead.campaignId = CampaignId{*campaign};
    const QJsonArray agents = fields.list(QLatin1String("agents"));
    if (agents.size() > mostAgents)
        fields.refuse(QLatin1String("agents"), QStringLiteral("a list of at most %1 numbers").arg(mostAgents));
    for (const QJsonValue &agent : agents) {
        const UserId id{agent.toInteger()};
        if (!id.isValid())
            fields.refuse(QLatin1String("agents"), QStringLiteral("a list of positive whole numbers"));
        if (!lead.agents.contains(id))
            lead.agents.append(id);
    }
    fields.refuseOthers();
    if (fields.failure())
        return fail(*fields.failure());
    return lead;
}

} // namespace Holdfast
