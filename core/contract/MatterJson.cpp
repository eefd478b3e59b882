// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/MatterJson.h"

#include "contract/Json.h"
#include "contract/JsonFields.h"
#include "contract/JsonOrNull.h"
#include "domain/Limits.h"

namespace Holdfast {

namespace {

std::optional<QDate> dateOrNull(JsonFields &fields, QLatin1String name)
{
    const QString text = fields.textOrNull(name);
    if (text.isNull())
        return std::nullopt;
    if (const QDate date = QDate::fromString(text, Qt::ISODate); date.isValid())
        return date;
    fields.refuse(name, QStringLiteral("a date such as 2026-11-30, or null"));
    return std::nullopt;
}

} // namespace

QJsonObject toJson(const Matter &matter)
{
    const QJsonValue null(QJsonValue::Null);
    return {
        {QLatin1String("id"), matter.id.value},
        {QLatin1String("name"), matter.name},
        {QLatin1String("reference"), matter.reference},
        {QLatin1String("reason"), matter.reason},
        {QLatin1String("ownerId"), matter.ownerId ? QJsonValue(matter.ownerId->value) : null},
        {QLatin1String("ownerName"), matter.ownerId ? QJsonValue(matter.ownerName) : null},
        {QLatin1String("reviewDate"), matter.reviewDate ? QJsonValue(matter.reviewDate->toString(Qt::ISODate)) : null},
        {QLatin1String("closed"), matter.closedAt.has_value()},
        {QLatin1String("closedAt"), timeOrNull(matter.closedAt)},
        {QLatin1String("standingHolds"), matter.standingHolds},
        {QLatin1String("createdAt"), isoTime(matter.createdAt)},
        {QLatin1String("updatedAt"), isoTime(matter.updatedAt)},
        {QLatin1String("revision"), matter.revision}};
}

Result<Matter> matterFromJson(const QJsonObject &json)
{
    JsonFields fields(json);
    Matter matter;
    matter.id.value = fields.positive(QLatin1String("id"));
    matter.name = fields.text(QLatin1String("name"));
    matter.reference = fields.textOrNull(QLatin1String("reference"));
    matter.reason = fields.textOrNull(QLatin1String("reason"));
    if (const auto owner = fields.positiveOrNull(QLatin1String("ownerId")))
        matter.ownerId = UserId{*owner};
    matter.ownerName = fields.textOrNull(QLatin1String("ownerName"));
    matter.reviewDate = dateOrNull(fields, QLatin1String("reviewDate"));
    if (!fields.isNull(QLatin1String("closedAt")))
        matter.closedAt = fields.time(QLatin1String("closedAt"));
    matter.standingHolds = fields.number(QLatin1String("standingHolds"));
    matter.createdAt = fields.time(QLatin1String("createdAt"));
    matter.updatedAt = fields.time(QLatin1String("updatedAt"));
    matter.revision = revisionIn(fields);
    if (fields.failure())
        return fail(*fields.failure());
    return matter;
}

QJsonObject toJson(const MatterRequest &request)
{
    const QJsonValue null(QJsonValue::Null);
    return {{QLatin1String("name"), request.name},
            {QLatin1String("reference"), request.reference},
            {QLatin1String("reason"), request.reason},
            {QLatin1String("ownerId"), request.ownerId ? QJsonValue(request.ownerId->value) : null},
            {QLatin1String("reviewDate"),
             request.reviewDate ? QJsonValue(request.reviewDate->toString(Qt::ISODate)) : null},
            {QLatin1String("closed"), request.closed}};
}

Result<MatterRequest> matterRequestFromJson(const QJsonObject &json)
{
    JsonFields fields(json);
    MatterRequest request;
    request.name = fields.text(QLatin1String("name")).simplified();
    if (request.name.isEmpty() || request.name.size() > longestName)
        fields.refuse(QLatin1String("name"), QStringLiteral("a text of 1 to %1 characters").arg(longestName));
    request.reference = fields.textOrNull(QLatin1String("reference"));
    if (request.reference.size() > longestName)
        fields.refuse(QLatin1String("reference"), QStringLiteral("at most %1 characters").arg(longestName));
    request.reason = fields.textOrNull(QLatin1String("reason"));
    if (request.reason.size() > longestReason)
        fields.refuse(QLatin1String("reason"), QStringLiteral("at most %1 characters").arg(longestReason));
    if (const auto owner = fields.positiveOrNull(QLatin1String("ownerId")))
        request.ownerId = UserId{*owner};
    request.reviewDate = dateOrNull(fields, QLatin1String("reviewDate"));
    if (fields.has(QLatin1String("closed")))
        request.closed = fields.truth(QLatin1String("closed"));
    fields.refuseOthers();
    if (fields.failure())
        return fail(*fields.failure());
    return request;
}

} // namespace Holdfast
