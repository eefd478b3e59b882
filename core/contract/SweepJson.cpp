// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/SweepJson.h"

#include "contract/Json.h"
#include "contract/JsonFields.h"

namespace Holdfast {

namespace {

QJsonValue timeOrNull(const std::optional<QDateTime> &time)
{
    return time ? QJsonValue(isoTime(*time)) : QJsonValue(QJsonValue::Null);
}

QJsonValue idOrNull(UserId id)
{
    return id.isValid() ? QJsonValue(id.value) : QJsonValue(QJsonValue::Null);
}

QJsonValue textOrNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(text);
}

} // namespace

QJsonObject toJson(const RetentionSweep &sweep)
{
    return {{QLatin1String("id"), sweep.id.value},
            {QLatin1String("state"), QString(sweepStateName(sweep.state))},
            {QLatin1String("dryRun"), sweep.isDryRun},
            {QLatin1String("begunBy"), idOrNull(sweep.begunBy)},
            {QLatin1String("begunByName"), sweep.begunByName},
            {QLatin1String("begunAt"), isoTime(sweep.begunAt)},
            {QLatin1String("endedAt"), timeOrNull(sweep.endedAt)},
            {QLatin1String("total"), sweep.total},
            {QLatin1String("due"), sweep.due},
            {QLatin1String("dueBytes"), sweep.dueBytes},
            {QLatin1String("held"), sweep.held},
            {QLatin1String("allowed"), sweep.allowed},
            {QLatin1String("deleted"), sweep.deleted},
            {QLatin1String("deletedBytes"), sweep.deletedBytes},
            {QLatin1String("failed"), sweep.failed},
            {QLatin1String("problem"), textOrNull(sweep.problem)},
            {QLatin1String("decidedBy"), idOrNull(sweep.decidedBy)},
            {QLatin1String("decidedByName"), textOrNull(sweep.decidedByName)},
            {QLatin1String("decidedAt"), timeOrNull(sweep.decidedAt)}};
}

QJsonObject toJson(const SweepLeft &left)
{
    return {{QLatin1String("recordingId"), left.recordingId.value},
            {QLatin1String("held"), left.isHeld},
            {QLatin1String("reason"), left.reason}};
}

Result<SweepOrder> sweepOrderFromJson(const QJsonObject &json)
{
    JsonFields fields(json);
    SweepOrder order;
    if (fields.has(QLatin1String("dryRun")))
        order.isDryRun = fields.truth(QLatin1String("dryRun"));
    if (fields.has(QLatin1String("clockIsRight")))
        order.clockIsRight = fields.truth(QLatin1String("clockIsRight"));
    fields.refuseOthers();
    if (fields.failure())
        return fail(*fields.failure());
    return order;
}

} // namespace Holdfast
