// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/PolicyJson.h"

#include "contract/Json.h"
#include "contract/JsonFields.h"
#include "contract/JsonOrNull.h"

#include <limits>

namespace Holdfast {

namespace {

void readRequest(JsonFields &fields, RetentionPolicy &policy)
{
    policy.name = fields.text(QLatin1String("name"));
    // Beyond an int it is past the limit as well, and is refused as such.
    policy.retentionDays =
        static_cast<int>(std::clamp<qint64>(fields.number(QLatin1String("retentionDays")),
                                            std::numeric_limits<int>::min(), std::numeric_limits<int>::max()));
    if (const auto scope = policyScopeFromName(fields.text(QLatin1String("appliesTo"))))
        policy.appliesTo = *scope;
    else
        fields.refuse(QLatin1String("appliesTo"), QStringLiteral("ALL, CAMPAIGN or AGENT"));
    if (const auto id = fields.positiveOrNull(QLatin1String("campaignId")))
        policy.campaignId = CampaignId{*id};
    if (const auto id = fields.positiveOrNull(QLatin1String("agentId")))
        policy.agentId = UserId{*id};
    policy.isDefault = fields.truth(QLatin1String("isDefault"));
}

} // namespace

QJsonObject toJson(const RetentionPolicy &policy)
{
    return {{QLatin1String("id"), policy.id.value},
            {QLatin1String("name"), policy.name},
            {QLatin1String("retentionDays"), policy.retentionDays},
            {QLatin1String("appliesTo"), policyScopeName(policy.appliesTo)},
            {QLatin1String("campaignId"), idOrNull(policy.campaignId)},
            {QLatin1String("agentId"), idOrNull(policy.agentId)},
            {QLatin1String("isDefault"), policy.isDefault},
            {QLatin1String("createdAt"), isoTime(policy.createdAt)},
            {QLatin1String("updatedAt"), isoTime(policy.updatedAt)},
            {QLatin1String("revision"), policy.revision}};
}

Result<RetentionPolicy> policyFromJson(const QJsonObject &json)
{
    JsonFields fields(json);
    RetentionPolicy policy;
    policy.id.value = fields.positive(QLatin1String("id"));
    readRequest(fields, policy);
    policy.createdAt = fields.time(QLatin1String("createdAt"));
    policy.updatedAt = fields.time(QLatin1String("updatedAt"));
    policy.revision = revisionIn(fields);
    if (fields.failure())
        return fail(*fields.failure());
    return policy;
}

QJsonObject policyRequestToJson(const RetentionPolicy &policy)
{
    return {{QLatin1String("name"), policy.name},
            {QLatin1String("retentionDays"), policy.retentionDays},
            {QLatin1String("appliesTo"), policyScopeName(policy.appliesTo)},
            {QLatin1String("campaignId"), idOrNull(policy.campaignId)},
            {QLatin1String("agentId"), idOrNull(policy.agentId)},
            {QLatin1String("isDefault"), policy.isDefault}};
}

Result<RetentionPolicy> policyRequestFromJson(const QJsonObject &json)
{
    JsonFields fields(json);
    RetentionPolicy policy;
    readRequest(fields, policy);
    if (fields.failure())
        return fail(*fields.failure());
    if (Done checked = checkPolicy(policy); !checked)
        return fail(checked.error());
    return policy;
}

} // namespace Holdfast
