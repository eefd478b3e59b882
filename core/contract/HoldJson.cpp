// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/HoldJson.h"

#include "contract/Json.h"
#include "contract/JsonFields.h"
#include "contract/JsonOrNull.h"
#include "domain/Limits.h"
#include "domain/Matter.h"

namespace Holdfast {

namespace {

const QJsonValue null(QJsonValue::Null);

template <class Tag> std::optional<Id<Tag>> readIdOrNull(JsonFields &fields, QLatin1String name)
{
    const auto id = fields.positiveOrNull(name);
    return id ? std::optional(Id<Tag>{*id}) : std::nullopt;
}

template <class Id> QJsonArray numbersOf(const QList<Id> &ids)
{
    QJsonArray numbers;
    for (const Id id : ids)
        numbers.append(id.value);
    return numbers;
}

QString readReason(JsonFields &fields)
{
    const QString reason = fields.textOrNull(QLatin1String("reason"));
    if (reason.size() > longestReason)
        fields.refuse(QLatin1String("reason"), QStringLiteral("at most %1 characters").arg(longestReason));
    return reason;
}

/// Each once, in their order.
template <class Id> QList<Id> readIds(JsonFields &fields, QLatin1String name)
{
    const QJsonArray list = fields.list(name);
    if (list.isEmpty() || list.size() > mostHeldAtOnce)
        fields.refuse(name, QStringLiteral("a list of 1 to %1 numbers").arg(mostHeldAtOnce));
    QList<Id> ids;
    QSet<Id> known;
    for (const QJsonValue &value : list) {
        const Id id{value.toInteger(0)};
        if (!id.isValid())
            fields.refuse(name, QStringLiteral("a list of positive whole numbers"));
        if (!known.contains(id))
            ids.append(id);
        known.insert(id);
    }
    return ids;
}

void readRecordings(JsonFields &fields, HoldRequest &request)
{
    const QLatin1String one("recordingId");
    const QLatin1String many("recordingIds");
    request.asksForMany = fields.has(many);
    if (request.asksForMany && fields.has(one))
        fields.refuse(many, QStringLiteral("left out where recordingId is given"));
    if (request.asksForMany)
        request.recordingIds = readIds<RecordingId>(fields, many);
    else
        request.recordingIds = {RecordingId{fields.positive(one)}};
    if (request.includesLater)
        fields.refuse(QLatin1String("includesLater"), QStringLiteral("false for the scope recording"));
}

} // namespace

QJsonObject toJson(const Hold &hold)
{
    return {{QLatin1String("id"), hold.id.value},
            {QLatin1String("matterId"), hold.matterId.value},
            {QLatin1String("matterName"), hold.matterName},
            {QLatin1String("scope"), holdScopeName(hold.scope)},
            {QLatin1String("recordingId"), idOrNull(hold.recordingId)},
            {QLatin1String("leadId"), idOrNull(hold.leadId)},
            {QLatin1String("search"), hold.scope == HoldScope::Search ? QJsonValue(hold.search) : null},
            {QLatin1String("includesLater"), hold.includesLater},
            {QLatin1String("reason"), hold.reason},
            {QLatin1String("state"), holdStateName(hold.state)},
            {QLatin1String("recordingCount"), hold.recordingCount},
            {QLatin1String("placedBy"), idOrNull(hold.placedBy)},
            {QLatin1String("placedByName"), textOrNull(hold.placedByName)},
            {QLatin1String("placedAt"), isoTime(hold.placedAt)},
            {QLatin1String("releasedBy"), idOrNull(hold.releasedBy)},
            {QLatin1String("releasedByName"), textOrNull(hold.releasedByName)},
            {QLatin1String("releasedAt"), hold.releasedAt ? QJsonValue(isoTime(*hold.releasedAt)) : null},
            {QLatin1String("releaseReason"), textOrNull(hold.releaseReason)}};
}

Result<Hold> holdFromJson(const QJsonObject &json)
{
    JsonFields fields(json);
    Hold hold;
    hold.id.value = fields.positive(QLatin1String("id"));
    hold.matterId.value = fields.positive(QLatin1String("matterId"));
    hold.matterName = fields.text(QLatin1String("matterName"));
    if (const auto scope = holdScopeFromName(fields.text(QLatin1String("scope"))))
        hold.scope = *scope;
    else
        fields.refuse(QLatin1String("scope"), QStringLiteral("recording, lead or search"));
    hold.recordingId = readIdOrNull<RecordingTag>(fields, QLatin1String("recordingId"));
    hold.leadId = readIdOrNull<LeadTag>(fields, QLatin1String("leadId"));
    if (const QJsonValue search = json.value(QLatin1String("search")); search.isObject())
        hold.search = search.toObject();
    hold.includesLater = fields.truth(QLatin1String("includesLater"));
    hold.reason = fields.textOrNull(QLatin1String("reason"));
    if (const auto state = holdStateFromName(fields.text(QLatin1String("state"))))
        hold.state = *state;
    else
        fields.refuse(QLatin1String("state"), QStringLiteral("placing, active, releasing or released"));
    hold.recordingCount = fields.number(QLatin1String("recordingCount"));
    hold.placedBy = readIdOrNull<UserTag>(fields, QLatin1String("placedBy"));
    hold.placedByName = fields.textOrNull(QLatin1String("placedByName"));
    hold.placedAt = fields.time(QLatin1String("placedAt"));
    hold.releasedBy = readIdOrNull<UserTag>(fields, QLatin1String("releasedBy"));
    hold.releasedByName = fields.textOrNull(QLatin1String("releasedByName"));
    if (!fields.isNull(QLatin1String("releasedAt")))
        hold.releasedAt = fields.time(QLatin1String("releasedAt"));
    hold.releaseReason = fields.textOrNull(QLatin1String("releaseReason"));
    if (fields.failure())
        return fail(*fields.failure());
    return hold;
}

QJsonObject toJson(const ReleaseRequest &request)
{
    return {{QLatin1String("id"), request.id.value},
            {QLatin1String("holdId"), request.holdId.value},
            {QLatin1String("reason"), request.reason},
            {QLatin1String("askedBy"), request.askedBy.value},
            {QLatin1String("askedByName"), request.askedByName},
            {QLatin1String("askedAt"), isoTime(request.askedAt)},
            {QLatin1String("state"), releaseRequestStateName(request.state)},
            {QLatin1String("decidedBy"), idOrNull(request.decidedBy)},
            {QLatin1String("decidedByName"), textOrNull(request.decidedByName)},
            {QLatin1String("decidedAt"), request.decidedAt ? QJsonValue(isoTime(*request.decidedAt)) : null}};
}

Result<ReleaseRequest> releaseRequestFromJson(const QJsonObject &json)
{
    JsonFields fields(json);
    ReleaseRequest request;
    request.id.value = fields.positive(QLatin1String("id"));
    request.holdId.value = fields.positive(QLatin1String("holdId"));
    request.reason = fields.textOrNull(QLatin1String("reason"));
    request.askedBy.value = fields.positive(QLatin1String("askedBy"));
    request.askedByName = fields.text(QLatin1String("askedByName"));
    request.askedAt = fields.time(QLatin1String("askedAt"));
    if (const auto state = releaseRequestStateFromName(fields.text(QLatin1String("state"))))
        request.state = *state;
    else
        fields.refuse(QLatin1String("state"), QStringLiteral("open, approved, refused, withdrawn or lapsed"));
    request.decidedBy = readIdOrNull<UserTag>(fields, QLatin1String("decidedBy"));
    request.decidedByName = fields.textOrNull(QLatin1String("decidedByName"));
    if (!fields.isNull(QLatin1String("decidedAt")))
        request.decidedAt = fields.time(QLatin1String("decidedAt"));
    if (fields.failure())
        return fail(*fields.failure());
    return request;
}

QJsonObject toJson(const HoldRequest &request)
{
    QJsonObject json{{QLatin1String("matterId"), request.matterId.value},
                     {QLatin1String("scope"), holdScopeName(request.scope)},
                     {QLatin1String("includesLater"), request.includesLater},
                     {QLatin1String("reason"), request.reason}};
    switch (request.scope) {
    case HoldScope::Recording:
        if (request.asksForMany)
            json.insert(QLatin1String("recordingIds"), numbersOf(request.recordingIds));
        else
            json.insert(QLatin1String("recordingId"), request.recordingIds.value(0).value);
        break;
    case HoldScope::Lead:
        json.insert(QLatin1String("leadId"), request.leadId.value);
        break;
    case HoldScope::Search:
        json.insert(QLatin1String("search"), request.search);
        break;
    }
    return json;
}

QJsonObject toJson(const ReleaseOrder &order)
{
    return {{QLatin1String("holdIds"), numbersOf(order.holdIds)}, {QLatin1String("reason"), order.reason}};
}

Result<HoldRequest> holdRequestFromJson(const QJsonObject &json)
{
    JsonFields fields(json);
    HoldRequest request;
    request.matterId.value = fields.positiveOrNull(QLatin1String("matterId")).value_or(defaultMatter.value);
    if (fields.has(QLatin1String("includesLater")))
        request.includesLater = fields.truth(QLatin1String("includesLater"));
    request.reason = readReason(fields);
    const auto scope = holdScopeFromName(fields.text(QLatin1String("scope")));
    if (!scope)
        fields.refuse(QLatin1String("scope"), QStringLiteral("recording, lead or search"));
    request.scope = scope.value_or(HoldScope::Recording);
    switch (request.scope) {
    case HoldScope::Recording:
        readRecordings(fields, request);
        break;
    case HoldScope::Lead:
        request.leadId.value = fields.positive(QLatin1String("leadId"));
        break;
    case HoldScope::Search:
        fields.object(QLatin1String("search"));
        request.search = json.value(QLatin1String("search")).toObject();
        if (request.search.isEmpty())
            fields.refuse(QLatin1String("search"), QStringLiteral("an object with the parameters of a search"));
        break;
    }
    fields.refuseOthers();
    if (fields.failure())
        return fail(*fields.failure());
    return request;
}

Result<ReleaseOrder> releaseOrderFromJson(const QJsonObject &json)
{
    JsonFields fields(json);
    ReleaseOrder order{readIds<HoldId>(fields, QLatin1String("holdIds")), readReason(fields)};
    fields.refuseOthers();
    if (fields.failure())
        return fail(*fields.failure());
    return order;
}

Result<QString> reasonFromJson(const QJsonObject &json)
{
    JsonFields fields(json);
    const QString reason = readReason(fields);
    fields.refuseOthers();
    if (fields.failure())
        return fail(*fields.failure());
    return reason;
}

} // namespace Holdfast
